"""What a browser narrows a register by: its rows column by column, in parts over time, read only when somebody asks.

A column is written as its `Encoding` says: `day` counts the days from the row before in the first such column (from 1970 in the first row),
and from that day in the others; `count` counts from the last count; `code` points into a list of values, -1 at none; `flag` is 1 or 0;
`text` stands as it is. None is null. `theme/static/js/ledger.js` puts it together.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.languages import language
from sajaro.ledgers.ledger import Encoding, Ledger
from sajaro.library import fields_of

EPOCH = date(1970, 1, 1).toordinal()


def index(ledger: Ledger, lang: str) -> Iterator[Artifact]:
    build, folder = ledger.build, f"{lang}/{ledger.section}/entries/"
    code = key(build.engine, "ledger index", ledger.section)
    path = f"{folder}index.json"
    contents = _json(_contents(ledger, lang))
    yield Artifact(path, key(path, contents), lambda: contents, bytes, lambda _: code)
    for name in ledger.parts:
        path = f"{folder}{name}.json"
        yield Artifact(
            path, partial(_fingerprint, ledger, path, name), partial(_part, ledger, lang, name), _json, lambda _: code
        )


def _fingerprint(ledger: Ledger, path: str, name: str) -> bytes:
    return key(ledger.build.base, path, ledger.part_keys[name])


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/") + "\n").encode()


def _contents(ledger: Ledger, lang: str) -> dict[str, Any]:
    """What is read first: where the parts lie, newest first, how columns are written, and what values are called."""
    build, reading = ledger.build, ledger.build.reading(lang)
    units = {each.value: _unit(ledger, reading, each.value) for each in ledger.scopes if each.kind == "units"}
    return {
        "base": build.places.to(""),
        "parts": list(reversed(ledger.parts)),
        "columns": ledger.shown,
        "sought": ledger.sought,
        "names": {"units": units} | ledger.names(reading),
        "languages": {tag: language(tag).name for tag in build.site.languages},
    }


def _unit(ledger: Ledger, reading: Any, value: str) -> str:
    link = reading.link(f"units/{value}")
    return str(link.title) if link else value


class _Column:
    """One column on its way: `written` is what the index holds of it."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding
        self.written: list[Any] = []
        self.codes: dict[str, int] = {}
        self._last = 0

    def add(self, value: Any, since: int | None) -> None:
        match self.encoding:
            case "day" if value is not None and since is not None:
                value = value.toordinal() - EPOCH - since
            case "day":
                value = None
            case "count" if value is not None:
                value, self._last = value - self._last, value
            case "code":
                value = self.codes.setdefault(value, len(self.codes)) if value else -1
            case "flag":
                value = int(value)
        self.written.append(value)


def _part(ledger: Ledger, lang: str, name: str) -> dict[str, Any]:
    reading = ledger.build.reading(lang)
    folders, stems, titles = _Column("code"), [], []
    foreign: dict[str, list[int]] = {}
    columns = {each: _Column(encoding) for each, encoding in ledger.shown.items()}
    first, before = next(iter(columns)), 0
    for at, document in enumerate(ledger.parts[name]):
        fields, spoken = fields_of(document, lang)
        folder, stem = document.id.rsplit("/", 1)
        folders.add(folder, None)
        stems.append(stem)
        titles.append(str(fields.title))
        if spoken != lang:
            foreign.setdefault(spoken, []).append(at)
        row = ledger.row(document, reading)
        day = row[first].toordinal() - EPOCH if row[first] else None
        for each, column in columns.items():
            column.add(row[each], before if each == first else day)
        before = before if day is None else day
    return {
        "folders": list(folders.codes),
        "folder": folders.written,
        "stem": stems,
        "title": titles,
        "foreign": foreign,
        "codes": {name: list(column.codes) for name, column in columns.items() if column.encoding == "code"},
        "columns": {name: column.written for name, column in columns.items()},
    }
