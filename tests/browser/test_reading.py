"""What is read on narrow and wide screens is whole: words, figures, the names of languages."""

from __future__ import annotations

import re
import unicodedata

import pytest
from lxml import html

from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import visit

NARROW, WIDE = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
LETTERS = {"ka": "GEORGIAN", "hy": "ARMENIAN", "ru": "CYRILLIC", "sr-Cyrl": "CYRILLIC"}

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
SHOW = "main => { document.querySelector('main').outerHTML = main; }"
"""Another page of the same language without a visit: frame and style sheet are the same, and pages are many."""

TABLES = """() => [...document.querySelectorAll("main table")].flatMap(table => {
  const frame = table.parentElement, style = getComputedStyle(frame), edge = frame.getBoundingClientRect();
  if (frame.scrollWidth > frame.clientWidth + 1) {
    const signed = style.overflowX === "auto" && style.backgroundImage.includes("gradient") && style.backgroundAttachment.includes("local");
    return signed ? [] : [`${table.textContent.trim().slice(0, 40)}: scrolls without a sign`];
  }
  return [...table.querySelectorAll("td, tbody th")].filter(cell => cell.getBoundingClientRect().right > edge.right + 1
    || cell.scrollWidth > cell.clientWidth + 1).map(cell => `${cell.textContent.trim().slice(0, 40)}: is cut`);
})"""

UNNAMED = """() => [...document.querySelectorAll("main .stacks tbody tr")].flatMap(row => [...row.children].slice(1))
  .filter(cell => cell.textContent.trim() && ["none", "normal", '""'].includes(getComputedStyle(cell, "::before").content))
  .map(cell => cell.textContent.trim().slice(0, 40))"""

BROKEN = """selector => [...document.querySelectorAll(selector)].flatMap(element => {
  const found = [], walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node; node = walk.nextNode();)
    for (const word of node.data.matchAll(/[^\\s\\u2010-\\u2015\\u058a-]+/g)) {
      const range = document.createRange();
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1) found.push(word[0]);
    }
  return found;
})"""


ROWS = """selector => {
  const rows = new Map();
  for (const each of document.querySelectorAll(selector)) {
    const {bottom, width} = each.getBoundingClientRect(), key = Math.round(bottom), [count, wide] = rows.get(key) ?? [0, 0];
    rows.set(key, [count + 1, wide + width]);
  }
  return [...rows.values()];
}"""

APART = """() => [...document.querySelectorAll(".bound")].filter(each => new Set([...each.getClientRects()].map(each => Math.round(each.top))).size > 1
  || /flex|grid/.test(getComputedStyle(each.parentElement).display)).map(each => each.parentElement.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("lang", SCRIPTS)
def test_no_table_hides_a_figure_without_a_sign(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    tables = {
        place: source for place, source in site.pages.items() if place.startswith(f"{lang}/") and "<table" in source
    }
    ledgers = [place for place, source in tables.items() if 'class="ledger' in source]
    repeated = {place for number, place in enumerate(ledgers) if number % 8}
    """A register's rows stand under years, units and topics, too."""
    places = [place for place in tables if place not in repeated]
    assert places
    wrong = []
    with visit(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}/{places[0]}")
        for place in places:
            page.evaluate(SHOW, MAIN.search(site.pages[place])[0])
            wrong += (f"{place}: {each}" for each in page.evaluate(TABLES) + page.evaluate(UNNAMED))
    assert not wrong, "\n".join(wrong)


def test_a_table_as_blocks_is_still_a_table_with_rows_and_cells(browser, built, served):
    """As assistive technology is told, not as the markup has it: a changed `display` may change that."""
    address = served("municipality")
    with visit(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}/en/disclosures/2026/salaries-q1/")
        assert page.evaluate("getComputedStyle(document.querySelector('main tr')).display") == "block"
        nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        roles = [each["role"]["value"] for each in nodes if not each["ignored"]]
        assert [roles.count(each) for each in ("table", "row", "cell")] == [1, 6, 36]
        assert "Salary, GEL" in {each["name"]["value"] for each in nodes if each["role"]["value"] == "StaticText"}


