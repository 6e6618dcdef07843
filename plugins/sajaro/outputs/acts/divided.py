"""The acts in parts over time, so that one that is new or changed makes one part anew."""

from __future__ import annotations

from sajaro.artifacts import key
from sajaro.outputs.search.shards import position, shards
from sajaro.presenters.act_register import Register
from sajaro.read import Document

FULL = 1000
"""Acts in a part, at most."""


class Divided:
    """The parts of a register, each the acts adopted in a stretch of time, the newest first."""

    def __init__(self, register: Register) -> None:
        self.register = register
        by_id = {each.id: each for each in register.documents}
        order = {id: number for number, id in enumerate(by_id)}
        placed = ((position(register.acts.adopted(id), id), id) for id in by_id)
        self.parts: dict[str, list[Document]] = {
            name: [by_id[id] for id in sorted(ids, key=order.__getitem__)] for name, ids in shards(placed, FULL).items()
        }
        self._keys: dict[str, bytes] = {}

    def key(self, name: str) -> bytes:
        """Changes with whatever a part may say."""
        if name not in self._keys:
            self._keys[name] = key(*map(self.register.key, self.parts[name]))
        return self._keys[name]
