"""Numbers of the register: given once, never again, and sound after any merge."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sajaro.public_register.numbering import numbered
from sajaro.public_register.numbers import AGAIN, Row, parse, written

DAY = date(2026, 3, 1)
LATER = date(2026, 3, 2)
ids = st.lists(st.sampled_from([f"acts/2026/{letter}" for letter in "abcdefgh"]), unique=True)
anything = st.lists(
    st.builds(Row, st.sampled_from(["", *"abcde"]), st.integers(1, 6), st.dates(date(2025, 1, 1), date(2026, 1, 1))),
    max_size=12,
)
"""What merges of any branches may leave."""


def rows(*said: tuple[str, int]) -> tuple[Row, ...]:
    return tuple(Row(id, number, DAY) for id, number in said)


def codes(rows: tuple[Row, ...]) -> list[str]:
    return [each.code for each in parse(written(rows), "numbers.csv").problems]


def test_numbers_are_given_in_order():
    assert numbered((), ("b", "a"), DAY).rows == rows(("b", 1), ("a", 2))


def test_a_number_of_what_has_gone_is_not_given_again():
    assert numbered(rows(("gone", 7)), ("new",), DAY).new == rows(("new", 8))


def test_of_two_branches_the_line_that_stands_first_keeps_its_number():
    merged = numbered(rows(("a", 1), ("ours", 2), ("theirs", 2)), (), LATER)
    assert merged.rows == (*rows(("a", 1), ("ours", 2)), Row("theirs", 3, LATER))
    assert merged.lost == rows(("theirs", 2))


def test_a_second_number_of_one_entry_stays_empty():
    merged = numbered(rows(("a", 1), ("b", 2), ("a", 3)), ("c",), DAY)
    assert merged.rows == rows(("a", 1), ("b", 2), ("", 3), ("c", 4))


def test_the_same_line_of_both_branches_stands_once():
    assert numbered(rows(("a", 1), ("a", 1)), (), DAY).rows == rows(("a", 1))


def test_who_loses_one_number_and_has_another_keeps_that():
    assert numbered(rows(("a", 1), ("b", 1), ("b", 2)), (), DAY).rows == rows(("a", 1), ("b", 2))


@given(anything, ids)
def test_whatever_was_merged_becomes_sound(found: list[Row], wanted: list[str]):
    outcome = numbered(found, wanted, LATER)
    assert codes(outcome.rows) == []
    named = {row.id for row in outcome.rows}
    assert {row.id for row in found} | set(wanted) | {""} == named | {""}
    assert numbered(outcome.rows, wanted, LATER).rows == outcome.rows, "a second run has nothing to do"


@given(anything, ids)
def test_no_number_that_was_ever_given_goes_to_another(found: list[Row], wanted: list[str]):
    given_before = {(row.id, row.number) for row in found}
    highest = max((row.number for row in found), default=0)
    for row in numbered(found, wanted, LATER).rows:
        assert row.number > highest or not row.id or (row.id, row.number) in given_before


@given(anything)
def test_the_pages_show_what_the_command_will_keep(found: list[Row]):
    shown = parse(written(tuple(found)), "numbers.csv").by_id
    kept = {row.id: row for row in numbered(found, (), LATER).rows if row.day != LATER and row.id}
    assert {id: row.number for id, row in shown.items()} == {id: row.number for id, row in kept.items()}


@given(ids, ids, ids)
def test_two_branches_that_number_at_once(before: list[str], ours: list[str], theirs: list[str]):
    base = numbered((), before, DAY).rows
    mine, other = numbered(base, ours, DAY), numbered(base, theirs, DAY)
    joined = (*mine.rows, *other.new)
    assert set(codes(joined)) <= AGAIN
    merged = numbered(joined, (), LATER).rows
    assert merged[: len(mine.rows)] == mine.rows, "what was published stays"
    assert {row.id for row in merged} - {""} == {*before, *ours, *theirs}


@given(anything)
def test_a_table_is_read_as_it_was_written(found: list[Row]):
    assert parse(written(tuple(found)), "numbers.csv").rows == tuple(found)


def test_a_table_that_a_spreadsheet_saved():
    assert parse("id;number;day\r\na;1;2026-03-01\r\n;2;2026-03-01\r\n", "x").rows == rows(("a", 1), ("", 2))


def test_lines_that_are_no_numbers():
    text = "id,number,day\na,1,2026-03-01\n<<<<<<< HEAD\nb,0,2026-03-01\nc,2,1.3.2026\nd,3\ne,4,2026-03-01,x\n"
    problems = parse(text, "content/register/numbers.csv").problems
    assert [(each.code, each.line) for each in problems] == [("register-row", line) for line in range(3, 8)]


def test_duplicates_are_told_with_their_lines():
    found = parse("id,number,day\na,1,2026-03-01\nb,1,2026-03-01\na,2,2026-03-01\n", "x").problems
    assert [(each.code, each.line, dict(each.facts)["other"]) for each in found] == [
        ("register-number-twice", 3, "2"),
        ("register-id-twice", 4, "2"),
    ]
