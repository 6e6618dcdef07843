"""Requests for public information."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from sajaro.fields import N_, Amount, Choice, Day, Line, Name, Part, Yes, field, refuse, word_of
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import day_of, files, rows
from sajaro.views import Block, State, Tone

CHANNEL = Choice(
    written=N_("In writing"), electronic=N_("Electronically"), oral=N_("Orally"), in_person=N_("In person")
)
CATEGORY = Choice(
    citizen=N_("Citizen"),
    company=N_("Company"),
    ngo=N_("Non-governmental organisation"),
    media=N_("Media organisation"),
    public_body=N_("Public body"),
    anonymous=N_("Anonymous"),
)
OUTCOME = Choice(
    granted=N_("Granted"),
    partly_granted=N_("Partly granted"),
    refused=N_("Refused"),
    not_held=N_("Not held here"),
    forwarded=N_("Forwarded"),
    clarification=N_("Clarification asked for"),
    withdrawn=N_("Request withdrawn"),
    pending=N_("Being considered"),
)
ENDINGS = {outcome: word_of(OUTCOME, outcome) for outcome in ("forwarded", "clarification", "withdrawn")}
"""What happened, where the day under `answered` is not that of an answer."""
TONES: dict[str, Tone] = {
    "granted": "good",
    "partly-granted": "attention",
    "refused": "severe",
    "clarification": "attention",
}


def _never_a_name(value: Any) -> Any:
    """The message leaves out what was written: it may be a name, and logs of builds are public."""
    categories = [name for name, _ in CATEGORY.__metadata__[0].words]
    if isinstance(value, str) and value.strip() not in categories:
        raise refuse("requester-name", choices=", ".join(categories))
    return value


REQUESTER = Annotated[CATEGORY, BeforeValidator(_never_a_name)]


class Appeal(Part):
    """An appeal against the answer."""

    level: Line = field("Before whom: the head of the institution, the court.", required=True)
    date: Day | None = field("The day of the appeal.")
    result: Line | None = field("How it ended.")


class Request(Fields):
    """One request for public information in the log. Not for complaints or proposals, and never with a name."""

    section: ClassVar[str] = "requests"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Request for information")
    plural: ClassVar[str] = N_("Requests for information")
    tables: ClassVar[bool] = True

    ref: Name = field("The number in the log, which no other request has.", label=N_("Reference"), required=True)
    channel: CHANNEL | None = field("written, electronic, oral or in-person.", label=N_("Submitted"))
    requester: REQUESTER | None = field(
        "Who asked, as a category: citizen, company, ngo, media, public-body or anonymous. Never a name.",
        label=N_("Applicant"),
    )
    outcome: OUTCOME = field("How it ended; pending until it has.", default="pending")
    ground: Line | None = field("Why it was refused, wholly or in part: the provision of the law, and why it applies.")
    extended_to: Day | None = field("The new last day, where the time was extended.")
    answered: Day | None = field("The day of the answer, or of what ended it otherwise.")
    fee: Amount | None = field("What the requester paid for copies.")
    correction: Yes = field("true where it asks to correct information.", default=False)
    appeal: Appeal | None = field("The appeal, if there was one.")
    response: tuple[Attachment, ...] = field("The answer's files, with personal data taken out.", default=())

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if self.outcome in ("refused", "partly-granted") and not self.ground:
            yield "ground", "no-ground", {}
        for name in ("extended_to", "answered"):
            day = getattr(self, name)
            if self.date and day and day < day_of(self.date):
                yield name, "before-date", {"date": day_of(self.date)}

    @property
    def kind_word(self) -> str:
        return N_("Request for correction") if self.correction else ""

    @property
    def open(self) -> bool:
        return self.outcome in ("pending", "clarification")

    @property
    def card_number(self) -> str:
        return self.ref

    def state(self, page: Page) -> State:
        return State(page.word(word_of(OUTCOME, self.outcome)), TONES.get(self.outcome, "neutral"))

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from rows(
            page,
            N_("How it was handled"),
            (N_("Extended to"), page.value(self, "extended_to")),
            (ENDINGS.get(self.outcome, N_("Answered")), page.value(self, "answered")),
            (N_("Ground"), page.value(self, "ground")),
            (N_("Fee"), page.value(self, "fee") if self.fee else ()),
        )
        if self.appeal:
            yield from rows(
                page,
                N_("Appeal"),
                (N_("Before"), page.value(self.appeal, "level")),
                (N_("Date"), page.value(self.appeal, "date")),
                (N_("Result"), page.value(self.appeal, "result")),
            )
        yield from files(page, N_("Answer"), self.response)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"identifier": self.ref}
