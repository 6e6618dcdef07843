"""A CSV as rows and columns: UTF-8 with or without BOM; commas, semicolons or tabs; quoted line breaks; empty columns at the end."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import NamedTuple

MANY = 20
"""Flaws of one file that are told at once."""
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})$")


class Flaw(NamedTuple):
    """What is wrong with a cell, a row, or the whole: a code of `messages`, the line of the file, the name of the column."""

    code: str
    line: int | None
    column: str | None
    facts: tuple[tuple[str, str], ...] = ()


class Sheet(NamedTuple):
    """A table: the names of its columns, and its rows, each with its line in the file and as many cells as there are columns."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, name: str) -> int | None:
        return self.header.index(name) if name in self.header else None


def read(content: bytes) -> tuple[Sheet, list[Flaw]]:
    """The table, and what programs that use it would stumble over. Raises UnicodeDecodeError: what is no UTF-8 is no table."""
    text = content.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    flaws: list[Flaw] = []
    start = 1
    try:
        for cells in reader:
            line, start = start, reader.line_num + 1
            cells = [cell.strip() for cell in cells]
            if not any(cells):
                continue
            if not header:
                header = _header(cells)
                continue
            if any(cells[len(header) :]):
                flaws.append(Flaw("row-too-long", line, None))
            row = (*cells[: len(header)], *[""] * (len(header) - len(cells)))
            rows.append((line, row))
    except csv.Error as error:
        flaws.append(Flaw("csv", reader.line_num, None, (("reason", str(error)),)))
    sheet = Sheet(header, tuple(rows))
    return sheet, [*flaws, *_stumbles(sheet)][:MANY]


def _header(cells: list[str]) -> tuple[str, ...]:
    """The names, without the empty ones at the end."""
    while cells and not cells[-1]:
        cells = cells[:-1]
    return tuple(cells)


def _stumbles(sheet: Sheet) -> Iterator[Flaw]:
    for at, name in enumerate(sheet.header):
        if not name:
            yield Flaw("sheet-no-head", 1, str(at + 1))
        elif name in sheet.header[:at]:
            yield Flaw("column-twice", 1, name)
    for line, cells in sheet.rows:
        for name, cell in zip(sheet.header, cells, strict=True):
            if example := day(cell):
                yield Flaw("sheet-day", line, name, (("value", cell), ("example", example)))


def day(cell: str) -> str:
    """A day that people write as 22.11.2026 as programs read it, or an example where it can be read in two ways; else nothing."""
    found = _DAY.match(cell)
    if found is None:
        return ""
    first, second, year = map(int, found.groups())
    return f"{year}-{second:02}-{first:02}" if "." in cell and first <= 31 and second <= 12 else "2026-11-22"
