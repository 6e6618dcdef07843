"""axe-core over every kind of page in every script, and over a document of every type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import tools
from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def broken(page: Page) -> list[tuple[str, str]]:
    """Rules that the page breaks, and where first."""
    found = tools.axe(page, runOnly=TAGS, resultTypes=["violations"])
    return [(each.rule, each.targets[0]) for each in found]


@pytest.mark.parametrize("lang", SCRIPTS)
def test_finds_nothing(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    wrong = {}
    with visit(browser, address) as (page, _):
        for place in site.kinds(lang).values():
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(f"{address}/{place}")
            for width in (1280, 320):
                page.set_viewport_size({"width": width, "height": 900})
                if found := broken(page):
                    wrong[place, width] = found
    assert wrong == {}


def test_finds_nothing_on_a_document_of_any_type(browser, built, served):
    """Each type once, in one language after another."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang, name in SCRIPTS.items():
        for section, places in built[name].documents(lang).items():
            found.setdefault(section, []).append((name, places[0]))
    wrong = {}
    for number, (_, choices) in enumerate(sorted(found.items())):
        name, place = choices[number % len(choices)]
        with visit(browser, served(name), viewport={"width": 768, "height": 900}) as (page, _):
            page.goto(f"{served(name)}/{place}")
            if said := broken(page):
                wrong[place] = said
    assert len(found) >= 30
    assert wrong == {}


@pytest.mark.parametrize("lang", ["ka", "az", "sr-Cyrl"])
def test_finds_nothing_by_night(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    wrong = {}
    with visit(browser, address, color_scheme="dark") as (page, _):
        for kind in ("home", "list", "Legal act", "Event", "components", "not found"):
            page.goto(f"{address}/{site.kinds(lang)[kind]}")
            if found := broken(page):
                wrong[kind] = found
    assert wrong == {}
