"""Dates as official sites print them, whatever language was written before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest

from sajaro.languages import cldr, language

TUESDAY = dt.date(2025, 3, 4)
FRIDAY = dt.date(2025, 3, 7)
APRIL = dt.date(2025, 4, 7)
NEXT_YEAR = dt.date(2026, 1, 3)
EVENING = dt.datetime(2025, 3, 4, 18, 5)

# No-break spaces are written as ~.
WRITTEN = {
    "ka": {
        "date": "4 მარტი, 2025",
        "since": "2025 წლის 4 მარტიდან",
        "day_month": "4 მარტი",
        "weekday": "სამშაბათი",
        "moment": "4 მარტი, 2025, 18:05",
        "month": "2025 წლის ივნისი",
        "year": "2026 წელი",
        "quarter": "2026 წლის III კვარტალი",
        "within": "4–7 მარტი, 2025",
        "across": "4 მარტი – 7 აპრილი, 2025",
        "years": "4 მარტი, 2025 – 3 იანვარი, 2026",
    },
    "hy": {
        "date": "04 մարտի, 2025 թ.",
        "since": "2025 թ. մարտի 4-ից",
        "day_month": "04 մարտի",
        "weekday": "երեքշաբթի",
        "moment": "04 մարտի, 2025 թ., 18:05",
        "month": "2025 թ. հունիս",
        "year": "2026 թ.",
        "quarter": "2026 թ. 3-րդ եռամսյակ",
        "within": "04–07 մարտի, 2025 թ.",
        "across": "04 մարտի – 07 ապրիլի, 2025 թ.",
        "years": "04 մարտի, 2025 թ. – 03 հունվարի, 2026 թ.",
    },
    "az": {
        "date": "4 mart 2025",
        "since": "2025-ci il 4 mart tarixindən",
        "day_month": "4 mart",
        "weekday": "çərşənbə axşamı",
        "moment": "4 mart 2025 18:05",
        "month": "İyun 2025",
        "year": "2026-cı il",
        "quarter": "2026-cı ilin 3-cü kvartalı",
        "within": "4–7 mart 2025",
        "across": "4 mart – 7 aprel 2025",
        "years": "4 mart 2025 – 3 yanvar 2026",
    },
    "ru": {
        "date": "4 марта 2025~г.",
        "since": "с 4 марта 2025~г.",
        "day_month": "4 марта",
        "weekday": "вторник",
        "moment": "4 марта 2025~г., 18:05",
        "month": "Июнь 2025~г.",
        "year": "2026 год",
        "quarter": "3-й квартал 2026~г.",
        "within": "4–7 марта 2025~г.",
        "across": "4 марта – 7 апреля 2025~г.",
        "years": "4 марта 2025~г. – 3 января 2026~г.",
    },
    "en": {
        "date": "4 March 2025",
        "since": "since 4 March 2025",
        "day_month": "4 March",
        "weekday": "Tuesday",
        "moment": "4 March 2025, 18:05",
        "month": "June 2025",
        "year": "2026",
        "quarter": "3rd quarter of 2026",
        "within": "4–7 March 2025",
        "across": "4 March – 7 April 2025",
        "years": "4 March 2025 – 3 January 2026",
    },
    "sr-Latn": {
        "date": "4. mart 2025.",
        "since": "od 4. marta 2025.",
        "day_month": "4. mart",
        "weekday": "utorak",
        "moment": "4. mart 2025. 18:05",
        "month": "Jun 2025.",
        "year": "2026.",
        "quarter": "treći kvartal 2026.",
        "within": "4–7. mart 2025.",
        "across": "4. mart – 7. april 2025.",
        "years": "4. mart 2025. – 3. januar 2026.",
    },
    "sr-Cyrl": {
        "date": "4. март 2025.",
        "since": "од 4. марта 2025.",
        "day_month": "4. март",
        "weekday": "уторак",
        "moment": "4. март 2025. 18:05",
        "month": "Јун 2025.",
        "year": "2026.",
        "quarter": "трећи квартал 2026.",
        "within": "4–7. март 2025.",
        "across": "4. март – 7. април 2025.",
        "years": "4. март 2025. – 3. јануар 2026.",
    },
    "sq": {
        "date": "4 mars 2025",
        "since": "që nga 4 marsi 2025",
        "day_month": "4 mars",
        "weekday": "e martë",
        "moment": "4 mars 2025, 18:05",
        "month": "Qershor 2025",
        "year": "2026",
        "quarter": "tremujori i tretë i vitit 2026",
        "within": "4–7 mars 2025",
        "across": "4 mars – 7 prill 2025",
        "years": "4 mars 2025 – 3 janar 2026",
    },
    "tr": {
        "date": "4 Mart 2025",
        "since": "4 Mart 2025 –",
        "day_month": "4 Mart",
        "weekday": "Salı",
        "moment": "4 Mart 2025 18:05",
        "month": "Haziran 2025",
        "year": "2026",
        "quarter": "2026 yılı 3. çeyrek",
        "within": "4–7 Mart 2025",
        "across": "4 Mart – 7 Nisan 2025",
        "years": "4 Mart 2025 – 3 Ocak 2026",
    },
    # Without a file, from CLDR alone: the ordinal's point, quoted letters, year and month first, 12 hours.
    "de": {
        "date": "4. März 2025",
        "month": "Juni 2025",
        "within": "4.–7. März 2025",
        "across": "4. März – 7. April 2025",
    },
    "es": {"date": "4 de marzo de 2025", "within": "4–7 de marzo de 2025"},
    "cs": {"date": "4. března 2025", "month": "Červen 2025"},
    "hu": {"date": "2025. március 4.", "across": "2025. március 4. – április 7."},
    "en-US": {
        "date": "March 4, 2025",
        "since": "since March 4, 2025",
        "within": "March 4–7, 2025",
        "moment": "March 4, 2025, 6:05~PM",
    },
    "os": {"month": "2025 Июнь"},
    "zz": {"date": "4 March 2025", "moment": "4 March 2025, 18:05"},
}

WRITE: dict[str, Callable[[str], str]] = {
    "date": lambda tag: language(tag).date(TUESDAY),
    "since": lambda tag: language(tag).since(TUESDAY),
    "day_month": lambda tag: language(tag).day_month(TUESDAY),
    "weekday": lambda tag: language(tag).weekday(TUESDAY),
    "moment": lambda tag: language(tag).moment(EVENING),
    "month": lambda tag: language(tag).month(2025, 6),
    "year": lambda tag: language(tag).period("2026"),
    "quarter": lambda tag: language(tag).period("2026-Q3"),
    "within": lambda tag: language(tag).date_range(TUESDAY, FRIDAY),
    "across": lambda tag: language(tag).date_range(TUESDAY, APRIL),
    "years": lambda tag: language(tag).date_range(TUESDAY, NEXT_YEAR),
}


def forget() -> None:
    """As if no language had been written in this process."""
    from babel import localedata

    localedata._cache.clear()
    for remembered in (cldr.locale, cldr.pattern, cldr.written, cldr.month_names):
        remembered.cache_clear()


@pytest.mark.parametrize(("tag", "kind"), [(tag, kind) for tag, kinds in WRITTEN.items() for kind in kinds])
def test_dates(tag: str, kind: str) -> None:
    assert WRITE[kind](tag) == WRITTEN[tag][kind].replace("~", "\u00a0")


@pytest.mark.parametrize("first", ["ka", "hy", "az", "ru", "en", "sr-Latn", "sq", "tr", "he", "os"])
def test_dates_in_every_order_of_languages(first: str) -> None:
    """Babel's stand-alone names leak from the language that is asked first (python-babel #1234)."""
    from babel.dates import get_day_names, get_month_names, get_quarter_names

    for second in WRITTEN:
        forget()
        for names in (get_month_names, get_day_names, get_quarter_names):
            dict(names("wide", context="stand-alone", locale=cldr.locale(first)))
        for write in WRITE.values():
            write(first)
        for kind, text in WRITTEN[second].items():
            assert WRITE[kind](second) == text.replace("~", "\u00a0"), (first, second)
    forget()


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("hy", "մարտ"),
        ("ru", "март"),
        ("ka", "მარტი"),
        ("az", "mart"),
        ("sq", "mars"),
        ("uk", "березень"),
        ("ab", "Хəажəкыра"),
    ],
)
def test_months_that_stand_alone_are_nominative(tag: str, name: str) -> None:
    assert language(tag).month_name(3) == name


