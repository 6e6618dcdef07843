"""The form that narrows the register of acts in a real browser, and what acts' pages do there; the form's own ways are tested with the register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sajaro.build import build, moment
from tests.browser.test_register import ask, narrowed
from tests.browser.test_search import quiet, served
from tests.outputs.sites import settings, write
from tests.outputs.test_acts import FILES, NOW, act

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["quiet"]

CLAUSE = "მოსაკრებლის გადამხდელი წარადგენს განცხადებას ადმინისტრაციაში სამი სამუშაო დღის განმავლობაში. " * 9
LONG = "".join(
    f"## თავი {number}\n\n" * (number % 50 == 1) + f"### მუხლი {number}. სათაური\n\n1. {CLAUSE}\n2. {CLAUSE}\n\n"
    for number in range(1, 221)
)
"""A megabyte."""

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "acts")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("site")
    write(root, FILES | {"acts/2020/code.ka.md": act("კოდექსი", "2020-01-10", "7", body=LONG)})
    made = settings(root, siteurl="", outputs=OUTPUTS)
    outcome = build(made, root / "output", now=moment(NOW, made), jobs=1)
    assert not outcome.failed, outcome.problems
    (root / "output" / "favicon.ico").touch()
    with served(root / "output") as address:
        yield address


@pytest.mark.parametrize("asked", ["45", "N 45", "№45", "# 45", "No. 045", "45/2024", "№ 45/2024", "on the fee"])
def test_a_number_is_found_however_it_is_written(quiet: Page, site: str, asked: str) -> None:
    quiet.goto(f"{site}/en/acts/")
    assert ask(quiet, asked) == ["On the fee"]


def test_what_is_not_a_number_of_an_act_is_not_found(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/acts/")
    assert ask(quiet, "№5") == ask(quiet, "45/2025") == []


def test_an_act_looks_as_in_the_list_but_for_its_sentence(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/acts/?states=repealed")
    assert narrowed(quiet) == ["ძველი"]
    quiet.goto(f"{site}/en/acts/?kinds=order&years=2025")
    assert narrowed(quiet) == ["ვადიანი", "ბრძანება"]
    cells = quiet.locator("#matches tbody tr", has_text="ბრძანება").locator("td, th").all_inner_texts()
    assert (
        " ".join(" ".join(cells).split()) == "3 01.02.2025 ბრძანება ქართული Order Council Repealed in part 01.02.2025"
    )


def test_one_click_takes_the_whole_citation(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/acts/2024/fee/")
    quiet.click(".citation .copy, .copy")
    said = quiet.evaluate("getSelection().toString()")
    assert "Ordinance" in said and said.strip().endswith("/en/acts/2024/fee/")


def test_a_year_prints_its_table_and_not_what_only_a_screen_needs(quiet: Page, site: str) -> None:
    quiet.goto(f"{site}/en/acts/2025/")
    quiet.emulate_media(media="print")
    assert quiet.locator("#entries table").first.is_visible()
    assert not quiet.locator(".menu").first.is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_of_a_long_act_only_what_is_in_sight_is_laid_out(quiet: Page, site: str, width: int) -> None:
    assert len(LONG.encode()) > 1_000_000
    quiet.set_viewport_size({"width": width, "height": 800})
    quiet.goto(f"{site}/ka/acts/2020/code/")
    seen = "selector => document.querySelector(selector).checkVisibility({contentVisibilityAuto: true})"
    assert quiet.evaluate(seen, "#art-1 + ol > li") and not quiet.evaluate(seen, "#art-220 + ol > li")
    assert quiet.evaluate("document.querySelector('.contents').offsetHeight <= innerHeight")
    quiet.click(".contents [href='#art-150']")
    expect(quiet.locator("#art-150")).to_be_in_viewport()
    assert quiet.evaluate(seen, "#art-150 + ol > li")
    assert quiet.evaluate("find('მუხლი 219')"), "the browser finds what it has not laid out"
