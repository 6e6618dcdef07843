"""Documents of a list as a table, where people compare them rather than read them: procurements, plans, reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sajaro.fields import N_
from sajaro.library import fields_of
from sajaro.presenters.build import Build
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import Column, Day, Link, Number, Table, Text, Value, Words

Row = tuple[tuple[Value, ...], ...]
NUMERIC = (N_("Estimated value"), N_("Agreed price"), N_("Paid"))


def as_table(build: Build, reading: Reading, section: str, title: str, documents: Iterable[Document]) -> Table | None:
    """None for sections that lists show as cards, and where there is nothing."""
    found = list(documents)
    if section not in TABLES or not found:
        return None
    columns, row = TABLES[section]
    heads = tuple(Column(reading.word(each), numeric=each in NUMERIC) for each in columns)
    rows = tuple(row(reading.of(each), fields_of(each, reading.lang)[0], each) for each in found)
    return Table(title, heads, rows, script=build.sorting if len(rows) > 1 else "")


def _title(reading: Reading, document: Document) -> Link:
    link = reading.link(document.id)
    assert link is not None
    return link


def _said(reading: Reading, document: Document, text: str | None) -> tuple[Value, ...]:
    """A document's own text, marked with its language where that is not the reader's."""
    if not text:
        return ()
    spoken = reading.language_of(document)
    return (Words(text if spoken == reading.lang or isinstance(text, Text) else Text(text, spoken)),)


def _procurement(reading: Reading, fields: Any, document: Document) -> Row:
    state = reading.state(document)
    amounts = (fields.value, fields.price, fields.paid)
    return (
        (_title(reading, document), Words(fields.number), Day(reading.library.day(fields.date))),
        (state,) if state else (),
        _said(reading, document, fields.supplier),
        *((Number(reading.money(each, fields.currency).text, each),) if each is not None else () for each in amounts),
    )


def _period(reading: Reading, fields: Any, document: Document) -> Row:
    """A plan or a report: what it is, what it covers, how far it is or when it was issued."""
    state = reading.state(document)
    return (
        (_title(reading, document),),
        (Words(reading.kind(document)),),
        (Words(reading.language.capitalised(reading.period(fields.period))),),
        (Day(reading.library.day(fields.date)),),
        *([(state,) if state else ()] if document.section == "plans" else []),
    )


TABLES: dict[str, tuple[tuple[str, ...], Callable[[Reading, Any, Document], Row]]] = {
    "procurements": (
        (N_("Procurement"), N_("Stage"), N_("Supplier"), *NUMERIC),
        _procurement,
    ),
    "plans": ((N_("Plan"), N_("Kind"), N_("Period"), N_("Date"), N_("Progress")), _period),
    "reports": ((N_("Report"), N_("Kind"), N_("Period"), N_("Date")), _period),
}
"""For each section the heads of its columns, and what makes a row."""
