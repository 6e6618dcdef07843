"""What fields say of other documents, of days and of files: found by the shapes of fields, parts included.

It is found once, when a document is read, and kept with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from pydantic import BaseModel

from sajaro.fields import shapes

Position = tuple[str | int, ...]
"""Where in the front matter: `("quotes", 1, "person")`."""


class Reference(NamedTuple):
    """A reference as a field makes it: the field's path without positions (`quotes.person`), and the id it names."""

    field: str
    position: Position
    target: str
    sections: tuple[str, ...]


class Named(NamedTuple):
    """A file that a field names, as written; a `picture` is shown on the page, other files are to download."""

    position: Position
    written: str
    picture: bool


class Mentions(NamedTuple):
    """What a document's fields mention."""

    references: tuple[Reference, ...] = ()
    files: tuple[Named, ...] = ()


def mentioned(fields: BaseModel) -> tuple[Mentions, tuple[date | datetime, ...]]:
    """The documents and files that fields mention; and all days and moments, and the day after each day: a day also ends."""
    found = list(_mentions(fields, ()))
    references = tuple(each for each in found if isinstance(each, Reference))
    files = tuple(each for each in found if isinstance(each, Named))
    return Mentions(references, files), tuple(dict.fromkeys(each for each in found if isinstance(each, date)))


def _mentions(part: BaseModel, path: Position) -> Iterator[Reference | Named | date | datetime]:
    declared_fields = shapes(type(part))
    for name, declared in declared_fields.items():
        value: Any = getattr(part, name)
        if value is None or value == ():
            continue
        for position, each in enumerate(value) if declared.many else ((None, value),):
            here = (*path, declared.key) if position is None else (*path, declared.key, position)
            shape = declared.shape.name if declared.shape else ""
            if declared.part is not None:
                yield from _mentions(each, here)
            elif shape == "reference" and declared.shape:
                field = ".".join(step for step in here if isinstance(step, str)).removesuffix(".id")
                yield Reference(field, here, each, declared.shape.sections)
            elif shape == "file":
                yield Named(here, each, "alt" in declared_fields)
            elif isinstance(each, date):
                yield each
                if not isinstance(each, datetime):
                    yield each + timedelta(days=1)