@pytest.mark.parametrize("tag", [*WRITTEN, "ab", "uk", "he", "pl", "fi", "el"])
def test_no_pattern_asks_babel_for_names_that_leak(tag: str) -> None:
    for kind in ("date", "day_month", "month", "quarter", "year", "time"):
        assert not set(re.sub("'[^']*'", "", cldr.pattern(tag, kind))) & set("Lqc"), kind


def test_month_within_a_text_is_small() -> None:
    assert language("ru").period("2026-10") == "октябрь 2026\u00a0г."
    assert language("az").period("2026-06") == "iyun 2026"
    assert language("ka").period("2026-10") == "2026 წლის ოქტომბერი"


@pytest.mark.parametrize(
    ("year", "spoken"),
    [(2000, "ci"), (2010, "cu"), (2019, "cu"), (2020, "ci"), (2023, "cü"), (2024, "cü"), (2025, "ci")]
    + [(2026, "cı"), (2029, "cu"), (2030, "cu"), (2040, "cı"), (1900, "cü")],
)
def test_azerbaijani_years_harmonise(year: int, spoken: str) -> None:
    assert language("az").period(str(year)) == f"{year}-{spoken} il"


@pytest.mark.parametrize("text", ["", "26", "2026-Q5", "2026-13", "2026-00", "2026-1", "2026-10-01", "2026 ", "0000"])
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError):
        language("ka").period(text)


