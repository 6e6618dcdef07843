"""Plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Day, Line, Part, Period, Ref, field, word_of
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import designated, iso_interval
from sajaro.views import Block, Column, Link, Progress, State, Table, Tone, Value

KIND = Choice(
    work=N_("Work plan"),
    communication=N_("Communication plan"),
    procurement=N_("Procurement plan"),
    strategic=N_("Strategic plan"),
)
STATUS = Choice(
    planned=N_("Planned"),
    in_progress=N_("In progress"),
    done=N_("Done"),
    late=N_("Late"),
    postponed=N_("Postponed"),
    cancelled=N_("Cancelled"),
)
TONES: dict[str, Tone] = {"done": "good", "in-progress": "attention", "late": "severe"}


class Activity(Part):
    """One thing that a plan wants done."""

    title: Line = field("What is to be done.", required=True)
    due: Day | None = field("The last day for it.")
    unit: Ref("units") | None = field("Which unit does it.")
    status: STATUS | None = field(
        "planned, in-progress, done, late, postponed or cancelled; a day under done says done."
    )
    done: Day | None = field("The day it was done.")
    evidence: tuple[Ref(), ...] = field("Documents that show it, by their ids.", default=())

    def standing(self, today: date) -> str:
        """The status, and `late` where the last day has passed over what is neither done nor given up."""
        status = self.status or ("done" if self.done else "planned")
        overdue = self.due is not None and self.due < today and status in ("planned", "in-progress")
        return "late" if overdue else status

    def state(self, page: Page) -> State:
        standing = self.standing(page.today)
        return State(page.word(word_of(STATUS, standing)), TONES.get(standing, "neutral"))

    def row(self, page: Page) -> tuple[tuple[Value, ...], ...]:
        title, due, unit = (page.value(self, name) for name in ("title", "due", "unit"))
        shown = tuple(self.shown(page))
        named = any(link.title == self.title for link in shown)
        return shown if named else (*title, *shown), (self.state(page),), due, unit

    def shown(self, page: Page) -> Iterator[Link]:
        """The evidence; acts as they are cited, since their titles are long."""
        for id in self.evidence:
            link = designated(page, id) if id.startswith("acts/") else page.link(id)
            if link:
                yield replace(link, note="")


class Plan(Fields):
    """What is intended for a period, and how far it is. Not for accounts afterwards (reports) or one work (projects)."""

    section: ClassVar[str] = "plans"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Plan")
    plural: ClassVar[str] = N_("Plans")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "DigitalDocument"

    kind: KIND = field("work, communication, procurement or strategic.", required=True)
    period: Period = field("What it covers: 2026, 2026-Q3 or 2026-10.", label=N_("Period"), required=True)
    activities: tuple[Activity, ...] = field(
        "What is to be done: title, due, unit, status, done, evidence.", default=()
    )

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        for number, each in enumerate(self.activities, 1):
            if each.done and each.status not in (None, "done"):
                yield f"activities[{number}].status", "done-or-not", {"status": each.status, "done": each.done}

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind)

    @property
    def covers(self) -> str:
        return self.period

    def counts(self, today: date) -> dict[str, int]:
        """How many activities are in each standing, of those that there are."""
        standings = [each.standing(today) for each in self.activities]
        return {name: count for name, _ in STATUS.__metadata__[0].words if (count := standings.count(name))}

    def sentence(self, page: Page) -> str:
        done = self.counts(page.today).get("done", 0)
        return page.word(N_("Done: {done} of {all}")).format(done=done, all=len(self.activities))

    def state(self, page: Page) -> State | None:
        if not self.activities:
            return None
        counts = self.counts(page.today)
        complete = counts.get("done", 0) == len(self.activities)
        return State(self.sentence(page), "good" if complete else "attention" if "late" in counts else "neutral")

    def blocks(self, page: Page) -> Iterator[Block]:
        if not self.activities:
            return
        parts = [
            (page.word(word_of(STATUS, name)), count, TONES.get(name, "neutral"))
            for name, count in self.counts(page.today).items()
        ]
        yield Progress(page.word(N_("Progress")), self.sentence(page), tuple(parts))
        titles = (N_("Activity"), N_("State"), N_("Due"), N_("Unit"))
        columns = tuple(Column(page.word(title)) for title in titles)
        yield Table(page.word(N_("Activities")), columns, tuple(each.row(page) for each in self.activities))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"temporalCoverage": iso_interval(self.period)}
