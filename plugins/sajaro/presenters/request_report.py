"""The annual report of requests: under the headings of the law the tables of its period, and what the institution has written.

A report tells of its period until the day before its own date: of the year in which it is issued it knows no more. What was issued
is frozen: its tables stand in `frozen.json` beside it, written by the command `freeze`, and neither the log nor the law changes
them any more. What is counted is in `requests.statistics`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from sajaro import addresses
from sajaro.artifacts import key
from sajaro.duties.profile import Heading
from sajaro.fields import N_
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.duties import said
from sajaro.presenters.figures import Figures, chart
from sajaro.presenters.request_figures import Counted
from sajaro.presenters.request_words import Requests, requests
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.requests import statistics
from sajaro.requests.statistics import Case
from sajaro.types.parts import day_of, days_of
from sajaro.types.requests import OPEN
from sajaro.views import Block, Column, File, Notice, Number, Prose, Table, Value, Words

PRINT = "report.pdf"
"""A report for paper, beside its page."""
FILE = "frozen.json"
"""Beside the report; by the ids of reports, for a folder may hold several."""


class Sums(NamedTuple):
    """What was to be dealt with in a period, and what of it was: the first two are as many as the last two."""

    carried: int
    received: int
    closed: int
    pending: int


class Written(NamedTuple):
    """A heading with its tables, as they are kept when the report is frozen."""

    code: str
    title: str
    tables: tuple[Table, ...]


@plain
class Period:
    """The days that a report tells of, and the cases received in them."""

    first: date
    last: date
    cases: tuple[Case, ...]
    sums: Sums


def is_composed(document: Document) -> bool:
    """A report says under `answers` what cannot be counted; without them it is written out by hand."""
    fields: Any = document.fields
    return fields.kind == "information-requests" and bool(fields.answers)


def printed(build: Build, document: Document) -> bool:
    """Whether there is a PDF beside its page."""
    return (
        build.has("prints")
        and document.section == "reports"
        and not build.library.is_tombstone(document)
        and is_composed(document)
        and build.once(requests) is not None
    )


def print_of(build: Build, reading: Reading) -> Iterator[File]:
    """The PDF of a report, for its page."""
    document = reading.document
    if document and printed(build, document):
        place = addresses.document(document.id, reading.lang) + PRINT
        yield File(build.places.to(place), reading.word(N_("The report for print")), "PDF", "")


def period(found: Requests, fields: Any) -> Period:
    """What a report tells of, as it stood on its last day."""
    first, last = days_of(fields.period)
    last = min(last, day_of(fields.date) - timedelta(days=1), found.build.library.today)
    cases = found.log.cases(last)
    mine = tuple(each for each in cases if each.handling.received >= first)
    before = {each.id for each in found.log.cases(first - timedelta(days=1)) if each.handling.state in OPEN}
    dealt = [each for each in cases if each.id in before or each.handling.received >= first]
    counts = statistics.counts(dealt)
    return Period(first, last, mine, Sums(len(before), len(mine), counts.closed, counts.open))


def composed_key(build: Build, document: Document) -> bytes:
    """Changes with whatever the tables of a report may say."""
    found = build.once(requests)
    if found is None or document.section != "reports" or not is_composed(document):
        return b""
    return key(found.whole_key, _headings(build), _kept(build, document))


def composed(build: Build, reading: Reading) -> Iterator[Block]:
    """The headings of a report, each with its tables and its answer."""
    document, found = reading.document, build.once(requests)
    if document is None or found is None or document.section != "reports" or not is_composed(document):
        return
    fields: Any = document.editions[reading.lang].fields
    answers = {each.id: each.text for each in fields.answers}
    asks = {each.code for each in _headings(build) if each.asks}
    kept = _kept(build, document) if fields.frozen else {}
    if not kept and not all(each.verified for each in _headings(build)):
        yield Notice(
            reading.word(N_("Not yet verified in law")),
            reading.word(
                N_("The headings are shown as they are known; no lawyer has found all of them in the law yet.")
            ),
        )
    written = _thawed(kept, reading.lang) if kept else written_out(found, reading, fields)
    for heading in written:
        answer = answers.get(heading.code, "")
        if answer or heading.tables or heading.code in asks:
            yield Prose(heading.title, reading.markdown(answer), getattr(answer, "lang", None))
        yield from heading.tables
        if not answer and heading.code in asks:
            yield Notice(reading.word(N_("The institution has not written this part yet.")))


def written_out(found: Requests, reading: Reading, fields: Any) -> Iterator[Written]:
    """The headings with the tables that are computed under them."""
    told = period(found, fields)
    counted = Counted(found, reading, told.cases, told.last)
    for number, heading in enumerate(_headings(found.build), 1):
        tables = tuple(table for name in heading.tables for table in _tables(counted, told, name))
        yield Written(heading.code, f"{number}. {said(reading, heading.title)}", tables)


def _headings(build: Build) -> tuple[Heading, ...]:
    declared = build.library.duties
    return declared.profile.report if declared and declared.profile else ()


def _tables(counted: Counted, told: Period, name: str) -> Iterator[Table]:
    reading = counted.reading
    if name == "requests":
        yield _sums(reading, told)
        figures: tuple[Figures, ...] = (counted.channels(), counted.requesters())
    elif name == "corrections":
        own = [each for each in told.cases if each.request.correction]
        figures = (Counted(counted.requests, reading, own, told.last).outcomes(N_("Requests to correct information")),)
    else:
        figures = (getattr(counted, name)(),)
    for each in figures:
        if each.rows:
            yield chart(reading, each).table


def _sums(reading: Reading, told: Period) -> Table:
    """What came and what became of it: it comes to the same on both sides."""
    sums, number = told.sums, reading.language.number
    span = reading.language.date_range(told.first, told.last) if told.last >= told.first else ""
    both = f"{number(sums.carried)} + {number(sums.received)} = {number(sums.closed)} + {number(sums.pending)}"
    rows = (
        (N_("Carried over from before"), number(sums.carried)),
        (N_("Received"), number(sums.received)),
        (N_("Dealt with"), number(sums.closed)),
        (N_("Still being considered"), number(sums.pending)),
        (N_("Carried over + received = dealt with + still being considered"), both),
    )
    columns = (Column(span), Column(reading.word(N_("Requests")), numeric=True))
    cells = tuple(((Words(reading.word(label)),), (Number(text),)) for label, text in rows)
    return Table(reading.word(N_("Requests for information")), columns, cells)


# What is frozen.


def frozen(found: Requests, document: Document) -> dict[str, Any]:
    """A report as `frozen.json` keeps it: what its headings and tables say in each language of the site."""
    said: dict[str, Any] = {}
    for lang in found.build.site.languages:
        reading = found.build.reading(lang)
        said[lang] = [_frozen(each) for each in written_out(found, reading, document.fields)]
    told = period(found, document.fields)
    return {"first": told.first.isoformat(), "last": told.last.isoformat(), "texts": said}


def _frozen(heading: Written) -> dict[str, Any]:
    tables = [
        {
            "caption": str(table.caption),
            "columns": [[str(column.title), column.numeric] for column in table.columns],
            "rows": [[[str(value.text) for value in cell] for cell in row] for row in table.rows],  # type: ignore[union-attr]
        }
        for table in heading.tables
    ]
    return {"code": heading.code, "title": heading.title, "tables": tables}


def _kept(build: Build, document: Document) -> dict[str, Any]:
    """What is frozen of a report; nothing where nothing is, or where the file cannot be read, which `check` tells."""
    path = build.settings.content / document.folder / FILE
    try:
        return json.loads(path.read_text("utf-8"))[document.id]
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _thawed(kept: dict[str, Any], lang: str) -> Iterator[Written]:
    texts = kept["texts"]
    for heading in texts.get(lang) or next(iter(texts.values())):
        yield Written(heading["code"], heading["title"], tuple(map(_table, heading["tables"])))


def _table(kept: dict[str, Any]) -> Table:
    columns = tuple(Column(title, numeric) for title, numeric in kept["columns"])

    def cell(texts: list[str], numeric: bool) -> tuple[Value, ...]:
        return tuple(Number(text) if numeric else Words(text) for text in texts)

    rows = (
        tuple(cell(texts, column.numeric) for texts, column in zip(row, columns, strict=True)) for row in kept["rows"]
    )
    return Table(kept["caption"], columns, tuple(rows))