@pytest.mark.parametrize("lang", SCRIPTS)
def test_no_word_of_a_title_is_broken(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    found = (re.search(r"<h1[ >].*?</h1>", source, re.DOTALL) for place, source in site.pages.items() if place.startswith(f"{lang}/"))  # fmt: skip
    titles = "".join(sorted({each[0] for each in found if each and "unseen" not in each[0]}))
    assert titles
    with visit(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}/{lang}/sections/")
        page.evaluate(
            "async titles => { document.querySelector('.title').innerHTML = titles; await document.fonts.ready; }",
            titles,
        )
        page.wait_for_load_state("networkidle")
        assert page.evaluate(BROKEN, ".title h1") == []


@pytest.mark.parametrize("lang", SCRIPTS)
def test_no_word_beside_a_list_is_broken_nor_the_menu_ragged(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    places = [place for place in (f"{lang}/requests/", f"{lang}/procurements/", f"{lang}/acts/", f"{lang}/plans/") if place in site.pages]  # fmt: skip
    with visit(browser, address, viewport=WIDE) as (page, _):
        for place in places:
            page.goto(f"{address}/{place}")
            assert page.evaluate(BROKEN, ".card-meta, .menu") == [], place
        rows = page.evaluate(ROWS, ".menu li")
        assert sum(count for count, _ in rows) > 4
        assert (
            len(rows) == 1 or len(rows) == 2 and min(width for _, width in rows) > 0.5 * max(width for _, width in rows)
        )


@pytest.mark.parametrize("lang", SCRIPTS)
def test_what_is_kept_together_stands_in_one_line_of_its_text(browser, built, served, lang):
    """Text that stands in a flexible box or a grid without an element of its own would come apart at what is kept together."""
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    places = {}
    for place, source in site.pages.items():
        if place.startswith(f"{lang}/"):
            for kept in html.fromstring(source).find_class("bound"):
                around = [
                    (each.tag, each.get("class")) for each, _ in zip(kept.iterancestors(), range(3), strict=False)
                ]
                places.setdefault(tuple(around), place)
    assert places
    with visit(browser, address, viewport=NARROW) as (page, _):
        page.goto(f"{address}/{lang}/sections/")
        for place in sorted(set(places.values())):
            page.evaluate(SHOW, MAIN.search(site.pages[place])[0])
            assert page.evaluate(APART) == [], place


@pytest.mark.parametrize("name", ["municipality", "ombudsman", "ministry"])
def test_a_text_in_another_script_says_its_language(built, name):
    """On every page, but for what editors write in running text."""
    wrong = [
        f"{place}: {text}"
        for place, source in built[name].pages.items()
        if "http-equiv" not in source
        for text in unmarked(html.document_fromstring(source.encode()))
    ]
    assert not wrong, "\n".join(wrong[:20])


def unmarked(document: html.HtmlElement) -> list[str]:
    found: list[str] = []

    def walk(element: html.HtmlElement, lang: str | None) -> None:
        if element.tag in {"script", "style"} or "prose" in element.get("class", ""):
            return
        lang = element.get("lang", lang)
        look(element.text, lang)
        for child in element:
            if isinstance(child.tag, str):
                walk(child, lang)
            look(child.tail, lang)

    def look(text: str | None, lang: str | None) -> None:
        if text and not text.isspace():
            scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in set(text) if letter.isalpha()}
            if scripts & {*LETTERS.values()} - {LETTERS.get(lang)}:
                found.append(text.strip())

    walk(document.body, document.get("lang"))
    return found


@pytest.mark.parametrize("name", ["municipality", "ombudsman", "ministry"])
def test_hreflang_says_the_language_of_the_page_that_a_link_leads_to(built, name):
    site = built[name]
    wrong = []
    for place, source in site.pages.items():
        for link in html.document_fromstring(source.encode()).xpath("//body//a[@hreflang][starts-with(@href, '/')]"):
            target = link.get("href").lstrip("/").partition("#")[0]
            if target.partition("/")[0] in site.languages and target.partition("/")[0] != link.get("hreflang"):
                wrong.append(f"{place}: {link.get('href')} as {link.get('hreflang')}")
    assert not wrong, "\n".join(wrong[:20])
