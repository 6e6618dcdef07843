"""Sitemaps: what stands in them, and the protocol's rules."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from sajaro.outputs import sitemap
from tests.outputs.sites import Made, document, event, make, release

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

Url = tuple[str | None, dict[str, str]]
"""lastmod, and addresses by hreflang."""


def sitemaps(made: Made) -> dict[str, dict[str, Url]]:
    """All sitemaps of the index by name, each page by its address; the rules of sitemaps.org and of hreflang hold."""
    index = etree.fromstring(made["sitemap.xml"])
    assert index.tag == f"{MAP}sitemapindex"
    found = {each.findtext(f"{MAP}loc").rsplit("/", 1)[-1]: {} for each in index}
    assert sorted([*found, "sitemap.xml"]) == [path for path in made.paths(".xml") if path.startswith("sitemap")]
    for name, pages in found.items():
        root = etree.fromstring(made[name])
        assert root.tag == f"{MAP}urlset"
        assert 0 < len(root) <= 50_000
        assert len(made[name]) < 50 * 1024 * 1024
        for url in root:
            assert [each.tag for each in url][:1] == [f"{MAP}loc"]
            address = url.findtext(f"{MAP}loc")
            assert re.fullmatch(r"https://[a-z.]+/(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", address)
            assert "%25" not in address
            assert address not in pages
            day = url.findtext(f"{MAP}lastmod")
            assert day is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)
            links = url.findall(f"{XHTML}link")
            assert all(each.get("rel") == "alternate" for each in links)
            pages[address] = day, {each.get("hreflang"): each.get("href") for each in links}
            assert len(pages[address][1]) == len(links)
    _alternates({address: url for pages in found.values() for address, url in pages.items()})
    return found


def _alternates(pages: dict[str, Url]) -> None:
    for address, (_, alternates) in pages.items():
        if alternates:
            assert address in {url for tag, url in alternates.items() if tag != "x-default"}
            assert alternates["x-default"] in alternates.values()
            assert len(alternates) > 2
            for other in alternates.values():
                assert pages[other][1] == alternates, "not reciprocal"


FILES: dict[str, str | bytes] = {
    "press-releases/2026/bridge.ka.md": release("ხიდი", updated="2026-06-09"),
    "press-releases/2026/bridge.en.md": "---\ntitle: The bridge\n---\nText.\n",
    "press-releases/2025/water.en.md": release(date="2025-03-01"),
    "events/2026/ბაზრობა.ka.md": event(),
    "pages/about.ka.md": document("About"),
    "pages/index.ka.md": document("Welcome"),
}


def in_language(found: dict[str, dict[str, Url]], lang: str) -> dict[str, Url]:
    return {
        url: said for name, pages in found.items() if name.startswith(f"sitemap-{lang}") for url, said in pages.items()
    }


def test_home_lists_years_and_documents_in_each_language(tmp_path: Path) -> None:
    found = sitemaps(make(tmp_path, FILES))
    common = ["", "press-releases/", "press-releases/2026/", "press-releases/2025/", "events/", "events/2026/"]
    own = {
        "ka": ["press-releases/2026/bridge/", "events/2026/ბაზრობა/", "about/"],
        "en": ["press-releases/2026/bridge/", "press-releases/2025/water/"],
    }
    for lang, places in own.items():
        base = f"https://town.example/{lang}/"
        assert {unquote(url) for url in found[f"sitemap-{lang}.xml"]} == {f"{base}{place}" for place in common}
        assert {unquote(url) for url in in_language(found, lang)} == {f"{base}{place}" for place in common + places}


def test_each_page_says_when_it_changed_and_where_its_translations_are(tmp_path: Path) -> None:
    english = in_language(sitemaps(make(tmp_path, FILES, siteurl="https://forge.example/town")), "en")
    base = "https://forge.example/town"
    assert english[f"{base}/en/press-releases/2026/bridge/"] == (
        "2026-06-09",
        {
            tag: f"{base}/{lang}/press-releases/2026/bridge/"
            for tag, lang in (("ka", "ka"), ("en", "en"), ("x-default", "ka"))
        },
    )
    assert english[f"{base}/en/press-releases/2025/water/"] == ("2025-03-01", {})
    assert english[f"{base}/en/press-releases/"][0] == "2026-06-09"
    assert english[f"{base}/en/"][0] is None


def test_nothing_withheld_or_withdrawn(tmp_path: Path) -> None:
    gone = {"date": "2026-06-05", "reason": "No."}
    hidden = {
        "draft": release(status="draft"),
        "waiting": release(embargo="2026-06-20 10:00"),
        "withdrawn": release(status="withdrawn", withdrawn=gone),
    }
    made = make(tmp_path, FILES | {f"speeches/2026/{name}.ka.md": text for name, text in hidden.items()})
    assert not [url for pages in sitemaps(made).values() for url in pages if "speeches" in url]


def test_what_is_archived_stays(tmp_path: Path) -> None:
    made = make(tmp_path, {"press-releases/2026/old.ka.md": release(expires="2026-06-10 10:00")})
    assert "https://town.example/ka/press-releases/2026/old/" in in_language(sitemaps(made), "ka")


def test_lists_that_a_language_has_nothing_to_show_in_are_left_out(tmp_path: Path) -> None:
    found = sitemaps(make(tmp_path, FILES, missing="hide"))
    assert "https://town.example/en/events/" not in found["sitemap-en.xml"]
    assert found["sitemap-ka.xml"]["https://town.example/ka/events/"][1] == {}


def test_a_new_document_changes_its_own_sitemap_and_that_of_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "FULL", 3)
    files = {
        f"announcements/{year}/a-{n}.ka.md": release(date=f"{year}-0{n}-05")
        for year in (2023, 2024, 2025)
        for n in range(1, 7)
    }
    one = sitemaps(make(tmp_path / "before", files))
    other = sitemaps(make(tmp_path / "after", files | {"announcements/2025/new.ka.md": release(date="2025-06-20")}))
    assert len(one) > 6
    changed = {name for name in one if one[name] != other.get(name)}
    assert "sitemap-ka.xml" in changed
    assert len(changed) < 4


def test_no_sitemap_grows_beyond_its_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    limit = 20_000
    monkeypatch.setattr(sitemap, "LARGEST", limit)
    languages = ("ka", "en", "hy", "az", "ru")
    files = {f"announcements/2026/{'გრძელი-' * 8}{n}.{lang}.md": release() for n in range(20) for lang in languages}
    made = make(tmp_path, files, languages=languages)
    found = sitemaps(made)
    assert len(found) > 10
    assert all(len(made[name]) <= limit for name in found)


def test_a_site_that_does_not_know_its_host_has_none(tmp_path: Path) -> None:
    made = make(tmp_path, FILES, siteurl="")
    assert not [path for path in made.artifacts if path.startswith("sitemap")]
    assert "Sitemap" not in made.text("robots.txt")
