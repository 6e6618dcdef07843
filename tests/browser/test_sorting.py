"""Tables that readers sort: by value and not by letters, told to who hears the page, and whole without the script."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sajaro.paths import THEME
from sajaro.templates import Theme
from sajaro.views import Column, Day, Number, Table, Words

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROWS = (
    ("ხიდი", 1000, "2026-02-01"),
    ("გზა", 200, "2025-12-31"),
    ("ჭა", None, "2026-10-01"),
    ("აუზი", 30, "2026-09-30"),
)
"""What letters would put in another order: thousands before tens, the tenth month before the second."""


@pytest.fixture
def table(page: Page) -> Page:

    rows = tuple(
        (
            (Words(word),),
            (Number(f"{figure} ₾", figure),) if figure is not None else (),
            (Day(date.fromisoformat(day)),),
        )
        for word, figure, day in ROWS
    )
    total = ((Words("სულ"),), (Number("1230 ₾", 1230),), ())
    columns = (Column("სამუშაო"), Column("თანხა", numeric=True), Column("დღე"))
    view = Table("სამუშაოები", columns, (*rows, total), script="sort.js", totals=True)
    markup = Theme(Path("theme"), "ka").macro("ka", "table")(view)
    page.set_content(f'<!doctype html><html lang="ka"><body>{str(markup).split("<script")[0]}</body></html>')
    return page


def first(page: Page) -> list[str]:
    return page.locator("tbody tr > :first-child").all_inner_texts()


def enhance(page: Page) -> None:
    page.add_script_tag(content=(THEME / "static/js/sort.js").read_text(), type="module")
    page.wait_for_selector("th button")


def test_sorts_by_what_cells_are_worth(table: Page):
    assert first(table) == [row[0] for row in ROWS]
    enhance(table)
    assert first(table) == [row[0] for row in ROWS]
    for head, once, twice in (
        ("თანხა", ["აუზი", "გზა", "ხიდი", "ჭა"], ["ხიდი", "გზა", "აუზი", "ჭა"]),
        ("დღე", ["გზა", "ხიდი", "აუზი", "ჭა"], ["ჭა", "აუზი", "ხიდი", "გზა"]),
        ("სამუშაო", ["აუზი", "გზა", "ჭა", "ხიდი"], ["ხიდი", "ჭა", "გზა", "აუზი"]),
    ):
        button = table.get_by_role("button", name=head)
        button.press("Enter")
        assert first(table) == once
        assert table.locator("th[aria-sort]").all_inner_texts() == [head]
        button.click()
        assert first(table) == twice
        assert table.locator('th[aria-sort="descending"]').count() == 1
    assert table.locator("tfoot tr").count() == 1
