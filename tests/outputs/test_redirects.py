"""Earlier addresses lead on, to this site only."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from sajaro.addresses import file_of_alias
from tests.outputs.sites import document, make, release

FILES: dict[str, str | bytes] = {"press-releases/2026/new.en.md": "---\ntitle: The bridge\n---\nText.\n"}


def redirects(root: Path, *aliases: str, **fields: Any) -> dict[str, str]:
    """Where each page leads, by its path."""
    files = FILES | {"press-releases/2026/new.ka.md": release("ხიდი", aliases=list(aliases), **fields)}
    made = make(root, files, outputs=("redirects",))
    found = {}
    for path in made.paths():
        page = html.fromstring(made[path])
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        (refresh,) = page.xpath("//meta[@http-equiv='refresh']/@content")
        (link,) = page.xpath("//a/@href")
        assert refresh == f"0; url={link}"
        assert canonical == f"https://town.example{link}"
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert page.get("lang") == link.split("/")[1]
        assert made.artifacts[path].permanent
        found[path] = link
    return found


KA, EN = "/ka/press-releases/2026/new/", "/en/press-releases/2026/new/"


def test_an_alias_without_a_language_stands_for_all(tmp_path: Path) -> None:
    assert redirects(tmp_path, "/press-releases/2026/old/") == {
        "press-releases/2026/old/index.html": KA,
        "ka/press-releases/2026/old/index.html": KA,
        "en/press-releases/2026/old/index.html": EN,
    }


def test_an_alias_with_a_language_is_exact(tmp_path: Path) -> None:
    assert redirects(tmp_path, "/en/old") == {"en/old/index.html": EN}


def test_an_alias_may_be_given_twice(tmp_path: Path) -> None:
    assert len(redirects(tmp_path, "/ka/old/", "/old/", "/old")) == 3


def test_a_language_that_the_document_lacks_leads_to_the_original(tmp_path: Path) -> None:
    files = {"press-releases/2026/new.en.md": release(aliases=["/ka/old/"])}
    made = make(tmp_path, files, outputs=("redirects",))
    assert 'content="0; url=/en/press-releases/2026/new/"' in made.text("ka/old/index.html")


def test_a_page_of_an_older_site_is_a_file(tmp_path: Path) -> None:
    assert redirects(tmp_path, "/ka/news.html", "/ka/news.php") == {"ka/news.html": KA, "ka/news.php/index.html": KA}


def test_names_beyond_latin_are_decoded_once(tmp_path: Path) -> None:
    assert set(redirects(tmp_path, "/ka/ხიდი/", "/ka/%E1%83%AC/")) == {"ka/ხიდი/index.html", "ka/წ/index.html"}


def test_a_withdrawn_document_is_still_led_to_and_a_withheld_one_is_not(tmp_path: Path) -> None:
    gone = {"date": "2026-06-05", "reason": "No."}
    assert redirects(tmp_path / "withdrawn", "/ka/old/", status="withdrawn", withdrawn=gone)
    assert not redirects(tmp_path / "draft", "/ka/old/", status="draft")
    assert not redirects(tmp_path / "waiting", "/ka/old/", embargo="2026-07-01 10:00")


def test_the_introduction_of_a_list_may_have_aliases(tmp_path: Path) -> None:
    files = FILES | {"press-releases/index.ka.md": document("News", aliases=["/ka/news/"])}
    made = make(tmp_path, files, outputs=("redirects",))
    assert 'href="/ka/press-releases/"' in made.text("ka/news/index.html")


def test_a_site_under_a_path_redirects_below_it(tmp_path: Path) -> None:
    files = FILES | {"press-releases/2026/new.ka.md": release('A "title" & <b>', aliases=["/ka/old/"])}
    made = make(tmp_path, files, outputs=("redirects",), siteurl="https://forge.example/town")
    page = html.fromstring(made["ka/old/index.html"])
    assert page.xpath("//a/@href") == ["/town" + KA]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://forge.example/town" + KA]
    assert page.findtext(".//title") == page.findtext(".//a") == 'A "title" & <b>'


@pytest.mark.parametrize(
    "alias",
    ["//evil.example/", "https://evil.example/", "/a/../../b/", "/%2e%2e/b/", "/..%2f..%2fetc/", "/a%00b/", "/a\\b/", "/%5c%5cevil.example/",
     "/", "", "old", "/a//b/", "/a%2f%2fb/", "/c:/windows/", "/a*b/", "/a?b/"],
)  # fmt: skip
def test_what_is_no_path_of_this_site_gives_nothing(alias: str) -> None:
    assert file_of_alias(alias) is None


@given(st.text(st.sampled_from("/.%2eEfF0a\\:b\x00ა"), max_size=12))
@example("/%252e%252e/")
def test_no_alias_leaves_the_site(alias: str) -> None:
    path = file_of_alias("/" + alias)
    if path is not None:
        assert not path.startswith("/")
        assert not {"", ".", ".."} & set(path.split("/"))
        assert "\\" not in path
        assert "\x00" not in path
