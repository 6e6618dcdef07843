"""Which feeds there are, and what stands in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sajaro.site import Institution
from tests.outputs import formats
from tests.outputs.formats import ATOM, LANG
from tests.outputs.sites import NAME, Made, again, event, make, release, settings, topics, write

FILES: dict[str, str | bytes] = {
    "press-releases/2026/bridge.ka.md": release("ხიდი", "ტექსტი.", date="2026-06-03", topics=["roads"]),
    "press-releases/2026/bridge.en.md": release("The bridge", "The whole text.", date="2026-06-03", topics=["roads"]),
    "press-releases/2026/water.en.md": release("Water", "Only in English.", date="2026-06-02"),
    "events/2026/fair.ka.md": event("ბაზრობა", date="2026-05-01"),
    "topics.csv": topics("roads", "empty"),
}


def titles(made: Made, path: str) -> list[str]:
    found = [item["title"] for item in formats.json_feed(made[f"{path}feed.json"])["items"]]
    assert found == [
        each.findtext(ATOM + "title") for each in formats.atom(made[f"{path}feed.atom"]).findall(ATOM + "entry")
    ]
    return found


def items(made: Made, path: str) -> list[dict[str, Any]]:
    return formats.json_feed(made[f"{path}feed.json"])["items"]


def test_the_site_each_section_and_each_topic_has_feeds_in_every_language(tmp_path: Path) -> None:
    made = make(tmp_path, FILES)
    bases = ["", "press-releases/", "events/", "topics/roads/", "topics/empty/"]
    assert made.paths(".atom") == sorted(f"{lang}/{base}feed.atom" for lang in ("ka", "en") for base in bases)
    assert [path.replace(".json", ".atom") for path in made.paths("feed.json")] == made.paths(".atom")
    assert all(made.artifacts[path].permanent for path in (*made.paths(".atom"), *made.paths("feed.json")))


def test_a_feed_shows_its_documents_by_the_day_of_issue(tmp_path: Path) -> None:
    made = make(tmp_path, FILES)
    assert titles(made, "en/") == ["The bridge", "Water", "ბაზრობა"]
    assert titles(made, "ka/") == ["ხიდი", "Water", "ბაზრობა"]
    assert titles(made, "ka/press-releases/") == ["ხიდი", "Water"]
    assert titles(made, "en/topics/roads/") == ["The bridge"]
    assert titles(made, "en/topics/empty/") == []


def test_only_the_newest_thirty(tmp_path: Path) -> None:
    files = {
        f"announcements/{n:02}.ka.md": release(f"No {n}", date=f"2026-05-{n:02}" if n else "2026-04-01")
        for n in range(32)
    }
    assert titles(make(tmp_path, files), "ka/") == [f"No {n}" for n in range(31, 1, -1)]


def test_requests_and_register_have_feeds_of_their_own_only(tmp_path: Path) -> None:
    made = make(
        tmp_path, {"requests/2026/1.ka.md": release(ref="1", channel="written", requester="citizen", outcome="granted")}
    )
    assert titles(made, "ka/") == []
    assert titles(made, "ka/requests/") == ["A release"]


@pytest.mark.parametrize(
    "hidden",
    [{"status": "draft"}, {"embargo": "2026-06-20 10:00"}, {"date": "2026-07-01"}, {"expires": "2026-06-10 10:00"},
     {"status": "withdrawn", "withdrawn": {"date": "2026-06-05", "reason": "It was wrong."}}],
    ids=["draft", "embargo", "future", "expired", "withdrawn"],
)  # fmt: skip
def test_what_is_not_listed_is_in_no_feed(tmp_path: Path, hidden: dict[str, Any]) -> None:
    made = make(tmp_path, {"press-releases/2026/secret.ka.md": release("Secret", **hidden)})
    assert b"Secret" not in b"".join(made[path] for path in (*made.paths(".atom"), *made.paths("feed.json")))


def test_a_section_keeps_its_feed_when_its_last_document_goes_and_a_draft_makes_none(tmp_path: Path) -> None:
    gone = {"date": "2026-06-05", "reason": "It was wrong."}
    files = {
        "speeches/2026/one.ka.md": release(status="withdrawn", withdrawn=gone, speaker="people/mayor"),
        "people/mayor.ka.md": "---\ntitle: A mayor\nrole: Mayor\n---\nText.\n",
        "campaigns/2026/two.ka.md": release(status="draft"),
    }
    made = make(tmp_path, files)
    assert titles(made, "ka/speeches/") == []
    assert "ka/campaigns/feed.atom" not in made.artifacts
    assert formats.json_feed(made["ka/speeches/feed.json"])["home_page_url"] == "https://town.example/ka/"


def test_an_entry_is_in_the_language_that_there_is_and_says_so(tmp_path: Path) -> None:
    made = make(tmp_path, FILES)
    entries = formats.atom(made["ka/feed.atom"]).findall(ATOM + "entry")
    assert [each.get(LANG) for each in entries] == [None, "en", None]
    link = entries[1].find(ATOM + "link")
    assert (link.get("hreflang"), link.get("href")) == ("en", "https://town.example/en/press-releases/2026/water/")
    assert [each["language"] for each in items(made, "ka/")] == ["ka", "en", "ka"]
    assert items(made, "ka/")[1] == items(made, "en/")[1]


def test_a_site_may_hide_what_lacks_the_language(tmp_path: Path) -> None:
    made = make(tmp_path, FILES, missing="hide")
    assert titles(made, "ka/") == ["ხიდი", "ბაზრობა"]
    assert titles(made, "en/") == ["The bridge", "Water"]


def test_texts_that_a_translation_lacks_are_marked(tmp_path: Path) -> None:
    files = {
        "press-releases/2026/a.ka.md": release("სათაური", "ტექსტი.", summary="შეჯამება"),
        "press-releases/2026/a.en.md": "---\ntranslation: official\n---\n",
    }
    (entry,) = formats.atom(make(tmp_path, files)["en/feed.atom"]).findall(ATOM + "entry")
    assert entry.find(ATOM + "title").get(LANG) == entry.find(ATOM + "summary").get(LANG) == "ka"
    assert entry.findtext(ATOM + "content") == '<div lang="ka"><p>ტექსტი.</p></div>'


def test_the_whole_text_has_whole_addresses(tmp_path: Path, picture: bytes) -> None:
    body = (
        "See [the fair](../../../events/2026/fair.ka.md), [events](/events), [the plan](plan.csv), [below](#below), "
        'a note[^1] and `<a href="#x">`.\n\n![A hill](hill.png "Caption")\n\n## Below\n\nEnd.\n\n[^1]: Note.'
    )
    long = "press-releases/2026/long/"
    files = FILES | {
        f"{long}index.en.md": release(
            "Long", body, date="2026-06-10", image={"file": "hill.png", "alt": 'A "hill" & more'}
        ),
        f"{long}hill.png": picture,
        f"{long}plan.csv": "a,b\n1,2\n",
    }
    made = make(tmp_path, files, siteurl="https://forge.example/town")
    assert not [each for each in made.problems if each.level == "error"]
    item = items(made, "en/")[0]
    html = item["content_html"]
    page = "https://forge.example/town/en/press-releases/2026/long/"
    assert f'<a href="{page.replace("/en/", "/")}plan.csv">the plan</a>' in html
    assert '<a href="https://forge.example/town/ka/events/2026/fair/" hreflang="ka">the fair</a>' in html
    assert '<a href="https://forge.example/town/en/events/">events</a>' in html
    assert f'<a href="{page}#below">below</a>' in html
    assert f'href="{page}#fn:1"' in html
    assert '<code>&lt;a href="#x"&gt;</code>' in html
    assert html.startswith('<p><img src="https://forge.example/town/')
    assert 'alt="A &quot;hill&quot; &amp; more"' in html
    assert html.count("<img ") == 2
    assert item["image"].startswith("https://forge.example/town/")
    assert 'href="/' not in html
    assert 'src="/' not in html


def test_attachments_are_enclosures(tmp_path: Path) -> None:
    files = {
        "press-releases/2026/a/index.ka.md": release(attachments=[{"file": "table.csv", "title": "ცხრილი"}]),
        "press-releases/2026/a/index.en.md": "---\ntitle: A\nattachments:\n- file: table.csv\n  title: The table\n---\nText.\n",
        "press-releases/2026/a/table.csv": b"a,b\n1,2\n",
    }
    made = make(tmp_path, files)
    url = "https://town.example/press-releases/2026/a/table.csv"
    assert items(made, "en/")[0]["attachments"] == [{"url": url, "mime_type": "text/csv", "title": "The table"}]
    (entry,) = formats.atom(made["ka/feed.atom"]).findall(ATOM + "entry")
    (link,) = (each for each in entry.findall(ATOM + "link") if each.get("rel") == "enclosure")
    assert dict(link.attrib) == {"rel": "enclosure", "type": "text/csv", "length": "8", "title": "ცხრილი", "href": url}


def test_a_document_without_a_body_gives_its_summary(tmp_path: Path) -> None:
    made = make(tmp_path, {"press-releases/2026/a.ka.md": release(body="", summary="In short.")})
    assert items(made, "ka/")[0]["content_text"] == "In short."
    assert formats.atom(made["ka/feed.atom"]).find(ATOM + "entry").find(ATOM + "content") is None


# Ids and moments.


def identity(root: Path, name: str = "a", now: str = "2026-06-15", **fields: Any) -> tuple[str, str, str]:
    write(root, {f"press-releases/2026/{name}.ka.md": release(**fields)})
    made = again(settings(root), now)
    (item,) = items(made, "ka/")
    return item["id"], item["date_published"], item["date_modified"]


def test_an_id_outlives_title_day_and_name(tmp_path: Path) -> None:
    id = "tag:town.example,2026:ka/press-releases/2026/a"
    assert identity(tmp_path / "1")[0] == id
    assert identity(tmp_path / "2", title="Another title")[0] == id
    assert identity(tmp_path / "3", date="2026-06-02 10:00")[0] == id
    for number, alias in enumerate(
        (
            "/press-releases/2026/a/",
            "press-releases/2026/a",
            "/ka/press-releases/2026/a",
            "/en/press-releases/2026/%61/",
        )
    ):
        assert identity(tmp_path / f"alias{number}", "b", aliases=[alias, "/press-releases/2026/later/"])[0] == id


def test_a_short_address_makes_no_new_entry(tmp_path: Path) -> None:
    assert identity(tmp_path, aliases=["/bridge/", "/ka/bridge/", "/press-releases/"])[0].endswith(
        ":ka/press-releases/2026/a"
    )


def test_an_id_is_percent_encoded_once(tmp_path: Path) -> None:
    assert identity(tmp_path, "ხიდი")[0].endswith("/2026/%E1%83%AE%E1%83%98%E1%83%93%E1%83%98")


@pytest.mark.parametrize(
    ("fields", "published", "modified"),
    [
        ({"date": "2026-06-01"}, "2026-06-01T00:00:00+04:00", "2026-06-01T00:00:00+04:00"),
        ({"date": "2026-06-01 14:30"}, "2026-06-01T14:30:00+04:00", "2026-06-01T14:30:00+04:00"),
        ({"date": "2026-06-01 14:30", "updated": "2026-06-01"}, "2026-06-01T14:30:00+04:00", "2026-06-01T14:30:00+04:00"),
        ({"updated": "2026-06-05"}, "2026-06-01T00:00:00+04:00", "2026-06-05T00:00:00+04:00"),
        ({"updated": "2026-06-05", "corrections": [{"date": "2026-06-07", "note": "A number."}]},
         "2026-06-01T00:00:00+04:00", "2026-06-07T00:00:00+04:00"),
        ({"updated": "2027-01-01"}, "2026-06-01T00:00:00+04:00", "2026-06-01T00:00:00+04:00"),
        ({"embargo": "2026-06-03 09:00"}, "2026-06-03T09:00:00+04:00", "2026-06-03T09:00:00+04:00"),
    ],
)  # fmt: skip
def test_moments_come_from_the_document(tmp_path: Path, fields: dict[str, Any], published: str, modified: str) -> None:
    assert identity(tmp_path, **fields)[1:] == (published, modified)
    assert identity(tmp_path, now="2026-06-29", **fields)[1:] == (published, modified)


def test_a_feed_is_called_after_what_it_is_of(tmp_path: Path) -> None:
    made = make(tmp_path, FILES, institution=Institution(name=NAME))
    english = {
        path: formats.json_feed(made[f"en/{path}feed.json"])["title"]
        for path in ("", "press-releases/", "topics/roads/")
    }
    assert english == {
        "": "Town of Zghvispira",
        "press-releases/": "Press releases – Town of Zghvispira",
        "topics/roads/": "Topic roads – Town of Zghvispira",
    }
    homes = [formats.json_feed(made[f"en/{path}feed.json"])["home_page_url"] for path in english]
    assert homes == [f"https://town.example/en/{path}" for path in english]
