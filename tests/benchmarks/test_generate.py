"""Documents made by rule: the same each time, of the size and the parts that benchmarks promise."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

import pytest

from benchmarks.generate import DAYS, LAST, LINK, document, documents, languages
from benchmarks.words import TONGUES, Tongue

MANY = 400


@pytest.fixture(scope="module")
def many():
    return list(documents(MANY, languages(3)))


def test_the_same_number_gives_the_same_document(many):
    assert many[123] == document(123, MANY, languages(3))
    assert many[123].texts["ka"] == document(123, MANY, ("ka",)).texts["ka"]


@pytest.mark.parametrize("lang", TONGUES)
def test_a_document_has_its_size_and_its_parts(many, lang):
    for each in many:
        body = each.texts[lang].body
        assert 3400 < len(body.encode()) < 5200
        assert re.search(r"^## ", body, re.MULTILINE)
        assert re.search(r"^\|---", body, re.MULTILINE)
        assert re.search(r"^ {4}- ", body, re.MULTILINE)
        assert "{" not in body + each.texts[lang].title


def test_links_lead_to_documents(many):
    ids = {each.id for each in many}
    assert len(ids) == MANY
    led = [target for each in many for target in LINK.findall(each.texts["en"].body)]
    assert len(led) == 4 * (MANY - 1)
    assert ids.issuperset(led)


def test_documents_spread_over_ten_years_and_three_sections(many):
    days = [each.date for each in many]
    assert days == sorted(days)
    assert days[-1] == LAST
    assert days[0] >= LAST - timedelta(DAYS)
    assert min(Counter(each.year for each in many if each.year not in (2016, 2026)).values()) > MANY // 12
    assert {each.section for each in many} == {"press-releases", "announcements", "events"}


def test_languages_say_the_same(many):
    for each in many:
        assert len({re.findall(r"\d+$", text.title)[0] for text in each.texts.values()}) == 1
        assert len({tuple(LINK.findall(text.body)) for text in each.texts.values()}) == 1


def test_lists_of_words_are_of_one_length_in_all_languages():
    lists = [name for name in Tongue.__slots__ if isinstance(getattr(TONGUES["ka"], name), tuple)]
    for name in lists:
        assert len({len(getattr(tongue, name)) for tongue in TONGUES.values()}) == 1, name


def test_there_are_words_in_three_languages_only():
    assert languages(2) == ("ka", "en")
    for count in (0, 4):
        with pytest.raises(ValueError, match="1 to 3"):
            languages(count)
