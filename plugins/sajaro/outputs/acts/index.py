"""What the browser searches: the acts column by column, in parts over time, read only when somebody asks.

Days are counted from 1970; what says the same again and again is a number that points into a list. `theme/static/js/acts.js` puts it
together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from sajaro.acts import WORDS
from sajaro.acts.numbering import compact
from sajaro.artifacts import Artifact, key
from sajaro.languages import language
from sajaro.library import fields_of
from sajaro.outputs.acts.divided import Divided
from sajaro.presenters.act_register import kind_of, state_of, unit

EPOCH = date(1970, 1, 1).toordinal()


def index(divided: Divided, lang: str) -> Iterator[Artifact]:
    build = divided.register.build
    code = key(build.engine, "acts index")
    contents = _contents(divided, lang)
    path = f"{lang}/acts/entries/index.json"
    yield Artifact(path, key(path, contents), lambda: contents, bytes, lambda _: code)
    for name in divided.parts:
        path = f"{lang}/acts/entries/{name}.json"
        fingerprint = partial(_fingerprint, divided, path, name)
        yield Artifact(path, fingerprint, partial(_part, divided, lang, name), _json, lambda _: code)


def _fingerprint(divided: Divided, path: str, name: str) -> bytes:
    return key(divided.register.build.base, path, divided.key(name))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + "\n").encode()


def _contents(divided: Divided, lang: str) -> bytes:
    """What is read first: where the parts lie, newest first, and what is called how."""
    register, build = divided.register, divided.register.build
    reading = build.reading(lang)
    states = {name: state_of(reading, name) for name in WORDS}
    return _json(
        {
            "base": build.places.to(""),
            "parts": list(reversed(divided.parts)),
            "names": {
                "kinds": {name: kind_of(reading, name) for name in register.kinds},
                "units": {name: str(unit(reading, name)) for name in sorted(register.units)},
                "states": {name: [state.word, state.tone] for name, state in states.items()},
            },
            "languages": {tag: language(tag).name for tag in build.site.languages},
        }
    )


def _part(divided: Divided, lang: str, name: str) -> dict[str, Any]:
    """The columns of a part, the newest act first."""
    register, acts = divided.register, divided.register.acts
    coded: dict[str, dict[str, int]] = {"kinds": {}, "units": {}, "states": {}}
    columns: dict[str, list[Any]] = {
        each: [] for each in ("id", "title", "lang", "number", "compact", "day", "entry", *coded)
    }
    for document in divided.parts[name]:
        fields, spoken = fields_of(document, lang)
        number = fields.card_number
        values = {
            "kinds": document.gist.act.kind if document.gist.act else None,
            "units": register.issuer(document),
            "states": register.state(document),
        }
        row = (
            document.id.removeprefix("acts/"),
            str(fields.title),
            0 if spoken == lang else spoken,
            number,
            0 if compact(number) == number else compact(number),
            _day(acts.adopted(document.id)),
            _day(acts.entry(document.id)),
            *(codes.setdefault(values[each] or "", len(codes)) for each, codes in coded.items()),
        )
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)
    return {"codes": {each: list(codes) for each, codes in coded.items()}, **columns}


def _day(day: date | None) -> int | None:
    return day.toordinal() - EPOCH if day else None
