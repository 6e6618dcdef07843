"""Lists: what they are called and in which language, what leads to them, and in which order they show what they hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.outputs.sites import again, settings, write
from tests.sites import OUTPUTS, build, document, release, small


def lecture(day: str, **fields: object) -> str:
    return document(f"On {day}", **{"date": "2026-01-01", "kind": "public-lecture", "start": f"{day} 18:00"} | fields)


FILES = {
    "press-releases/index.ka.md": document("შესავალი", "წყაროს მითითებით."),
    "events/index.ka.md": document("შესავალი", "", summary="მხოლოდ ერთი წინადადება."),
    "press-releases/2026/water.en.md": release("Water", date="2026-11-18", unit="finance", topics=["roads"]),
    "press-releases/2026/road.en.md": release("Road", date="2026-11-19", unit="council", topics=["roads"]),
    "units/finance.ka.md": document("საფინანსო სამსახური"),
    "topics/roads.ka.md": document("გზები"),
    "topics/roads.en.md": document("Roads"),
    "topics/health.ka.md": document("ჯანდაცვა", ""),
    "topics/law.en.md": document("Law", "What the law says."),
    "pages/help.ka.md": document("დახმარება"),
    "events/2026/a.en.md": lecture("2026-12-05"),
    "events/2026/b.en.md": lecture("2026-11-25"),
    "events/2026/c.en.md": lecture("2026-11-20"),
    "events/2026/d.en.md": lecture("2026-10-01", end="2026-11-30 18:00"),
    "events/2026/e.en.md": lecture("2026-09-01"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small(tmp_path_factory.mktemp("site"), FILES, menu=("press-releases", "events"))
    outcome = build(root)
    assert not outcome.failed, outcome.problems
    return root / "output"


def page(site: Path, place: str) -> html.HtmlElement:
    return html.document_fromstring((site / place / "index.html").read_bytes())


def texts(found: list[html.HtmlElement]) -> list[str]:
    return [" ".join(each.text_content().split()) for each in found]


def test_a_title_of_two_parts_says_the_language_of_each(site: Path) -> None:
    found = page(site, "en/press-releases/units/finance")
    (title,) = found.xpath("//h1")
    assert texts([title]) == ["Press releases: საფინანსო სამსახური ქართული"]
    assert [(each.get("lang"), each.text) for each in title.xpath("./span")] == [
        ("ka", "საფინანსო სამსახური"),
        ("ka", "ქართული"),
    ]
    assert found.xpath("string(//title)").startswith("Press releases: საფინანსო სამსახური – ")
    same = page(site, "ka/press-releases/units/finance")
    assert texts(same.xpath("//h1")) == ["პრესრელიზები: საფინანსო სამსახური"]
    assert not same.xpath("//h1/span")


def test_a_way_to_a_list_is_in_the_language_of_its_page_and_says_that_of_its_name(site: Path) -> None:
    (link,) = page(site, "en/press-releases").xpath("//aside//a[contains(@href, '/units/finance/')]")
    assert link.get("hreflang") is None
    assert link.xpath("string(./span/@lang)") == "ka"
    assert texts(link.xpath("following-sibling::*[@class='tongue']")) == ["ქართული"]
    for found in page(site, "en/press-releases").xpath("//main//a[@hreflang]"):
        assert found.get("href").startswith(f"/{found.get('hreflang')}/")


def test_the_page_of_all_sections_marks_what_is_in_another_language(site: Path) -> None:
    (item,) = page(site, "en/sections").xpath("//li[a[contains(@href, '/help/')]]")
    assert texts([item]) == ["დახმარება ქართული"]
    assert item.xpath("./a/@hreflang") == item.xpath("./a/@lang") == ["ka"]


def test_an_introduction_in_another_language_says_so(site: Path) -> None:
    (prose,) = page(site, "en/press-releases").xpath("//header//div[@lang='ka']")
    assert texts(prose.xpath("./p")) == ["ქართული", "წყაროს მითითებით."]
    assert not page(site, "ka/press-releases").xpath("//header//*[@class='tongue']")


def test_an_introduction_may_be_its_summary_alone(site: Path) -> None:
    assert texts(page(site, "ka/events").xpath("//main//header//p[1]"))[:1] == ["მხოლოდ ერთი წინადადება."]
    assert texts(page(site, "en/events").xpath("//header//div[@lang='ka']/p")) == ["ქართული", "მხოლოდ ერთი წინადადება."]


def test_crumbs_say_which_language_they_lead_to(site: Path) -> None:
    last = page(site, "en/units/finance/documents").xpath("//nav[@class='crumbs']//li")[-1]
    assert texts([last]) == ["საფინანსო სამსახური ქართული"]
    assert last.xpath("./a/@hreflang") == ["ka"]


def test_how_many_documents_there_are_is_said_after_what_they_are(site: Path) -> None:
    parts = page(site, "en/press-releases").xpath("//div[@class='columns']/*[self::header or @class='what']")
    assert [each.tag for each in parts] == ["header", "div"]


def test_coming_events_stand_first_the_next_before_the_others_then_the_past(site: Path) -> None:
    found = page(site, "en/events")
    coming, past = found.xpath("//div[@class='wide']//ul[contains(@class, 'card-list')]")
    assert texts(coming.xpath(".//a")) == ["On 2026-10-01", "On 2026-11-25", "On 2026-12-05"]
    assert texts(past.xpath(".//a")) == ["On 2026-11-20", "On 2026-09-01"]
    assert texts(past.xpath("preceding-sibling::h2")) == ["Past events"]


def test_over_or_all_to_come_events_need_no_second_heading(tmp_path: Path) -> None:
    build(small(tmp_path, FILES, now="2027-06-01"))
    found = page(tmp_path / "output", "en/events")
    assert texts(found.xpath("//div[@class='wide']//h2")) == []
    assert texts(found.xpath("//div[@class='wide']//a"))[:2] == ["On 2026-12-05", "On 2026-11-25"]


def test_an_event_given_by_days_is_to_come_until_the_last_one_ends(tmp_path: Path) -> None:
    days = lecture("2026-11-20", start="2026-11-20", end="2026-11-22")
    build(small(tmp_path, {"events/2026/past.en.md": lecture("2026-09-01"), "events/2026/days.en.md": days}))
    coming, past = page(tmp_path / "output", "en/events").xpath("//ul[contains(@class, 'card-list')]")
    assert texts(coming.xpath(".//a")) == ["On 2026-11-20"] and "Ended" not in coming.text_content()
    assert texts(past.xpath(".//*[contains(@class, 'state')]")) == [], "the heading says that they are past"


def test_pages_of_older_events_never_change(tmp_path: Path) -> None:
    """A day that passes moves events within the first page of a list, and between no two; what is over stays as it is."""
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 12) for day in range(1, 9)]
    write(tmp_path, {f"events/2026/{day}.en.md": lecture(day) for day in days})
    whole = settings(tmp_path, outputs=("lists",))
    place = "en/events/2026/page-1/index.html"
    early, late = again(whole, "2026-05-01"), again(whole, "2026-12-01")
    assert early[place] == late[place]
    before = again(whole, "2026-02-01")
    cards = html.document_fromstring(b"<main>" + before[place].replace(b"\0", b" ") + b"</main>").xpath(
        "//*[@class='card']"
    )
    assert len(cards) == 30 and len([each for each in cards if "Ended" in each.text_content()]) == 8
    first = html.document_fromstring(b"<main>" + before["en/events/2026/index.html"].replace(b"\0", b" ") + b"</main>")
    assert "Past events" not in texts(first.xpath("//h2"))
    middle = html.document_fromstring(
        b"<main>" + again(whole, "2026-10-01")["en/events/2026/index.html"].replace(b"\0", b" ") + b"</main>"
    )
    assert texts(middle.xpath("//p[@class='card-title']/a"))[0] == "On 2026-10-01"


def test_topics_under_which_there_is_nothing_are_in_no_list(site: Path) -> None:
    assert texts(page(site, "en/topics").xpath("//p[@class='card-title']/a")) == ["Law", "Roads"]
    (item,) = page(site, "en/sections").xpath("//li[a[contains(@href, '/topics/')]]")
    assert texts([item]) == ["Topics 2"]


def test_where_there_is_nothing_to_search_no_one_is_asked_what_for(site: Path, tmp_path: Path) -> None:
    others = tuple(name for name in OUTPUTS if name != "search")
    for place, forms in (("en", 1), ("en/search", 0)):
        outputs = (*others, "search")
        if not (tmp_path / "output").exists():
            build(small(tmp_path, FILES, outputs=outputs))
        assert len(page(tmp_path / "output", place).xpath("//form")) == forms, place
    build(small(tmp_path, FILES, outputs=others))
    found = page(tmp_path / "output", "en")
    assert not found.xpath("//form")
    assert texts(found.xpath("//button[@class='opener']")) == ["Menu"]
    assert not html.document_fromstring((tmp_path / "output/en/404.html").read_bytes()).xpath("//form")
