"""The log of requests as a ledger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sajaro.fields import N_
from sajaro.ledgers import Ledger
from sajaro.ledgers.ledger import UNIT, Columns, Scope
from sajaro.library import fields_of
from sajaro.presenters.request_words import Requests, category, state, statistics, terms
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types.requests import CATEGORY, CHANNEL, OPEN, OUTCOME, remark
from sajaro.views import Filter, Form, LedgerPage, Log, Notice


def _words(choice: Any) -> list[str]:
    return [name for name, _ in choice.__metadata__[0].words]


COLUMNS: Columns = {
    "ref": ("string", N_("Reference of the request"), {"required": True, "unique": True}),
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "subject": ("string", N_("Subject"), {"required": True}),
    "subject_language": ("string", N_("Language of the subject"), {"required": True}),
    "received": ("date", N_("Day of receipt"), {"required": True}),
    "channel": ("string", N_("How it was submitted"), {"enum": _words(CHANNEL)}),
    "requester": ("string", N_("Who asked, as a category"), {"enum": _words(CATEGORY)}),
    "unit": ("string", N_("Unit"), {}),
    "correction": ("boolean", N_("Whether it asks to correct information"), {"required": True}),
    "state": ("string", N_("State on the day of the table"), {"required": True, "enum": ["pending", "overdue", "waiting", "answered", "late"]}),
    "outcome": ("string", N_("Result"), {"required": True, "enum": _words(OUTCOME)}),
    "ground": ("string", N_("Ground of refusal, wholly or in part"), {}),
    "due": ("date", N_("Last day for the answer"), {}),
    "extended": ("boolean", N_("Whether the time was extended"), {"required": True}),
    "answered": ("date", N_("Day of the answer, or of what ended it otherwise"), {}),
    "days": ("integer", N_("Days to the answer, as the law counts them"), {"minimum": 0}),
    "days_late": ("integer", N_("Days by which it is late, as the law counts them"), {"required": True, "minimum": 0}),
    "fee": ("number", N_("Fee paid"), {}),
    "appeal_level": ("string", N_("Before whom it was appealed"), {}),
    "appeal_date": ("date", N_("Day of the appeal"), {}),
    "appeal_result": ("string", N_("Result of the appeal"), {}),
    "url": ("string", N_("Permanent address of the request"), {"required": True, "unique": True}),
}  # fmt: skip


class RequestLog(Ledger):
    section = "requests"
    component = "log"
    rows = "requests"
    full = 500
    kinds = {"years": N_("Year of receipt"), "outcomes": N_("Result"), "units": UNIT}
    columns = COLUMNS
    shown = {
        "received": "day", "answered": "day", "due": "day", "number": "text", "compact": "text", "outcomes": "code", "units": "code",
        "requesters": "code", "state": "code", "ground": "code", "remark": "code", "severe": "code", "late": "flag",
    }  # fmt: skip
    sought = ("number",)

    def __init__(self, requests: Requests) -> None:
        super().__init__(requests.build, requests.log.requests)
        self.requests, self.log = requests, requests.log

    def narrowed(self) -> dict[str, dict[str, list[Document]]]:
        log = self.log
        return {
            "years": {str(year): found for year, found in log.years.items()},
            "outcomes": log.outcomes,
            "units": {id.split("/", 1)[1]: found for id, found in log.units.items()},
        }

    def key(self, document: Document) -> bytes:
        return self.requests.key(document)

    def day(self, document: Document) -> date | None:
        return document.gist.request.received if document.gist.request else None

    def tables(self, reading: Reading, scope: Scope, shown: list[Document]) -> Iterator[Log]:
        caption = self.home(reading).title if scope.kind else reading.word(N_("The last requests"))
        yield Log(caption, tuple(self.requests.row(each, reading) for each in shown))

    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        return self.requests.record(document, reading)

    def row(self, document: Document, reading: Reading) -> dict[str, Any]:
        handling, unit = self.log.handling(document), self.log.unit(document)
        own: Any = fields_of(document, reading.lang)[0]
        said, late = remark(reading, handling), handling.state in ("overdue", "late")
        figures = re.findall(r"\d+", own.ref)
        return {
            "received": handling.received,
            "answered": handling.answered if handling.state not in OPEN else None,
            "due": handling.due if handling.outcome == "pending" else None,
            "number": own.ref,
            "compact": str(int(figures[-1])) if figures else "",
            "outcomes": handling.outcome,
            "units": unit.split("/", 1)[1] if unit else None,
            "requesters": own.requester,
            "state": "overdue" if handling.state == "overdue" else handling.outcome,
            "ground": str(self.requests.ground(document, reading)),
            "remark": "" if late else said,
            "severe": said if late else "",
            "late": late,
        }

    def names(self, reading: Reading) -> dict[str, dict[str, Any]]:
        found = {name: state(reading, "", name) for name in _words(OUTCOME)}
        found["overdue"] = state(reading, "overdue", "pending")
        return {
            "state": {name: [each.word, each.tone] for name, each in found.items()},
            "requesters": {name: category(reading, name) for name in _words(CATEGORY)},
        }

    def title(self, reading: Reading, kind: str, value: str) -> str:
        return state(reading, "", value).word

    def counted(self, reading: Reading, count: int) -> str:
        return reading.plural("{count} request", "{count} requests", count)

    def form(self, reading: Reading) -> Form:
        return Form(
            rows=self.component,
            title=reading.word(N_("Search the log")),
            words=reading.word(N_("Subject or number")),
            found=reading.word(N_("Requests found: {count}")),
            all=reading.word(N_("Show all requests")),
            late=reading.word(N_("Only late ones")),
        )

    def downloads(self, reading: Reading) -> str:
        return reading.word(N_("The whole log"))

    def filters(self, reading: Reading) -> Iterator[Filter]:
        asked = {each.gist.request.requester for each in self.documents if each.gist.request}
        words = [(each, category(reading, each)) for each in sorted(filter(None, asked))]
        if len(words) > 1:
            yield Filter("requesters", reading.word(N_("Applicant")), tuple(words))

    def adorned(self, page: LedgerPage, reading: Reading, scope: Scope) -> LedgerPage:
        if scope.kind:
            return page
        never = reading.word(N_("Of an applicant the log never says more than a category."))
        given = terms(self.requests, reading)
        return replace(
            page,
            notice=self._overdue(reading),
            notes=(f"{given} {never}",) if given else (never,),
            ways=(statistics(self.build, reading),),
        )

    def _overdue(self, reading: Reading) -> Notice | None:
        """What should have been answered, by name."""
        found = self.log.overdue
        if not found:
            return None
        counted = reading.plural("{count} request is overdue", "{count} requests are overdue", len(found))
        return Notice(counted, tone="severe", links=reading.links(each.id for each in found[:5]))

    def said(self) -> Iterable[object]:
        return [self.key(each) for each in self.log.overdue]
