"""The entries of the register, in the order in which they were entered, and by what people look for them."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sajaro.public_register.numbers import Numbers, Row
from sajaro.working_days import DAY, WorkingDays

if TYPE_CHECKING:
    from sajaro.library import Library
    from sajaro.read import Document

TERMS = {"GE": 2}
"""Days between an event and its entry, by country, where no profile of duties says it. Georgia: General Administrative Code, art. 35."""
ACCESS = ("open", "partial", "closed")
_ISSUERS = ("unit", "issuer")
_NEVER = date.min


class Register:
    """The register of a library on its day: everything that is out and public information, withdrawn or archived too."""

    def __init__(self, library: Library, numbers: Numbers) -> None:
        self.library, self.numbers = library, numbers

    @cached_property
    def entries(self) -> list[Document]:
        """The last entered first. What was entered stays where it is, whatever comes after it."""
        library = self.library
        found = [
            each
            for id, each in library.documents.items()
            if each.gist.entry and id not in library.withheld and id not in library.acts.versions
        ]
        return sorted(found, key=self._place, reverse=True)

    def _place(self, document: Document) -> tuple[date, date, str]:
        entry = document.gist.entry
        assert entry is not None
        return entry.entered or _NEVER, entry.day or _NEVER, document.id

    @cached_property
    def years(self) -> dict[int, list[Document]]:
        """By the year of entry, the last first."""
        found: dict[int, list[Document]] = {}
        for each in self.entries:
            if each.gist.entry and each.gist.entry.entered:
                found.setdefault(each.gist.entry.entered.year, []).append(each)
        return found

    @cached_property
    def units(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for each in self.entries:
            if unit := self.unit(each):
                found.setdefault(unit, []).append(each)
        return found

    @cached_property
    def sections(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {}
        for each in self.entries:
            found.setdefault(each.section, []).append(each)
        return found

    @cached_property
    def accesses(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {access: [] for access in ACCESS}
        for each in self.entries:
            found[self.access(each)].append(each)
        return {access: documents for access, documents in found.items() if documents}

    def unit(self, document: Document) -> str | None:
        """The id of the unit that issued or keeps it."""
        return self._units[document.id]

    @cached_property
    def _units(self) -> dict[str, str | None]:
        return {each.id: self._unit(each) for each in self.entries}

    def _unit(self, document: Document) -> str | None:
        for field, target in self.library.targets[document.id]:
            if field in _ISSUERS and target and target not in self.library.withheld:
                return target
        return None

    def access(self, document: Document) -> str:
        """What was withdrawn is open no more; its page says why."""
        entry = document.gist.entry
        assert entry is not None
        return "closed" if self.library.is_tombstone(document) else entry.access

    def number(self, document: Document) -> Row | None:
        """The number that was given to a document, or to one that had its address before."""
        known = self.numbers.by_id
        if found := known.get(document.id):
            return found
        for alias in document.gist.aliases if known else ():
            id = alias.strip("/")
            lang, _, rest = id.partition("/")
            id = rest if lang in self.library.site.languages else id
            if id not in self.library.documents and (found := known.get(id)):
                return found
        return None

    def days(self, document: Document) -> int:
        """Days between the event and its entry."""
        entry = document.gist.entry
        if entry is None or entry.day is None or entry.entered is None:
            return 0
        return max(0, (entry.entered - entry.day).days)

    @cached_property
    def term(self) -> int | None:
        """How many days there may be between; None where no law is known."""
        duties = self.library.duties
        if duties and duties.profile:
            return duties.profile.register.days if duties.profile.register else None
        return TERMS.get(self.library.site.country)

    def is_late(self, document: Document) -> bool:
        """Whether it was entered after the term; one that would end on a day off ends on the next working day."""
        entry = document.gist.entry
        if self.term is None or entry is None or entry.day is None or entry.entered is None:
            return False
        return self.days(document) > self.term and entry.entered > self._calendar.next(entry.day + self.term * DAY)

    @cached_property
    def _calendar(self) -> WorkingDays:
        """Days off as the profile of duties has them, else those of the country."""
        profile = self.library.duties.profile if self.library.duties else None
        law = profile.requests if profile else None
        country = (profile.country if profile else "") or self.library.site.country
        return WorkingDays(country, law.subdivision, law.days_off) if law else WorkingDays(country)

    @cached_property
    def unnumbered(self) -> list[Document]:
        """Entries without a number, in the order in which they are to get one."""
        return [each for each in reversed(self.entries) if self.number(each) is None]

    @cached_property
    def overdue(self) -> list[Document]:
        """Those of them that have waited for longer than the law gives for an entry."""
        last = self.library.today - (self.term or 0) * DAY
        entered = ((each, each.gist.entry.entered) for each in self.unnumbered if each.gist.entry)
        return [each for each, day in entered if day and day < last]
