"""Announcements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Line, When, field
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import day_of, ordered, over, thing
from sajaro.views import Span, State


class Announcement(Fields):
    """A short notice: a street is closed, an office moves. Not for news (press-releases) or for danger (alerts)."""

    section: ClassVar[str] = "announcements"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Announcement")
    plural: ClassVar[str] = N_("Announcements")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "Article"
    spans: ClassVar[str] = N_("In effect")

    effective_from: When | None = field("From when it holds, if not from its date: a day, or a day and a time.")
    effective_to: When | None = field("Until when it holds: a day, that day included, or a day and a time.")
    place: Line | None = field("Where it holds: street, village, building.", label=N_("Place"))

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        yield from ordered("effective_to", self.effective_from, self.effective_to)

    @property
    def card_span(self) -> Span | None:
        return Span(self.effective_from, self.effective_to) if self.effective_from else None

    @property
    def card_place(self) -> str:
        return self.place or ""

    def state(self, page: Page) -> State | None:
        return State(page.word(N_("Over"))) if self.effective_to and over(self.effective_to, page) else None

    def json_ld(self, page: Page) -> dict[str, Any]:
        start = self.effective_from or self.date
        return {
            "headline": self.title,
            "temporalCoverage": f"{day_of(start)}/{day_of(self.effective_to)}" if start and self.effective_to else None,
            "contentLocation": thing("Place", name=self.place),
        }
