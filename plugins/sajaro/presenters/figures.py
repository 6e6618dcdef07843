"""Tables of numbers in the words of a language: as charts with the table beside them, and as records for CSV."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from sajaro.artifacts import Artifact, key
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.tables import csv_text
from sajaro.reading import Reading
from sajaro.views import Bar, Chart, Column, Day, Link, Number, Table, Tone, Value, Words

Cell = str | int | float | Decimal | date | None
"""What a cell holds for a program; people get it written in their language."""
SEEN = 5
"""Rows of a table that nobody needs to sort: all of it is seen at once."""


@plain
class Figures:
    """A table of numbers: its name in addresses, its columns for programs and for people, its rows (a label first, which
    is empty where the last is their sum), how it is drawn:
    `drawn` gives for each row the amounts of its bar and the figure at its end."""

    name: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: tuple[str, ...]
    parts: tuple[tuple[str, Tone], ...]
    drawn: tuple[tuple[tuple[float, ...], str], ...]
    money: frozenset[str] = frozenset()
    """Columns of amounts, in the currency that a column of that name says."""
    currency: str | None = None
    """That of all amounts where no column says it; None for the country's."""

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.columns)


def chart(reading: Reading, figures: Figures, files: tuple[Link, ...] = (), script: str = "") -> Chart:
    """A table of numbers for people; `script` lets them sort it."""
    columns = tuple(Column(title, numeric=bool(at)) for at, (_, title) in enumerate(figures.columns))
    rows = tuple(_row(reading, figures, row, label) for row, label in zip(figures.rows, figures.labels, strict=True))
    bars = tuple(Bar(label, *drawn) for label, drawn in zip(figures.labels, figures.drawn, strict=True))
    totals = bool(figures.rows) and figures.rows[-1][0] == ""
    script = script if len(rows) > SEEN else ""
    table = Table(figures.title, columns, rows, script=script, totals=totals)
    return Chart(figures.title, figures.parts, bars, table, files, figures.name)


def _row(reading: Reading, figures: Figures, row: tuple[Cell, ...], label: str) -> tuple[tuple[Value, ...], ...]:
    cells: list[tuple[Value, ...]] = [(Words(label),)]
    currency = next((str(row[at]) for at, name in enumerate(figures.header) if name == "currency"), figures.currency)
    for value, (name, _) in zip(row[1:], figures.columns[1:], strict=True):
        if value is None:
            cells.append(())
        elif isinstance(value, date):
            cells.append((Day(value),))
        elif isinstance(value, str):
            cells.append((Number(value),))
        else:
            written = (
                reading.money(Decimal(value), currency).text
                if name in figures.money
                else reading.language.number(value)
            )
            cells.append((Number(written, value),))
    return tuple(cells)


def csv_file(build: Build, path: str, said: bytes, view: Callable[[], Figures], *, permanent: bool = False) -> Artifact:
    """A table of numbers to download; `said` changes with it."""
    code = key(build.engine, "figures")
    return Artifact(path, key(build.base, path, said), view, _csv, lambda _: code, permanent)


def _csv(figures: Figures) -> bytes:
    labels = figures.labels or ("",) * len(figures.rows)
    rows = ((row[0] or label, *row[1:]) for row, label in zip(figures.rows, labels, strict=True))
    return csv_text(figures.header, rows)
