"""A register as CSV with its Table Schema (Frictionless Data), and as JSON: the same records in each, the oldest first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.database import packed
from sajaro.ledgers.ledger import Columns, Ledger
from sajaro.presenters.tables import csv_text
from sajaro.reading import Reading


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of some rows: of the table, and of the JSON. Equal keys give equal lines."""

    key: bytes
    lines: bytes
    data: bytes

    def __repr__(self) -> str:
        """The key of a view is made of representations, and lines are megabytes."""
        return f"Part({self.key.hex()})"


def tables(ledger: Ledger, lang: str) -> Iterator[Artifact]:
    build, base = ledger.build, f"{lang}/{ledger.section}/{ledger.section}"

    def file(name: str, view: Callable[[], Any], render: Callable[[Any], bytes], keys: Any) -> Artifact:
        path, code = f"{base}.{name}", key(build.engine, ledger.section, name)
        return Artifact(path, lambda: key(build.base, path, *keys()), view, render, lambda _: code, permanent=True)

    rows = ledger.part_keys.values
    yield file("csv", partial(_table, ledger, lang), _csv, rows)
    yield file("json", partial(_data, ledger, lang), _json, lambda: (*ledger.head().values(), *rows()))
    yield file("schema.json", partial(schema, ledger.columns, build.reading(lang)), _pretty, tuple)


def _parts(ledger: Ledger, lang: str) -> tuple[Part, ...]:
    return tuple(_part(ledger, lang, name) for name in ledger.parts)


def _part(ledger: Ledger, lang: str, name: str) -> Part:
    """What the store knows is not made again."""
    build = ledger.build
    known = key(ledger.section, build.base, lang, ledger.part_keys[name])
    found = build.store.part_of(known)
    if found is None:
        reading = build.reading(lang)
        records = [ledger.record(each, reading) for each in ledger.parts[name]]
        lines = csv_text((), ([_cell(record[column]) for column in ledger.columns] for record in records))
        found = lines.partition(b"\r\n")[2], b",\n".join(map(_dumped, records))
        build.store.put_part(known, known, packed(found))
    return Part(known, *found)


def _cell(value: Any) -> Any:
    return "|".join(value) if isinstance(value, list) else value


def _dumped(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_plain).replace("</", "<\\/").encode()


def _plain(value: Any) -> Any:
    """Days as ISO 8601, amounts as text, which loses nothing."""
    assert isinstance(value, (date, Decimal))
    return value.isoformat() if isinstance(value, date) else str(value)


def _table(ledger: Ledger, lang: str) -> tuple[tuple[str, ...], tuple[Part, ...]]:
    return tuple(ledger.columns), _parts(ledger, lang)


def _csv(view: tuple[tuple[str, ...], tuple[Part, ...]]) -> bytes:
    columns, parts = view
    return csv_text(columns, ()) + b"".join(part.lines for part in parts)


def _data(ledger: Ledger, lang: str) -> tuple[dict[str, Any], str, tuple[Part, ...]]:
    build, place = ledger.build, f"{lang}/{ledger.section}/"
    head = {
        "title": ledger.home(build.reading(lang)).title,
        "institution": str(build.title(lang)),
        "language": lang,
        "url": build.places.whole(place),
        "schema": build.places.whole(f"{place}{ledger.section}.schema.json"),
        **ledger.head(),
        "count": len(ledger.documents),
    }
    return head, ledger.rows, _parts(ledger, lang)


def _json(view: tuple[dict[str, Any], str, tuple[Part, ...]]) -> bytes:
    head, rows, parts = view
    start = json.dumps(head, ensure_ascii=False, indent=1).rstrip("}\n")
    return f'{start},\n "{rows}": [\n'.encode() + b",\n".join(part.data for part in parts) + b"\n]}\n"


def schema(columns: Columns, reading: Reading) -> dict[str, Any]:
    """The Table Schema of the CSV; its titles are in the readers' language."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [
            {"name": name, "type": kind, "title": reading.word(title)} | ({"constraints": rules} if rules else {})
            for name, (kind, title, rules) in columns.items()
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _pretty(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
