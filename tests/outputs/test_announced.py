"""What pages say of feeds, of translations and of themselves is true: the other outputs hold it."""

from __future__ import annotations

import pytest
from lxml import html

from tests.outputs.sites import OUTPUTS, Made, document, event, make, release, topics
from tests.outputs.test_sitemap import sitemaps

SITE = "https://forge.example/town"
FILES: dict[str, str | bytes] = {
    "press-releases/2026/bridge.ka.md": release("ხიდი", topics=["roads"], unit="units/council"),
    "press-releases/2026/bridge.en.md": "---\ntitle: The bridge\n---\nText.\n",
    "press-releases/2025/gone.en.md": release(status="withdrawn", withdrawn={"date": "2026-06-01", "reason": "No."}),
    "announcements/2025/old.en.md": release(
        date="2025-02-01", expires="2025-03-01 10:00", aliases=["/announcements/older/"]
    ),
    "events/2026/fair.ka.md": event("ბაზრობა"),
    "services/permit.ka.md": document("ნებართვა"),
    "units/council.en.md": document("Council"),
    "pages/about.en.md": document("About"),
    "topics.csv": topics("roads", "empty"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    outputs = ("home", "lists", "pages", "files", "pictures", "assets", "icons", *OUTPUTS)
    return make(tmp_path_factory.mktemp("site"), FILES, siteurl=SITE, outputs=outputs)


@pytest.fixture(scope="module")
def heads(made: Made) -> dict[str, html.HtmlElement]:
    """The heads of all pages by path; redirects, which have no frame, left out."""
    framed = (path for path in made.paths(".html") if made.artifacts[path].frame)
    return {path: html.fragment_fromstring(made.text(path).split("\0")[0], create_parent="head") for path in framed}


def test_every_feed_that_a_page_announces_is_there(made: Made, heads: dict[str, html.HtmlElement]) -> None:
    announced = {href for head in heads.values() for href in head.xpath("link[@rel='alternate'][@type]/@href")}
    assert announced
    assert {href.removeprefix("/town/") for href in announced} <= set(made.artifacts)


def test_every_section_and_the_site_announce_their_feeds(heads: dict[str, html.HtmlElement]) -> None:
    for place in ("", "press-releases/", "events/"):
        hrefs = heads[f"ka/{place}index.html"].xpath(
            "link[@type='application/atom+xml' or @type='application/feed+json']/@href"
        )
        assert hrefs == [f"/town/ka/{place}feed.atom", f"/town/ka/{place}feed.json"]


def test_sitemaps_hold_only_pages_that_want_to_be_found_under_their_own_address(
    made: Made, heads: dict[str, html.HtmlElement]
) -> None:
    pages = {url: said for found in sitemaps(made).values() for url, said in found.items()}
    for url, (_, alternates) in pages.items():
        head = heads[url.removeprefix(f"{SITE}/") + "index.html"]
        assert head.xpath("link[@rel='canonical']/@href") == [url]
        assert not head.xpath("meta[@name='robots']")
        hreflang = {link.get("hreflang"): link.get("href") for link in head.xpath("link[@hreflang]")}
        assert hreflang == alternates, url


def test_every_document_is_in_a_sitemap(made: Made, heads: dict[str, html.HtmlElement]) -> None:
    pages = {url for found in sitemaps(made).values() for url in found}
    documents = {
        path for path in heads if made.artifacts[path].source and not heads[path].xpath("meta[@name='robots']")
    }
    assert len(documents) == 11
    assert {f"{SITE}/{path.removesuffix('index.html')}" for path in documents} <= pages
