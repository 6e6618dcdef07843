"""Which language's rules a word falls under, and that the browser makes words alike just so."""

from __future__ import annotations

import pytest

from sajaro.outputs.search.words import QUERIES, Words, script_of

GEORGIA = ("ka", "en", "hy", "az", "ru")
KOSOVO = ("sq", "sr-Latn", "sr-Cyrl", "en")


@pytest.mark.parametrize(
    ("lang", "languages", "one", "other"),
    [
        ("ka", GEORGIA, "ბიუჯეტში", "ბიუჯეტი"),
        ("en", GEORGIA, "ბიუჯეტში", "ბიუჯეტი"),
        ("ru", GEORGIA, "ბიუჯეტის", "ბიუჯეტი"),
        ("az", GEORGIA, "qərarı", "QERAR"),
        ("hy", GEORGIA, "եւ", "և"),
        ("ka", GEORGIA, "ёлка", "елка"),
        ("sr-Cyrl", KOSOVO, "škola", "школе"),
        ("sr-Cyrl", ("sq", "sr-Cyrl", "en"), "škola", "школе"),
        ("sr-Latn", KOSOVO, "школа", "skole"),
        ("sq", KOSOVO, "komunës", "komune"),
        ("ka", GEORGIA, "№12", "№ 12"),
        ("de", ("de", "en"), "Straße", "STRASSE"),
    ],
)
def test_readers_do_not_tell_apart(lang: str, languages: tuple[str, ...], one: str, other: str) -> None:
    words = Words(lang, languages)
    assert words.stems(one) == words.stems(other) != []


def test_a_script_that_two_languages_share_is_the_readers() -> None:
    """Ending in -it, a word loses it for Albanian readers and keeps it for English ones."""
    assert Words("sq", KOSOVO).stems("vendimit") == ["vendim"]
    assert Words("en", KOSOVO).stems("vendimit") == ["vendimit"]


def test_one_text_in_two_scripts() -> None:
    assert sorted(Words("ka", GEORGIA).stems("COVID-ით დაავადება, дома")) == sorted(
        Words("en", GEORGIA).stems("дома დაავადება COVID-ით")
    )


def test_rules_end_with_those_for_the_rest() -> None:
    assert list(Words("en", GEORGIA).rules()) == ["Latn", "Geor", "Armn", "Cyrl", "other"]


@pytest.mark.parametrize(
    ("lang", "asked", "held"),
    [
        ("en", "budgets", "budget"),
        ("en", "budget", "budgets"),
        ("en", "cities", "city"),
        ("en", "city", "cities"),
        ("en", "duty", "duties"),
        ("en", "meetings", "meeting"),
        ("en", "services", "service"),
        ("ru", "бюджета", "бюджет"),
        ("ru", "школами", "школа"),
        ("ru", "решений", "решение"),
        ("ru", "администрации", "администрация"),
        ("ru", "бюджетного", "бюджетный"),
        ("ru", "земля", "земли"),
    ],
)
def test_a_question_loses_its_ending_where_the_index_keeps_it(lang: str, asked: str, held: str) -> None:
    (stem,) = QUERIES[lang].stems(asked)
    (word,) = Words(lang, (lang,)).stems(held)
    assert word.startswith(stem)


@pytest.mark.parametrize("word", ["news", "road", "tax"])
def test_short_words_stay_whole(word: str) -> None:
    assert QUERIES["en"].stems(word) == [word]


def test_scripts() -> None:
    assert [script_of(each) for each in ("მერია", "2026-ში", "«Հայ", "Ətraf", "Ёлка", "—", "12", "日本")] == [
        "Geor", "Geor", "Armn", "Latn", "Cyrl", "", "", "",
    ]  # fmt: skip
