"""The scripts of pages against their templates: they find what they look for, and obey the policy."""

from __future__ import annotations

import re

import pytest

from sajaro.paths import THEME

SCRIPTS = {path.stem: path.read_text() for path in (THEME / "static/js").iterdir()}
OF_PAGES = sorted(set(SCRIPTS) - {"sort"})
"""Those of one page each; any table may ask for the other."""
TEMPLATES = {name: (THEME / f"templates/{name}.html").read_text() for name in OF_PAGES}
OF_PARTS = "filter|label|of|value|without"
"""Data of parts of a page, which are no words of its form."""


@pytest.mark.parametrize("name", OF_PAGES)
def test_finds_its_elements(name: str):
    for id in re.findall(r'getElementById\("([\w-]+)"\)', SCRIPTS[name]):
        assert f'id="{id}"' in TEMPLATES[name]


@pytest.mark.parametrize("name", OF_PAGES)
def test_gets_its_words_and_addresses_from_the_page(name: str):
    names = set(re.findall(r"\bwords\.(\w+)", SCRIPTS[name].replace("contents.words", ""))) | {"index"}
    assert names == set(re.findall(rf"data-(?!{OF_PARTS})(\w+)=", TEMPLATES[name]))


@pytest.mark.parametrize("name", SCRIPTS)
def test_puts_no_markup_into_the_page(name: str):
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|\.style\b|https?:", SCRIPTS[name]
    )


def test_there_are_no_others():
    assert set(SCRIPTS) == {"ledger", "search", "sort"}
