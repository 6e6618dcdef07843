"""Atom and JSON Feed hold whatever a text may hold."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sajaro.languages.scripts import excess_marks
from sajaro.outputs.feeds.atom import atom
from sajaro.outputs.feeds.entries import Enclosure, Entry, Feed
from sajaro.outputs.feeds.json_feed import json_feed
from sajaro.presenters.characters import printable
from tests.outputs import formats
from tests.outputs.formats import ATOM
from tests.outputs.sites import make, release

TEXT = st.text(st.characters(), min_size=1).map(printable).filter(str.strip)
NASTY = 'A & B <b>"x"</b> ]]> &amp; \u200f\u202e 😀 ა\u0301 \u2028 <!-- --> <?php ?> {{ x }} %s'


def feed(text: str) -> Feed:
    at = "https://town.example/ka/"
    entry = Entry(
        id="tag:town.example,2026:ka/press-releases/2026/a",
        url=f"{at}press-releases/2026/a/",
        lang="ka",
        title=text,
        title_lang="en",
        summary=text,
        summary_lang="ka",
        content=text,
        published="2026-06-01T00:00:00+04:00",
        updated="2026-06-02T00:00:00+04:00",
        picture="",
        categories=((text, text),),
        enclosures=(Enclosure(f"{at}a.pdf", "application/pdf", 5, text),),
    )
    return Feed("ka", text, f"{at}feed.atom", f"{at}feed.json", at, text, at, (entry,))


@given(TEXT)
@example(NASTY)
@settings(max_examples=150)
def test_texts_come_back_as_they_were(text: str) -> None:
    made = feed(text)
    root = formats.atom(atom(made))
    entry = root.find(ATOM + "entry")
    found = [root.findtext(ATOM + "title"), *(entry.findtext(ATOM + name) for name in ("title", "summary", "content"))]
    assert found == [text] * 4
    assert entry.find(ATOM + "category").get("label") == text
    item = formats.json_feed(json_feed(made))["items"][0]
    assert (item["title"], item["summary"], item["content_html"], item["tags"]) == (text, text, text, [text])


@given(st.text(st.characters(codec=None), max_size=60))
@example("\x00\x08\x0b\x1f\x7f\x85\ud800\ufffe\uffff")
def test_printable_texts_hold_nothing_that_xml_cannot(text: str) -> None:
    from lxml import etree

    shown = printable(text)
    etree.Element("a").text = shown
    shown.encode()
    assert printable(shown) == shown
    assert not set(shown) & set(map(chr, (*range(9), 11, 12, 13, *range(14, 32), *range(127, 160))))


def test_a_feed_without_entries_is_a_feed() -> None:
    at = "https://town.example/ka/"
    empty = Feed("ka", "Name", f"{at}feed.atom", f"{at}feed.json", at, "Name", at, ())
    assert formats.atom(atom(empty)).findtext(ATOM + "updated") == "1970-01-01T00:00:00+00:00"
    assert formats.json_feed(json_feed(empty))["items"] == []


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text.split() and not excess_marks(text)
)
"""Titles as people write them; of a heap of marks on one letter only three are kept, which `tests/languages` looks at."""


@given(TITLES)
@example(NASTY)
@example("Rock & roll &amp; <script>alert(1)</script>")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_title_goes_from_the_file_to_the_feeds_unchanged(tmp_path: Path, title: str) -> None:
    made = make(tmp_path, {"press-releases/2026/a.ka.md": release(title)})
    shown = printable(" ".join(title.split()))
    assert formats.atom(made["ka/feed.atom"]).find(ATOM + "entry").findtext(ATOM + "title") == shown
    assert formats.json_feed(made["ka/feed.json"])["items"][0]["title"] == shown
