"""Periods of duties: which there are, when each begins and ends, when what they cover falls due."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from sajaro.duties.profile import Duty, Grace
from sajaro.types.parts import days_of

SOON = timedelta(days=14)
"""How long before its day something that falls due within its own period is called due."""

_FORMS = {
    "annual": re.compile(r"(\d{4})"),
    "quarterly": re.compile(r"(\d{4})-Q([1-4])"),
    "monthly": re.compile(r"(\d{4})-(0[1-9]|1[0-2])"),
}


def fits(period: str, kind: str) -> bool:
    """Whether a period (`2026`, `2026-Q3`, `2026-10`) is one of this kind."""
    return kind in _FORMS and bool(_FORMS[kind].fullmatch(period))


def containing(kind: str, day: date) -> str:
    """The period of a kind in which a day lies."""
    if kind == "annual":
        return f"{day.year}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if kind == "quarterly" else f"{day.year}-{day.month:02}"


def after(day: date, grace: Grace) -> date:
    """The day that ends a term which begins after `day`: months first, by the number of the day or the month's last, then days.

    The last day of a month stays the last: one month after 30 June is 31 July, as monitors count quarters.
    """
    months = day.month - 1 + grace.months
    year, month = day.year + months // 12, months % 12 + 1
    longest = monthrange(year, month)[1]
    last = day.day == monthrange(day.year, day.month)[1] and grace.months
    return date(year, month, longest if last else min(day.day, longest)) + timedelta(days=grace.days)


def due(duty: Duty, period: str) -> date:
    """The last day on which what a duty asks for a period is in time."""
    first, last = days_of(period)
    return after(first - timedelta(days=1) if duty.counts == "start" else last, duty.grace)


def opens(duty: Duty, period: str) -> date:
    """The first day on which a period is due and not merely ahead: when it is over, or where its day comes before that, when that is
    near."""
    end, day = days_of(period)[1], due(duty, period)
    return end + timedelta(days=1) if day > end else day - SOON


def periods(duty: Duty, since: date, until: date) -> Iterator[str]:
    """The periods of a duty that fall due from `since` on and have begun, or are due, by `until`; in their order."""
    period = containing(duty.period, _years_before(since))
    while min(days_of(period)[0], opens(duty, period)) <= until:
        if due(duty, period) >= since:
            yield period
        period = containing(duty.period, days_of(period)[1] + timedelta(days=1))


def falling_due(duty: Duty, first: date, last: date) -> Iterator[str]:
    """The periods of a duty that fall due from `first` to `last`."""
    period = containing(duty.period, _years_before(first))
    while (day := due(duty, period)) <= last:
        if day >= first:
            yield period
        period = containing(duty.period, days_of(period)[1] + timedelta(days=1))


def _years_before(day: date) -> date:
    """A day before every period that may fall due on `day`: no grace is longer than `LONGEST`."""
    return date(day.year - 4, 1, 1)


LONGEST = Grace(months=24, days=366)
"""No law gives more; a profile that says so is refused."""
