"""The duties of a site in words: their titles, terms and states, as pages, tables and calendars say them in a language.

The wording measures: it says what is published, due, late, withheld, and never that a law is complied with.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from sajaro.artifacts import key
from sajaro.duties import Duty, Profile, Standing, standings
from sajaro.duties.profile import Texts
from sajaro.duties.states import Status
from sajaro.fields import N_
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.views import Link, State
from sajaro.views.values import Tone

WORDS: dict[str, tuple[str, Tone]] = {
    "published": (N_("Published"), "good"),
    "nil": (N_("Nothing to report"), "neutral"),
    "withheld": (N_("Withheld"), "attention"),
    "due": (N_("Due now"), "attention"),
    "late": (N_("Late"), "severe"),
    "upcoming": (N_("Upcoming"), "neutral"),
}
KINDS = {
    "quarterly": N_("Every quarter"),
    "annual": N_("Every year"),
    "monthly": N_("Every month"),
    "on-change": N_("At all times"),
    "event": N_("After each event"),
}
TERM = N_("Due: {day}")
COUNTED = {
    "end": N_("Term from the end of the period"),
    "start": N_("Term from the beginning of the period"),
    "on-change": N_("Term from the change"),
    "event": N_("Term from the event"),
}


@dataclass(frozen=True)
class Duties:
    """The duties of one build and how they stand; made once, with `build.once(duties)`."""

    build: Build
    profile: Profile
    standings: tuple[Standing, ...]

    @cached_property
    def key(self) -> bytes:
        """Changes with whatever a page of duties may show."""
        library = self.build.library
        shown = sorted({id for each in self.standings for status in each.statuses for id in status.documents})
        units = [unit for each in self.standings if (unit := self.unit(each.duty))]
        named = (*units, *(id for each in self.standings for id in each.elsewhere), self.profile.act)
        documents = (self.build.key_of(library.documents[id]) for id in shown)
        own = (unit for id in shown if (unit := self.unit_of(id)))
        return key(self.profile, self.standings, *documents, library.key(*shown, *named, *own))

    def unit(self, duty: Duty) -> str | None:
        """The id of the unit that answers for a duty."""
        return self.build.library.find(duty.unit, ("units",)) if duty.unit else None

    def unit_of(self, id: str) -> str | None:
        """The id of the unit that issued a disclosure."""
        unit = self.build.library.documents[id].fields.unit
        return self.build.library.find(unit, ("units",)) if unit else None

    def place(self, lang: str, duty: Duty | None = None) -> str:
        return f"{lang}/duties/{duty.code}/" if duty else f"{lang}/duties/"

    def link(self, reading: Reading, duty: Duty, note: str = "") -> Link:
        """The way to the page of a duty, by its code and title."""
        return Link(self.build.places.to(self.place(reading.lang, duty)), numbered(reading, duty), note=note)

    def elsewhere(self, reading: Reading, standing: Standing) -> tuple[Link, ...]:
        """Where the site has it without disclosures."""
        found = []
        for each in standing.elsewhere:
            if each in BY_SECTION:
                place = self.build.places.to(f"{reading.lang}/{each}/")
                found.append(Link(place, reading.word(BY_SECTION[each].plural)))
            elif link := reading.link(each):
                found.append(link)
        return tuple(found)


def duties(build: Build) -> Duties | None:
    """None where the site has declared none."""
    declared = build.library.duties
    if declared is None or declared.profile is None:
        return None
    return Duties(build, declared.profile, standings(build.library, declared.profile))


def said(reading: Reading, texts: Texts) -> str:
    """A text of a profile; Serbian in Cyrillic is made from Latin letters."""
    if reading.lang == "sr-Cyrl" and "sr-Latn" in texts and "sr-Cyrl" not in texts:
        from sajaro.languages.serbian import to_cyrillic

        return to_cyrillic(texts["sr-Latn"])
    return reading.text(texts)


def numbered(reading: Reading, duty: Duty) -> str:
    """A duty by its code and title; in the language of the title."""
    title = said(reading, duty.title)
    text = f"{duty.code}. {title}"
    return type(title)(text, title.lang) if hasattr(title, "lang") else text


def state(reading: Reading, status: Status) -> State:
    word, tone = WORDS[status.state]
    return State(reading.word(word), tone)


def period(reading: Reading, status: Status) -> str:
    """The period of a status, capitalised as a heading is; empty where there is none."""
    return reading.language.capitalised(reading.period(status.period)) if status.period else ""


def remark(reading: Reading, status: Status) -> str:
    """What is said below a state: by when, until when, how late it was."""
    if status.state in ("due", "late", "upcoming") and status.due:
        return reading.word(TERM).replace("{day}", reading.language.date(status.due))
    if status.state == "withheld" and status.until:
        return reading.word(N_("last day: {day}")).replace("{day}", reading.language.date(status.until))
    return lateness(reading, status)


def lateness(reading: Reading, status: Status) -> str:
    """How late something was published."""
    if not status.days_late:
        return ""
    return reading.plural("{count} day late", "{count} days late", status.days_late)


def term(reading: Reading, duty: Duty) -> str:
    """How much time there is: «1 month», «11 months and 9 days»; «at once»."""
    months, days = duty.grace.months, duty.grace.days
    parts = [
        *([reading.plural("{count} month", "{count} months", months)] if months else []),
        *([reading.plural("{count} day", "{count} days", days)] if days else []),
    ]
    return reading.language.list(parts) if parts else reading.word(N_("at once"))


def basis(reading: Reading, profile: Profile, duty: Duty | None = None) -> str | Link:
    """What sets a duty, or all of them: a provision of its own, the institution's own act, the law."""
    if duty and duty.basis:
        return said(reading, duty.basis)
    act = reading.link(profile.act) if profile.act else None
    return act or said(reading, profile.law)


def basis_text(reading: Reading, profile: Profile, duty: Duty | None = None) -> str:
    """The same where there are no links."""
    found = basis(reading, profile, duty)
    return str(found.title if isinstance(found, Link) else found)
