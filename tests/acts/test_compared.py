"""Two texts as one: nothing of either is lost, and what changed is as little as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sajaro.acts.compared import Changed, Passage, compared, passages

WORD = st.sampled_from("მუხლი ტარიფი 20 ლარი და ან 5,50 § (a) – წყალი".split())
TEXT = st.lists(WORD, min_size=1, max_size=8).map(" ".join)
TEXTS = st.lists(TEXT.map(Passage), max_size=8)


def side(changes: list[Changed], kinds: set[str]) -> list[str]:
    texts = ("".join(text for kind, text in each.runs if kind in kinds) for each in changes)
    return [text for text in texts if text]


@given(TEXTS, TEXTS)
def test_each_text_can_be_had_back(older: list[Passage], newer: list[Passage]):
    changes = compared(older, newer)
    assert sorted(side(changes, {"same", "removed"})) == sorted(each.text for each in older)
    assert side(changes, {"same", "added"}) == [each.text for each in newer]


@given(TEXTS)
def test_equal_texts_differ_in_nothing(text: list[Passage]):
    assert all(each.kind == "same" for each in compared(text, text))


def test_a_changed_word_is_all_that_changed():
    older, newer = (
        [Passage("The fee is 20 lari."), Passage("It is paid monthly.")],
        [Passage("The fee is 30 lari."), Passage("It is paid monthly.")],
    )
    changed, same = compared(older, newer)
    assert changed.kind == "changed" and same.kind == "same"
    assert changed.runs == (("same", "The fee is "), ("removed", "20"), ("added", "30"), ("same", " lari."))


def test_what_is_new_and_what_went_stands_where_it_was():
    older = [Passage("One.", 0), Passage("Two is a passage."), Passage("Three.")]
    newer = [Passage("One.", 0), Passage("Three."), Passage("Something else altogether.")]
    assert [each.kind for each in compared(older, newer)] == ["same", "removed", "same", "added"]


def test_passages_are_what_a_reader_takes_for_one():
    html = (
        "<h2 id='art-1'>Article <em>1</em></h2><p>Text, <a href='x'>a link</a><br>and more.</p><ul><li>One</li><li>Two<ul><li>Deep</li></ul></li></ul>"
        "<table><tr><th>A</th><td>1</td></tr></table>"
    )
    assert passages(html) == [
        Passage("Article 1", 2), Passage("Text, a link and more."), Passage("One"), Passage("Two"), Passage("Deep"), Passage("A · 1"),
    ]  # fmt: skip
