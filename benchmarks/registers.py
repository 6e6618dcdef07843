"""Large registers: acts that refer to one another, the register of information and the log of requests, both as tables.

For ten thousand documents in the benchmark these are 20,000 acts with 60,000 relations, 50,000 entries and 20,000 requests.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from benchmarks import site
from benchmarks.edits import Files
from benchmarks.generate import DAYS, LAST
from benchmarks.words import KA, TOPICS, UNITS

LANGS = ("ka",)
SHARES = {"acts": 2, "register": 5, "requests": 2}
"""How many entries of each for a document of the benchmark."""
RELATIONS = ("amends", "repeals_in_part", "based_on")


def write(root: Path, section: str, count: int) -> Path:
    """A site at `root` that holds nothing but one register of so many entries, and what these refer to."""
    site.write(root, (), LANGS)
    if section == "acts":
        for path, text in _acts(count):
            target = root / "content" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    else:
        for year, rows in _by_year(section, count).items():
            target = root / f"content/{section}/{year}.csv"
            target.parent.mkdir(exist_ok=True)
            target.write_text(_table(rows), "utf-8")
    return root


def edit(files: Files, section: str, number: int) -> None:
    """The title of one entry from the middle becomes another."""
    names = sorted((files.root / "content" / section).rglob("*.csv" if section != "acts" else "*.md"))
    path = names[len(names) // 2 + (number if section == "acts" else 0)]
    name, text = path.relative_to(files.root).as_posix(), path.read_text("utf-8")
    if section == "acts":
        files.write(name, text.replace('title: "', f'title: "{number} ', 1))
    else:
        rows = text.splitlines(keepends=True)
        middle = len(rows) // 2 + number
        rows[middle] = _retitled(rows[middle], number)
        files.write(name, "".join(rows))


def _retitled(row: str, number: int) -> str:
    [cells] = csv.reader([row])
    cells[1] = f"{cells[1]}, {number}"
    return _table([cells])


def _acts(count: int) -> Iterator[tuple[str, str]]:
    chosen = Random(count)
    ids: list[str] = []
    for number in range(count):
        day = _day(number, count)
        facts: dict[str, object] = {
            "title": f"{KA.works[number % len(KA.works)]}, {number + 1}",
            "date": day.isoformat(),
            "kind": chosen.choice(("resolution", "order", "decision")),
            "number": str(number + 1),
            "issuer": UNITS[number % len(UNITS)],
            "topics": [chosen.choice(TOPICS)],
            "effective_from": day.isoformat(),
        }
        # Most relations are to acts of the last years, some to any.
        for relation in RELATIONS:
            if ids:
                facts[relation] = [chosen.choice(ids[-500:] if chosen.random() < 0.8 else ids)]
        body = "\n\n".join(f"## {heading}\n\n" + " ".join(_plain()) for heading in KA.headings[:4])
        ids.append(f"acts/{day.year}/act-{number}")
        yield f"{ids[-1]}.ka.md", site.front(facts, body)


def _plain() -> list[str]:
    return [each for each in KA.sentences if "{" not in each]


def _by_year(section: str, count: int) -> dict[int, list[list[object]]]:
    """Rows by year, the first of each year the heads of columns."""
    heads = {
        "register": ["id", "title.ka", "date", "entered", "kind", "access", "unit", "topics"],
        "requests": ["id", "title.ka", "date", "ref", "channel", "requester", "outcome", "unit", "topics", "answered"],
    }
    found: dict[int, list[list[object]]] = {}
    for number in range(count):
        day = _day(number, count)
        title = f"{KA.works[number % len(KA.works)]}, {number + 1}"
        unit, topic = UNITS[number % len(UNITS)], TOPICS[number % len(TOPICS)]
        row: list[object] = [f"n{number}", title, day]
        if section == "register":
            row += [day, ("received", "created", "issued")[number % 3], "open", unit, topic]
        else:
            row += [f"PI-{number + 1}", "electronic", "citizen", "granted", unit, topic, day]
        found.setdefault(day.year, [heads[section]]).append(row)
    return found


def _table(rows: list[list[object]]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    return file.getvalue()


def _day(number: int, count: int) -> date:
    return LAST - timedelta(days=DAYS - (number + 1) * DAYS // count)
