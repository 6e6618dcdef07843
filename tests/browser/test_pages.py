"""Every kind of page in every script: it stays in its window and on its server, and says nothing in the console."""

from __future__ import annotations

import pytest

from tests.browser.demonstrations import SCRIPTS
from tests.browser.visits import WIDTHS, kept, sideways, visit

ZOOMED = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
"""A window of 1280 × 1024 at 400 %."""


@pytest.mark.parametrize("lang", SCRIPTS)
def test_stays_within_its_window_and_its_server(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    places = site.kinds(lang) | {section: places[0] for section, places in site.documents(lang).items()}
    wrong: list[str] = []
    with visit(browser, address) as (page, said):
        for place in dict.fromkeys(places.values()):
            page.goto(f"{address}/{place}")
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                wrong += (f"{place} at {width}: {each}" for each in sideways(page))
        assert kept(page) == []
    assert not wrong, "\n".join(wrong)
    assert not said, "\n".join(said)


def test_every_kind_is_looked_at(built):
    kinds = {kind for lang, name in SCRIPTS.items() for kind in built[name].kinds(lang)}
    assert kinds >= {
        "home", "list", "list without days", "year", "facet", "archive", "documents of a topic", "sections", "components",
        "not found", "tombstone", "version", "Legal act", "Unit", "Person", "Topic", "Event",
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["ka", "hy", "sq"])
def test_zoomed_to_400_percent_everything_is_reached(browser, built, served, lang):
    site, address = built[SCRIPTS[lang]], served(SCRIPTS[lang])
    with visit(browser, address, **ZOOMED) as (page, said):
        for kind in ("home", "list", "Legal act"):
            page.goto(f"{address}/{site.kinds(lang)[kind]}")
            assert sideways(page) == []
            page.click(".opener")
            for control in page.locator("#menu a, #menu button, #menu input").all():
                control.scroll_into_view_if_needed()
                assert control.is_visible()
            page.click(".closer")
            assert page.is_hidden("#menu")
            assert page.evaluate("window.scrollX") == 0
        assert said == []
