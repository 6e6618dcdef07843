"""The life of a legal act: its state as a sentence, and the line of days on which it was adopted, changed, put together anew.

Not here: which state an act is in (`acts`), and what it does to others (`types.acts`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sajaro.fields import N_
from sajaro.library import fields_of
from sajaro.reading import Reading
from sajaro.types.acts import PASSIVE, RELATIONS
from sajaro.types.parts import designated, joined, unbroken
from sajaro.views import Link, Stop, Text, Timeline


def sentence(reading: Reading, id: str) -> str:
    """The state of an act with the day that it counts from; of a version, of which day it is."""
    acts = reading.library.acts
    if id in acts.versions:
        return version_title(reading, id)
    fields: Any = reading.library.documents[id].fields
    state, entry, changes = acts.state(id), acts.entry(id), acts.changes(id)
    day, message = entry, ""
    match state:
        case "repealed":
            return repealed(reading, changes["repeals"][0])
        case "partly-repealed":
            day, message = _last(reading, changes["repeals_in_part"]), N_("Repealed in part on {day}")
        case "amended":
            day, times = _last(reading, changes["amends"]), len(changes["amends"])
            message = (
                reading.word(N_("In force, amended on {day}"))
                if times == 1
                else reading.plural(
                    "In force, amended {count} time, last on {day}",
                    "In force, amended {count} times, last on {day}",
                    times,
                )
            )
            return message.replace("{day}", unbroken(reading.language.date(day))) if day else message
        case "expired":
            day, message = fields.effective_to, N_("Was in force until {day}")
        case "not-yet":
            message = N_("Enters into force on {day}")
        case "in-force" if entry and fields.effective_to:
            return reading.word(N_("In force: {days}")).replace(
                "{days}", unbroken(reading.language.date_range(entry, fields.effective_to))
            )
        case "in-force" if corrected := _last(reading, corrections(reading, id)):
            day, message = corrected, N_("In force, corrected on {day}")
        case "in-force":
            message = N_("In force since {day}")
    return reading.word(message).replace("{day}", unbroken(reading.language.date(day))) if day and message else ""


def corrections(reading: Reading, id: str) -> list[str]:
    """Ids of the acts that have corrected errors in this one by today; a correction changes no state."""
    acts = reading.library.acts
    found = reading.library.referring(id, "corrects", "acts")
    return [each for each in found if (day := acts.entry(each)) and day <= reading.today]


def repealed(reading: Reading, by: str) -> str:
    """By which act, where that is known to readers, and when."""
    day, act = reading.library.acts.entry(by), designated(reading, by)
    message = reading.word(N_("Repealed on {day} by {act}") if act else N_("Repealed on {day}"))
    when = unbroken(reading.language.date(day)) if day else ""
    return message.replace("{day}", when).replace("{act}", act.title if act else "")


def _last(reading: Reading, changers: list[str]) -> date | None:
    days = [day for each in changers if (day := reading.library.acts.entry(each))]
    return max(days, default=None)


def history(reading: Reading, id: str) -> Timeline | None:
    """The days of an act, on its own page and on those of its versions; None for one that nothing has happened to."""
    acts = reading.library.acts
    act = acts.versions.get(id, id)
    events = list(_changes(reading, act))
    versions = {version: day for version in versions_of(reading, act) if (day := _day(reading, version))}
    if not events and not versions:
        return None
    fields: Any = reading.library.documents[act].fields
    adopted, entry = _day(reading, act), acts.entry(act)
    if entry and entry != adopted:
        future = entry > reading.today
        events.append((entry, reading.word(N_("Enters into force") if future else N_("Entered into force")), ()))
    if fields.effective_to:
        events.append((fields.effective_to, reading.word(N_("In force until")), ()))
    link = designated(reading, act)
    first = Stop(adopted, reading.word(N_("Adopted")), (), current=act == id)
    if link and act != id:
        first = replace(first, links=(_plain(reading, link, reading.word(N_("As adopted"))),))
    days = dict.fromkeys(sorted({day for day, *_ in events} | set(versions.values())))
    stops = [stop for day in days for stop in _stops(reading, id, day, events, versions)]
    return Timeline(reading.word(N_("History")), (first, *stops))


Event = tuple[date, str, tuple[Link, ...]]


def _changes(reading: Reading, act: str) -> Iterator[Event]:
    """What other acts do to it, those that change it on one day in one way together."""
    library = reading.library
    found: dict[tuple[date, str], list[Link]] = defaultdict(list)
    for relation in PASSIVE:
        for changer in library.referring(act, relation, "acts"):
            day, link = library.acts.entry(changer), designated(reading, changer)
            if day and link:
                found[day, relation].append(replace(link, note=provisions(reading, changer, relation, act)))
    for (day, relation), links in sorted(found.items(), key=lambda each: each[0]):
        yield day, reading.word(RELATIONS[relation][1]), tuple(links)


def provisions(reading: Reading, changer: str, relation: str, act: str) -> str:
    """Which provisions of an act another one touches, in its words."""
    fields, lang = fields_of(reading.library.documents[changer], reading.lang)
    touched = (
        each for each in getattr(fields, relation) if each.id and reading.library.find(each.id, ("acts",)) == act
    )
    said = joined("; ", *(each.provisions for each in touched))
    return said if lang == reading.lang or not said or isinstance(said, Text) else Text(said, lang)


def _stops(reading: Reading, id: str, day: date, events: list[Event], versions: dict[str, date]) -> Iterator[Stop]:
    """What happened on one day; the text as it was from then belongs to the last of it."""
    future = day > reading.today
    stops = [Stop(day, label, links, future=future) for when, label, links in events if when == day]
    for version in (each for each, when in versions.items() if when == day):
        label = reading.word(N_("Consolidated text"))
        link = reading.link(version)
        if version == id:
            stops.append(Stop(None if stops else day, label, current=True))
        elif link and stops:
            stops[-1] = replace(stops[-1], links=(*stops[-1].links, _plain(reading, link, label)))
        elif link:
            stops.append(Stop(day, "", (_plain(reading, link, label),), future=future))
    for number, stop in enumerate(stops):
        yield replace(stop, day=None) if number else stop


def versions_of(reading: Reading, act: str) -> list[str]:
    """Ids of the consolidated versions of an act, the newest first."""
    library = reading.library
    return sorted(library.acts.texts.get(act, ()), key=library.newest_first)


def version_title(reading: Reading, id: str) -> str:
    """What a consolidated version is, and of which day."""
    when = _day(reading, id)
    return ", ".join(
        filter(None, (reading.word(N_("Consolidated")), unbroken(reading.language.date(when)) if when else ""))
    )


def version_link(reading: Reading, id: str) -> Link | None:
    """The way to a version, under what it is."""
    link = reading.link(id)
    return link and _plain(reading, link, version_title(reading, id))


def _plain(reading: Reading, link: Link, title: str) -> Link:
    """The link under another title, in the page's language."""
    return replace(link, title=Text(title, reading.lang) if link.lang else title, note="")


def _day(reading: Reading, id: str) -> date | None:
    when = reading.library.documents[id].fields.date
    return reading.library.day(when) if when else None
