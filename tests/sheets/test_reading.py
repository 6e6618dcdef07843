"""Tables as spreadsheets save them, and what programs would stumble over."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.sheets import read

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(str.strip)


@pytest.mark.parametrize(
    "content",
    [
        "a,b\n1,x y\n",
        "\ufeffa,b\r\n1,x y\r\n",
        "a;b\n1;x y\n",
        "a\tb\n1\tx y\n",
        'a,b,,\n1,"x y",,\n,,,\n',
        "\n a , b \n1,x y",
    ],
)
def test_every_way_to_save_it_is_one_table(content: str):
    sheet, flaws = read(content.encode())
    assert not flaws
    assert sheet.header == ("a", "b") and [cells for _, cells in sheet.rows] == [("1", "x y")]


def test_line_breaks_within_quotes_count_as_lines():
    sheet, _ = read(b'a,b\n"x\ny",1\n2,3\n')
    assert sheet.rows == ((2, ("x\ny", "1")), (4, ("2", "3")))


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("a,day\n1,22.11.2026\n", "sheet-day", 2, "day"),
        ("a,day\n1,11/22/2026\n", "sheet-day", 2, "day"),
        ("a,,c\n1,2,3\n", "sheet-no-head", 1, "2"),
        ("a,a\n1,2\n", "column-twice", 1, "a"),
        ("a,b\n1,2,3\n", "row-too-long", 2, None),
        ('a,b\n"1,2\n', "csv", 2, None),
    ],
)
def test_says_where_it_cannot_be_used(content: str, code: str, line: int, column: str | None):
    _, flaws = read(content.encode())
    assert [(each.code, each.line, each.column) for each in flaws] == [(code, line, column)]


def test_names_the_right_form_of_a_day_where_there_is_one():
    (dotted,) = read(b"d\n3.11.2026\n")[1]
    assert dict(dotted.facts)["example"] == "2026-11-03"


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5))
def test_no_table_is_too_strange(rows: list[tuple[str, str]]):
    file = io.StringIO(newline="")
    csv.writer(file).writerows([("a", "b"), *rows])
    sheet, _ = read(file.getvalue().encode())
    assert [cells for _, cells in sheet.rows] == [row for row in rows if any(row)]
