"""A calendar as iCalendar (RFC 5545, names of calendars by RFC 7986), through the library `icalendar`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event. Moments are in UTC; with days instead, `end` is the day after the last."""

    uid: str
    lang: str
    url: str
    summary: str
    description: str
    location: str
    categories: tuple[str, ...]
    status: str
    sequence: int
    start: date | datetime
    end: date | datetime | None
    modified: datetime


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events of one language. A calendar to subscribe to has a name and its own address, a single event's has none."""

    lang: str
    name: str
    zone: str
    url: str
    events: tuple[Occurrence, ...]


def icalendar(calendar: Calendar) -> bytes:
    """The calendar in lines of at most 75 octets, parted by CRLF."""
    import icalendar as ical

    root = ical.Calendar()
    root.add("prodid", f"-//Sajaro//Calendar//{calendar.lang.upper()}")
    root.add("version", "2.0")
    if calendar.name:
        spoken = {"LANGUAGE": calendar.lang}
        root.add("name", ical.vText(calendar.name), parameters=spoken)
        root.add("x-wr-calname", ical.vText(calendar.name))
        root.add("x-wr-timezone", ical.vText(calendar.zone))
        root.add("source", ical.vUri(calendar.url), parameters={"VALUE": "URI"})
        root.add("refresh-interval", ical.vText("PT12H"), parameters={"VALUE": "DURATION"})
        root.add("x-published-ttl", ical.vText("PT12H"))
    for occurrence in calendar.events:
        root.add_component(_event(ical, occurrence))
    return root.to_ical()


def _event(ical: Any, occurrence: Occurrence) -> Any:
    event = ical.Event()
    spoken = {"LANGUAGE": occurrence.lang}
    event.add("uid", occurrence.uid)
    event.add("dtstamp", occurrence.modified)
    event.add("last-modified", occurrence.modified)
    event.add("dtstart", occurrence.start)
    if occurrence.end:
        event.add("dtend", occurrence.end)
    event.add("sequence", occurrence.sequence)
    event.add("status", occurrence.status)
    event.add("transp", "TRANSPARENT")
    event.add("summary", occurrence.summary, parameters=spoken)
    if occurrence.location:
        event.add("location", occurrence.location, parameters=spoken)
    if occurrence.description:
        event.add("description", occurrence.description, parameters=spoken)
    if occurrence.categories:
        event.add("categories", list(occurrence.categories), parameters=spoken)
    event.add("url", occurrence.url)
    return event
