"""What the languages take from CLDR, through Babel, which is imported here and nowhere else.

Stand-alone month names are read from each locale's own file: as Babel 2.18 resolves them, one locale's names leak into
another's (python-babel #1234). Patterns therefore never carry `L`, `q` or `c`.

Not here: collation and transliteration, which Babel does not have.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from decimal import Decimal

    from babel import Locale

NO_BREAK_SPACE = "\u00a0"
_FALLBACK = "en_GB"
_UNITS = ("byte", "kilobyte", "megabyte", "gigabyte")
_SKELETONS = {"day_month": "MMMMd", "month": "yMMMM", "quarter": "yQQQQ", "year": "y"}


@cache
def locale(tag: str) -> Locale:
    """The nearest locale of CLDR: of `de-GE` that of German, of an unknown language English."""
    from babel import Locale, UnknownLocaleError

    subtags = tag.split("-")
    while subtags:
        try:
            return Locale.parse("_".join(subtags))
        except (UnknownLocaleError, ValueError):
            subtags.pop()
    return Locale.parse(_FALLBACK)


def describe(tag: str) -> tuple[str, str]:
    """A language's name in itself and its usual script (ISO 15924); the tag and Zyyy where CLDR does not know it."""
    from babel.core import get_global

    subtags = tag.split("-")
    written = next((subtag.title() for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), None)
    likely = get_global("likely_subtags").get(subtags[0].lower(), "").split("_")
    script = written or (likely[1] if len(likely) > 1 else "Zyyy")
    known = locale(tag)
    if known.language != subtags[0].lower():
        return tag, script
    return known.get_display_name() or tag, script


@cache
def pattern(tag: str, kind: str) -> str:
    """CLDR's pattern of `date`, `time`, `moment`, `day_month`, `month`, `quarter`, `year`, `money` or `percent`."""
    known = locale(tag)
    if kind == "date":
        found = known.date_formats["long"].pattern
    elif kind == "time":
        found = known.time_formats["short"].pattern
    elif kind == "moment":
        found = str(known.datetime_formats["long"])
    elif kind == "money":
        found = known.currency_formats["standard"].pattern
    elif kind == "percent":
        found = known.percent_formats[None].pattern
    else:
        found = known.datetime_skeletons[_SKELETONS[kind]].pattern
    return found.replace("LLLL", "MMMM")


def within_month(pattern: str) -> str:
    """The pattern of a date made one of several days: "dd. MMMM" becomes "'{first:02}.'–dd. MMMM", for `str.format`."""

    def with_first(match: re.Match[str]) -> str:
        quoted, day, point = match.groups()
        return quoted or f"'{{first:0{len(day)}}}{point}'–{day}{point}"

    return re.sub(r"('[^']*')|(d+)(\.?)", with_first, pattern)


@lru_cache(maxsize=16384)
def written(pattern: str, when: dt.date | dt.time | dt.datetime, tag: str) -> str:
    """A date, or a time without zone, after a CLDR pattern."""
    from babel.dates import parse_pattern

    return _plain(parse_pattern(pattern).apply(when, locale(tag)))


@cache
def month_names(tag: str) -> tuple[str, ...]:
    """January to December as they stand alone (nominative where dates take the genitive)."""
    known = locale(tag)
    names = dict(known.months["format"]["wide"])
    subtags = str(known).split("_")
    for length in range(1, len(subtags) + 1):
        names |= _own_month_names("_".join(subtags[:length]))
    return tuple(names[month] for month in range(1, 13))


@cache
def quarter_names(tag: str) -> tuple[str, ...]:
    """The short names of the quarters."""
    known = locale(tag).quarters["format"]["abbreviated"]
    return tuple(known[quarter] for quarter in range(1, 5))


def _own_month_names(identifier: str) -> dict[int, str]:
    """What a locale's own file, without what it inherits, says of months that stand alone."""
    import pickle

    from babel import localedata

    if not localedata.exists(identifier):
        return {}
    with open(localedata.resolve_locale_filename(identifier), "rb") as file:
        own = pickle.load(file)
    names = own.get("months", {}).get("stand-alone", {}).get("wide")
    return names if isinstance(names, dict) else {}


def number(value: int | float | Decimal, tag: str) -> str:
    from babel.numbers import format_decimal

    return _plain(format_decimal(value, locale=locale(tag)))


@cache
def group_sign(tag: str) -> str:
    """What parts the groups of a number."""
    from babel.numbers import get_group_symbol

    return get_group_symbol(locale(tag))


def percent(share: float | Decimal, pattern: str, tag: str) -> str:
    from decimal import Decimal

    from babel.numbers import parse_pattern

    number_pattern = parse_pattern(pattern)
    number_pattern.frac_prec = (0, 1)
    return _plain(number_pattern.apply(Decimal(str(share)), locale(tag)))


def money(amount: int | float | Decimal, currency: str, pattern: str, tag: str) -> str:
    """An amount with its currency; hundredths only where there are any, whatever the currency's custom is."""
    from decimal import ROUND_HALF_UP, Decimal

    from babel.numbers import format_currency

    exact = Decimal(str(amount)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    whole = exact == exact.to_integral_value()
    text = format_currency(
        exact,
        currency,
        format=pattern.replace("0.00", "0") if whole else pattern,
        locale=locale(tag),
        currency_digits=False,
    )
    return _parted(_plain(text))


def _parted(amount: str) -> str:
    """A no-break space between a currency's letters and the digits, as CLDR's currencySpacing asks and Babel omits."""
    return re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", NO_BREAK_SPACE, amount)


def size(value: int | float, unit: int, tag: str) -> str:
    """So many bytes (unit 0), KB (1), MB (2) or GB (3)."""
    from babel.units import format_unit

    text = format_unit(value, f"digital-{_UNITS[unit]}", "short", locale=locale(tag))
    return _plain(text).replace(" ", NO_BREAK_SPACE)


def listed(items: Sequence[str], tag: str) -> str:
    from babel.lists import format_list

    return format_list(list(items), locale=locale(tag))


def _plain(text: str) -> str:
    """Spaces that every font has and every reader can search for."""
    return text.replace("\u202f", NO_BREAK_SPACE).replace("\u2009", " ")
