"""What lists show of a document."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.cards import LONGEST, brief, mixed, shortened
from sajaro.views import Card, Span, Text

CARD = Card("/a/", "Title", "announcements", "Announcement", day=date(2026, 11, 9))


@given(st.text(), st.integers(10, 200))
def test_a_summary_is_no_longer_than_asked_and_nothing_else(text: str, longest: int) -> None:
    cut = shortened(text, longest)
    assert len(cut) <= longest + 1
    assert cut == text or text.startswith(cut.removesuffix("…"))


def test_a_summary_ends_with_a_sentence_or_with_a_word() -> None:
    assert shortened("The road is closed. It will be open again.", 30) == "The road is closed."
    assert (
        shortened("Water will be off in the upper quarter, from nine to six.", 40)
        == "Water will be off in the upper quarter…"
    )
    assert shortened("Short.", 30) == "Short."
    assert shortened("It is so. But not after the end of the month, as was said.", 24) == "It is so. But not after…"
    assert (
        shortened("Under Article 5 of Law No. 12 of this year, as amended.", 40)
        == "Under Article 5 of Law No. 12 of this…"
    )
    assert shortened("The fund gives 38 000 to the village.", 18) == "The fund gives…"
    assert (
        shortened("Ճանապարհը փակ է. այն բաց կլինի ամսի վերջին։ Հետո՝ ոչ։", 40) == "Ճանապարհը փակ է. այն բաց կլինի ամսի…"
    )
    assert len(brief(Card("/", "", "", "", summary="word " * 100)).summary) <= LONGEST + 1


def test_what_is_cut_keeps_its_language() -> None:
    cut = shortened(Text("სიტყვა " * 100, "ka"), 40)
    assert isinstance(cut, Text)
    assert cut.lang == "ka"


@pytest.mark.parametrize(
    ("span", "shown"),
    [
        (Span(date(2026, 11, 16), date(2026, 11, 30)), False),
        (Span(date(2026, 11, 9), date(2026, 11, 30)), True),
        (Span(datetime(2026, 11, 9, 18), None), True),
    ],
)
def test_in_a_list_by_day_no_other_day_stands_first(span: Span, shown: bool) -> None:
    card = mixed(Card("/a/", "Title", "announcements", "Announcement", day=CARD.day, span=span))
    assert (card.span is not None) == shown


def test_in_a_list_of_several_types_each_says_its_own() -> None:
    assert mixed(CARD).kind == "Announcement"
    assert mixed(Card("/a/", "Title", "acts", "Legal act", kind="Ordinance")).kind == "Ordinance"
