"""Requests for public information."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, NamedTuple

from pydantic import BeforeValidator

from sajaro import views
from sajaro.fields import N_, Amount, Choice, Day, Line, Name, Part, Yes, field, refuse, word_of
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import day_of, files, rows
from sajaro.views import Block, State, Tone, Value, Words

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


OVERDUE = N_("Overdue")
OPEN = ("pending", "overdue", "waiting")
"""States of what is being considered, in time or longer than the law gives, or waits for the requester to say what is asked."""


class Handling(NamedTuple):
    """A request on a day. `due` is the last day for the answer, None where no law is known. `days` passed until the answer, of
    which `over` were more than there were; of what is open, `left` is how many days there still are. Days are working ones
    where the law's are."""

    state: Literal["pending", "overdue", "waiting", "answered", "late"]
    outcome: str
    received: date
    due: date | None
    answered: date | None
    days: int | None
    over: int
    left: int
    working: bool


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
        handling = page.handling()
        if handling and handling.state == "overdue":
            return State(page.word(OVERDUE), "severe")
        outcome = handling.outcome if handling else self.outcome
        return State(page.word(word_of(OUTCOME, outcome)), TONES.get(outcome, "neutral"))

    def blocks(self, page: Page) -> Iterator[Block]:
        handling = page.handling()
        yield from rows(page, N_("How it was handled"), *self._handled(page, handling))
        if handling and handling.outcome != self.outcome:
            return  # What was to come on that day is not known on it.
        if self.appeal:
            yield from rows(
                page,
                N_("Appeal"),
                (N_("Before"), page.value(self.appeal, "level")),
                (N_("Date"), page.value(self.appeal, "date")),
                (N_("Result"), page.value(self.appeal, "result")),
            )
        yield from files(page, N_("Answer"), self.response)

    def _handled(self, page: Page, handling: Handling | None) -> Iterator[tuple[str, tuple[Value, ...]]]:
        if handling:
            yield N_("Received"), (views.Day(handling.received),)
            if handling.due and handling.outcome not in ("clarification", "withdrawn"):
                left = (Words(said),) if handling.state == "pending" and (said := remark(page, handling)) else ()
                over = (State(remark(page, handling), "severe"),) if handling.state == "overdue" else ()
                label = N_("Extended to") if self.extended_to else N_("Last day for the answer")
                yield label, (views.Day(handling.due), *left, *over)
            if handling.outcome == "pending" != self.outcome:
                return
        yield N_("Extended to"), page.value(self, "extended_to") if not handling else ()
        yield ENDINGS.get(self.outcome, N_("Answered")), page.value(self, "answered")
        if handling and handling.days is not None:
            late = (State(lateness(page, handling), "severe"),) if handling.over else ()
            yield N_("Time taken"), (Words(days(page, handling)), *late)
        yield N_("Ground"), page.value(self, "ground")
        yield N_("Fee"), page.value(self, "fee") if self.fee else ()

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"identifier": self.ref}


def days(page: Page, handling: Handling) -> str:
    """How long the answer took."""
    if not handling.days:
        return page.word(N_("on the same day"))
    if handling.working:
        return page.plural("{count} working day", "{count} working days", handling.days)
    return page.plural("{count} day", "{count} days", handling.days)


def lateness(page: Page, handling: Handling) -> str:
    """By how much the answer was late."""
    if handling.working:
        return page.plural("{count} working day late", "{count} working days late", handling.over)
    return page.plural("{count} day late", "{count} days late", handling.over)


def remark(page: Page, handling: Handling) -> str:
    """What is said beside a day or a state: how long it took, how late it is, how much time there is."""
    match handling.state:
        case "overdue":
            return lateness(page, handling)
        case "pending" if handling.due and not handling.left:
            return page.word(N_("the last day is today")) if handling.due == page.today else ""
        case "pending" if handling.left:
            if handling.working:
                return page.plural("{count} working day left", "{count} working days left", handling.left)
            return page.plural("{count} day left", "{count} days left", handling.left)
        case "late":
            return lateness(page, handling)
        case "answered" if handling.days is not None:
            return days(page, handling)
    return ""
