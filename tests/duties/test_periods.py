"""Periods: when each begins, ends and falls due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.duties.periods import LONGEST, SOON, after, containing, due, falling_due, fits, opens, periods
from sajaro.duties.profile import Duty, Grace
from sajaro.types.parts import days_of

DAYS = st.dates(date(1900, 1, 1), date(2190, 12, 31))
KINDS = st.sampled_from(["annual", "quarterly", "monthly"])
GRACES = st.builds(Grace, st.integers(0, LONGEST.months), st.integers(0, LONGEST.days))
DUTIES = st.builds(
    lambda kind, grace, counts: Duty("5.3", {"en": "Salaries"}, kind, "5", grace, counts),
    KINDS,
    GRACES,
    st.sampled_from(["end", "start"]),
)


def duty(kind: str, grace: Grace, counts: str = "end") -> Duty:
    return Duty("5.3", {"en": "Salaries"}, kind, "5", grace, counts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "grace", "counts", "period", "day"),
    [
        ("quarterly", Grace(months=1), "end", "2026-Q1", "2026-04-30"),
        ("quarterly", Grace(months=1), "end", "2026-Q2", "2026-07-31"),
        ("quarterly", Grace(months=1), "end", "2026-Q4", "2027-01-31"),
        ("annual", Grace(months=3), "end", "2025", "2026-03-31"),
        ("annual", Grace(months=2), "end", "2027", "2028-02-29"),
        ("annual", Grace(months=1), "start", "2026", "2026-01-31"),
        ("annual", Grace(months=11, days=10), "start", "2026", "2026-12-10"),
        ("monthly", Grace(days=10), "end", "2026-02", "2026-03-10"),
        ("monthly", Grace(), "end", "2026-02", "2026-02-28"),
    ],
)
def test_when_a_period_falls_due(kind: str, grace: Grace, counts: str, period: str, day: str) -> None:
    assert due(duty(kind, grace, counts), period) == date.fromisoformat(day)


def test_months_are_counted_by_the_number_of_the_day() -> None:
    assert after(date(2026, 1, 15), Grace(months=1)) == date(2026, 2, 15)
    assert after(date(2026, 1, 30), Grace(months=1)) == date(2026, 2, 28)
    assert after(date(2026, 2, 28), Grace(months=1)) == date(2026, 3, 31)
    assert after(date(2026, 2, 28), Grace(days=1)) == date(2026, 3, 1)


def test_a_period_is_due_when_it_is_over_or_its_day_near() -> None:
    assert opens(duty("quarterly", Grace(months=1)), "2026-Q3") == date(2026, 10, 1)
    assert opens(duty("annual", Grace(months=11, days=10), "start"), "2026") == date(2026, 12, 10) - SOON


@given(KINDS, DAYS)
def test_every_day_lies_in_its_period(kind: str, day: date) -> None:
    period = containing(kind, day)
    first, last = days_of(period)
    assert first <= day <= last
    assert fits(period, kind)
    assert [other for other in ("annual", "quarterly", "monthly") if fits(period, other)] == [kind]


@given(DAYS, GRACES)
def test_more_time_is_never_an_earlier_day(day: date, grace: Grace) -> None:
    assert after(day, grace) >= day
    assert after(day, Grace(grace.months, grace.days + 1)) == after(day, grace) + timedelta(days=1)
    assert after(day, Grace(grace.months + 1, grace.days)) > after(day, grace)


@given(DUTIES, DAYS, st.integers(0, 900))
def test_periods_follow_each_other_without_a_gap(duty: Duty, since: date, length: int) -> None:
    until = since + timedelta(days=length)
    found = list(periods(duty, since, until))
    assert all(due(duty, each) >= since for each in found)
    assert all(min(days_of(each)[0], opens(duty, each)) <= until for each in found)
    for one, other in zip(found, found[1:], strict=False):
        assert days_of(one)[1] + timedelta(days=1) == days_of(other)[0]
    before = since - timedelta(days=4 * 366)
    wanted = {
        period
        for number in range((until - before).days // 20 + 20)
        if due(duty, period := containing(duty.period, before + timedelta(days=20 * number))) >= since
        and min(days_of(period)[0], opens(duty, period)) <= until
    }
    assert wanted == set(found)


@given(DUTIES, DAYS, st.integers(0, 900))
def test_what_falls_due_between_two_days_does(duty: Duty, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    days = [due(duty, period) for period in falling_due(duty, first, last)]
    assert days == sorted(days)
    assert all(first <= day <= last for day in days)
