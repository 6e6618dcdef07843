"""Proposals of citizens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Day, Line, Ref, Words, field, word_of
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import named, prose
from sajaro.views import Block, State, Tone

STATE = Choice(
    received=N_("Received"),
    accepted=N_("Accepted"),
    in_progress=N_("In progress"),
    done=N_("Done"),
    declined=N_("Declined"),
)
TONES: dict[str, Tone] = {"accepted": "good", "in-progress": "attention", "done": "good", "declined": "severe"}


class Proposal(Fields):
    """You said, we did: what people proposed, what came of it. Not for requests for information; never with names."""

    section: ClassVar[str] = "proposals"
    group: ClassVar[Group] = "participation"
    singular: ClassVar[str] = N_("Proposal")
    plural: ClassVar[str] = N_("Proposals")
    tables: ClassVar[bool] = True

    received: Day | None = field("The day it came in.", label=N_("Submitted on"))
    theme: Line | None = field("What it is about, in a word or two.", label=N_("Field"))
    territory: Ref("territories") | None = field("The territory that it is about.", label=N_("Territory"))
    state_: STATE = field("received, accepted, in-progress, done or declined.", default="received", alias="state")
    reason: Line | None = field("Why it was declined.")
    response: Words | None = field("What the institution answered or did.")

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if self.state_ == "declined" and not self.reason:
            yield "reason", "no-reason", {}

    def state(self, page: Page) -> State:
        return State(page.word(word_of(STATE, self.state_)), TONES.get(self.state_, "neutral"))

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from prose(page, N_("Why it was declined"), self.reason)
        yield from prose(page, N_("Our answer"), self.response)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"contentLocation": named("AdministrativeArea", page, self.territory)}
