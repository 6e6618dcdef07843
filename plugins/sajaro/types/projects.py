"""Projects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Amount, Choice, Count, Currency, Day, Line, Ref, field, word_of
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import named, ordered, thing
from sajaro.views import Block, Progress, Span, State, Tone

STAGE = Choice(
    idea=N_("Idea"),
    planning=N_("Being planned"),
    procurement=N_("In procurement"),
    implementation=N_("Under way"),
    completed=N_("Completed"),
    suspended=N_("Suspended"),
    cancelled=N_("Cancelled"),
)
TONES: dict[str, Tone] = {
    "implementation": "attention",
    "completed": "good",
    "suspended": "severe",
    "cancelled": "severe",
}


class Project(Fields):
    """A work that the institution carries out, over time and with money. Not for the purchase alone (procurements)."""

    section: ClassVar[str] = "projects"
    group: ClassVar[Group] = "participation"
    singular: ClassVar[str] = N_("Project")
    plural: ClassVar[str] = N_("Projects")
    registered: ClassVar[bool] = True

    stage: STAGE | None = field("idea, planning, procurement, implementation, completed, suspended or cancelled.")
    budget: Amount | None = field("The budget, as a number like 1250000.", label=N_("Budget"))
    currency: Currency | None = field("The currency, like GEL; without it the country's.")
    start: Day | None = field("The first day of the work.")
    end: Day | None = field("The last day of the work, planned or real.")
    territory: Ref("territories") | None = field("The territory where the work is.", label=N_("Territory"))
    contractor: Line | None = field("Who carries out the work.", label=N_("Contractor"))
    progress: Count | None = field("How much of the work is done, in percent: 0 to 100.")

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        yield from ordered("end", self.start, self.end)
        if self.progress is not None and self.progress > 100:
            yield "progress", "no-percent", {"value": self.progress}

    @property
    def card_span(self) -> Span | None:
        return Span(self.start, self.end) if self.start else None

    def state(self, page: Page) -> State | None:
        return State(page.word(word_of(STAGE, self.stage)), TONES.get(self.stage, "neutral")) if self.stage else None

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.progress is not None and not (self.progress == 100 and self.stage == "completed"):
            sentence = page.word(N_("{percent} % of the work is done")).format(percent=self.progress)
            yield Progress("", sentence, (("", self.progress, "good"), ("", 100 - self.progress, "neutral")))

    def json_ld(self, page: Page) -> dict[str, Any]:
        place = named("AdministrativeArea", page, self.territory)
        return {"about": thing("Project", name=self.title, description=self.summary, location=place)}
