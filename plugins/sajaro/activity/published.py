"""What was published when: documents that the site shows, by the day on which readers could first have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from sajaro.types import BY_SECTION

if TYPE_CHECKING:
    from sajaro.library import Library
    from sajaro.read import Document

LOGS = frozenset({"register", "requests"})
"""Sections that log what came in or lies elsewhere: nothing of it was written to be published."""
_NAMING = {"unit": "units", "issuer": "units", "territory": "territories", "territories": "territories"}


@dataclass(slots=True)
class Published:
    """Counts by quarter (`2026-Q3`), oldest first: of all, and of those of each section, unit, territory, language by its id or
    name. A document of no unit, or about no territory, counts as one of the empty name; one in three languages counts in each."""

    quarters: Counter[str] = field(default_factory=Counter)
    sections: dict[str, Counter[str]] = field(default_factory=dict)
    units: dict[str, Counter[str]] = field(default_factory=dict)
    territories: dict[str, Counter[str]] = field(default_factory=dict)
    languages: dict[str, Counter[str]] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """The last first."""
        return sorted({int(name[:4]) for name in self.quarters}, reverse=True)


def quarter(day: date) -> str:
    return f"{day.year}-Q{(day.month + 2) // 3}"


def published(library: Library) -> Published:
    """Everything published by the library's moment; withdrawn documents and versions of acts left out."""
    found = Published()
    for document, day in sorted(issued(library), key=lambda each: each[1]):
        name = quarter(day)
        found.quarters[name] += 1
        found.sections.setdefault(document.section, Counter())[name] += 1
        named: dict[str, set[str]] = {"units": set(), "territories": set()}
        for about, target in library.targets.get(document.id, ()):
            if target and about in _NAMING and target not in library.withheld:
                named[_NAMING[about]].add(target)
        for kind, table in (("units", found.units), ("territories", found.territories)):
            for id in sorted(named[kind]) or ("",):
                table.setdefault(id, Counter())[name] += 1
        for lang in document.editions:
            found.languages.setdefault(lang, Counter())[name] += 1
    return found


def issued(library: Library) -> Iterator[tuple[Document, date]]:
    """Each document that counts, with the day on which it was out."""
    now = library.now.timestamp()
    for id, document in library.documents.items():
        section, gist = document.section, document.gist
        if section in LOGS or id in library.withheld or id in library.acts.versions or library.is_tombstone(document):
            continue
        when = gist.issued or (gist.listed if section == "alerts" else None)
        if when is not None and when <= now and (BY_SECTION[section].dated or section == "alerts"):
            yield document, datetime.fromtimestamp(when, library.zone).date()


def issued_on(library: Library, id: str) -> date | None:
    """The day on which a document was out; None for one without a day, or that is not out."""
    document = library.documents.get(id)
    if document is None or id in library.withheld or document.gist.issued is None:
        return None
    return datetime.fromtimestamp(document.gist.issued, library.zone).date()
