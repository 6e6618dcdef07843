"""What fields say of other documents, and of days: found by the shapes of fields, parts included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pydantic import BaseModel

from sajaro.fields import shapes


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as a field makes it: the field's path without positions (`quotes.person`), and the id it names."""

    field: str
    position: tuple[str | int, ...]
    target: str
    sections: tuple[str, ...]


def references(part: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Reference]:
    """The references that fields make, parts included."""
    for name, declared in shapes(type(part)).items():
        value = getattr(part, name)
        if value is None or value == ():
            continue
        here = (*path, declared.key)
        if declared.part is not None:
            for position, each in enumerate(value) if declared.many else ((None, value),):
                yield from references(each, here if position is None else (*here, position))
        elif declared.shape is not None and declared.shape.name == "reference":
            field = ".".join(each for each in here if isinstance(each, str)).removesuffix(".id")
            for position, each in enumerate(value) if declared.many else ((None, value),):
                yield Reference(field, here if position is None else (*here, position), each, declared.shape.sections)


def moments_of(part: BaseModel) -> Iterator[date | datetime]:
    """All days and moments in fields, parts included; a day also ends."""
    for name, declared in shapes(type(part)).items():
        value = getattr(part, name)
        if value is None or value == ():
            continue
        for each in value if declared.many else (value,):
            if isinstance(each, BaseModel):
                yield from moments_of(each)
            elif isinstance(each, datetime):
                yield each
            elif isinstance(each, date):
                yield each
                yield each + timedelta(days=1)
