"""The entries in parts over time, so that one that is new or changed makes one part anew."""

from __future__ import annotations

from sajaro.artifacts import key
from sajaro.outputs.search.shards import position, shards
from sajaro.presenters.register import Entries
from sajaro.read import Document

FULL = 3000
"""Entries in a part, at most."""


class Divided:
    """The parts of a register, each the documents entered in a stretch of time, the oldest first."""

    def __init__(self, entries: Entries) -> None:
        self.entries = entries
        by_id = {each.id: each for each in entries.register.entries}
        order = {id: number for number, id in enumerate(by_id)}
        divided = shards(((position(_entered(each), id), id) for id, each in by_id.items()), FULL)
        self.parts: dict[str, list[Document]] = {
            name: [by_id[id] for id in sorted(ids, key=order.__getitem__, reverse=True)]
            for name, ids in divided.items()
        }
        self._keys: dict[str, bytes] = {}

    def key(self, name: str) -> bytes:
        """Changes with whatever a part may say."""
        if name not in self._keys:
            self._keys[name] = key(self.entries.register.term, *map(self.entries.key, self.parts[name]))
        return self._keys[name]


def _entered(document: Document):
    return document.gist.entry.entered if document.gist.entry else None
