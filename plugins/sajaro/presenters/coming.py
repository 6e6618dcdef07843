"""What is still to come: events that are not over, posts that one can still apply for."""

from __future__ import annotations

from collections.abc import Iterable

from sajaro.fields import N_
from sajaro.library import Library
from sajaro.read import Document
from sajaro.types.parts import over

PAST = {"events": N_("Past events"), "vacancies": N_("Closed competitions")}
"""Sections whose lists begin with what is to come, and what the others are called there."""


def coming(library: Library, events: Iterable[Document]) -> list[Document]:
    """Events that are not over, the next first; what began today is among them until the day ends."""
    found = []
    for document in events:
        fields = document.fields
        if not over(fields.last, library) or fields.start.date() == library.today:  # type: ignore[attr-defined]
            found.append(document)
    return sorted(found, key=lambda each: each.fields.start)  # type: ignore[attr-defined]


def unfilled(library: Library, vacancies: Iterable[Document]) -> list[Document]:
    """Vacancies that one can apply for, the next to close first."""
    found = [each for each in vacancies if not each.fields.result and not over(each.fields.deadline, library)]  # type: ignore[attr-defined]
    return sorted(found, key=lambda each: library.moment(each.fields.deadline))  # type: ignore[attr-defined]
