"""Numbers of acts: forms that are one number, series, gaps."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.acts.numbering import Numbered, compact, gaps, leading, series


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("45", "45"),
        ("N45", "45"),
        ("N 45", "45"),
        ("№45", "45"),
        ("№ 45", "45"),
        ("No. 045", "45"),
        ("Nr. 45", "45"),
        ("#45", "45"),
        ("45-ე", "45"),
        ("45/2018", "45/2018"),
        ("N 45 / 2018", "45/2018"),
        ("01-45/18", "1-45/18"),
        ("12-a", "12-a"),
    ],
)
def test_forms_of_one_number(written: str, number: str):
    assert compact(written) == number


@given(st.integers(1, 99_999), st.sampled_from(["{}", "N {}", "№{}", "No. {}", "Nr {}", "# {}", "0{}"]))
def test_whatever_the_sign_a_number_is_the_same_and_stays_so(number: int, form: str):
    assert compact(form.format(number)) == str(number) == compact(compact(form.format(number)))
    assert leading(form.format(number)) == number


@pytest.mark.parametrize(("written", "counted"), [("45/2018", 45), ("12-a", 12), ("01-45/18", None), ("b-2", None)])
def test_by_which_number_a_series_counts(written: str, counted: int | None):
    assert leading(written) == counted


def acts(*numbers: str, convocation: str = "") -> list[Numbered]:
    """Each a week after the one before; `2027:1` begins with another year."""
    found = []
    for at, each in enumerate(numbers):
        year, _, number = each.rpartition(":")
        found.append(Numbered(each, number, date(int(year or 2026), 1 + at // 4, 1 + 7 * (at % 4)), convocation))
    return found


def missing(found: list[Numbered]) -> list[tuple[str, str]]:
    return [(each.after, each.written) for each in gaps(found)]


def test_what_is_missing_between_numbers_is_told_once_a_series():
    assert missing(acts("3", "4", "6", "9")) == [("6", "5, 7–8")]


def test_the_first_series_may_have_begun_before_the_site_and_later_ones_begin_with_one():
    assert missing(acts("7", "8", "2027:2", "2027:3")) == [("2027:2", "1")]


def test_a_selection_has_no_gaps():
    assert missing(acts("1", "40", "90")) == []


def test_numbers_that_go_on_over_the_years_are_one_series():
    assert [len(each) for each in series(acts("7", "8", "2027:9", "2027:10"))] == [4]


def test_a_convocation_begins_anew_within_a_year():
    found = [
        *acts("11", "12"),
        Numbered("new-1", "1", date(2026, 6, 1), "9"),
        Numbered("new-3", "3", date(2026, 6, 2), "9"),
    ]
    assert missing(found) == [("new-3", "2")]


def test_an_act_between_others_is_in_none():
    assert missing(acts("1", "1-a", "2")) == []
