"""The states of a duty on any day, from what was disclosed under it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.duties.profile import Duty, Grace
from sajaro.duties.states import STATES, Disclosed, Status, ahead, statuses

QUARTERLY = Duty("5.3", {"en": "Salaries"}, "quarterly", "5", Grace(months=1))
ALWAYS = Duty("1.1", {"en": "Structure"}, "on-change", "1", Grace(days=7))
SINCE = date(2026, 1, 1)


def day(text: str) -> date:
    return date.fromisoformat(text)


def disclosed(on: str, period: str = "2026-Q3", **more: object) -> Disclosed:
    return Disclosed(f"disclosures/{on}", "5.3", period, day(on), **more)  # type: ignore[arg-type]


def of(period: str, today: str, *found: Disclosed, since: date = SINCE) -> Status:
    return next(each for each in statuses(QUARTERLY, found, since, day(today)) if each.period == period)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2026-07-01", "upcoming"),
        ("2026-09-30", "upcoming"),
        ("2026-10-01", "due"),
        ("2026-10-31", "due"),
        ("2026-11-01", "late"),
        ("2030-01-01", "late"),
    ],
)
def test_a_period_that_nothing_was_published_for(today: str, state: str) -> None:
    assert of("2026-Q3", today) == Status("2026-Q3", state, day("2026-10-31"))  # type: ignore[arg-type]


def test_what_is_published_in_time_and_late() -> None:
    found = of("2026-Q3", "2026-11-22", disclosed("2026-10-31"))
    assert (found.state, found.since, found.days_late) == ("published", day("2026-10-31"), 0)
    found = of("2026-Q3", "2026-11-22", disclosed("2026-11-05"), disclosed("2026-11-09"))
    assert (found.state, found.since, found.days_late) == ("published", day("2026-11-05"), 5)
    assert found.documents == ("disclosures/2026-11-09", "disclosures/2026-11-05")


def test_nothing_to_report_gives_way_to_what_is_published() -> None:
    nil = disclosed("2026-10-10", nil=True)
    assert of("2026-Q3", "2026-11-22", nil).state == "nil"
    assert of("2026-Q3", "2026-11-22", nil, disclosed("2026-10-12")).state == "published"


def test_what_is_withheld_until_a_day_is_late_after_it() -> None:
    kept = disclosed("2026-10-12", withheld=True, until=day("2026-12-28"))
    found = of("2026-Q3", "2026-12-28", kept)
    assert (found.state, found.until) == ("withheld", day("2026-12-28"))
    found = of("2026-Q3", "2026-12-29", kept)
    assert (found.state, found.due) == ("late", day("2026-12-28"))
    found = of("2026-Q3", "2027-01-05", kept, disclosed("2026-12-30"))
    assert (found.state, found.days_late) == ("published", 2)
    assert of("2026-Q3", "2040-01-01", disclosed("2026-10-12", withheld=True)).state == "withheld"


def test_withheld_until_a_day_before_it_falls_due_is_due_then() -> None:
    kept = disclosed("2026-07-12", withheld=True, until=day("2026-10-10"))
    assert of("2026-Q3", "2026-10-10", kept).state == "withheld"
    assert of("2026-Q3", "2026-10-11", kept).state == "due"


def test_what_fell_due_before_the_first_day_is_no_duty_but_shown_where_it_is_there() -> None:
    periods = {each.period for each in statuses(QUARTERLY, [], day("2026-05-01"), day("2026-11-22"))}
    assert periods == {"2026-Q2", "2026-Q3", "2026-Q4"}
    old = disclosed("2026-04-30", "2025-Q4")
    found = of("2025-Q4", "2026-11-22", old, since=day("2026-05-01"))
    assert (found.state, found.days_late) == ("published", 0)


def test_another_duty_and_a_period_of_another_kind_count_for_nothing() -> None:
    other = Disclosed("disclosures/x", "5.4", "2026-Q3", day("2026-10-10"))
    assert of("2026-Q3", "2026-10-20", other, disclosed("2026-10-10", "2026")).state == "due"


def test_what_is_to_be_there_at_all_times() -> None:
    def now(today: str, *found: Disclosed) -> tuple[str, date | None]:
        (status,) = statuses(ALWAYS, found, SINCE, day(today))
        return status.state, status.since or status.due

    def shown(on: str, **more: object) -> Disclosed:
        return Disclosed(f"disclosures/{on}", "1.1", "", day(on), **more)  # type: ignore[arg-type]

    assert now("2026-01-08") == ("due", day("2026-01-08"))
    assert now("2026-01-09") == ("late", day("2026-01-08"))
    assert now("2026-03-01", shown("2026-02-01")) == ("published", day("2026-02-01"))
    assert now("2026-03-01", shown("2026-02-01"), shown("2026-02-20", nil=True)) == ("nil", day("2026-02-20"))
    kept = shown("2026-02-01", withheld=True, until=day("2026-02-10"))
    assert now("2026-02-10", kept) == ("withheld", day("2026-02-01"))
    assert now("2026-02-11", kept) == ("late", day("2026-02-10"))


def test_what_falls_due_ahead() -> None:
    found = dict(ahead(QUARTERLY, day("2026-11-22"), day("2027-07-31")))
    assert found == {
        "2026-Q4": day("2027-01-31"),
        "2027-Q1": day("2027-04-30"),
        "2027-Q2": day("2027-07-31"),
    }
    assert dict(ahead(ALWAYS, day("2026-11-22"), day("2027-07-31"))) == {}


@given(
    st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(["", "nil", "withheld"]))),
    st.integers(0, 730),
)
def test_days_only_move_a_state_forward_until_something_is_published(
    published: list[tuple[date, str]], start: int
) -> None:
    """Without disclosures: upcoming, due, late, in this order; each day has one state that there is."""
    order = {"upcoming": 0, "due": 1, "late": 2}
    today = SINCE + timedelta(days=start)
    found = [
        Disclosed(f"d/{n}", "5.3", "2026-Q3", on, kind == "nil", kind == "withheld")
        for n, (on, kind) in enumerate(published)
    ]
    for each in statuses(QUARTERLY, found, SINCE, today):
        assert each.state in STATES
        later = [
            other
            for other in statuses(QUARTERLY, found, SINCE, today + timedelta(days=1))
            if other.period == each.period
        ]
        assert len(later) == 1
        assert order.get(later[0].state, 3) >= order.get(each.state, 3) or later[0].state == each.state
