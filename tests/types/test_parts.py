"""Spans of days, and what is short for what."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.fields import Part
from sajaro.types.base import Attachment
from sajaro.types.parts import Interval, begun, day_of, days_of, iso_interval, ordered, over, thing, written
from tests.types.fake import TBILISI, FakePage

days = st.dates(date(1900, 1, 1), date(2190, 1, 1))
moments = st.datetimes(datetime(1900, 1, 1), datetime(2190, 1, 1)).map(lambda at: at.replace(tzinfo=TBILISI))


@pytest.mark.parametrize(
    ("period", "interval"),
    [
        ("2026", "2026-01-01/2026-12-31"),
        ("2026-Q1", "2026-01-01/2026-03-31"),
        ("2026-Q4", "2026-10-01/2026-12-31"),
        ("2026-11", "2026-11-01/2026-11-30"),
        ("2024-02", "2024-02-01/2024-02-29"),
    ],
)
def test_days_of_a_period(period: str, interval: str):
    assert iso_interval(period) == interval


@given(st.integers(1800, 2199))
def test_quarters_and_months_make_up_the_year(year: int):
    for parts in ([f"{year}-Q{n}" for n in range(1, 5)], [f"{year}-{n:02}" for n in range(1, 13)]):
        spans = [days_of(part) for part in parts]
        assert (spans[0][0], spans[-1][1]) == days_of(str(year))
        assert all(last + timedelta(days=1) == first for (_, last), (first, _) in zip(spans, spans[1:], strict=False))


@given(st.one_of(days, moments), st.one_of(days, moments))
def test_what_is_out_of_order_is_so_in_one_direction_at_most(start, end):
    if start != end:
        assert not (list(ordered("end", start, end)) and list(ordered("end", end, start)))
    if day_of(start) < day_of(end):
        assert not list(ordered("end", start, end))
        assert list(ordered("start", end, start))


def test_a_moment_is_written_as_editors_write_it():
    assert written(datetime(2026, 5, 1, 10, 0, tzinfo=TBILISI)) == "2026-05-01 10:00"
    assert written(date(2026, 5, 1)) == "2026-05-01"


@given(days)
def test_a_day_begins_before_it_is_over(day: date):
    before, within, after = (FakePage(f"{at} 00:00") for at in (day - timedelta(days=1), day, day + timedelta(days=1)))
    assert [begun(day, page) for page in (before, within, after)] == [False, True, True]
    assert [over(day, page) for page in (before, within, after)] == [False, False, True]


def test_an_interval_is_in_order_and_may_be_open():
    assert Interval.model_validate({"from": "2026-01-01"}).iso == "2026-01-01/.."
    assert Interval.model_validate({"from": "2026-01-01", "to": "2026-01-01"}).iso == "2026-01-01/2026-01-01"


def test_a_bare_string_is_short_for_one_field():
    assert Attachment.model_validate("plan.pdf") == Attachment(file="plan.pdf")
    assert Attachment.spelled_out("plan.pdf") == {"file": "plan.pdf"}
    assert Part.spelled_out("plan.pdf") == "plan.pdf"


def test_a_thing_of_which_nothing_is_known_is_none():
    assert thing("Place", name=None, url="") is None
    assert thing("Place", name="Nabiji", url=None) == {"@type": "Place", "name": "Nabiji"}
    assert thing("QuantitativeValue", value=0) == {"@type": "QuantitativeValue", "value": 0}
