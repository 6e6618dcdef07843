"""What the home page and lists show of documents, and what they leave out."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.sites import build, document, release, small

MEETING = {"date": "2026-11-10", "kind": "public-meeting", "start": "2026-11-25 18:00", "place": "School"}
FILES = {
    "press-releases/2026/bridge.en.md": release("The bridge", number="12", date="2026-11-20", topics=["roads"]),
    "press-releases/2026/road.en.md": release("The road", number="11", date="2026-11-19", topics=["roads"]),
    "announcements/2026/water.en.md": release("No water", date="2026-11-18", topics=["roads"]),
    "announcements/2026/fair.en.md": release("A fair", date="2026-11-17"),
    "events/2026/meeting.en.md": document("On the budget", "Come.", summary="All of it.", **MEETING),
    "people/mayor.en.md": document("Ana", "Has been mayor for long.", role="Mayor"),
    "topics/roads.en.md": document("Roads"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small(tmp_path_factory.mktemp("site"), FILES)
    outcome = build(root)
    assert not outcome.failed, outcome.problems
    return root / "output"


def page(site: Path, place: str) -> html.HtmlElement:
    return html.document_fromstring((site / "en" / place / "index.html").read_bytes())


def text(found: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in found.xpath(f"//main{path}")]


def test_home_begins_with_the_newest_release_and_says_what_it_is(site: Path) -> None:
    assert text(page(site, ""), "//article[@class='lead']//p[@class='card-meta']") == [
        "20 November 2026 Press release No. 12"
    ]


def test_home_leads_to_every_kind_of_news(site: Path) -> None:
    links = page(site, "").xpath("//section[contains(@class, 'news')]//p[@class='more']/a/@href")
    assert links == ["/en/press-releases/", "/en/announcements/"]


def test_home_says_when_what_and_where_of_events_beside_the_news(site: Path) -> None:
    found = page(site, "")
    assert text(found, "//div[@class='today']/section[2]//li") == [
        "25 November 2026, 18:00 Public meeting On the budget School"
    ]
    assert "All of it." in text(page(site, "events"), "//li[@class='card']")[0]


def test_whoever_has_an_office_is_known_by_that(site: Path) -> None:
    assert text(page(site, "people"), "//li[@class='card']") == ["Ana Mayor"]


def test_lists_are_narrowed_only_by_what_narrows_them(site: Path) -> None:
    assert text(page(site, "announcements"), "//aside//h2") == ["Year", "Topic", "Follow"]
    assert text(page(site, "press-releases"), "//aside//h2") == ["Year", "Follow"]
