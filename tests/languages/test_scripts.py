"""Words of mixed scripts and heaps of marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.languages.scripts import excess_marks, mixed_words, unify, without_excess_marks

ZALGO = "Z" + "\u0334\u0335\u0336\u0337\u0338" * 8 + "algo"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Р\u0430ypal Ministry", ["Р\u0430ypal"]),
        ("Ministr\u0443, Ministr\u0443 и министр", ["Ministr\u0443"]),
        ("\u0391thens, A\u03b8ens", ["\u0391thens", "A\u03b8ens"]),
        ("PDFში", ["PDFში"]),
        ("ქალაქi", ["ქალაქi"]),
        ("Եrևան", ["Եrևան"]),
        ("so\u00ad\u0441ial", ["so\u0441ial"]),
    ],
)
def test_mixed_words_are_named(text: str, words: list[str]) -> None:
    assert mixed_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "COVID-ით, IV-ე, Wi-Fi-ს, T-shirt-ის",
        "№45, №45-ე, 5G, 4х4, H2O, მ², 25°C",
        "20 кВт, 5 კგ, 100 GB, 10 μm, 10 µm, 4 kΩ, 50 Ω",
        "Тбилиси თბილისი Tbilisi Թբիլիսի Τιφλίδα",
        "სტატია/article/статья",
        "café naïve Đorđe ºª ﬁ",
        "XXI-го века, 12-ին, 3-րդ",
        "",
    ],
)
def test_what_people_write_is_not_mixed(text: str) -> None:
    assert mixed_words(text) == []


def test_heaps_of_marks() -> None:
    assert excess_marks(ZALGO)
    assert excess_marks("a\u0301\u0302\u0303\u0304")
    assert excess_marks("\u1ea5\u0300\u0301")  # two of the four are within the letter
    assert excess_marks("x\u20d0\u20d1\u20d2\u20d3")
    assert without_excess_marks(ZALGO) == "Z\u0334\u0335\u0336algo"


@pytest.mark.parametrize(
    "text",
    [
        "Tiếng Việt, Đorđe, ёлка, за́мок",
        "ქართული „ტექსტი“ — №12…",
        "❤️ 👨‍👩‍👧‍👦 🇬🇪 1️⃣ 👍🏽",
        "שָׁלוֹם ، السَّلَامُ عَلَيْكُمْ",
        "หนังสือ हिन्दी",
        "a\u0301\u0302\u0303",
        "ʰʰʰʰʰ ˈˈˈˈˈ ……… ——————",
    ],
)
def test_marks_that_languages_have_stay(text: str) -> None:
    assert not excess_marks(text)
    assert without_excess_marks(text) == text


@given(st.text(st.sampled_from("aжა\u0301\u0302\u0303\u0323\u0489 ế\u200d")))
def test_any_heap_is_cleared(text: str) -> None:
    cleared = without_excess_marks(text)
    assert not excess_marks(cleared)
    assert without_excess_marks(cleared) == cleared
    assert bases(cleared) == bases(text)


def bases(text: str) -> list[str]:
    return [each for each in unicodedata.normalize("NFD", text) if unicodedata.category(each)[0] != "M"]


def test_unify_composes() -> None:
    assert unify("e\u0301") == "é"
    assert unify("\u2126") == "Ω"
