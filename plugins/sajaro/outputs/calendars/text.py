"""A calendar as iCalendar (RFC 5545; what calendars themselves are called by RFC 7986).

Written here and not by a library: it is lines, and the library `icalendar` 7.3 takes a backslash before an N for a line break,
leaves names unescaped and durations mistyped, and takes 0.17 s to import. Tests read what is written with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from sajaro.plain import plain


@plain
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


@plain
class Calendar:
    """Events of one language. A calendar to subscribe to has a name and its own address, a single event's has none."""

    lang: str
    name: str
    zone: str
    url: str
    events: tuple[Occurrence, ...]


def icalendar(calendar: Calendar) -> bytes:
    """The calendar in lines of at most 75 octets, parted by CRLF."""
    return b"".join(folded(line) for line in _lines(calendar))


def _lines(calendar: Calendar) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//Sajaro//Calendar//{calendar.lang.upper()}"
    if calendar.name:
        yield f"NAME;LANGUAGE={calendar.lang}:{escaped(calendar.name)}"
        yield f"X-WR-CALNAME:{escaped(calendar.name)}"
        yield f"X-WR-TIMEZONE:{calendar.zone}"
        yield f"SOURCE;VALUE=URI:{calendar.url}"
        yield "REFRESH-INTERVAL;VALUE=DURATION:PT12H"
        yield "X-PUBLISHED-TTL:PT12H"
    for occurrence in calendar.events:
        yield from _event(occurrence)
    yield "END:VCALENDAR"


def _event(occurrence: Occurrence) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{occurrence.uid}"
    yield f"DTSTAMP{_time(occurrence.modified)}"
    yield f"LAST-MODIFIED{_time(occurrence.modified)}"
    yield f"SEQUENCE:{occurrence.sequence}"
    yield f"STATUS:{occurrence.status}"
    yield f"DTSTART{_time(occurrence.start)}"
    if occurrence.end:
        yield f"DTEND{_time(occurrence.end)}"
    # An event of the town does not make its citizens busy.
    yield "TRANSP:TRANSPARENT"
    categories = ",".join(escaped(each) for each in occurrence.categories)
    texts = {"SUMMARY": occurrence.summary, "LOCATION": occurrence.location, "DESCRIPTION": occurrence.description}
    for name, value in {**{name: escaped(text) for name, text in texts.items()}, "CATEGORIES": categories}.items():
        if value:
            yield f"{name};LANGUAGE={occurrence.lang}:{value}"
    yield f"URL:{occurrence.url}"
    yield "END:VEVENT"


def _time(when: date | datetime) -> str:
    """The rest of a property that holds a moment in UTC, or a day."""
    return f":{when:%Y%m%dT%H%M%SZ}" if isinstance(when, datetime) else f";VALUE=DATE:{when:%Y%m%d}"


def escaped(text: str) -> str:
    """A text as a value (3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, none of which begins inside a character (3.1)."""
    octets = line.encode()
    pieces = []
    while len(octets) > 75:
        cut = 75
        while octets[cut] & 0b1100_0000 == 0b1000_0000:
            cut -= 1
        pieces.append(octets[:cut])
        octets = b" " + octets[cut:]
    return b"\r\n".join((*pieces, octets)) + b"\r\n"
