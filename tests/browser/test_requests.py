"""The form that narrows the log of requests in a real browser; what it shares with the register's is tested there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from sajaro.build import build, moment
from tests.browser.test_register import ask, narrowed
from tests.browser.test_search import quiet, served
from tests.outputs.sites import settings, write
from tests.outputs.test_requests import FILES, NOW

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["quiet"]

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "requests")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    write(root, {name: text for name, text in FILES.items() if not name.startswith("reports/")})
    made = settings(root, siteurl="", outputs=OUTPUTS)
    outcome = build(made, root / "output", now=moment(NOW, made), jobs=1)
    assert not outcome.failed, outcome.problems
    (root / "output" / "favicon.ico").touch()
    with served(root / "output") as address:
        yield address


def test_subjects_and_numbers(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/requests/")
    assert ask(quiet, "water") == ["Water"]
    assert ask(quiet, "R-2") == ["გზა"]
    assert quiet.inner_text("#narrowed") == "Requests found: 1" and quiet.is_hidden("#entries")


def test_a_request_looks_as_in_the_list(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/requests/")

    def cells(place: str, subject: str) -> list[str]:
        row = quiet.locator(f"{place} tbody tr", has_text=subject)
        return [" ".join(text.split()) for text in row.locator("td, th").all_inner_texts()]

    for subject in ("Water", "გზა", "A plan", "Costs", "=Everything"):
        listed = cells("#entries", subject)
        ask(quiet, subject.strip("="))
        assert cells("#matches", subject) == listed
        quiet.click("#narrow [type=reset]")
        quiet.wait_for_selector("#entries:not([hidden])")


def test_filters(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/requests/?late=1")
    assert narrowed(quiet) == ["A plan", "გზა"]
    quiet.goto(f"{site}/en/requests/?outcomes=pending")
    assert narrowed(quiet) == ["Costs", "A plan"], "what is overdue is being considered"
    quiet.goto(f"{site}/en/requests/?years=2025")
    assert narrowed(quiet) == ["Old"]
    quiet.goto(f"{site}/en/requests/?requesters=ngo&q=plan")
    assert narrowed(quiet) == ["A plan"]
