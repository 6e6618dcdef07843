"""What the institution did as tables and charts in the words of a language: published, planned, met."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sajaro.activity.meetings import Coverage, coverage
from sajaro.activity.planned import Step, plans, steps
from sajaro.activity.published import Published, published
from sajaro.artifacts import key
from sajaro.fields import N_
from sajaro.languages import language
from sajaro.library import fields_of
from sajaro.presenters.build import Build
from sajaro.presenters.figures import Figures
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.views import Column, Day, State, Table, Text, Words
from sajaro.views.values import Tone

TABLES = {
    "sections": (N_("By section"), N_("Section"), ""),
    "units": (N_("By unit"), N_("Unit"), N_("Without a unit")),
    "territories": (N_("By territory"), N_("Territory"), N_("Of no single territory")),
    "languages": (N_("By language"), N_("Language"), ""),
}
"""Each way to count what was published: its title, what its rows are, what the row of none is called."""
STANDINGS: dict[str, tuple[str, Tone]] = {
    "in-time": (N_("Published in time"), "good"),
    "late": (N_("Published late"), "severe"),
    "overdue": (N_("Nothing published yet"), "attention"),
    "upcoming": (N_("Not yet due"), "neutral"),
    "dropped": (N_("Postponed or cancelled"), "neutral"),
}


@dataclass(frozen=True)
class Activity:
    """The figures of one build; made once, with `build.once(activity)`."""

    build: Build

    @cached_property
    def published(self) -> Published:
        return published(self.build.library)

    @cached_property
    def plans(self) -> dict[str, tuple[Document, list[Step]]]:
        """The communication plans that name activities, the last first."""
        library = self.build.library
        return {each.id: (each, found) for each in plans(library) if (found := steps(library, each))}

    @cached_property
    def coverage(self) -> list[Coverage]:
        return coverage(self.build.library)

    @cached_property
    def key(self) -> bytes:
        """Changes with whatever the pages and tables may say."""
        library, found = self.build.library, self.published
        tables = [[(name, sorted(each.items())) for name, each in getattr(found, kind).items()] for kind in TABLES]
        shown = {*found.units, *found.territories, *self.plans, *(each.territory for each in self.coverage)}
        shown |= {id for _, each in self.plans.values() for step in each for id in step.evidence}
        shown |= {id for each in self.coverage for _, id in (*each.held[:1], *([each.next] if each.next else ()))}
        planned = [each for _, each in self.plans.values()]
        return key(sorted(found.quarters.items()), tables, planned, self.coverage, library.key(*sorted(shown)))


def activity(build: Build) -> Activity | None:
    """None where nothing was ever published."""
    found = Activity(build)
    return found if found.published.quarters else None


class Told:
    """The figures in the words of one language."""

    def __init__(self, activity: Activity, reading: Reading) -> None:
        self.activity, self.reading, self.word = activity, reading, reading.word

    def quarters(self, last: int | None = None) -> Figures:
        """All that was published, by quarter, the last first; of so many quarters as are asked for."""
        counts = self.activity.published.quarters
        names = sorted(counts, reverse=True)[:last]
        said, number = self.reading.language, self.reading.language.number
        title = self.word(N_("By quarter"))
        columns = (("quarter", self.word(N_("Quarter"))), ("documents", self.word(N_("Documents"))))
        labels = tuple(said.capitalised(self.reading.period(name)) for name in names)
        rows = tuple((name, counts[name]) for name in names)
        return Figures(
            "quarters",
            title,
            columns,
            rows,
            labels,
            ((columns[1][1], "good"),),
            tuple(((float(counts[name]),), number(counts[name])) for name in names),
        )

    def table(self, kind: str, year: int | None = None) -> Figures:
        """What was published by sections, units, territories or languages: each quarter of a year and the whole of it, or all quarters."""
        title, label, none = (self.word(each) for each in TABLES[kind])
        counts: dict[str, Counter[str]] = getattr(self.activity.published, kind)
        quarters = sorted(name for name in self.activity.published.quarters if year in (None, int(name[:4])))
        found = {id: each for id in self.order(kind, counts) if any((each := counts[id])[name] for name in quarters)}
        sums = {id: sum(each[name] for name in quarters) for id, each in found.items()}
        short = self.reading.language.quarter_name
        columns = (
            (kind, label),
            *((name, short(int(name[-1])) if year else name) for name in quarters),
            ("sum", str(year) if year else self.word(N_("Total"))),
        )
        labels = tuple(self.label(kind, id) if id else none for id in found)
        number = self.reading.language.number
        return Figures(
            kind,
            f"{title}, {year}" if year else title,
            columns,
            tuple(
                (id.partition("/")[2] or id or "-", *(each[name] for name in quarters), sums[id])
                for id, each in found.items()
            ),
            labels,
            ((self.word(N_("Documents")), "good"),),
            tuple(((float(each),), number(each)) for each in sums.values()),
        )

    def order(self, kind: str, counts: dict[str, Counter[str]]) -> list[str]:
        """Sections and languages in the site's order, the others by name; none last."""
        if kind == "sections":
            return [name for name in BY_SECTION if name in counts]
        if kind == "languages":
            return [lang for lang in self.activity.build.site.languages if lang in counts]
        by_name = self.reading.language.sort_key
        return sorted(counts, key=lambda id: (not id, by_name(self.label(kind, id) if id else "")))

    def label(self, kind: str, id: str) -> str:
        if kind == "sections":
            return self.word(BY_SECTION[id].plural)
        if kind == "languages":
            name = language(id).name
            return name if id == self.reading.lang else Text(name, id)
        return self.name(id)

    def name(self, id: str) -> str:
        """A document's title, marked where it is in another language."""
        link = self.reading.link(id)
        return "" if link is None else Text(link.title, link.lang) if link.lang else link.title

    def plans(self) -> Figures:
        """What became of the activities of each communication plan."""
        found = self.activity.plans
        counts = {id: Counter(each.standing for each in steps) for id, (_, steps) in found.items()}
        parts = tuple((self.word(word), tone) for word, tone in STANDINGS.values())
        number = self.reading.language.number
        heads = (("plan", self.word(N_("Plan"))), ("activities", self.word(N_("Activities"))))
        return Figures(
            "communication-plan",
            self.word(N_("The communication plan and what was published")),
            (*heads, *((name, word) for name, (word, _) in zip(STANDINGS, parts, strict=True))),
            tuple((id, each.total(), *(each[name] for name in STANDINGS)) for id, each in counts.items()),
            tuple(map(self.name, found)),
            parts,
            tuple((tuple(float(each[name]) for name in STANDINGS), number(each.total())) for each in counts.values()),
        )

    def coverage(self) -> Figures:
        """In which territory how many meetings were held in which year, the last year first."""
        found = self.activity.coverage
        years = sorted({day.year for each in found for day, _ in each.held}, reverse=True)
        names = {each.territory: self.name(each.territory) for each in found}
        rows = sorted(found, key=lambda each: self.reading.language.sort_key(names[each.territory]))
        said = {each.territory: f"{self.reading.language.number(len(each.held))}" for each in rows}
        return Figures(
            "coverage",
            self.word(N_("Meetings with the public by territory")),
            (
                ("territory", self.word(N_("Territory"))),
                *((str(year), str(year)) for year in years),
                ("meetings", self.word(N_("Meetings"))),
                ("last", self.word(N_("The last meeting"))),
                ("next", self.word(N_("The next one announced"))),
            ),
            tuple(
                (
                    each.territory.partition("/")[2],
                    *(each.of_year(year) for year in years),
                    len(each.held),
                    each.held[0][0] if each.held else None,
                    each.next[0] if each.next else None,
                )
                for each in rows
            ),
            tuple(names[each.territory] for each in rows),
            ((self.word(N_("Meetings")), "good"),),
            tuple(((float(len(each.held)),), said[each.territory]) for each in rows),
        )

    def steps(self, plan: Document, steps: list[Step]) -> Table:
        """The activities of one plan: when each was due, what shows it since when."""
        reading = self.reading
        said: Any
        said, spoken = fields_of(plan, reading.lang)
        columns = tuple(
            Column(self.word(title))
            for title in (N_("Activity"), N_("What was published"), N_("State"), N_("Due"), N_("Published"))
        )
        rows = []
        for each in steps:
            word, tone = STANDINGS[each.standing]
            title = said.activities[each.number].title
            days = tuple((Day(day),) if day else () for day in (each.due, each.day))
            state = (State(self.word(word), tone),)
            rows.append(
                (
                    (Words(title if spoken == reading.lang else Text(title, spoken)),),
                    reading.links(each.evidence),
                    state,
                    *days,
                )
            )
        return Table(self.name(plan.id), columns, tuple(rows), reading.link(plan.id))

    def records(self) -> Figures:
        """Every activity of every plan as data."""
        found = [
            (fields_of(plan, self.reading.lang)[0], each)
            for plan, steps in self.activity.plans.values()
            for each in steps
        ]
        names = ("plan", "number", "activity", "due", "published", "state", "days_late", "evidence")
        rows = tuple(
            (
                each.plan,
                each.number + 1,
                str(said.activities[each.number].title),  # type: ignore[attr-defined]
                each.due,
                each.day,
                each.standing,
                max(0, each.late),
                " ".join(each.evidence),
            )
            for said, each in found
        )
        return Figures("communication-plan", "", tuple((name, name) for name in names), rows, (), (), ())
