"""Working days: which days count where a law counts in working days, and how many lie between two.

A week's days off and the public holidays of a country are those of the library `holidays`; a site adds its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from datetime import date, timedelta

DAY = timedelta(days=1)
AROUND = 2
"""Years that are looked up on either side of a day: no term is longer."""


class UnknownCountry(ValueError):
    """The library knows no holidays of a country, or not that part of it."""


class WorkingDays:
    """The working days of a country, or of a part of it (ISO 3166-2, without the country), less `days_off`.

    Raises UnknownCountry. Without a country, every day from Monday to Friday is one.
    """

    def __init__(self, country: str = "", subdivision: str = "", days_off: Collection[date] = ()) -> None:
        self._off = frozenset(days_off)
        self._holidays = _holidays(country, subdivision)
        self._weekend = self._holidays.weekend if self._holidays is not None else {5, 6}
        self._first = self._last = 0
        self._days: list[date] = []

    def __contains__(self, day: date) -> bool:
        if day.weekday() in self._weekend or day in self._off:
            return False
        return self._holidays is None or day not in self._holidays

    def after(self, day: date, count: int) -> date:
        """The working day that comes `count` working days after a day, which itself is not counted."""
        days = self._around(day)
        return days[bisect_right(days, day) + count - 1] if count else day

    def next(self, day: date) -> date:
        """A day, or the first working day after it: terms do not end on a day off."""
        days = self._around(day)
        return days[bisect_left(days, day)]

    def between(self, first: date, last: date) -> int:
        """The working days after the first, until the last."""
        self._around(first)
        days = self._around(last)
        return max(0, bisect_right(days, last) - bisect_right(days, first))

    def _around(self, day: date) -> list[date]:
        """All working days of the years about a day, and of those that were asked for before."""
        first, last = day.year - AROUND, day.year + AROUND
        if not self._days:
            self._first, self._last = first, last
            self._days = list(self._of(first, last))
        elif first < self._first:
            self._days[:0] = self._of(first, self._first - 1)
            self._first = first
        if last > self._last:
            self._days += self._of(self._last + 1, last)
            self._last = last
        return self._days

    def _of(self, first: int, last: int) -> Iterator[date]:
        day, end = date(first, 1, 1), date(last, 12, 31)
        while day <= end:
            if day in self:
                yield day
            day += DAY


def _holidays(country: str, subdivision: str):
    if not country:
        return None
    from holidays import country_holidays

    try:
        return country_holidays(country, subdiv=subdivision or None)
    except NotImplementedError:
        raise UnknownCountry(f"{country}-{subdivision}" if subdivision else country) from None
