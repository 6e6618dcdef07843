"""What a library says of a file that it cannot read is said in words for people who write, in their language."""

from __future__ import annotations

import re

import pytest

from sajaro.messages import REASONS

HEADS = [
    'title: Roads: "new"',
    'title: "Roads" are open',
    'title: "Roads',
    "topics: [roads",
    "image: {file: a.jpg",
    "title: @mayor",
    "topics: - roads",
    'title: "a\\q"',
    "topics:\n  - roads\n  water: x",
    "title: *",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("lang", "letters"), [("ka", "[ა-ჰ]"), ("ru", "[а-я]")])
def test_a_slip_in_the_head_of_a_file_is_explained(sajaro, site, head, lang, letters):
    path = site / "content/pages/roads.ka.md"
    path.write_text(f"---\n{head}\n---\n\nX\n", "utf-8")
    code, said, _ = sajaro("check", "--site", site, "--lang", lang)
    reason = re.search(r"roads\.ka\.md:\d+: [^(]+\((.+)\);", said)[1]
    assert (code, bool(re.search(letters, reason))) == (1, True), said
    said = sajaro("check", "--site", site)[1]
    assert any(f"({reason})" in said for reason in REASONS.values()), said


@pytest.mark.parametrize("row", ['1,"Roads', '1,"Roads" open'])
def test_a_slip_in_a_table_is_explained(sajaro, site, row):
    (site / "content/topics.csv").write_text(f"id,title.ka\n{row}\n", "utf-8")
    code, said, _ = sajaro("check", "--site", site, "--lang", "ka")
    assert (code, bool(re.search(r"\([ა-ჰ ]+\)", said))) == (1, True), said
