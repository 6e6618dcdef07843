"""Visitors without a mouse: every control is reached, in order, and seen when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

CONTROLS = """() => [...document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex='0']"
)].filter(each => each.checkVisibility({visibilityProperty: true}) && !each.closest("details:not([open]) > :not(summary)"))"""

FOCUSED = """() => {
  const all = (CONTROLS)();
  const at = document.activeElement;
  const style = getComputedStyle(at);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  const bare = [...at.getClientRects()].some(line => {
    const [left, right] = [Math.max(line.left, 0), Math.min(line.right, innerWidth)];
    const [top, bottom] = [Math.max(line.top, 0), Math.min(line.bottom, innerHeight)];
    const hit = left < right && top < bottom && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit && (at.contains(hit) || hit.contains(at));
  });
  return [all.indexOf(at), seen && bare, at.outerHTML.slice(0, 120)];
}""".replace("CONTROLS", CONTROLS)


def walk(page: Page) -> list[str]:
    """Presses Tab from the page's beginning to its end; answers with what was passed over, out of order or not seen."""
    count = page.evaluate(f"({CONTROLS})().length")
    wrong, last = [], -1
    for _ in range(3 * count):
        page.keyboard.press("Tab")
        number, seen, what = page.evaluate(FOCUSED)
        if number == last:  # the parts of a player are its own
            continue
        if number < 0 or (number == 0 and last == count - 1):
            break
        if number != last + 1:
            wrong.append(f"after {last} comes {number}: {what}")
        if not seen:
            wrong.append(f"not seen: {what}")
        last = number
    if last != count - 1:
        wrong.append(f"ends at {last} of {count}")
    return wrong


@pytest.mark.parametrize(("lang", "width"), [("ka", 1280), ("en", 320), ("sr-Cyrl", 768)])
def test_reaches_everything_in_order(browser, built, served, lang, width):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    documents = site.documents(lang)
    places = {site.kinds(lang)[kind] for kind in ("home", "list", "not found")} | {
        documents[section][0]
        for section in ("acts", "plans", "media", "services", "press-releases")
        if section in documents
    }
    wrong = []
    with visit(browser, address, viewport={"width": width, "height": 700}, reduced_motion="reduce") as (page, _):
        for place in sorted(places):
            page.goto(f"{address}/{place}")
            wrong += (f"{place}: {each}" for each in walk(page))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("kind", ["home", "list", "Legal act", "not found"])
def test_the_first_link_leads_past_the_header(browser, built, served, kind):
    address = served("municipality")
    with visit(browser, address) as (page, _):
        page.goto(f"{address}/{built['municipality'].kinds('ka')[kind]}")
        page.keyboard.press("Tab")
        skip = page.locator("a.skip")
        assert skip.evaluate("each => each === document.activeElement")
        box = skip.bounding_box()
        assert box and box["y"] >= 0
        page.keyboard.press("Enter")
        page.wait_for_url("**#main")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_on_a_telephone_the_menu_opens_and_closes(browser, built, served):
    address = served("municipality")
    with visit(browser, address, viewport={"width": 320, "height": 640}) as (page, said):
        page.goto(f"{address}/ka/acts/")
        page.focus(".opener")
        page.keyboard.press("Enter")
        assert page.is_visible("#menu")
        walked = []
        for _ in range(12):
            page.keyboard.press("Tab")
            walked.append(page.evaluate("document.activeElement.closest('#menu') && document.activeElement.tagName"))
        assert walked[:3] == ["BUTTON", "INPUT", "BUTTON"] and "A" in walked
        page.keyboard.press("Escape")
        assert page.is_hidden("#menu")
        assert page.evaluate("document.activeElement.className") == "opener"
        page.keyboard.press("Enter")
        page.click(".closer")
        assert page.is_hidden("#menu")
        assert said == []


@pytest.mark.parametrize("faces", ["here", "not here yet"])
def test_controls_are_large_enough(browser, built, served, faces):
    """24 by 24 CSS pixels, or as far from the next (WCAG 2.2, 2.5.8); axe-core asks for less of links in text."""
    address = served("ministry")
    with visit(browser, address, viewport={"width": 320, "height": 640}) as (page, _):
        if faces == "not here yet":
            page.route("**/*.woff2", lambda route: route.abort())
        page.goto(f"{address}/sq/")
        page.evaluate("document.fonts.ready")
        small = page.evaluate(
            """() => [...document.querySelectorAll("button, input, .languages a, .menu a, .card-title a, .more a, .colophon nav a")]
            .filter(each => each.checkVisibility()).filter(each => each.getBoundingClientRect().height < 24)
            .map(each => each.outerHTML.slice(0, 100))"""
        )
        assert small == []
