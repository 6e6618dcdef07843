"""Which events are still to come."""

from __future__ import annotations

from collections.abc import Iterable

from sajaro.library import Library
from sajaro.read import Document
from sajaro.types.parts import over


def coming(library: Library, events: Iterable[Document]) -> list[Document]:
    """Those that are not over, the next first; what began today is among them until the day ends."""
    found = []
    for document in events:
        fields = document.fields
        if not over(fields.last, library) or fields.start.date() == library.today:  # type: ignore[attr-defined]
            found.append(document)
    return sorted(found, key=lambda each: each.fields.start)  # type: ignore[attr-defined]
