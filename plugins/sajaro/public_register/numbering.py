"""How numbers are given: the next ones to those who have none, never one twice, and none taken away but by a merge.

Two branches that number at once give the same numbers. Git joins their lines, and then the line that stands first keeps its number:
where a branch is merged into the published one, that is the published one's. What stands later gets the next number.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sajaro.plain import plain
from sajaro.public_register.numbers import Row


@plain
class Numbered:
    """All rows as they are to be; those that are new; those that lost to an earlier line."""

    rows: tuple[Row, ...]
    new: tuple[Row, ...]
    lost: tuple[Row, ...]


def numbered(rows: Iterable[Row], ids: Iterable[str], day: date) -> Numbered:
    """Numbers for `ids` in their order, on `day`; ids that have one keep it.

    A number that an id was given beside another stays in the table without an id, so that nobody gets it again.
    """
    kept: list[Row] = []
    lost: list[Row] = []
    owners: set[int] = set()
    known: set[str] = set()
    rows = tuple(rows)
    for row in rows:
        if row.number in owners:
            lost.append(row)
        else:
            twice = row.id in known
            owners.add(row.number)
            kept.append(row._replace(id="") if twice else row)
            if twice:
                lost.append(row)
            elif row.id:
                known.add(row.id)
    wanted = dict.fromkeys((*(row.id for row in lost if row.id), *ids))
    first = max(owners, default=0) + 1
    new = tuple(Row(id, number, day) for number, id in enumerate((id for id in wanted if id not in known), first))
    return Numbered((*kept, *new), new, tuple(lost))
