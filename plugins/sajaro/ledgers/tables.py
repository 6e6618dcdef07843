"""A register as CSV with its Table Schema (Frictionless Data), and as JSON: the same records in each, the oldest first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any, Literal

from sajaro.artifacts import Artifact, Joined, key
from sajaro.database import packed
from sajaro.ledgers.ledger import Columns, Ledger
from sajaro.plain import plain
from sajaro.presenters.tables import csv_text
from sajaro.reading import Reading


@plain
class Stretch:
    """The lines of some rows in one of both forms. Equal keys give equal lines."""

    key: bytes
    lines: bytes

    def __repr__(self) -> str:
        """The key of a view is made of representations, and lines are megabytes."""
        return f"Stretch({self.key.hex()})"


Form = Literal["csv", "json"]


def tables(ledger: Ledger, lang: str) -> Iterator[Artifact]:
    build, base = ledger.build, f"{lang}/{ledger.section}/{ledger.section}"

    def file(name: str, view: Callable[[], Any], render: Callable[[Any], bytes | Joined], keys: Any) -> Artifact:
        path, code = f"{base}.{name}", key(build.engine, ledger.section, name)
        return Artifact(path, lambda: key(build.base, path, *keys()), view, render, lambda _: code, permanent=True)

    rows = ledger.stretch_keys.values
    yield file("csv", partial(_table, ledger, lang), _csv, rows)
    yield file("json", partial(_data, ledger, lang), _json, lambda: (*ledger.head().values(), *rows()))
    yield file("schema.json", partial(schema, ledger.columns, build.reading(lang)), _pretty, tuple)


def _stretches(ledger: Ledger, lang: str, form: Form) -> tuple[Stretch, ...]:
    return tuple(_stretch(ledger, lang, form, name) for name in ledger.stretches)


def _stretch(ledger: Ledger, lang: str, form: Form, name: str) -> Stretch:
    """What the store knows is not made again; what is made is made in both forms."""
    build = ledger.build
    known: dict[Form, bytes] = {
        each: key(ledger.section, build.base, lang, each, ledger.stretch_keys[name]) for each in ("csv", "json")
    }
    found = build.store.part_of(known[form])
    if found is None:
        reading = build.reading(lang)
        records = [ledger.record(each, reading) for each in ledger.stretches[name]]
        lines = csv_text((), ([_cell(record[column]) for column in ledger.columns] for record in records))
        made: dict[Form, bytes] = {
            "csv": lines.partition(b"\r\n")[2],
            "json": b",\n".join(map(_dumped, records)),
        }
        for each, said in made.items():
            build.store.put_part(known[each], known[each], packed(said))
        found = made[form]
    return Stretch(known[form], found)


def _cell(value: Any) -> Any:
    return "|".join(value) if isinstance(value, list) else value


def _dumped(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=_plain).replace("</", "<\\/").encode()


def _plain(value: Any) -> Any:
    """Days as ISO 8601, amounts as text, which loses nothing."""
    assert isinstance(value, (date, Decimal))
    return value.isoformat() if isinstance(value, date) else str(value)


def _table(ledger: Ledger, lang: str) -> tuple[tuple[str, ...], tuple[Stretch, ...]]:
    return tuple(ledger.columns), _stretches(ledger, lang, "csv")


def _csv(view: tuple[tuple[str, ...], tuple[Stretch, ...]]) -> Joined:
    columns, stretches = view
    return csv_text(columns, ()), *(each.lines for each in stretches)


def _data(ledger: Ledger, lang: str) -> tuple[dict[str, Any], str, tuple[Stretch, ...]]:
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
    return head, ledger.rows, _stretches(ledger, lang, "json")


def _json(view: tuple[dict[str, Any], str, tuple[Stretch, ...]]) -> Joined:
    head, rows, stretches = view
    start = json.dumps(head, ensure_ascii=False, indent=1).rstrip("}\n")
    first, *others = (each.lines for each in stretches)
    return f'{start},\n "{rows}": [\n'.encode(), first, *(b",\n" + each for each in others), b"\n]}\n"


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
