"""The numbers of the register, as `content/register/numbers.csv` holds them: one row a number, in the order of their giving.

Only the command `register` writes the file; a build reads it. A row without an id is a number that is never to be given again. How
numbers are given is in `numbering`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from sajaro.problems import Problem, problem

FILE = "register/numbers.csv"
"""Below `content/`."""
COLUMNS = ["id", "number", "day"]
AGAIN = frozenset({"register-number-twice", "register-id-twice"})
"""Problems that the command remedies."""


class Row(NamedTuple):
    """A number, the id of its document, the day on which it was given."""

    id: str
    number: int
    day: date


@dataclass(frozen=True)
class Numbers:
    """What the file says: its rows, and what is wrong with it."""

    rows: tuple[Row, ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """The row of each id: of several the first, as `numbering` keeps it."""
        found: dict[str, Row] = {}
        owners: set[int] = set()
        for row in self.rows:
            if row.number not in owners and row.id:
                found.setdefault(row.id, row)
            owners.add(row.number)
        return found


def read(content: Path) -> Numbers:
    """The numbers of a site; none where there is no file."""
    file, path = f"content/{FILE}", content / FILE
    if not path.is_file():
        return Numbers()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Numbers((), (problem(file, "not-utf-8"),))
    except OSError as error:
        return Numbers((), (problem(file, "unreadable", reason=error.strerror or str(error)),))
    return parse(text, file)


def parse(text: str, file: str) -> Numbers:
    """The rows of a table as the command writes it, or as a spreadsheet saves it."""
    rows: list[Row] = []
    problems: list[Problem] = []
    ids: dict[str, int] = {}
    owners: dict[int, int] = {}
    for line, written in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in next(csv.reader([written], delimiter=";" if ";" in written else ","), [])]
        if not any(cells) or line == 1 and cells[:3] == COLUMNS:
            continue
        row = _row(cells)
        if row is None:
            problems.append(problem(file, "register-row", line=line, row=written))
            continue
        if row.number in owners:
            first = owners[row.number]
            problems.append(problem(file, "register-number-twice", line=line, number=row.number, other=first))
        elif row.id and row.id in ids:
            problems.append(problem(file, "register-id-twice", line=line, id=row.id, other=ids[row.id]))
        owners.setdefault(row.number, line)
        if row.id:
            ids.setdefault(row.id, line)
        rows.append(row)
    return Numbers(tuple(rows), tuple(problems))


def _row(cells: list[str]) -> Row | None:
    if len(cells) < 3 or any(cells[3:]) or not re.fullmatch(r"[1-9][0-9]{0,8}", cells[1]):
        return None
    try:
        day = date.fromisoformat(cells[2])
    except ValueError:
        return None
    return Row(cells[0], int(cells[1]), day)


def written(rows: Iterable[Row]) -> str:
    """The file, a line for each row: lines are what git merges."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows((row.id, row.number, row.day.isoformat()) for row in rows)
    return file.getvalue()
