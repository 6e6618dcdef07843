"""Lines of TOML: each key's own, whatever stands around it."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.duties.located import Unreadable, located

TEXT = '''\
# A comment
profile = "x" # and another

[[duty]]
code = "5.3"
title.ka = "ა"
formats = [
  "csv", # [[duty]]

  "ods",
]
[[duty]]
  code = """
[[duty]]
code = 1
"""
grace = {months = 1, days = 2}
[duty.title]
en = "b"

[requests]
term = 10
'''


def test_each_key_has_its_line() -> None:
    found = located(TEXT)
    assert found.tables == tomllib.loads(TEXT)
    assert found.lines == {
        ("profile",): 2,
        ("duty", 0): 4,
        ("duty", 0, "code"): 5,
        ("duty", 0, "title"): 6,
        ("duty", 0, "title", "ka"): 6,
        ("duty", 0, "formats"): 7,
        ("duty", 1): 12,
        ("duty", 1, "code"): 13,
        ("duty", 1, "grace"): 17,
        ("duty", 1, "grace", "months"): 17,
        ("duty", 1, "grace", "days"): 17,
        ("duty", 1, "title"): 18,
        ("duty", 1, "title", "en"): 19,
        ("requests",): 21,
        ("requests", "term"): 22,
    }


def test_what_has_no_line_has_that_of_its_table() -> None:
    found = located(TEXT)
    assert found.line(("duty", 1, "unit")) == 12
    assert found.line(("since",)) is None


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a = 1\nb = \n", 2, "Invalid value"),
        ("a = 1\nb 2\n", 2, "Expected '='"),
        ('a = 1\n\nb = "x\n', 3, "Illegal character"),
        ("a = 1\nb = [1,\n", 2, "Invalid value"),
        ("a = 1\na = 2", 2, "Cannot overwrite"),
        ("[a]\n[a]\n", 2, "Cannot declare"),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(Unreadable) as error:
        located(text)
    assert error.value.line == line
    assert error.value.reason.startswith(reason)
    assert "line" not in error.value.reason


VALUES = st.sampled_from(['"x"', "12", "true", "2026-01-01", '["a",\n  "b"]', '"""\n[[duty]]\nq = 1\n"""', "{k = 1}"])


@given(st.lists(st.lists(VALUES, max_size=4), max_size=5), st.lists(st.sampled_from(["", "# [x]", "  "]), max_size=3))
def test_the_line_of_a_key_is_where_it_stands(tables: list[list[str]], between: list[str]) -> None:
    lines: list[str] = []
    expected: dict[tuple[Any, ...], int] = {}
    for number, values in enumerate(tables):
        lines += between
        lines.append("[[duty]]")
        expected["duty", number] = len(lines)
        for position, value in enumerate(values):
            expected["duty", number, f"key{position}"] = len(lines) + 1
            lines += f"key{position} = {value}".split("\n")
    found = located("\n".join(lines)).lines
    assert {path: line for path, line in found.items() if path[-1] != "k"} == expected
