"""Campaigns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Day, Line, Ref, field
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import cards, files, named_all, ordered, points
from sajaro.views import Block, Span


class Campaign(Fields):
    """Information work with a goal over some time. Not for a single event (events) or for construction (projects)."""

    section: ClassVar[str] = "campaigns"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Campaign")
    plural: ClassVar[str] = N_("Campaigns")

    start: Day | None = field("The first day.")
    end: Day | None = field("The last day.")
    goals: tuple[Line, ...] = field("What it wants to reach, a sentence for each goal.", default=())
    materials: tuple[Attachment, ...] = field("Posters, leaflets and other files to take away.", default=())
    partners: tuple[Ref("partners"), ...] = field("Who takes part in it.", default=())

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        yield from ordered("end", self.start, self.end)

    @property
    def card_span(self) -> Span | None:
        return Span(self.start, self.end) if self.start else None

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from points(page, N_("Goals"), self.goals)
        yield from files(page, N_("Materials"), self.materials)
        yield from cards(page, N_("Partners"), self.partners)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "temporalCoverage": f"{self.start}/{self.end or '..'}" if self.start else None,
            "contributor": named_all("Organization", page, self.partners),
        }
