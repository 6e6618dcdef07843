"""Events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Count, Line, Moment, Part, Path, Ref, Url, When, Words, field, word_of
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import day_of, ordered, over, prose, recordings, thing
from sajaro.views import Block, Facts, Files, Span, State, Tone

KIND = Choice(
    press_conference=N_("Press conference"),
    briefing=N_("Briefing"),
    interview=N_("Interview"),
    public_meeting=N_("Public meeting"),
    public_lecture=N_("Public lecture"),
    press_tour=N_("Press tour"),
    conference=N_("Conference"),
    contest=N_("Contest"),
    exhibition=N_("Exhibition"),
    delegation=N_("Delegation"),
    visit=N_("Visit"),
    session=N_("Session"),
    other=N_("Event"),
)
MEETINGS = ("public-meeting", "public-lecture")
"""Kinds at which the institution meets whoever comes."""
VISIBILITY = Choice(public=N_("Open to the public"), press=N_("For the press"))
STATUS = Choice(
    confirmed=N_("Confirmed"), tentative=N_("Tentative"), postponed=N_("Postponed"), cancelled=N_("Cancelled")
)
TONES: dict[str, Tone] = {"tentative": "attention", "postponed": "attention", "cancelled": "severe"}


class Accreditation(Part):
    """How journalists register."""

    text: Words = field("How to register, for journalists.", required=True, label=N_("How to register"))
    deadline: When | None = field("Until when; a day counts whole.", label=N_("Deadline"))
    contact: Ref("units", "people") | None = field("With whom.", label=N_("Contact"))


class Event(Fields):
    """Something that takes place at a time. Not for what happened (press-releases) or for office hours (units)."""

    section: ClassVar[str] = "events"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Event")
    plural: ClassVar[str] = N_("Events")
    schema_type: ClassVar[str] = "Event"

    kind: KIND = field("What kind of event it is.", required=True)
    start: Moment = field("When it begins, like 2026-11-22 14:30.", required=True)
    end: Moment | None = field("When it ends.")
    place: Line | None = field("Where: hall, street, village.", label=N_("Place"))
    territory: Ref("territories") | None = field("The territory where it takes place.", label=N_("Territory"))
    participants: tuple[Ref("people"), ...] = field(
        "People of the institution who take part.", label=N_("Participants"), default=()
    )
    visibility: VISIBILITY = field("public or press.", label=N_("Admission"), default="public")
    accreditation: Accreditation | None = field("How journalists register.")
    event_status: STATUS = field("confirmed, tentative, postponed or cancelled.", default="confirmed")
    sequence: Count = field("Counts the changes of time or place, so that calendars follow.", default=0)
    agenda: Words | None = field("The agenda.")
    minutes: Path | None = field("The minutes, a file.")
    live: Url | None = field("Where it can be watched.", label=N_("Live"))
    media: tuple[Ref("media"), ...] = field("Pictures and recordings from the media archive.", default=())

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        yield from ordered("end", self.start, self.end)

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind)

    @property
    def listed_by(self) -> datetime:
        return self.start

    @property
    def card_span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def last(self) -> date | datetime:
        """The moment at which it is over; or the day with which it is, where it was given by days or has no end."""
        if self.end is None:
            return day_of(self.start)
        by_days = self.start.time() == time() == self.end.time()
        return day_of(self.end) if by_days else self.end

    @property
    def card_place(self) -> str:
        return self.place or ""

    def state(self, page: Page) -> State | None:
        if self.event_status in ("confirmed", "tentative") and over(self.last, page):
            return State(page.word(N_("Ended")))
        return self.announced(page)

    def announced(self, page: Page) -> State | None:
        """The state that it was given, whatever the day; None where it was to take place as it was said."""
        if self.event_status == "confirmed":
            return None
        return State(page.word(word_of(STATUS, self.event_status)), TONES[self.event_status])

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from prose(page, N_("Agenda"), self.agenda)
        if self.accreditation:
            yield Facts(page.word(N_("Accreditation of journalists")), page.facts(self.accreditation))
        if self.minutes:
            yield Files(page.word(N_("Minutes")), (page.file(self.minutes, page.word(N_("Minutes"))),))
        yield from recordings(page, self.media)

    def json_ld(self, page: Page) -> dict[str, Any]:
        statuses = {"postponed": "EventPostponed", "cancelled": "EventCancelled"}
        return {
            "startDate": self.start.isoformat(),
            "endDate": self.end.isoformat() if self.end else None,
            "location": thing("Place", name=self.place),
            "eventStatus": "https://schema.org/" + statuses.get(self.event_status, "EventScheduled"),
            "description": self.summary,
        }
