"""Which language a tag names, and what is true of every language there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import sajaro.languages
from sajaro.languages import Language, language
from sajaro.languages.scripts import mixed_words

FOLDER = Path(sajaro.languages.__file__).parent
DECLARED = sorted(
    each.tag
    for file in FOLDER.glob("??.py")
    for each in __import__(f"sajaro.languages.{file.stem}", fromlist=["LANGUAGES"]).LANGUAGES
)
WITHOUT_FILE = ["de", "ab", "os", "fr", "ar", "el", "uk", "zz"]


def test_files() -> None:
    assert DECLARED == ["az", "en", "hy", "ka", "ru", "sq", "sr", "sr-Cyrl", "sr-Latn", "tr"]


@pytest.mark.parametrize(
    ("tag", "name", "script", "direction"),
    [
        ("ka", "ქართული", "Geor", "ltr"),
        ("hy", "հայերեն", "Armn", "ltr"),
        ("az", "azərbaycanca", "Latn", "ltr"),
        ("ru", "русский", "Cyrl", "ltr"),
        ("en", "English", "Latn", "ltr"),
        ("sr-Latn", "srpski (latinica)", "Latn", "ltr"),
        ("sr-Cyrl", "српски (ћирилица)", "Cyrl", "ltr"),
        ("sq", "shqip", "Latn", "ltr"),
        ("tr", "Türkçe", "Latn", "ltr"),
        ("de", "Deutsch", "Latn", "ltr"),
        ("fr", "français", "Latn", "ltr"),
        ("ab", "Аԥсшәа", "Cyrl", "ltr"),
        ("os", "ирон", "Cyrl", "ltr"),
        ("ar", "العربية", "Arab", "rtl"),
        ("zz", "zz", "Zyyy", "ltr"),
        ("xmf", "xmf", "Geor", "ltr"),
    ],
)
def test_description(tag: str, name: str, script: str, direction: str) -> None:
    found = language(tag)
    assert (found.tag, found.name, found.script, found.direction) == (tag, name, script, direction)


def test_is_made_once() -> None:
    assert language("ka") is language("ka")


def test_a_region_keeps_the_declaration_and_follows_its_own_formats() -> None:
    assert language("ka-GE").alphabet is language("ka").alphabet
    assert language("ka-GE").tag == "ka-GE"
    assert language("sr-Latn-XK").name == "srpski (latinica)"
    assert language("sr").script == "Cyrl"


def test_another_script_is_another_language() -> None:
    cyrillic = language("az-Cyrl")
    assert cyrillic.script == "Cyrl"
    assert cyrillic.alphabet is not language("az").alphabet


@pytest.mark.parametrize("tag", ["", "k", "../ka", "ka/", "ka_GE", "ქა", "slugs", "ka-", "collation"])
def test_what_is_no_tag(tag: str) -> None:
    with pytest.raises(ValueError, match="no language tag"):
        language(tag)


@pytest.mark.parametrize("tag", [*DECLARED, *WITHOUT_FILE])
def test_contract_of_every_language(tag: str) -> None:
    found = language(tag)
    assert isinstance(found, Language)
    assert found.name.strip() == found.name != ""
    assert re.fullmatch("[A-Z][a-z]{3}", found.script)
    names = [found.month_name(month) for month in range(1, 13)]
    assert len(set(names)) == 12
    assert found.search.fold(found.name) == found.search.fold(found.name.upper())
    for stem, same in found.search.known.items():
        assert found.fold(stem) == stem
        assert found.fold(same) == same
        assert found.stems(stem) == [same]


@pytest.mark.parametrize("tag", [tag for tag in DECLARED if language(tag).script == "Latn"])
def test_capitals_of_every_latin_letter_sort_with_it(tag: str) -> None:
    found = language(tag)
    for small in "abcçčćdđeəëfgğhxıijklmnoöprsştuüvyzž":
        capital = {"ı": "I", "i": "İ"}.get(small, small.upper()) if tag in ("az", "tr") else small.upper()
        assert found.sort_key(small)[0] == found.sort_key(capital)[0], small


def test_tables_hold_no_homographs() -> None:
    for file in FOLDER.glob("??.py"):
        assert mixed_words(file.read_text("utf-8")) == [], file.name


def test_headings_begin_with_the_languages_own_capital() -> None:
    assert language("az").capitalised("iyun") == "İyun"
    assert language("tr").capitalised("ılıca") == "Ilıca"
    assert language("ru").capitalised("март") == "Март"
    assert language("hy").capitalised("և այլն") == "Եվ այլն"
    assert language("ka").capitalised("მარტი") == "მარტი"
    assert language("sr-Latn").capitalised("ǆep") == "ǅep"
    assert language("en").capitalised("") == ""


def test_asking_for_a_language_imports_neither_babel_nor_unidecode() -> None:
    code = (
        "import sys; from sajaro.languages import language; ka = language('ka');"
        "ka.slug('წყალტუბო'); ka.sort_key('ა'); ka.stems('ბიუჯეტი');"
        "print(*sorted({'babel', 'unidecode', 'decimal', 'pickle'} & set(sys.modules)))"
    )
    paths = [str(FOLDER.parents[1])]
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == ""
