"""Visitors with another language, without JavaScript, with a printer, with colours of their own."""

from __future__ import annotations

import pytest
from lxml import html

from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import visit


@pytest.mark.parametrize("name", ["municipality", "ombudsman", "ministry"])
def test_the_switcher_leads_to_the_same_document(built, name):
    """To the same place in the other language where there is one, else to its list or its home."""
    site = built[name]
    wrong = []
    for place, source in site.pages.items():
        lang, _, rest = place.partition("/")
        links = (
            html.document_fromstring(source).xpath("(//nav[@class='languages'])[1]//a")
            if lang in site.languages and rest != "404.html"
            else ()
        )
        for link in links:
            tag, target = link.get("hreflang"), link.get("href").lstrip("/")
            same = f"{tag}/{rest}"
            nearest = (f"{tag}/{rest.split('/')[0]}/", f"{tag}/")
            if target != (same if same in site.pages else next(each for each in nearest if each in site.pages)):
                wrong.append(f"{place}: {tag} leads to {target}")
            said = "unseen" in "".join(each.get("class", "") for each in link.itersiblings())
            if said == (same in site.pages):
                wrong.append(f"{place}: {tag} is {'not ' if said else ''}the same, and the switcher says otherwise")
    assert not wrong, "\n".join(wrong[:20])


def test_the_switcher_works(browser, built, served):
    address = served("municipality")
    with visit(browser, address) as (page, said):
        page.goto(f"{address}/ka/acts/2026/ordinance-12/")
        for lang in ("ru", "hy", "az", "en", "ka"):
            page.click(f".languages [hreflang={lang}]")
            assert page.url == f"{address}/{lang}/acts/2026/ordinance-12/"
            assert page.get_attribute("html", "lang") == lang
            assert page.get_attribute(".languages [aria-current]", "hreflang") == lang
        assert said == []


def test_without_javascript_all_but_the_search_works(browser, built, served):
    address = served("municipality")
    with visit(browser, address, java_script_enabled=False, viewport={"width": 320, "height": 640}) as (page, said):
        page.goto(f"{address}/en/")
        page.click(".opener")
        assert page.is_visible("#menu")
        page.click("#menu >> text=Legal acts")
        assert page.url == f"{address}/en/acts/"
        page.click("#choices >> text=2025")
        page.click("#entries tbody th a >> nth=0")
        assert page.is_visible("article h1")
        page.goto(f"{address}/en/disclosures/2026/budget/")
        page.click("summary >> nth=0")
        assert page.is_visible("details code >> nth=0")
        page.goto(f"{address}/en/")
        page.click(".opener")
        page.fill("#menu input", "water")
        page.press("#menu input", "Enter")
        assert page.locator("main a").count() > 20, "a search without a script leads to the archives"
        assert said == []


PRINTED = """() => [...document.querySelectorAll("nav, form, button, input, video, audio, .skip, .alerts, .tools, .more")]
  .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("lang", SCRIPTS)
def test_a_page_prints_as_a_document(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    with visit(browser, address) as (page, _):
        for kind in ("Legal act", "tombstone", "list", "home"):
            place = site.kinds(lang).get(kind)
            if place is None:
                continue
            page.goto(f"{address}/{place}")
            page.emulate_media(media="print")
            assert page.evaluate(PRINTED) == [], place
            if kind in {"Legal act", "tombstone"}:
                assert f"{site.origin}/{place}" in page.inner_text("main")
            assert page.inner_text("h1") in page.inner_text("body")
            page.emulate_media(media=None)
        assert page.pdf(format="A4").startswith(b"%PDF-")


def test_forced_colours_keep_every_state_and_every_focus(browser, built, served):
    address = served("municipality")
    with visit(browser, address, forced_colors="active", color_scheme="dark") as (page, _):
        page.goto(f"{address}/en/plans/2026/work/")
        marks = page.evaluate(
            """() => [...document.querySelectorAll(".state")].map(each => {
              const style = getComputedStyle(each, "::before");
              return style.borderTopWidth !== "0px" || style.borderBottomWidth !== "0px";
            })"""
        )
        assert len(marks) > 10 and all(marks)
        page.focus(".brand")
        assert page.evaluate("getComputedStyle(document.querySelector('.brand')).outlineStyle") != "none"
