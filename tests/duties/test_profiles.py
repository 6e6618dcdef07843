"""The profiles that the engine has: sound, whole in their languages, and as sure as what is known of the laws."""

from __future__ import annotations

import re

import pytest

from sajaro.duties import Profile
from sajaro.duties.declared import PROFILES, names, profile
from sajaro.languages.serbian import to_cyrillic

LANGUAGES = {"ge-decree-219": "ka en ru hy az", "ge-municipality": "ka en ru hy az", "xk-06-l-081": "sq sr-Latn en"}


def load(name: str) -> Profile:
    found = profile(name)
    assert found.problems == ()
    assert found.profile is not None
    return found.profile


def test_these_there_are() -> None:
    assert set(names()) == set(LANGUAGES)


@pytest.mark.parametrize("name", names())
def test_every_title_is_in_every_language_of_the_country(name: str) -> None:
    languages = set(LANGUAGES[name].split())
    found = load(name)
    texts = [found.law, *found.sections.values(), *(each.title for each in found.duties)]
    texts += [each.basis for each in found.duties if each.basis]
    texts += [each.basis for each in (found.requests, found.register) if each]
    assert [each for each in texts if set(each) != languages] == []
    for each in texts:
        assert to_cyrillic(each["sr-Latn"]) != each["sr-Latn"] if "sr-Latn" in each else True


@pytest.mark.parametrize("name", names())
def test_nothing_says_that_a_law_is_complied_with(name: str) -> None:
    assert not re.search("compl(y|iant|iance)", (PROFILES / f"{name}.toml").read_text("utf-8"), re.IGNORECASE)


def test_the_decree_has_its_seven_sections_and_what_was_verified_in_it() -> None:
    found = load("ge-decree-219")
    assert [len([each for each in found.duties if each.section == code]) for code in found.sections] == [
        5,
        5,
        3,
        3,
        13,
        2,
        3,
    ]
    verified = {each.code for each in found.duties if each.verified}
    assert verified == {"1.1", "1.2", "1.3", "1.4", "1.5", "2.1", "2.2", "2.3", "2.4", "5.3"}
    assert found.requests and (found.requests.term, found.requests.working) == (10, True)
    assert found.register and found.register.days == 2


def test_a_model_is_verified_in_nothing_but_the_code() -> None:
    found = load("ge-municipality")
    assert found.model
    assert [each.code for each in found.duties if each.verified] == ["2.4"]
    assert {each.code for each in found.duties} == {each.code for each in load("ge-decree-219").duties}


def test_of_kosovo_only_the_terms_for_answers_are_verified() -> None:
    found = load("xk-06-l-081")
    assert not any(each.verified for each in found.duties)
    assert found.requests
    assert (found.requests.term, found.requests.extension, found.requests.urgent, found.requests.verified) == (
        7,
        15,
        48,
        True,
    )
