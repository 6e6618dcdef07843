"""Real content gives the same HTML with and without the quick ways of Markdown."""

from __future__ import annotations

import pytest

from sajaro.markup.lists import indent_by_four
from tests.corpora.test_corpora import CORPORA, SITES
from tests.markup.test_quick import same


@pytest.mark.parametrize("name", SITES)
def test_real_content_is_the_same(name: str):
    if not CORPORA.is_dir():
        pytest.skip(f"the corpora are not beside this checkout ({CORPORA.parent.name}/corpora): nothing was compared")
    texts = [path.read_text("utf-8").split("---\n", 2)[-1] for path in (CORPORA / name / "content").rglob("*.md")]
    assert texts
    assert [text[:80] for text in texts if not same(indent_by_four(text))] == []
