"""A value that stays pickled until somebody asks for it: most builds ask for few of them."""

from __future__ import annotations

import pickle
from collections import deque
from typing import Generic, TypeVar

Value = TypeVar("Value")


_MOST = 1000
"""Values that stay open at a time; a page needs few, and then mostly others than the page before."""


class Kept(Generic[Value]):
    """What a document says in full. It travels between processes, and into the store, as the bytes that it is."""

    __slots__ = ("_pickled", "_value")

    def __init__(self, pickled: bytes) -> None:
        self._pickled = pickled

    @classmethod
    def of(cls, value: Value) -> Kept[Value]:
        return cls(pickle.dumps(value, 5))

    def __reduce__(self):
        return Kept, (self._pickled,)

    @property
    def value(self) -> Value:
        try:
            return self._value
        except AttributeError:
            self._value: Value = pickle.loads(self._pickled)
        if len(_open) == _MOST:
            del _open.popleft()._value
        _open.append(self)
        return self._value


_open: deque[Kept] = deque()
