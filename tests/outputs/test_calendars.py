"""Calendars: which events they hold, and that they are iCalendar to the octet."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar as library
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sajaro.outputs.calendars.text import Calendar, Occurrence, icalendar
from sajaro.presenters.characters import printable
from tests.outputs import formats
from tests.outputs.sites import again, document, event, make, topics, write
from tests.outputs.sites import settings as site

Event = dict[str, tuple[dict[str, str], str]]


def events(content: bytes) -> dict[str, Event]:
    """The events of a calendar by the last part of their ids."""
    _, found = formats.ics(content)
    parsed = library.Calendar.from_ical(content)
    assert not [each.errors for each in parsed.walk() if each.errors]
    assert len(parsed.walk("VEVENT")) == len(found)
    return {each["UID"][1].split("@")[0].rsplit("/", 1)[-1]: each for each in found}


def test_an_event_says_all_that_a_calendar_can(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "events/2026/fair.en.md": event(
            "The fair, again", summary="All day; bring a friend.", place="Market square", topics=["culture"],
            live="https://live.example/1", sequence=2, updated="2026-06-10",
        ),
        "topics.csv": topics("culture"),
    }  # fmt: skip
    made = make(tmp_path, files)
    found = events(made["en/events/calendar.ics"])["fair"]
    english = {"LANGUAGE": "en"}
    assert found == {
        "UID": ({}, "events/2026/fair@town.example"),
        "DTSTAMP": ({}, "20260609T200000Z"),
        "LAST-MODIFIED": ({}, "20260609T200000Z"),
        "DTSTART": ({}, "20260701T060000Z"),
        "DTEND": ({}, "20260701T140000Z"),
        "SEQUENCE": ({}, "2"),
        "STATUS": ({}, "CONFIRMED"),
        "TRANSP": ({}, "TRANSPARENT"),
        "SUMMARY": (english, "The fair\\, again"),
        "LOCATION": (english, "Market square"),
        "DESCRIPTION": (english, "All day\\; bring a friend.\\n\\nhttps://live.example/1"),
        "CATEGORIES": (english, "Exhibition,Topic culture"),
        "URL": ({}, "https://town.example/en/events/2026/fair/"),
    }
    assert made["en/events/2026/fair/event.ics"].count(b"BEGIN:VEVENT") == 1
    assert events(made["en/events/2026/fair/event.ics"])["fair"] == found
    assert events(made["ka/events/calendar.ics"])["fair"] == found
    assert "ka/events/2026/fair/event.ics" not in made.artifacts


def test_a_calendar_to_subscribe_to_has_a_name_and_an_address(tmp_path: Path) -> None:
    made = make(tmp_path, {"events/2026/fair.ka.md": event()})
    calendar, _ = formats.ics(made["en/events/calendar.ics"])
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "Events – Town of Zghvispira"
    assert calendar["SOURCE"] == "https://town.example/en/events/calendar.ics"
    assert calendar["X-WR-TIMEZONE"] == "Asia/Tbilisi"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in made["en/events/calendar.ics"]
    assert made.artifacts["en/events/calendar.ics"].permanent
    calendar, _ = formats.ics(made["ka/events/2026/fair/event.ics"])
    assert set(calendar) == {"VERSION", "PRODID"}


@pytest.mark.parametrize(
    ("status", "standing", "title"),
    [("confirmed", "CONFIRMED", "A fair"), ("tentative", "TENTATIVE", "Tentative: A fair"),
     ("postponed", "TENTATIVE", "Postponed: A fair"), ("cancelled", "CANCELLED", "Cancelled: A fair")],
)  # fmt: skip
def test_the_state_is_a_status_and_a_word(tmp_path: Path, status: str, standing: str, title: str) -> None:
    made = make(tmp_path, {"events/2026/fair.en.md": event(event_status=status)}, languages=("en",))
    found = events(made["en/events/calendar.ics"])["fair"]
    assert (found["STATUS"][1], found["SUMMARY"][1]) == (standing, title)
    after = again(site(tmp_path, languages=("en",)), "2026-11-22")
    assert events(after["en/events/calendar.ics"])["fair"] == found, "calendars know what is over"


@pytest.mark.parametrize(
    ("fields", "start", "end"),
    [
        ({"start": "2026-07-01 10:00", "end": None}, "20260701T060000Z", None),
        ({"start": "2026-07-01 23:00", "end": "2026-07-02 00:00"}, "20260701T190000Z", "20260701T200000Z"),
        ({"start": "2026-07-01 10:00+02:00", "end": None}, "20260701T080000Z", None),
        ({"start": "2026-07-01", "end": None}, "20260701", "20260702"),
        ({"start": "2026-07-01", "end": "2026-07-03"}, "20260701", "20260704"),
        ({"start": "2026-07-01", "end": "2026-07-01 12:00"}, "20260630T200000Z", "20260701T080000Z"),
    ],
)  # fmt: skip
def test_times_are_in_utc_and_days_are_whole(
    tmp_path: Path, fields: dict[str, Any], start: str, end: str | None
) -> None:
    made = make(tmp_path, {"events/2026/fair.ka.md": event(**fields)})
    assert not [each for each in made.problems if each.level == "error"]
    found = events(made["ka/events/calendar.ics"])["fair"]
    assert found["DTSTART"][1] == start
    assert found.get("DTEND", ({}, None))[1] == end


def test_public_events_since_last_year(tmp_path: Path) -> None:
    shown = {"open": {}, "last-year": {"start": "2025-01-01 10:00", "end": "2025-01-01 11:00"}}
    hidden: dict[str, dict[str, Any]] = {
        "press": {"visibility": "press"},
        "older": {"start": "2024-12-31 10:00", "end": "2024-12-31 11:00"},
        "draft": {"status": "draft"},
        "waiting": {"embargo": "2026-06-20 10:00"},
        "expired": {"expires": "2026-06-10 10:00"},
        "withdrawn": {"status": "withdrawn", "withdrawn": {"date": "2026-06-05", "reason": "No."}},
    }
    made = make(
        tmp_path, {f"events/2026/{name}.ka.md": event(name, **fields) for name, fields in (shown | hidden).items()}
    )
    assert set(events(made["ka/events/calendar.ics"])) == set(shown)
    pages = {path.split("/")[3] for path in made.paths("event.ics")}
    assert pages == {"open", "last-year", "press", "older", "expired"}


def test_a_site_may_hide_what_lacks_the_language(tmp_path: Path) -> None:
    made = make(tmp_path, {"events/2026/fair.ka.md": event()}, missing="hide")
    assert not events(made["en/events/calendar.ics"])
    assert set(events(made["ka/events/calendar.ics"])) == {"fair"}


def test_there_is_no_calendar_without_events(tmp_path: Path) -> None:
    made = make(tmp_path, {"events/2026/fair.ka.md": event(status="draft"), "pages/about.ka.md": document("About")})
    assert not made.paths(".ics")


def test_an_event_keeps_its_uid_in_every_language_and_under_a_new_name(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "events/2026/new.ka.md": event("ბაზრობა", aliases=["/events/2026/old/"]),
        "events/2026/new.en.md": "---\ntitle: The fair\n---\nText.\n",
    }
    made = make(tmp_path, files)
    uids = {events(made[f"{lang}/events/calendar.ics"])["old"]["UID"][1] for lang in ("ka", "en")}
    assert uids == {"events/2026/old@town.example"}


def test_a_uid_is_made_of_plain_characters(tmp_path: Path) -> None:
    made = make(tmp_path, {"events/2026/ბაზრობა, დიდი.ka.md": event()})
    ((name, found),) = events(made["ka/events/calendar.ics"]).items()
    assert (
        name
        == "%E1%83%91%E1%83%90%E1%83%96%E1%83%A0%E1%83%9D%E1%83%91%E1%83%90%2C%20%E1%83%93%E1%83%98%E1%83%93%E1%83%98"
    )
    assert found["UID"][1].isascii()


def test_the_clock_has_no_say(tmp_path: Path) -> None:
    write(tmp_path, {"events/2026/fair.ka.md": event()})
    early, late = (again(site(tmp_path), now)["ka/events/calendar.ics"] for now in ("2026-06-15", "2026-12-31 23:59"))
    assert early == late


NASTY = '😀👨‍👩‍👧 ღონისძიება, Հանդիպում; görüş \\ \\n \\, : " ^ \u2028 <b> ა\u0301\tx\ny'
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=200).map(printable).filter(bool)


@given(WORDS, WORDS)
@example(NASTY * 5, NASTY)
@example("ა" * 200, "😀" * 100)
@example("x" * 66, " leading and trailing ")
@example("C:\\New, old", "\\N")
@settings(max_examples=150)
def test_texts_come_back_as_they_were(text: str, word: str) -> None:
    at = datetime(2026, 6, 1, tzinfo=UTC)
    occurrence = Occurrence(
        "a@town.example",
        "sr-Latn",
        "https://town.example/",
        text,
        text,
        text,
        (word,),
        "CONFIRMED",
        0,
        date(2026, 6, 1),
        None,
        at,
    )
    calendar, (found,) = formats.ics(
        icalendar(Calendar("ka", text, "Asia/Tbilisi", "https://town.example/a.ics", (occurrence,)))
    )
    assert formats.text(found["SUMMARY"][1]) == text
    assert formats.text(found["CATEGORIES"][1]) == word
    assert (
        formats.text(found["DESCRIPTION"][1])
        == formats.text(found["LOCATION"][1])
        == formats.text(calendar["NAME"])
        == text
    )
