"""The acts as CSV with its Table Schema (Frictionless Data), and as JSON: the same records in each, the newest first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing import parent_process
from typing import Any

from sajaro.acts import WORDS
from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs.acts.divided import Divided
from sajaro.presenters.act_register import home
from sajaro.presenters.tables import csv_text
from sajaro.store import packed

STATES = tuple(reversed(WORDS))
COLUMNS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "kind": ("string", N_("Kind"), {}),
    "number": ("string", N_("Number as it is written on the act"), {}),
    "number_compact": ("string", N_("The same without signs and spaces, to search by"), {}),
    "title": ("string", N_("Title"), {"required": True}),
    "title_language": ("string", N_("Language of the title"), {"required": True}),
    "issuer": ("string", N_("Who adopted it: the identifier of the unit"), {}),
    "issuer_name": ("string", N_("Who adopted it"), {}),
    "convocation": ("string", N_("Convocation"), {}),
    "date": ("date", N_("Adopted"), {}),
    "published": ("date", N_("Made public"), {}),
    "official_published": ("date", N_("Officially published"), {}),
    "in_force_from": ("date", N_("In force from"), {}),
    "in_force_to": ("date", N_("The last day of force, where the act itself fixes it"), {}),
    "state": ("string", N_("State"), {"required": True, "enum": STATES}),
    "registration_code": ("string", N_("Registration code"), {}),
    "official_url": ("string", N_("Address of the official text"), {}),
    "amends": ("string", N_("Amends; acts by their identifiers or addresses, parted by |"), {}),
    "repeals": ("string", N_("Repeals"), {}),
    "repeals_in_part": ("string", N_("Repeals in part"), {}),
    "corrects": ("string", N_("Corrects"), {}),
    "based_on": ("string", N_("Based on"), {}),
    "amended_by": ("string", N_("Amended by"), {}),
    "repealed_by": ("string", N_("Repealed by"), {}),
    "repealed_in_part_by": ("string", N_("Repealed in part by"), {}),
    "versions": ("string", N_("Consolidated versions"), {}),
    "files": ("string", N_("Addresses of files, parted by |"), {}),
    "sha256": ("string", N_("SHA-256 of each file, in the same order, parted by |"), {}),
    "changed": ("date", N_("Day of the last change of the page"), {}),
    "url": ("string", N_("Permanent address of the act"), {"required": True, "unique": True}),
}  # fmt: skip
"""Each column's type in the Table Schema, what it means, and what holds of its values."""

Part = tuple[bytes, bytes]
"""The lines of some acts: of the table, and of the JSON."""


def tables(divided: Divided, lang: str) -> Iterator[Artifact]:
    build, base = divided.register.build, f"{lang}/acts/acts"

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
    return key(engine, "acts", name)


def _parts(divided: Divided, lang: str) -> tuple[Part, ...]:
    return tuple(_part(divided, lang, name) for name in reversed(divided.parts))


def _part(divided: Divided, lang: str, name: str) -> Part:
    """What the store knows is not made again; only the process that holds the store writes to it."""
    register, build = divided.register, divided.register.build
    known = key("acts", build.base, lang, divided.key(name))
    part = build.store.part_of(known)
    if part is None:
        reading = build.reading(lang)
        records = [register.record(each, reading) for each in divided.parts[name]]
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
    build, register = divided.register.build, divided.register
    return {
        "title": home(build, build.reading(lang)).title,
        "institution": str(build.title(lang)),
        "language": lang,
        "url": build.places.whole(f"{lang}/acts/"),
        "schema": build.places.whole(f"{lang}/acts/acts.schema.json"),
        "count": len(register.documents),
    }


def _json(view: tuple[dict[str, Any], tuple[Part, ...]]) -> bytes:
    head, parts = view
    start = json.dumps(head, ensure_ascii=False, indent=1).rstrip("}\n")
    return start.encode() + b',\n "acts": [\n' + b",\n".join(lines for _, lines in parts) + b"\n]}\n"


def schema(divided: Divided, lang: str) -> dict[str, Any]:
    """The Table Schema of the CSV; its titles are in the readers' language."""
    word = divided.register.build.reading(lang).word
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
