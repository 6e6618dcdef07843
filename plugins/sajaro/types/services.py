"""Services."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Line, field
from sajaro.types.base import Group
from sajaro.types.page import Page
from sajaro.types.parts import ActRef, Standing, named, points, thing
from sajaro.views import Block, Fact, Facts, Notice, State, Steps


class Service(Standing):
    """What people can have done here, and how. Not for questions with a short answer (faqs) or for units themselves."""

    section: ClassVar[str] = "services"
    group: ClassVar[Group] = "participation"
    singular: ClassVar[str] = N_("Service")
    plural: ClassVar[str] = N_("Services")
    schema_type: ClassVar[str] = "GovernmentService"

    audience: Line | None = field("Who can have it.", label=N_("For whom"))
    steps: tuple[Line, ...] = field("What one has to do, step by step.", default=())
    documents_needed: tuple[Line, ...] = field("The documents that one has to bring, a line for each.", default=())
    term: Line | None = field("How long it takes, like ten working days.", label=N_("How long it takes"))
    fee: Line | None = field("What it costs, or that it is free.", label=N_("Fee"))
    basis: tuple[ActRef, ...] = field("The acts that it rests on.", default=())
    channels: tuple[Line, ...] = field(
        "How it can be had: in person, by post, on the web.", label=N_("Where and how"), default=()
    )
    unavailable: Line | None = field("While it cannot be had: why, and until when.")

    def state(self, page: Page) -> State | None:
        return State(page.word(N_("Not available")), "severe") if self.unavailable else None

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.unavailable:
            yield Notice(page.word(N_("This service is not available now")), self.unavailable, "severe")
        if self.steps:
            yield Steps(page.word(N_("Step by step")), self.steps)
        yield from points(page, N_("What you need"), self.documents_needed)
        if acts := tuple(link for act in self.basis for link in act.cited(page)):
            yield Facts("", (Fact(page.word(N_("Legal basis")), acts),))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "serviceOperator": named("GovernmentOrganization", page, self.unit),
            "audience": thing("Audience", audienceType=self.audience),
            "availableChannel": [thing("ServiceChannel", name=channel) for channel in self.channels] or None,
            "description": self.summary,
        }
