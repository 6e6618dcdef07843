"""The rules of the formats, written from their specifications, each as a check of bytes that raises AssertionError."""

from __future__ import annotations

import json
import re
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import feedparser
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))

TAG = re.compile(r"tag:[a-z0-9]([a-z0-9.-]*[a-z0-9])?,\d{4}(-\d\d(-\d\d)?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*")
"""RFC 4151, 2.1."""


def atom(content: bytes) -> etree._Element:
    """RFC 4287: by schema; what a schema cannot say; and as a reader of feeds sees it."""
    feed = etree.fromstring(content)
    _SCHEMA.assertValid(feed)
    entries = feed.findall(ATOM + "entry")
    moments = [datetime.fromisoformat(each.findtext(ATOM + "updated")) for each in entries]
    updated = datetime.fromisoformat(feed.findtext(ATOM + "updated"))
    assert updated == max(moments, default=datetime.fromisoformat("1970-01-01T00:00:00+00:00"))
    ids = [each.findtext(ATOM + "id") for each in entries]
    assert len(set(ids)) == len(ids)
    assert all(TAG.fullmatch(id) for id in ids)
    published = [datetime.fromisoformat(each.findtext(ATOM + "published")) for each in entries]
    assert all(first <= second for first, second in zip(published, moments, strict=True))
    assert all(newer >= older for newer, older in pairwise(published))
    for each in (feed, *entries):
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in each.findall(ATOM + "link")]
        alternates = [link for link in links if link[0] == "alternate"]
        assert alternates
        assert len(set(alternates)) == len(alternates)
    (own,) = (link for link in feed.findall(ATOM + "link") if link.get("rel") == "self")
    assert own.get("href") == feed.findtext(ATOM + "id")
    parsed = feedparser.parse(content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    assert len(parsed.entries) == len(entries)
    return feed


_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")
_ADDRESS = re.compile(r"https://[!-~]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_TEXT = re.compile(r".+", re.DOTALL)
_FEED = {"version": _TEXT, "title": _TEXT, "home_page_url": _ADDRESS, "feed_url": _ADDRESS, "language": _LANGUAGE}
_ITEM = {
    "id": _TEXT,
    "url": _ADDRESS,
    "title": _TEXT,
    "language": _LANGUAGE,
    "content_html": _TEXT,
    "content_text": _TEXT,
    "summary": _TEXT,
    "image": _ADDRESS,
    "date_published": _MOMENT,
    "date_modified": _MOMENT,
}
_ATTACHMENT = {"url": _ADDRESS, "mime_type": _TYPE, "title": _TEXT}


def json_feed(content: bytes) -> dict[str, Any]:
    """JSON Feed 1.1: the keys it names and no others, with values of their kind."""
    feed = json.loads(content.decode("utf-8"))
    _object(feed, _FEED, needed={"version", "title", "feed_url"}, lists={"authors", "items"})
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    for author in feed["authors"]:
        _object(author, {"name": _TEXT, "url": _ADDRESS}, needed={"name"})
    for item in feed["items"]:
        _object(item, _ITEM, needed={"id"}, lists={"tags"}, may={"attachments"})
        assert ("content_html" in item) != ("content_text" in item)
        assert all(isinstance(tag, str) and tag for tag in item["tags"])
        for attachment in item.get("attachments", ()):
            size = attachment.pop("size_in_bytes")
            assert isinstance(size, int)
            assert size > 0
            _object(attachment, _ATTACHMENT, needed={"url", "mime_type"})
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed


def _object(
    found: dict[str, Any],
    known: dict[str, re.Pattern[str]],
    needed: set[str],
    lists: frozenset[str] | set[str] = frozenset(),
    may: frozenset[str] | set[str] = frozenset(),
) -> None:
    assert needed | lists <= set(found) <= set(known) | lists | may, set(found)
    for name, value in found.items():
        if name in lists or name in may:
            assert isinstance(value, list)
        else:
            assert isinstance(value, str)
            assert known[name].fullmatch(value), (name, value)


_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_LINE = re.compile(
    r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[A-Z-]+=(?:[^\x00-\x1f\";:,]*|\"[^\"]*\"))*):(?P<value>.*)", re.DOTALL
)
_ONCE = frozenset(
    "UID DTSTAMP DTSTART DTEND LAST-MODIFIED SEQUENCE STATUS SUMMARY LOCATION DESCRIPTION URL TRANSP".split()
)
_WORDS = frozenset("SUMMARY LOCATION DESCRIPTION CATEGORIES NAME X-WR-CALNAME".split())
_UTC = re.compile(r"\d{8}T\d{6}Z")
_DAY = re.compile(r"\d{8}")

Line = tuple[str, dict[str, str], str]


def ics(content: bytes) -> tuple[dict[str, str], list[dict[str, tuple[dict[str, str], str]]]]:
    """RFC 5545 by octets: the calendar's properties, and those of each event with their parameters."""
    lines = [_parsed(line) for line in _unfolded(content)]
    assert lines[0] == ("BEGIN", {}, "VCALENDAR")
    assert lines[-1] == ("END", {}, "VCALENDAR")
    calendar: dict[str, str] = {}
    events: list[dict[str, tuple[dict[str, str], str]]] = []
    inside = False
    for name, parameters, value in lines[1:-1]:
        if name in {"BEGIN", "END"}:
            assert value == "VEVENT"
            assert inside == (name == "END")
            inside = not inside
            if inside:
                events.append({})
        elif inside:
            assert name not in events[-1], f"{name} twice"
            assert name in _ONCE | {"CATEGORIES"}
            events[-1][name] = parameters, value
        else:
            assert not events, "a property of the calendar after its events"
            assert name not in calendar
            calendar[name] = value
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    for each in events:
        _event(each)
    assert len({each["UID"] for each in map(_values, events)}) == len(events)
    return calendar, events


def _unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    unfolded: list[bytes] = []
    for line in content[:-2].split(b"\r\n"):
        assert 0 < len(line) <= 75, line
        assert b"\r" not in line
        assert b"\n" not in line
        line.decode("utf-8")
        if line.startswith(b" "):
            unfolded[-1] += line[1:]
        else:
            unfolded.append(line)
    return [line.decode("utf-8") for line in unfolded]


def _parsed(line: str) -> Line:
    assert not _CONTROL.search(line), line
    match = _LINE.fullmatch(line)
    assert match, line
    parameters = dict(each.split("=", 1) for each in match["parameters"].split(";")[1:])
    if match["name"] in _WORDS:
        bare = re.sub(r"\\[\\;,nN]", "", match["value"])
        assert "\\" not in bare
        assert ";" not in bare
        assert "," not in bare or match["name"] == "CATEGORIES"
    return match["name"], parameters, match["value"]


def _values(event: dict[str, tuple[dict[str, str], str]]) -> dict[str, str]:
    return {name: value for name, (_, value) in event.items()}


def _event(event: dict[str, tuple[dict[str, str], str]]) -> None:
    values = _values(event)
    assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "URL", "LAST-MODIFIED"} <= set(values)
    assert re.fullmatch(r"[^\s@]+@[a-z0-9.-]+", values["UID"])
    assert _UTC.fullmatch(values["DTSTAMP"])
    assert values["DTSTAMP"] == values["LAST-MODIFIED"]
    assert values["SEQUENCE"].isdigit()
    assert values["STATUS"] in {"CONFIRMED", "TENTATIVE", "CANCELLED"}
    assert _ADDRESS.fullmatch(values["URL"])
    days = event["DTSTART"][0].get("VALUE") == "DATE"
    for name in {"DTSTART", "DTEND"} & set(values):
        assert (event[name][0].get("VALUE") == "DATE") == days
        assert (_DAY if days else _UTC).fullmatch(values[name])
    assert values.get("DTEND", "9") > values["DTSTART"]
    for name in {"SUMMARY", "LOCATION", "DESCRIPTION", "CATEGORIES"} & set(values):
        assert _LANGUAGE.fullmatch(event[name][0]["LANGUAGE"])


def text(value: str) -> str:
    """The text that an iCalendar value stands for."""
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], value)
