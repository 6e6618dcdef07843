"""What the browser searches: the entries column by column, in parts over time, read only when somebody asks.

A column that says the same again and again is a list of names and numbers that point into it; days are counted from the entry before.
`theme/static/js/register.js` puts it together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.fields import word_of
from sajaro.languages import language
from sajaro.library import fields_of
from sajaro.outputs.public_register.divided import Divided
from sajaro.presenters.register import access, section
from sajaro.public_register.register import ACCESS
from sajaro.types.register import KIND, TONES

EPOCH = date(1970, 1, 1).toordinal()
KINDS = ("received", "created", "processed", "issued")


def index(divided: Divided, lang: str) -> Iterator[Artifact]:
    build = divided.entries.build
    code = key(build.engine, "register index")
    contents = _contents(divided, lang)
    path = f"{lang}/register/entries/index.json"
    yield Artifact(path, key(path, contents), lambda: contents, bytes, lambda _: code)
    for name in divided.parts:
        path = f"{lang}/register/entries/{name}.json"
        fingerprint = partial(_fingerprint, divided, path, name)
        yield Artifact(path, fingerprint, partial(_part, divided, lang, name), _json, lambda _: code)


def _fingerprint(divided: Divided, path: str, name: str) -> bytes:
    return key(divided.entries.build.base, path, divided.key(name))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + "\n").encode()


def _contents(divided: Divided, lang: str) -> bytes:
    """What is read first: where the parts lie, newest first, and what is called how."""
    entries, build = divided.entries, divided.entries.build
    reading, register = build.reading(lang), entries.register
    units = {id.split("/", 1)[1]: str(link.title) for id in sorted(register.units) if (link := reading.link(id))}
    return _json(
        {
            "base": build.places.to(""),
            "parts": list(reversed(divided.parts)),
            "units": units,
            "sections": {name: section(reading, name) for name in register.sections},
            "access": {name: [access(reading, name).word, TONES.get(name, "neutral")] for name in ACCESS},
            "kinds": [reading.word(word_of(KIND, each)) for each in KINDS],
            "languages": {tag: language(tag).name for tag in build.site.languages},
            "term": register.term,
        }
    )


class _Names:
    """A list of names, each once, and where each is in it."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def place(self, name: str) -> int:
        return self.places.setdefault(name, len(self.places))

    @property
    def names(self) -> list[str]:
        return list(self.places)


def _part(divided: Divided, lang: str, name: str) -> dict[str, Any]:
    """The columns of a part, the oldest entry first."""
    register, documents = divided.entries.register, divided.parts[name]
    folders, units, bodies = _Names(), _Names(), _Names()
    foreign: dict[str, list[int]] = {}
    sides: dict[str, dict[int, int]] = {"from": {}, "to": {}}
    columns: dict[str, list[Any]] = {
        each: [] for each in ("folder", "stem", "number", "title", "entered", "days", "kind", "unit", "access")
    }
    before = last = 0
    for at, document in enumerate(documents):
        fields, spoken = fields_of(document, lang)
        folder, stem = document.id.rsplit("/", 1)
        entered = document.gist.entry.entered if document.gist.entry else None
        day, unit = (entered.toordinal() - EPOCH if entered else before), register.unit(document)
        given = register.number(document)
        number = given.number if given else 0
        own: Any = fields if document.section == "register" else None
        row = (
            folders.place(folder),
            stem,
            number - last if number else None,
            str(fields.title),
            day - before if entered else None,
            register.days(document),
            KINDS.index(own.kind if own else "issued"),
            units.place(unit.split("/", 1)[1]) if unit else -1,
            ACCESS.index(register.access(document)),
        )
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)
        before, last = day, number or last
        if spoken != lang:
            foreign.setdefault(spoken, []).append(at)
        for side, text in (("from", own.from_), ("to", own.to)) if own else ():
            if text:
                sides[side][at] = bodies.place(str(text))
    names = {"folders": folders.names, "units": units.names, "bodies": bodies.names}
    return names | columns | sides | {"foreign": foreign}
