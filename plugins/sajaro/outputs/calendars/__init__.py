"""Calendars: the public events of a language to subscribe to, from the first day of last year on, and one file for each event.

Events for the press are in no public calendar; their own pages have their files. How a calendar is written is in
`text`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.outputs.calendars.text import Calendar, Occurrence, icalendar
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.presenters.identity import changed, uid
from sajaro.read import Document
from sajaro.types.events import Event

__all__ = ["artifacts", "register"]

STATUSES = {"confirmed": "CONFIRMED", "tentative": "TENTATIVE", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}
"""RFC 5545, 3.8.1.11. It has no word for a postponed event: its title says so."""


def artifacts(build: Build) -> Iterator[Artifact]:
    library = build.library
    events = [each for id, each in library.documents.items() if each.section == "events" and id not in library.withheld]
    if not events:
        return
    public = sorted(filter(partial(_is_public, build), events), key=lambda each: each.id)
    for lang in build.site.languages:
        reading = build.reading(lang)
        shown = [each for each in public if not reading.hidden(each)]
        yield _artifact(build, f"{lang}/events/calendar.ics", lang, shown, named=True)
        for document in events:
            if lang in document.editions and not library.is_tombstone(document):
                yield _artifact(
                    build, f"{addresses.document(document.id, lang)}event.ics", lang, [document], named=False
                )


def _is_public(build: Build, document: Document) -> bool:
    fields = _fields(document)
    earliest = build.library.today.year - 1
    return (
        build.library.is_listed(document)
        and fields.visibility == "public"
        and build.library.day(fields.start).year >= earliest
    )


def _fields(document: Document) -> Event:
    assert isinstance(document.fields, Event)
    return document.fields


def _artifact(build: Build, path: str, lang: str, events: list[Document], named: bool) -> Artifact:
    library = build.library
    named_ids = {
        found
        for each in events
        for reference in each.mentions.references
        if (found := library.find(reference.target, reference.sections))
    }
    ids = [each.id for each in events]
    return Artifact(
        path=path,
        fingerprint=key(build.base, path, library.key(*ids), library.key(*sorted(named_ids))),
        view=partial(_calendar, build, path, lang, events, named),
        render=icalendar,
        code=partial(_code, build.engine),
        permanent=named,
        source="" if named else events[0].editions[lang].file,
    )


def _code(engine: bytes, _: Calendar) -> bytes:
    return key(engine, "icalendar")


def _calendar(build: Build, path: str, lang: str, events: list[Document], named: bool) -> Calendar:
    reading = build.reading(lang)
    name = f"{reading.word(N_('Events'))} – {build.title(lang)}"
    return Calendar(
        lang=lang,
        name=printable(name) if named else "",
        zone=build.site.timezone,
        url=build.places.whole(path) if named else "",
        events=tuple(_occurrence(build, each, lang) for each in events),
    )


def _occurrence(build: Build, document: Document, lang: str) -> Occurrence:
    """An event in the language that there is."""
    library = build.library
    spoken = build.reading(lang).language_of(document)
    reading = build.reading(spoken, document)
    edition = document.editions[spoken]
    fields = edition.fields
    assert isinstance(fields, Event)
    state = fields.announced(reading)
    modified = changed(library, document)
    territory = reading.link(fields.territory) if fields.territory else None
    topics = (link.title for each in fields.topics if (link := reading.link(each)))
    start, end = _times(build, fields)
    return Occurrence(
        uid=uid(library, build.places.host, document),
        lang=spoken,
        url=build.places.whole(addresses.document(document.id, spoken)),
        summary=printable(f"{state.word}: {fields.title}" if state else fields.title),
        description=printable(
            "\n\n".join(each for each in (fields.summary or edition.body.summary, fields.live) if each)
        ),
        location=printable(fields.place or (territory.title if territory else "")),
        categories=tuple(dict.fromkeys(printable(each) for each in (reading.kind(document), *topics))),
        status=STATUSES[fields.event_status],
        sequence=fields.sequence,
        start=start,
        end=end,
        modified=(modified or fields.start).astimezone(UTC),
    )


def _times(build: Build, fields: Event) -> tuple[date | datetime, date | datetime | None]:
    """Begin and end in UTC. An event that begins at midnight and, if it says so, ends at one was given by days: it lasts
    whole days, the last included (DTEND is the day after, RFC 5545, 3.6.1)."""
    start = fields.start.astimezone(build.library.zone)
    end = fields.end.astimezone(build.library.zone) if fields.end else None
    if start.time() == time() and (end is None or end.time() == time()):
        return start.date(), (end or start).date() + timedelta(days=1)
    return start.astimezone(UTC), end.astimezone(UTC) if end else None
