"""Equal parts of documents as one object: pickled once, and made once when they are unpickled.

Hundreds of documents name the same units and topics; that is a third of what unpickling them takes, and of their memory.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

Value = TypeVar("Value")

_PLAIN = (str, float, int, bool, date)
"""Types whose equal values are alike in everything; of moments that is not so: the same one may be told in two zones."""


def alike(value: Value) -> Value:
    """The same value. What else than tuples, lists, dictionaries and plain values is in it stays as it is."""
    known: dict[Any, Any] = {}

    def one(value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return known.setdefault((kind, value), value)
        if isinstance(value, tuple):
            # Not by value: 1, 1.0 and True are equal.
            parts = [one(each) for each in value]
            identity = (kind, *map(id, parts))
            if identity not in known:
                known[identity] = tuple.__new__(kind, parts)
            return known[identity]
        if kind is list:
            return [one(each) for each in value]
        if kind is dict:
            return {one(each): one(of) for each, of in value.items()}
        return value

    return one(value)
