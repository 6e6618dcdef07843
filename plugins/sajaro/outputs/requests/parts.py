"""The requests in parts over time, so that one that is new or changed makes one part anew."""

from __future__ import annotations

from datetime import date

from sajaro.artifacts import key
from sajaro.outputs.search.shards import position, shards
from sajaro.presenters.request_words import Requests
from sajaro.read import Document

FULL = 500
"""Requests in a part, at most."""


class Parts:
    """The parts of a log, each the requests received in a stretch of time, the oldest first."""

    def __init__(self, requests: Requests) -> None:
        self.requests = requests
        by_id = {each.id: each for each in requests.log.requests}
        order = {id: number for number, id in enumerate(by_id)}
        divided = shards(((position(_received(each), id), id) for id, each in by_id.items()), FULL)
        self.parts: dict[str, list[Document]] = {
            name: [by_id[id] for id in sorted(ids, key=order.__getitem__, reverse=True)]
            for name, ids in divided.items()
        }
        self._keys: dict[str, bytes] = {}

    def key(self, name: str) -> bytes:
        """Changes with whatever a part may say."""
        if name not in self._keys:
            self._keys[name] = key(*map(self.requests.key, self.parts[name]))
        return self._keys[name]


def _received(document: Document) -> date | None:
    return document.gist.request.received if document.gist.request else None
