"""What the site asks of a language: dates, numbers, order, addresses, normal forms.

A language declares only what differs from CLDR. Words of the interface are in the catalogs, not here.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import cldr
from .collation import Alphabet, SortKey
from .romanisation import ROMANISATION, Romanisation
from .search import SearchRules, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal

    Number = int | float | Decimal

RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"})

_PERIOD = re.compile(r"(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Language:
    """One language in one script.

    `tag` is BCP 47 as the site writes it, `locale` the tag whose CLDR data it uses, `script` ISO 15924. `name` is
    the language's own, as in running text: small where the language writes it small.

    `patterns` replace CLDR's, in CLDR's syntax: date, days (several of one month), day_month, time, moment, month,
    quarter, year, money, percent. Quoted in them, `{ordinal}` is what `ordinal` gives for the year, `{first}` the first
    of the days. `thousands` parts the groups of a number, where CLDR has another sign. `sizes` are the words for bytes, KB, MB and GB. `capitals` are those that Unicode lacks (i to İ).
    `begun` says since a day, which it takes with its date as written.
    """

    tag: str
    name: str
    script: str
    locale: str
    alphabet: Alphabet
    romanisation: Romanisation = field(default_factory=lambda: ROMANISATION)
    search: SearchRules = field(default_factory=SearchRules)
    patterns: Mapping[str, str] = field(default_factory=dict)
    ordinal: Callable[[int], str] = lambda year: ""
    begun: Callable[[dt.date, str], str] | None = None
    thousands: str | None = None
    sizes: tuple[str, str, str, str] | None = None
    capitals: Mapping[str, str] = field(default_factory=dict)

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`, as HTML's `dir` wants it."""
        return "rtl" if self.script in RIGHT_TO_LEFT else "ltr"

    # Dates. Datetimes are written as they are: bring them to the site's time zone first.

    def date(self, day: dt.date) -> str:
        """CLDR's long date: «4 მარტი, 2025»."""
        return self._written("date", day)

    def since(self, day: dt.date) -> str:
        """From a day until now: «2025 წლის 4 მარტიდან»; a dash where the language has not said how."""
        return self.begun(_day(day), self.date(day)) if self.begun else f"{self.date(day)} –"

    def day_month(self, day: dt.date) -> str:
        """A day where the year is clear: «4 მარტი»."""
        return self._written("day_month", day)

    def weekday(self, day: dt.date) -> str:
        """The day's name: «სამშაბათი»."""
        return cldr.written("EEEE", _day(day), self.locale)

    def time(self, time: dt.time | dt.datetime) -> str:
        """Hours and minutes: «18:05»."""
        clock = time.time() if isinstance(time, dt.datetime) else time.replace(tzinfo=None)
        return cldr.written(self._pattern("time"), clock, self.locale)

    def moment(self, moment: dt.datetime) -> str:
        """Date and time: «4 მარტი, 2025, 18:05»."""
        return self._pattern("moment").replace("'", "").format(self.time(moment), self.date(moment))

    def month_name(self, month: int) -> str:
        """The name of a month, 1 to 12, standing alone: «մարտ», «март»."""
        return cldr.month_names(self.locale)[month - 1]

    def quarter_name(self, quarter: int) -> str:
        """The short name of a quarter, 1 to 4, as the head of a column: «III კვ.», «Q3»."""
        return cldr.quarter_names(self.locale)[quarter - 1]

    def month(self, year: int, month: int) -> str:
        """A month as a heading: «2025 წლის მარტი», «Март 2025 г.»"""
        return self.capitalised(self._month(year, month))

    def period(self, period: str) -> str:
        """`2026`, `2026-Q3` or `2026-10` within a text: «2026 წლის III კვარტალი». ValueError if it is none of these."""
        match = _PERIOD.fullmatch(period)
        if not match:
            raise ValueError(f"{period!r} is no period; write 2026, 2026-Q3 or 2026-10")
        year, quarter, month = match.groups()
        if month:
            return self._month(int(year), int(month))
        if quarter:
            return self._written("quarter", dt.date(int(year), int(quarter) * 3, 1))
        return self._written("year", dt.date(int(year), 1, 1))

    def date_range(self, first: dt.date, last: dt.date) -> str:
        """Both days, their common part said once: «4–7 მარტი, 2025». ValueError if `last` is the earlier."""
        first, last = _day(first), _day(last)
        if last < first:
            raise ValueError(f"{last} is before {first}")
        if first == last:
            return self.date(first)
        if first.year != last.year:
            return f"{self.date(first)} – {self.date(last)}"
        pattern = self._pattern("date")
        if first.month == last.month:
            days = self.patterns.get("days") or cldr.within_month(pattern)
            return cldr.written(days, last, self.locale).format(first=first.day)
        if pattern.startswith("y"):
            return f"{self.date(first)} – {self.day_month(last)}"
        return f"{self.day_month(first)} – {self.date(last)}"

    # Numbers.

    def number(self, value: Number) -> str:
        """A number with at most three decimals: «1 234,5»."""
        return self._grouped(cldr.number(value, self.locale))

    def percent(self, share: float | Decimal) -> str:
        """A share of one with at most one decimal: 0.256 is «25,6%»."""
        return cldr.percent(share, self._pattern("percent"), self.locale)

    def money(self, amount: Number, currency: str) -> str:
        """An amount in a currency of ISO 4217, with hundredths only where there are any: «1 234,50 ₾»."""
        return self._grouped(cldr.money(amount, currency, self._pattern("money"), self.locale))

    def size(self, size: int) -> str:
        """A file's size in steps of 1000: «1,5 მბ»."""
        value, unit = _scaled(size)
        if self.sizes is None:
            return cldr.size(value, unit, self.locale)
        return f"{self.number(value)}\u00a0{self.sizes[unit]}"

    # Words and letters.

    def list(self, items: Sequence[str]) -> str:
        """An enumeration: «a, b and c»."""
        return cldr.listed(items, self.locale)

    def capitalised(self, text: str) -> str:
        """With a capital first letter, as a heading begins; Georgian stays as it is."""
        return self.capitals.get(text[:1], text[:1].title()) + text[1:]

    def sort_key(self, text: str) -> SortKey:
        """For `sorted(key=…)`: the alphabet's order, numbers by value, other scripts after the own."""
        return self.alphabet.sort_key(text)

    def slug(self, text: str) -> str:
        """A readable address, `[a-z0-9-]{1,80}`. Two titles may share one (ტარი, თარი): compare before use."""
        return self.romanisation.slug(text)

    def fold(self, text: str) -> str:
        """The text as search compares it."""
        return self.search.fold(text)

    def stems(self, text: str) -> Words:
        """The stems of the text's words as search compares them."""
        return self.search.stems(text)

    def _pattern(self, kind: str) -> str:
        return self.patterns.get(kind) or cldr.pattern(self.locale, kind)

    def _written(self, kind: str, day: dt.date) -> str:
        text = cldr.written(self._pattern(kind), _day(day), self.locale)
        return text.replace("{ordinal}", self.ordinal(day.year))

    def _grouped(self, number: str) -> str:
        return number if self.thousands is None else number.replace(cldr.group_sign(self.locale), self.thousands)

    def _month(self, year: int, month: int) -> str:
        named = self._pattern("month").replace("MMMM", "'{month}'")
        return cldr.written(named, dt.date(year, month, 1), self.locale).replace("{month}", self.month_name(month))


def _day(day: dt.date) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


def _scaled(size: int) -> tuple[int | float, int]:
    """A number of bytes as a short number and its unit: (1.5, 2) is 1.5 MB."""
    value, unit = float(size), 0
    while unit < 3 and round(value) >= 1000:
        value, unit = value / 1000, unit + 1
    rounded = round(value, 1) if unit and value < 10 else round(value)
    return int(rounded) if rounded == int(rounded) else rounded, unit