@pytest.mark.parametrize(
    ("tag", "day", "since"),
    [
        ("ka", dt.date(2021, 1, 2), "2021 წლის 2 იანვრიდან"),
        ("ka", dt.date(2021, 8, 2), "2021 წლის 2 აგვისტოდან"),
        ("sq", dt.date(2021, 7, 2), "që nga 2 korriku 2021"),
        ("sr-Cyrl", dt.date(2021, 10, 2), "од 2. октобра 2021."),
        ("ru", dt.date(2021, 4, 2), "со 2 апреля 2021\u00a0г."),
    ],
)
def test_months_are_inflected_after_since(tag: str, day: dt.date, since: str) -> None:
    assert language(tag).since(day) == since


def test_ranges() -> None:
    assert language("en").date_range(TUESDAY, TUESDAY) == "4 March 2025"
    with pytest.raises(ValueError, match="before"):
        language("en").date_range(FRIDAY, TUESDAY)


def test_clocks_are_written_as_they_are() -> None:
    tbilisi = dt.timezone(dt.timedelta(hours=4))
    assert language("ka").time(dt.time(9, 0)) == "09:00"
    assert language("ka").time(EVENING.replace(tzinfo=tbilisi)) == "18:05"
    # The same instant in two zones: equal in Python, and yet two texts.
    assert language("ka").time(EVENING.replace(tzinfo=tbilisi).astimezone(dt.UTC)) == "14:05"
    assert language("sq").time(dt.time(18, 5)) == "18:05"


def test_a_datetime_is_a_day() -> None:
    assert language("ka").date(EVENING) == language("ka").date(TUESDAY)
    assert language("ka").date_range(EVENING, dt.datetime(2025, 3, 7, 1)) == "4–7 მარტი, 2025"
