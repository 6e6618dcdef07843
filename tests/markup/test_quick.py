"""Markdown with and without the quick ways: Python-Markdown itself is the judge."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from benchmarks.generate import documents
from sajaro.markup.quick import MARKS, STARTS, converter

PIECES = [
    "*", "**", "***", "_", "__", "`", "``", "\\", "\\*", "[", "]", "(", ")", "![", "[^1]", "[^1]: note", "<", ">", "<b>", "</b>",
    "<!-- c -->", "<https://a.example>", "<a@b.example>", "&", "&amp;", "&#45;", "  \n", "\n", "\n\n", " ", "\\[", "[a](b)",
    "[a][b]", "[b]: /c", "[b]", "![a](b)", "![a][b]", ":", "{.c}", "word", "სიტყვა", "- ", "1. ", "# ", "> ",
    "| a | b |\n|---|---|\n", "\n: ", "\n   :  a", "*[word]: said", "!!! note", "```", "~~~", "{#a}", "    ", "\x02", "\x03",
]  # fmt: skip


@cache
def plain() -> Markdown:
    return Markdown(extensions=list(MARKS), output_format="html")


def same(text: str) -> bool:
    return converter(text, ()).convert(text) == plain().reset().convert(text)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text(text: str):
    assert same(text)


@pytest.mark.parametrize("lang", ["ka", "en", "hy"])
def test_generated_documents(lang: str):
    assert all(same(each.texts[lang].body) for each in documents(40, (lang,)))


def test_every_pattern_has_its_start():
    """A pattern that a new Python-Markdown brings is looked for always, until its start is known here."""
    patterns = plain().inlinePatterns
    known = {patterns.get_index_for_name(name) for name in STARTS}
    assert {type(each).__name__ for number, each in enumerate(patterns) if number not in known} == {
        "DelimiterProcessor"
    }
