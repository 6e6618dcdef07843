"""What the browser narrows the log by: the requests column by column, in parts over time, read only when somebody asks.

A column that says the same again and again is a list of names and numbers that point into it; days are counted from the request
before, or from the day of receipt. `theme/static/js/register.js` puts it together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.languages import language
from sajaro.library import fields_of
from sajaro.outputs.requests.parts import Parts
from sajaro.presenters.request_words import category, state
from sajaro.types.requests import CATEGORY, OPEN, OUTCOME, remark

EPOCH = date(1970, 1, 1).toordinal()


def index(parts: Parts, lang: str) -> Iterator[Artifact]:
    build = parts.requests.build
    code = key(build.engine, "requests index")
    contents = _contents(parts, lang)
    path = f"{lang}/requests/entries/index.json"
    yield Artifact(path, key(path, contents), lambda: contents, bytes, lambda _: code)
    for name in parts.parts:
        path = f"{lang}/requests/entries/{name}.json"
        yield Artifact(
            path, partial(_fingerprint, parts, path, name), partial(_part, parts, lang, name), _json, lambda _: code
        )


def _fingerprint(parts: Parts, path: str, name: str) -> bytes:
    return key(parts.requests.build.base, path, parts.key(name))


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + "\n").encode()


def _contents(parts: Parts, lang: str) -> bytes:
    """What is read first: where the parts lie, newest first, and what is called how."""
    found, build = parts.requests, parts.requests.build
    reading, log = build.reading(lang), found.log
    outcomes = [name for name, _ in OUTCOME.__metadata__[0].words]
    states = {name: state(reading, "", name) for name in outcomes} | {"overdue": state(reading, "overdue", "pending")}
    return _json(
        {
            "base": build.places.to(""),
            "parts": list(reversed(parts.parts)),
            "units": {id.split("/", 1)[1]: str(link.title) for id in sorted(log.units) if (link := reading.link(id))},
            "states": {name: [each.word, each.tone] for name, each in states.items()},
            "requesters": {name: category(reading, name) for name, _ in CATEGORY.__metadata__[0].words},
            "languages": {tag: language(tag).name for tag in build.site.languages},
        }
    )


def _part(parts: Parts, lang: str, name: str) -> dict[str, Any]:
    """The columns of a part, the oldest request first."""
    found, log = parts.requests, parts.requests.log
    reading = found.build.reading(lang)
    names: dict[str, dict[str, int]] = {
        each: {} for each in ("folders", "units", "states", "requesters", "remarks", "grounds")
    }
    columns: dict[str, list[Any]] = {each: [] for each in (
        "folder", "stem", "ref", "title", "received", "answered", "due", "unit", "state", "requester", "remark", "ground", "late",
    )}  # fmt: skip
    foreign: dict[str, list[int]] = {}
    before = 0

    def place(kind: str, value: str | None) -> int:
        return names[kind].setdefault(value, len(names[kind])) if value else -1

    for at, document in enumerate(parts.parts[name]):
        fields, spoken = fields_of(document, lang)
        own: Any = fields
        folder, stem = document.id.rsplit("/", 1)
        handling, unit = log.handling(document), log.unit(document)
        day = handling.received.toordinal() - EPOCH
        closed = handling.state not in OPEN
        row = (
            place("folders", folder),
            stem,
            own.ref,
            str(fields.title),
            day - before,
            _after(handling.received, handling.answered if closed else None),
            _after(handling.received, handling.due if handling.outcome == "pending" else None),
            place("units", unit.split("/", 1)[1] if unit else None),
            place("states", "overdue" if handling.state == "overdue" else handling.outcome),
            place("requesters", own.requester),
            place("remarks", remark(reading, handling)),
            place("grounds", str(found.ground(document, reading))),
            int(handling.state in ("overdue", "late")),
        )
        for column, value in zip(columns.values(), row, strict=True):
            column.append(value)
        before = day
        if spoken != lang:
            foreign.setdefault(spoken, []).append(at)
    return {kind: list(known) for kind, known in names.items()} | columns | {"foreign": foreign}


def _after(received: date, day: date | None) -> int:
    """Days after the receipt; -1 where there is no such day."""
    return (day - received).days if day else -1
