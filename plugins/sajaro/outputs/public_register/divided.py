"""The entries in parts over time, so that one that is new or changed makes one part anew."""

from __future__ import annotations

from sajaro.artifacts import key
from sajaro.outputs.search.shards import position, shards
from sajaro.presenters.register import Entries
from sajaro.read import Document

FULL = 3000
"""Entries in a part, at most."""


class Divided:
    """The parts of a register, each the documents entered in a stretch of time, the oldest first; and a key for each."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        by_id = {each.id: each for each in entries.register.entries}
        order = {id: number for number, id in enumerate(by_id)}
        divided = shards(((position(_entered(each), id), id) for id, each in by_id.items()), FULL)
        self.parts: dict[str, list[Document]] = {
            name: [by_id[id] for id in sorted(ids, key=order.__getitem__, reverse=True)]
            for name, ids in divided.items()
        }
        self.keys = {name: key(*map(entries.key, documents)) for name, documents in self.parts.items()}


def _entered(document: Document):
    return document.gist.entry.entered if document.gist.entry else None
