"""The Nu HTML checker over a sample of all pages, lychee over every link and fragment."""

from __future__ import annotations

import pytest

from tests import tools
from tests.browser.demonstrations import FOLDERS

EVERY = 8
"""One page of so many is checked, and one of each kind and type in each language: the checker takes 10 s for 1,000."""


def test_vnu_finds_no_error(built):
    files = [
        site.output / (place + "index.html" if not place.endswith(".html") else place)
        for site in built.values()
        for place in site.sample(EVERY)
    ]
    assert len(files) > 500
    wrong = {
        f"{each.text} ({each.path.parent}, line {each.line})" for each in tools.vnu(files) if each.level == "error"
    }
    assert not wrong, "\n".join(sorted(wrong)[:30])


@pytest.mark.parametrize("name", FOLDERS)
def test_lychee_finds_no_broken_link_or_fragment(built, name):
    wrong = {f"{each.url}: {each.reason} ({each.path})" for each in tools.lychee(built[name].output)}
    assert not wrong, "\n".join(sorted(wrong)[:30])
