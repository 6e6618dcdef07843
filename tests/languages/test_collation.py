"""Alphabetical order against ICU's.

`icu_order.json` holds words in the order of `Intl.Collator(tag, {numeric: true})`, ICU 78 with CLDR 48.
"""

from __future__ import annotations

import json
import random
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.languages import language

ICU = json.loads(Path(__file__).with_name("icu_order.json").read_text("utf-8"))
TAGS = [*ICU, "de", "ab", "os", "ar", "zz"]


@pytest.mark.parametrize("tag", ICU)
def test_order_is_icus(tag: str) -> None:
    words = ICU[tag]
    shuffled = random.Random(tag).sample(words, len(words))
    assert sorted(shuffled, key=language(tag).sort_key) == words


def in_order(tag: str, *texts: str) -> bool:
    keys = [language(tag).sort_key(text) for text in texts]
    return keys == sorted(keys)


def test_numbers_of_acts_sort_by_value() -> None:
    assert in_order("ka", "დადგენილება № 9", "დადგენილება №10", "დადგენილება № 12", "დადგენილება № 100")
    assert in_order("ka", "№ 9", "№12", "N 2")
    assert in_order("en", "Act 2-9", "Act 2-10", "Act 10-1")
    assert in_order("en", "Act 007", "Act 8")
    assert in_order("ar", "قرار ٩", "قرار ١٠")
    assert in_order("en", "9" * 2000, "1" + "0" * 2000)


def test_quotation_marks_do_not_come_first() -> None:
    assert in_order("ka", "აბაშა", "„ბათუმი“", "გორი")
    assert in_order("ru", "Азбука", "«Берег»", "Весна")


def test_words_come_before_longer_words() -> None:
    assert in_order("sq", "dy vende", "dyzet")
    assert in_order("sr-Latn", "Novi Pazar", "Novi Sad", "Novine")


def test_own_script_comes_first_then_the_others_in_one_order() -> None:
    mixed = ["ჰერეთი", "zoo", "ωμέγα", "яблоко", "ֆիլմ", "الف"]
    assert in_order("ka", *mixed)
    assert in_order("ru", "яблоко", "zoo", "ωμέγα", "ჰერეთი", "ֆիլմ", "الف")
    assert in_order("hy", "ֆիլմ", "zoo", "ωμέγα", "яблоко", "ჰერეთი", "الف")


def test_old_georgian_letters_sort_with_the_new() -> None:
    assert len({language("ka").sort_key(text)[0] for text in ("აბგ", "ᲐᲑᲒ", "ႠႡႢ", "ⴀⴁⴂ")}) == 1


def test_serbian_scripts_sort_alike() -> None:
    latin = ["Čačak", "Ćuprija", "Đakovica", "Džep", "Ljubljana", "Lazar", "Njegoš", "Niš", "Šabac", "Žabari", "Zvečan"]
    cyrillic = ["Чачак", "Ћуприја", "Ђаковица", "Џеп", "Љубљана", "Лазар", "Његош", "Ниш", "Шабац", "Жабари", "Звечан"]
    pairs = dict(zip(latin, cyrillic, strict=True))
    order = sorted(cyrillic, key=language("sr-Cyrl").sort_key)
    assert order == "Ђаковица Жабари Звечан Лазар Љубљана Ниш Његош Ћуприја Чачак Џеп Шабац".split()
    assert sorted(latin, key=language("sr-Latn").sort_key)[0] == "Čačak"
    assert {pairs[word] for word in latin} == set(order)


def test_case_and_accents_only_break_ties() -> None:
    assert in_order("en", "resume", "Resume", "résumé", "resumes")
    assert in_order("ru", "еж", "ёж", "ежа")
    assert in_order("az", "ılıq", "ILIQ", "İlıq")


@pytest.mark.parametrize("tag", TAGS)
@given(texts=st.lists(st.text(max_size=12), max_size=6))
def test_any_texts_have_one_order(tag: str, texts: list[str]) -> None:
    key = language(tag).sort_key
    assert [key(text) for text in sorted(texts, key=key)] == sorted(key(text) for text in texts)
    for one, other in pairwise(texts):
        assert (key(one) == key(other)) == (one == other)


def test_is_quick() -> None:
    letters = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    chance = random.Random(1)
    titles = [
        " ".join("".join(chance.choices(letters, k=7)) for _ in range(6)) + f" № {chance.randint(1, 999)}"
        for _ in range(20_000)
    ]
    start = time.process_time()
    sorted(titles, key=language("ka").sort_key)
    assert time.process_time() - start < 0.8
