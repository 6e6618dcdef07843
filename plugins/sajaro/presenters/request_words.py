"""Requests for information in the words of a language, for the log's pages and its table. Never who asked, only as what."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from sajaro.artifacts import key
from sajaro.fields import N_, word_of
from sajaro.library import fields_of
from sajaro.presenters.build import Build
from sajaro.presenters.duties import said
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.requests import Log
from sajaro.types import BY_SECTION
from sajaro.types.requests import CATEGORY, CHANNEL, OPEN, OUTCOME, OVERDUE, TONES, remark
from sajaro.views import Link, State, Text
from sajaro.views.requests import Asked

REFUSED = ("refused", "partly-granted")


class Requests:
    """The log of one build; made once, with `build.once(requests)`."""

    def __init__(self, build: Build, log: Log) -> None:
        self.build, self.log = build, log
        self._keys: dict[str, bytes] = {}

    def key(self, document: Document) -> bytes:
        """Changes with whatever the log may show of a request."""
        if document.id not in self._keys:
            cards, unit = self.build.library.card_keys, self.log.unit(document)
            self._keys[document.id] = cards[document.id] + (cards[unit] if unit else b"")
        return self._keys[document.id]

    @cached_property
    def whole_key(self) -> bytes:
        """Changes with whatever any page may count; the day that passes matters to what is open."""
        log, library = self.log, self.build.library
        digests = b"".join([each.gist.request.digest for each in log.requests if each.gist.request])
        outcomes = log.outcomes
        counts = [(name, len(documents)) for name, documents in outcomes.items()]
        named = [each for name in REFUSED for each in outcomes.get(name, ())]
        named += [each for each in log.requests if each.gist.request and each.gist.request.appeal]
        overdue = [each.id for each in log.overdue]
        return key(digests, counts, overdue, b"".join([library.card_keys[each.id] for each in named]))

    def row(self, document: Document, reading: Reading) -> Asked:
        """A request as a page shows it."""
        handling, own = self.log.handling(document), reading.of(document)
        link = reading.link(document.id)
        fields: Any = fields_of(document, reading.lang)[0]
        assert link is not None
        closed = handling.state not in OPEN
        return Asked(
            ref=fields.ref,
            link=link,
            received=handling.received,
            who=reading.word(word_of(CATEGORY, fields.requester)) if fields.requester else "",
            unit=self.unit(document, reading),
            state=state(reading, handling.state, handling.outcome),
            ground=self.ground(document, reading),
            answered=handling.answered if closed else None,
            due=handling.due if handling.state in ("pending", "overdue") else None,
            remark=remark(own, handling),
            severe=handling.state in ("overdue", "late"),
        )

    def unit(self, document: Document, reading: Reading) -> str:
        """The unit's name, in the language that there is."""
        unit = self.log.unit(document)
        link = reading.link(unit) if unit else None
        if link is None:
            return ""
        return Text(link.title, link.lang) if link.lang else link.title

    def ground(self, document: Document, reading: Reading) -> str:
        """Why it was refused, wholly or in part."""
        if self.log.outcome(document) not in REFUSED:
            return ""
        fields, lang = fields_of(document, reading.lang)
        return marked(fields.ground, lang, reading)  # type: ignore[attr-defined]

    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        """A request as data, by the names of columns."""
        handling = self.log.handling(document)
        fields, lang = fields_of(document, reading.lang)
        known: Any = fields if handling.outcome == fields.outcome else None  # type: ignore[attr-defined]
        appeal = known.appeal if known else None
        return {
            "ref": fields.ref,  # type: ignore[attr-defined]
            "id": document.id,
            "subject": str(fields.title),
            "subject_language": lang,
            "received": handling.received,
            "channel": fields.channel,  # type: ignore[attr-defined]
            "requester": fields.requester,  # type: ignore[attr-defined]
            "unit": str(self.unit(document, reading)) or None,
            "correction": fields.correction,  # type: ignore[attr-defined]
            "state": handling.state,
            "outcome": handling.outcome,
            "ground": str(self.ground(document, reading)) or None,
            "due": handling.due,
            "extended": fields.extended_to is not None,  # type: ignore[attr-defined]
            "answered": handling.answered,
            "days": handling.days,
            "days_late": handling.over,
            "fee": known.fee if known else None,
            "appeal_level": str(appeal.level) if appeal else None,
            "appeal_date": appeal.date if appeal else None,
            "appeal_result": str(appeal.result) if appeal and appeal.result else None,
            "url": self.build.places.origin + reading.address(document),
        }


def requests(build: Build) -> Requests | None:
    """None where the site has no log, or nothing in it."""
    log = build.library.requests
    return Requests(build, log) if log and log.requests else None


def marked(text: str | None, lang: str, reading: Reading) -> str:
    """A text in its language: one that a translation lacks knows already which that is."""
    if not text or lang == reading.lang or isinstance(text, Text):
        return text or ""
    return Text(text, lang)


def state(reading: Reading, state: str, outcome: str) -> State:
    """What has become of a request, in a word."""
    if state == "overdue":
        return State(reading.word(OVERDUE), "severe")
    return State(reading.word(word_of(OUTCOME, outcome)), TONES.get(outcome, "neutral"))


def terms(found: Requests, reading: Reading) -> str:
    """What the law gives, and where it says so."""
    law = found.log.terms.law
    if law is None:
        return ""
    if law.working:
        term = reading.plural("{count} working day", "{count} working days", law.term)
    else:
        term = reading.plural("{count} day", "{count} days", law.term)
    sentence = reading.word(N_("Time for an answer: {term}")).replace("{term}", term)
    return f"{sentence} ({said(reading, law.basis)})." if law.basis else f"{sentence}."


def category(reading: Reading, value: str) -> str:
    return reading.word(word_of(CATEGORY, value))


def channel(reading: Reading, value: str) -> str:
    return reading.word(word_of(CHANNEL, value))


def home(build: Build, reading: Reading) -> Link:
    """The way to the log."""
    return Link(build.places.to(f"{reading.lang}/requests/"), reading.word(BY_SECTION["requests"].plural))


def statistics(build: Build, reading: Reading) -> Link:
    """The way to the statistics."""
    return Link(build.places.to(f"{reading.lang}/requests/statistics/"), reading.word(N_("Statistics of requests")))
