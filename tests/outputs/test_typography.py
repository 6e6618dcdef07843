"""What stays together on a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.presenters.typography import bound


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("2 150 000 ლარი", "2_150_000 ლარი"),
        ("GEL 2,150,000", "GEL_2,150,000"),
        ("в 2026 100 школ", "в 2026 100 школ"),
        ("15 1234", "15 1234"),
        ("45 %", "45_%"),
        ("№ 45, § 3, N 7", "№_45, §_3, N_7"),
        ("WIEN 7", "WIEN 7"),
        ("ტელ. +995 000 12 34 56", "ტელ. +995_000_12_34_56"),
        ("Совет — это", "Совет_— это"),
        ("2021 – 2023", "2021_– 2023"),
        ("0 800 000 123", "0_800_000_123"),
    ],
)
def test_a_reader_does_not_stumble(written, kept):
    assert bound(f"<p>{written}</p>") == f"<p>{kept}</p>".replace("_", "\u00a0")


@pytest.mark.parametrize(
    "html",
    [
        '<path d="M 0 100 200 300"/>',
        '<img alt="2 150 000" src="a 1 000.jpg">',
        "<pre>1 000</pre><p>a</p>",
        "<p><code>+995 000 12 34</code> b</p>",
    ],
)
def test_what_no_reader_reads_stays(html):
    assert bound(html) == html


def test_text_beside_code_is_kept_together():
    assert bound("<p>1 000 <code>1 000</code> 1 000 <pre>a</pre> 2 000</p>") == (
        "<p>1\u00a0000 <code>1 000</code> 1\u00a0000 <pre>a</pre> 2\u00a0000</p>"
    )


@given(st.text(alphabet=' 0123<>/"pcodeGEL+–%№a', max_size=60))
def test_nothing_but_spaces_changes(html):
    drawn = bound(html)
    assert drawn.replace("\u00a0", " ") == html
    assert bound(drawn) == drawn
