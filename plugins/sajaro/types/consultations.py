"""Consultations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from pydantic import model_validator

from sajaro.fields import N_, Choice, Count, Day, Part, Ref, When, Words, field, word_of
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import begun, cards, day_of, files, ordered, over, prose, written
from sajaro.views import Block, Span, State

KIND = Choice(draft_act=N_("Draft act"), plan=N_("Draft plan"), survey=N_("Survey"), other=N_("Public consultation"))


class Draft(Part):
    """What is consulted on: an act of the site, or files. An id alone or a list of files alone is enough."""

    short: ClassVar[str] = "act"

    act: Ref("acts") | None = field("The draft, where it is an act of the site.")
    files: tuple[Attachment, ...] = field("The draft's files.", default=())

    @model_validator(mode="before")
    @classmethod
    def spelled_out(cls, value: Any) -> Any:
        return {"files": value} if isinstance(value, list) else super().spelled_out(value)


class Outcome(Part):
    """What came of it."""

    text: Words = field("What was said and what is taken up, and why the rest is not.", required=True)
    files: tuple[Attachment, ...] = field("The report of the consultation, the draft as changed.", default=())
    date: Day | None = field("The day the outcome was published.")


class Consultation(Fields):
    """An invitation to give an opinion until a day. Not for proposals that people make unasked (proposals)."""

    section: ClassVar[str] = "consultations"
    group: ClassVar[Group] = "participation"
    singular: ClassVar[str] = N_("Consultation")
    plural: ClassVar[str] = N_("Consultations")
    registered: ClassVar[bool] = True
    spans: ClassVar[str] = N_("Opens and closes")

    kind: KIND | None = field("draft-act, plan, survey or other.")
    opens: When = field("When it opens: a day, or a day and a time.", required=True)
    closes: When = field("When it closes; a day counts whole.", required=True)
    draft: Draft | None = field("What it is about: the id of an act, or files.")
    how: Words = field("How people take part: where to write, where to come.", required=True)
    submissions: Count | None = field("How many opinions came in.", label=N_("Opinions received"))
    outcome: Outcome | None = field("Afterwards: what came of it.")

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if self.opens == self.closes:
            yield "closes", "before-start", {"start": written(self.opens)}
        else:
            yield from ordered("closes", self.opens, self.closes)

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind) if self.kind else ""

    @property
    def card_span(self) -> Span:
        return Span(self.opens, self.closes)

    def state(self, page: Page) -> State:
        if self.outcome:
            return State(page.word(N_("Outcome published")))
        if over(self.closes, page):
            return State(page.word(N_("Closed, the outcome will follow")), "attention")
        if not begun(self.opens, page):
            return State(page.word(N_("Not open yet")))
        return State(page.word(N_("Open for comments")), "good")

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.outcome:
            yield from prose(page, N_("Outcome"), self.outcome.text)
            yield from files(page, N_("Documents on the outcome"), self.outcome.files)
        yield from prose(page, N_("How to take part"), self.how)
        if self.draft:
            yield from cards(page, N_("The draft"), [self.draft.act] if self.draft.act else [])
            yield from files(page, N_("Files of the draft"), self.draft.files)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"temporalCoverage": f"{day_of(self.opens)}/{day_of(self.closes)}"}
