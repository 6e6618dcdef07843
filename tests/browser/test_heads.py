"""What pages say of themselves to machines, over every page of the three sites."""

from __future__ import annotations

import json
import re
from collections import defaultdict

import pytest
from lxml import html

from tests.browser.schema_org import misused

every_site = pytest.mark.parametrize("name", ["municipality", "ombudsman", "ministry"])


@pytest.fixture(scope="module")
def heads(built) -> dict[str, dict[str, html.HtmlElement]]:
    """The head of every page by site and place."""
    return {
        name: {
            place: html.document_fromstring(source.partition("<body")[0]).head for place, source in site.pages.items()
        }
        for name, site in built.items()
    }


def is_indexed(head: html.HtmlElement) -> bool:
    return not head.xpath("meta[@name='robots' and @content='noindex']") and not head.xpath(
        "meta[@http-equiv='refresh']"
    )


@every_site
def test_every_page_has_its_own_title_and_says_what_it_is(built, heads, name):
    site, titles, wrong = built[name], defaultdict(list), []
    for place, head in heads[name].items():
        if not is_indexed(head) or place == "":
            continue
        said = {each.get("name") or each.get("property"): each.get("content") for each in head.iterchildren("meta")}
        titles[(*place.split("/")[:2], head.findtext("title"))].append(place)
        wrong += (
            f"{place} has no {field}"
            for field in ("description", "og:title", "og:type", "og:url", "og:site_name")
            if not said.get(field)
        )
        if said.get("og:url") != f"{site.origin}/{place}":
            wrong.append(f"{place} says that it is {said.get('og:url')}")
        if len(said.get("description") or "") > 500:
            wrong.append(f"{place} has a description of {len(said['description'])} characters")
    wrong += (
        f"{title!r} is the title of {', '.join(places)}" for (*_, title), places in titles.items() if len(places) > 1
    )
    assert not wrong, "\n".join(wrong[:20])


@every_site
def test_every_page_has_one_address_and_the_root_is_the_first_language(built, heads, name):
    site = built[name]
    for place, head in heads[name].items():
        if head.xpath("meta[@http-equiv='refresh']"):
            continue
        own = f"{site.languages[0]}/{place}" if place in {"", "404.html"} else place
        assert head.xpath("link[@rel='canonical']/@href") == [f"{site.origin}/{own}"], place


@every_site
def test_translations_name_one_another(built, heads, name):
    """hreflang: self included, reciprocal, with `x-default`, and only for what is there."""
    site, wrong = built[name], []
    named = {
        place: {link.get("hreflang"): link.get("href") for link in head.xpath("link[@rel='alternate' and @hreflang]")}
        for place, head in heads[name].items()
    }
    for place, links in named.items():
        if not links or place == "":
            continue
        lang = place.split("/")[0]
        if links.get(lang) != f"{site.origin}/{place}":
            wrong.append(f"{place} does not name itself")
        if "x-default" not in links or links["x-default"] not in [
            url for tag, url in links.items() if tag != "x-default"
        ]:
            wrong.append(f"{place} has no default")
        for tag, url in links.items():
            other = url.removeprefix(f"{site.origin}/")
            if named.get(other) != links:
                wrong.append(f"{place} names {url} as {tag}, which does not name it")
    translated = {place for place in named if place.partition("/")[2] and is_document(site.pages[place])}
    for place in translated:
        rest = place.partition("/")[2]
        others = {tag for tag in site.languages if f"{tag}/{rest}" in site.pages}
        if len(others) > 1 and {*named[place]} - {"x-default"} != others:
            wrong.append(f"{place} names {sorted(named[place])}, there are {sorted(others)}")
    assert not wrong, "\n".join(wrong[:20])


def is_document(source: str) -> bool:
    return '<meta property="og:type" content="article">' in source


@every_site
def test_every_page_is_in_its_language_and_has_one_heading(built, name):
    for place, source in built[name].pages.items():
        lang = place.split("/")[0]
        if lang in built[name].languages:
            assert f'<html lang="{lang}"' in source, place
            assert source.count("<h1") == 1, place


@every_site
def test_structured_data_are_of_schema_org(built, name):
    wrong: dict[str, str] = {}
    seen = 0
    for place, source in built[name].pages.items():
        for written in re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.DOTALL):
            seen += 1
            stated = json.loads(written)
            assert stated.pop("@context") == "https://schema.org"
            wrong |= dict.fromkeys(misused(stated), place)
    assert seen > len(built[name].pages) / 2
    assert not wrong, "\n".join(f"{what}, as on {place}" for what, place in wrong.items())
