"""The log as CSV with its Table Schema (Frictionless Data)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from multiprocessing import parent_process
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs.requests.parts import Parts
from sajaro.presenters.tables import csv_text
from sajaro.store import packed
from sajaro.types.requests import CATEGORY, CHANNEL, OUTCOME

Rules = dict[str, Any]


def _words(choice: Any) -> list[str]:
    return [name for name, _ in choice.__metadata__[0].words]


COLUMNS: dict[str, tuple[str, str, Rules]] = {
    "ref": ("string", N_("Reference of the request"), {"required": True, "unique": True}),
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "subject": ("string", N_("Subject"), {"required": True}),
    "subject_language": ("string", N_("Language of the subject"), {"required": True}),
    "received": ("date", N_("Day of receipt"), {"required": True}),
    "channel": ("string", N_("How it was submitted"), {"enum": _words(CHANNEL)}),
    "requester": ("string", N_("Who asked, as a category"), {"enum": _words(CATEGORY)}),
    "unit": ("string", N_("Unit"), {}),
    "correction": ("boolean", N_("Whether it asks to correct information"), {"required": True}),
    "state": ("string", N_("State on the day of the table"), {"required": True, "enum": ["pending", "overdue", "waiting", "answered", "late"]}),
    "outcome": ("string", N_("Result"), {"required": True, "enum": _words(OUTCOME)}),
    "ground": ("string", N_("Ground of refusal, wholly or in part"), {}),
    "due": ("date", N_("Last day for the answer"), {}),
    "extended": ("boolean", N_("Whether the time was extended"), {"required": True}),
    "answered": ("date", N_("Day of the answer, or of what ended it otherwise"), {}),
    "days": ("integer", N_("Days to the answer, as the law counts them"), {"minimum": 0}),
    "days_late": ("integer", N_("Days by which it is late, as the law counts them"), {"required": True, "minimum": 0}),
    "fee": ("number", N_("Fee paid"), {}),
    "appeal_level": ("string", N_("Before whom it was appealed"), {}),
    "appeal_date": ("date", N_("Day of the appeal"), {}),
    "appeal_result": ("string", N_("Result of the appeal"), {}),
    "url": ("string", N_("Permanent address of the request"), {"required": True, "unique": True}),
}  # fmt: skip
"""Each column's type in the Table Schema, what it means, and what holds of its values."""


def tables(parts: Parts, lang: str) -> Iterator[Artifact]:
    build, base = parts.requests.build, f"{lang}/requests/requests"
    for name, view, render in (
        ("csv", partial(_lines, parts, lang), _csv),
        ("schema.json", partial(schema, parts, lang), _pretty),
    ):
        path = f"{base}.{name}"
        keys = parts.parts if name == "csv" else ()
        fingerprint = partial(_fingerprint, parts, path, keys)
        yield Artifact(path, fingerprint, view, render, partial(_code, build.engine, name), permanent=True)


def _fingerprint(parts: Parts, path: str, names: Any) -> bytes:
    return key(parts.requests.build.base, path, *map(parts.key, names))


def _code(engine: bytes, name: str, _: object) -> bytes:
    return key(engine, "requests", name)


def _lines(parts: Parts, lang: str) -> tuple[bytes, ...]:
    return tuple(_part(parts, lang, name) for name in parts.parts)


def _part(parts: Parts, lang: str, name: str) -> bytes:
    """What the store knows is not made again; only the process that holds the store writes to it."""
    found, build = parts.requests, parts.requests.build
    known = key("requests", build.base, lang, parts.key(name))
    lines = build.store.part_of(known)
    if lines is None:
        reading = build.reading(lang)
        records = (found.record(each, reading) for each in parts.parts[name])
        lines = csv_text((), ([record[column] for column in COLUMNS] for record in records)).partition(b"\r\n")[2]
        if parent_process() is None and build.store.writes:
            build.store.put_part(known, known, packed(lines))
    return lines


def _csv(lines: tuple[bytes, ...]) -> bytes:
    return csv_text(tuple(COLUMNS), ()) + b"".join(lines)


def schema(parts: Parts, lang: str) -> dict[str, Any]:
    """The Table Schema of the CSV; its titles are in the readers' language."""
    word = parts.requests.build.reading(lang).word
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
