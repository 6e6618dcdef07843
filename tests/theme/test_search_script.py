"""The search page's script against its template: it finds what it looks for, and obeys the policy."""

from __future__ import annotations

import re

from sajaro.paths import THEME

SCRIPT = (THEME / "static/js/search.js").read_text()
TEMPLATE = (THEME / "templates/search.html").read_text()


def test_finds_its_elements():
    for name in re.findall(r'getElementById\("([\w-]+)"\)', SCRIPT):
        assert f'id="{name}"' in TEMPLATE


def test_gets_its_words_and_addresses_from_the_page():
    names = set(re.findall(r"\bwords\.(\w+)", SCRIPT.replace("contents.words", ""))) | {"index"}
    assert names == set(re.findall(r"data-(?!filter)(\w+)=", TEMPLATE))


def test_puts_no_markup_into_the_page():
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|\.style\b|https?:", SCRIPT
    )


def test_is_the_only_script():
    assert [path.name for path in (THEME / "static/js").iterdir()] == ["search.js"]
