"""Working days: holidays of countries, days off of a site, and that adding and counting are one thing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.working_days import UnknownCountry, WorkingDays

GEORGIA = WorkingDays("GE")
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_holidays_and_weekends_are_no_working_days():
    assert date(2026, 5, 25) in GEORGIA and date(2026, 5, 27) in GEORGIA
    assert date(2026, 5, 26) not in GEORGIA, "Independence Day"
    assert date(2026, 5, 23) not in GEORGIA and date(2026, 5, 24) not in GEORGIA
    assert date(2026, 4, 13) not in GEORGIA, "the Monday after Easter, which moves"
    assert date(2026, 2, 17) not in WorkingDays("XK"), "Kosovo's own"


def test_the_day_of_receipt_does_not_count():
    assert GEORGIA.after(date(2026, 5, 25), 1) == date(2026, 5, 27)
    assert GEORGIA.after(date(2026, 1, 1), 2) == date(2026, 1, 6)
    assert GEORGIA.between(date(2026, 5, 25), date(2026, 5, 27)) == 1
    assert GEORGIA.between(date(2026, 5, 25), date(2026, 5, 25)) == 0


def test_a_site_has_days_off_of_its_own():
    own = WorkingDays("GE", days_off=[date(2026, 5, 27)])
    assert own.after(date(2026, 5, 25), 1) == date(2026, 5, 28)


def test_a_day_off_goes_over_to_the_next_working_day():
    assert GEORGIA.next(date(2026, 5, 23)) == date(2026, 5, 25)
    assert GEORGIA.next(date(2026, 5, 25)) == date(2026, 5, 25)


def test_without_a_country_the_week_alone_counts():
    assert date(2026, 5, 26) in WorkingDays()


@pytest.mark.parametrize(("country", "part"), [("QQ", ""), ("GE", "QQ")])
def test_what_is_not_known_is_said(country: str, part: str):
    with pytest.raises(UnknownCountry):
        WorkingDays(country, part)


@given(DAYS, st.integers(1, 300))
def test_adding_and_counting_are_one_thing(day: date, count: int):
    later = GEORGIA.after(day, count)
    assert later in GEORGIA and GEORGIA.between(day, later) == count
    assert GEORGIA.between(day, later - timedelta(days=1)) == count - 1


@given(DAYS, DAYS)
def test_days_between_are_those_that_are_there(first: date, last: date):
    last = min(last, first + timedelta(days=400))
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    assert GEORGIA.between(first, last) == sum(day in GEORGIA for day in days)
