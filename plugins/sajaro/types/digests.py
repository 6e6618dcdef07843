"""Monthly press digests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Day, Line, Month, Part, Ref, Url, Yes, field, word_of
from sajaro.types.base import Fields, Group
from sajaro.types.page import Page
from sajaro.types.parts import cards, days_of, iso_interval
from sajaro.views import Block, Column, Link, State, Table, Tone, Value

TONE = Choice(positive=N_("Positive"), neutral=N_("Neutral"), critical=N_("Critical"))
TONES: dict[str, Tone] = {"positive": "good", "critical": "attention"}
OWN = ("press-releases", "announcements", "speeches", "events", "acts", "consultations", "projects")
"""The sections of the institution's own month."""


class Coverage(Part):
    """One article or broadcast about the institution: a summary in own words, never a copy."""

    outlet: Line = field("The newspaper, station or site.", required=True)
    date: Day = field("The day it came out.", required=True)
    title: Line = field("Its title.", required=True)
    url: Url | None = field("Where it is to be read.")
    summary: Line | None = field("What it says, in a sentence or two of your own; never copied text.")
    tone: TONE | None = field("positive, neutral or critical.")
    reply: Ref() | None = field("The document of this site that answers it.")

    def row(self, page: Page) -> tuple[tuple[Value, ...], ...]:
        title = (Link(self.url, self.title),) if self.url else page.value(self, "title")
        tone = (State(page.word(word_of(TONE, self.tone)), TONES.get(self.tone, "neutral")),) if self.tone else ()
        summary = page.value(self, "summary")
        issued = (*page.value(self, "date"), *page.value(self, "outlet"))
        return (*title, *summary), issued, tone, page.value(self, "reply")


class Digest(Fields):
    """The month in the press and in the institution. Not for own news (press-releases) or own issues (bulletins)."""

    section: ClassVar[str] = "digests"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Press digest")
    plural: ClassVar[str] = N_("Press digests")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "PublicationIssue"

    month: Month = field("The month, like 2026-10; there is one digest a month.", label=N_("Month"), required=True)
    coverage: tuple[Coverage, ...] = field("What the press wrote and sent, summed up in your own words.", default=())
    frozen: Yes = field("true once it is issued: nothing changes it any more. A command writes it.", default=False)

    @property
    def gathers(self) -> bool:
        return True

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.coverage:
            titles = (N_("Article or broadcast"), N_("Outlet"), N_("Tone"), N_("Our reply"))
            rows = [each.row(page) for each in self.coverage]
            shown = len(titles) if any(row[-1] for row in rows) else len(titles) - 1
            columns = tuple(Column(page.word(title)) for title in titles[:shown])
            yield Table(page.word(N_("In the press")), columns, tuple(row[:shown] for row in rows))
        yield from cards(page, N_("Our own month"), page.issued(*days_of(self.month), OWN))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"issueNumber": self.month, "temporalCoverage": iso_interval(self.month)}
