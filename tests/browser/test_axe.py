"""axe-core over every kind of page in every script, and over a document of every type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sajaro.types import BY_SECTION
from tests import tools
from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What the law asks for, and what axe-core advises beyond it: all of that is kept, but for one thing below."""
LEADING = ("ka", "en")
"""In these also what is the same in all languages: the gallery, which is long, and all pages in a wide window."""
SEVERAL = {"landmark-unique": {"enabled": False}}
"""The gallery shows several examples of one landmark, as no other page does."""


def broken(page: Page) -> list[str]:
    """Rules that the page breaks, and where first."""
    rules = SEVERAL if page.url.endswith("/components/") else {}
    found = tools.axe(page, runOnly=TAGS, rules=rules, resultTypes=["violations"])
    return [f"{page.url}: {each.rule}: {each.targets[0]}" for each in found]


@pytest.mark.parametrize("lang", SCRIPTS)
def test_finds_nothing(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    wrong = []
    with visit(browser, address) as (page, _):
        for kind, place in site.kinds(lang).items():
            if kind == "components" and lang not in LEADING:
                continue
            page.goto(f"{address}/{place}")
            for width in (320, 1280) if lang in LEADING else (320,):
                page.set_viewport_size({"width": width, "height": 900})
                wrong += broken(page)
    assert not wrong, "\n".join(wrong)


def test_finds_nothing_on_a_document_of_any_type(browser, built, served):
    """Each type once, in one language after another."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lang, name in SCRIPTS.items():
        for section, places in built[name].documents(lang).items():
            found.setdefault(section, []).append((name, places[0]))
    assert set(found) == set(BY_SECTION)
    chosen: dict[str, list[str]] = {name: [] for name in built}
    for number, (_, choices) in enumerate(sorted(found.items())):
        name, place = choices[number % len(choices)]
        chosen[name].append(place)
    wrong = []
    for name, places in chosen.items():
        with visit(browser, served(name), viewport={"width": 768, "height": 900}) as (page, _):
            for place in places:
                page.goto(f"{served(name)}/{place}")
                wrong += broken(page)
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("lang", ["ka", "az", "sr-Cyrl"])
def test_finds_nothing_by_night(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    wrong = []
    with visit(browser, address, color_scheme="dark") as (page, _):
        for kind in ("home", "list", "Legal act", "Event", "not found"):
            page.goto(f"{address}/{site.kinds(lang)[kind]}")
            wrong += broken(page)
    assert not wrong, "\n".join(wrong)
