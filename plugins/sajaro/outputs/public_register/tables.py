"""The register as CSV with its Table Schema (Frictionless Data), and as JSON: the same records in each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import parent_process
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs.public_register.divided import Divided
from sajaro.presenters.register import home
from sajaro.presenters.tables import csv_text
from sajaro.public_register.register import ACCESS
from sajaro.store import packed

KINDS = ("received", "created", "processed", "issued")
COLUMNS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "number": ("integer", N_("Number in the register; empty where none has been given yet"), {"unique": True, "minimum": 1}),
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "title": ("string", N_("Title"), {"required": True}),
    "title_language": ("string", N_("Language of the title"), {"required": True}),
    "date": ("date", N_("Day of the event"), {}),
    "kind": ("string", N_("Event"), {"required": True, "enum": KINDS}),
    "entered": ("date", N_("Day of entry"), {}),
    "days": ("integer", N_("Days between the event and its entry"), {"required": True, "minimum": 0}),
    "late": ("boolean", N_("Whether that is more than the law gives"), {"required": True}),
    "from": ("string", N_("From whom it came; persons only as a category"), {}),
    "to": ("string", N_("To whom it was sent; persons only as a category"), {}),
    "unit": ("string", N_("Unit"), {}),
    "section": ("string", N_("Section of this website"), {"required": True}),
    "access": ("string", N_("Access"), {"required": True, "enum": ACCESS}),
    "ground": ("string", N_("Ground on which it is not open to everyone"), {}),
    "formats": ("string", N_("Formats, parted by |"), {}),
    "files": ("string", N_("Addresses of files, parted by |"), {}),
    "sha256": ("string", N_("SHA-256 of each file, in the same order, parted by |"), {}),
    "place_kept": ("string", N_("Where it is kept"), {}),
    "nomenclature": ("string", N_("Nomenclature code"), {}),
    "url": ("string", N_("Permanent address of the entry"), {"required": True, "unique": True}),
}  # fmt: skip
"""Each column's type in the Table Schema, what it means, and what holds of its values."""

Part = tuple[bytes, bytes]
"""The lines of some entries: of the table, and of the JSON."""


def tables(divided: Divided, lang: str) -> Iterator[Artifact]:
    build, base = divided.entries.build, f"{lang}/register/register"

    def file(name: str, view: Callable[[], Any], render: Callable[[Any], bytes]) -> Artifact:
        path, code = f"{base}.{name}", partial(_code, build.engine, name)
        parts = divided.parts if name != "schema.json" else ()
        return Artifact(
            path, lambda: key(build.base, path, *map(divided.key, parts)), view, render, code, permanent=True
        )

    yield file("csv", partial(_parts, divided, lang), _csv)
    yield file("json", lambda: (_head(divided, lang), _parts(divided, lang)), _json)
    yield file("schema.json", partial(schema, divided, lang), _pretty)


def _code(engine: bytes, name: str, _: object) -> bytes:
    return key(engine, "register", name)


def _parts(divided: Divided, lang: str) -> tuple[Part, ...]:
    return tuple(_part(divided, lang, name) for name in divided.parts)


def _part(divided: Divided, lang: str, name: str) -> Part:
    """What the store knows is not made again; only the process that holds the store writes to it."""
    entries, build = divided.entries, divided.entries.build
    known = key("register", build.base, lang, divided.key(name))
    part = build.store.part_of(known)
    if part is None:
        reading = build.reading(lang)
        records = [entries.record(each, reading) for each in divided.parts[name]]
        lines = csv_text((), ([_cell(record[column]) for column in COLUMNS] for record in records))
        part = lines.partition(b"\r\n")[2], b",\n".join(map(_dumped, records))
        if parent_process() is None and build.store.writes:
            build.store.put_part(known, known, packed(part))
    return part


def _cell(value: Any) -> Any:
    return "|".join(value) if isinstance(value, list) else value


def _dumped(record: dict[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").encode()


def _csv(parts: tuple[Part, ...]) -> bytes:
    return csv_text(tuple(COLUMNS), ()) + b"".join(lines for lines, _ in parts)


def _head(divided: Divided, lang: str) -> dict[str, Any]:
    build, register = divided.entries.build, divided.entries.register
    return {
        "title": home(build, build.reading(lang)).title,
        "institution": str(build.title(lang)),
        "language": lang,
        "url": build.places.whole(f"{lang}/register/"),
        "schema": build.places.whole(f"{lang}/register/register.schema.json"),
        "term_days": register.term,
        "count": len(register.entries),
    }


def _json(view: tuple[dict[str, Any], tuple[Part, ...]]) -> bytes:
    head, parts = view
    start = json.dumps(head, ensure_ascii=False, indent=1).rstrip("}\n")
    return start.encode() + b',\n "entries": [\n' + b",\n".join(lines for _, lines in parts) + b"\n]}\n"


def schema(divided: Divided, lang: str) -> dict[str, Any]:
    """The Table Schema of the CSV; its titles are in the readers' language."""
    word = divided.entries.build.reading(lang).word
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [
            {"name": name, "type": kind, "title": word(title)} | ({"constraints": rules} if rules else {})
            for name, (kind, title, rules) in COLUMNS.items()
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _pretty(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
