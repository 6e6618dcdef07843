"""The log of requests on the day of its library: every request that is out, in the order of its receipt, and by what people look for."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from sajaro.requests.statistics import Case
from sajaro.requests.terms import Terms
from sajaro.types.requests import OUTCOME, Handling

if TYPE_CHECKING:
    from sajaro.library import Library
    from sajaro.read import Document


class Log:
    """The requests of a library."""

    def __init__(self, library: Library, terms: Terms) -> None:
        self.library, self.terms = library, terms
        self._handlings: dict[str, Handling] = {}

    @cached_property
    def requests(self) -> list[Document]:
        """The last received first."""
        library = self.library
        found = [
            each
            for id, each in library.documents.items()
            if each.gist.request and id not in library.withheld and not library.is_tombstone(each)
        ]
        return sorted(found, key=_place, reverse=True)

    def handling(self, document: Document, day: date | None = None) -> Handling:
        """What has become of a request, by a day or by today; found when it is asked for, which for most is by their own page."""
        assert document.gist.request is not None
        if day is not None:
            return self.terms.handling(document.gist.request, day)
        if document.id not in self._handlings:
            self._handlings[document.id] = self.terms.handling(document.gist.request, self.library.today)
        return self._handlings[document.id]

    def outcome(self, document: Document) -> str:
        """The outcome by today."""
        assert document.gist.request is not None
        return self.terms.outcome(document.gist.request, self.library.today)

    @cached_property
    def years(self) -> dict[int, list[Document]]:
        """By the year of receipt, the last first."""
        found: dict[int, list[Document]] = {}
        for each in self.requests:
            assert each.gist.request is not None
            found.setdefault(each.gist.request.received.year, []).append(each)
        return found

    @cached_property
    def outcomes(self) -> dict[str, list[Document]]:
        found: dict[str, list[Document]] = {outcome: [] for outcome, _ in OUTCOME.__metadata__[0].words}
        for each in self.requests:
            found[self.outcome(each)].append(each)
        return {outcome: documents for outcome, documents in found.items() if documents}

    @cached_property
    def units(self) -> dict[str, list[Document]]:
        """By the id of the unit that answers."""
        found: dict[str, list[Document]] = {}
        for each in self.requests:
            if unit := self.unit(each):
                found.setdefault(unit, []).append(each)
        return found

    def unit(self, document: Document) -> str | None:
        for field, target in self.library.targets[document.id]:
            if field == "unit" and target and target not in self.library.withheld:
                return target
        return None

    @cached_property
    def overdue(self) -> list[Document]:
        """What should have been answered, the longest waiting first."""
        pending = self.outcomes.get("pending", [])
        return [each for each in reversed(pending) if self.handling(each).state == "overdue"]

    def cases(self, last: date | None = None) -> list[Case]:
        """The requests for statistics, the first received first; with `last`, those received by that day, as they stood on it."""
        found = []
        for each in reversed(self.requests):
            request = each.gist.request
            assert request is not None
            if last is None or request.received <= last:
                found.append(Case(each.id, request, self.handling(each, last)))
        return found


def _place(document: Document) -> tuple[date, str]:
    assert document.gist.request is not None
    return document.gist.request.received, document.id
