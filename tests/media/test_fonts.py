"""The web fonts: every letter of the languages has a glyph, a page loads few and small files, and figures stand in
columns. Nothing is made here; `build.py` beside the fonts does that.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

FOLDER = Path(__file__).parents[2] / "theme" / "static" / "fonts"
FACTS = tomllib.loads((FOLDER / "fonts.toml").read_text(encoding="utf-8"))
FACES = FACTS["face"]

# Main exemplar characters and punctuation, Unicode CLDR 48.2 (Unicode-3.0). Babel does not carry them.
LETTERS = {
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
    "sq": "abcçdeëfghijklmnopqrstuvxyz",
    "sr-Latn": "abcčćdžđefghijklmnoprsštuvz",
    "sr-Cyrl": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "ab": "аәбвгӷдежзӡикқҟлмноԥпрстҭуфхҳцҵчҷҽҿџшыьҩ",
    "os": "аӕбвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz",
}
MARKS = {
    "ka": "-‐‑–—,;:!?.…჻'‘‚\"“„«»()[]{}§@*/&#†′″№₾",
    "hy": "֊,՝:՜՞.«»՚՛՟։֏-",
    "az": "-‐‑–—,;:!?.…'‘’\"“”()[]§@*/&#†′″₼№",
    "ru": "-‐‑–—,;:!?.…'‘‚\"“„«»()[]{}§@*/&#№",
}
FIGURES = "0123456789 ,.:–%()/+−"
CAPITALS = {"az": "İ", "tr": "İ"}


def letters(language: str) -> set[str]:
    """Both cases, but no Georgian capitals: Mtavruli are not used in running text."""
    small = LETTERS[language]
    large = "" if language == "ka" else small.replace("և", "").upper() + CAPITALS.get(language, "")
    return set(small + large + MARKS.get(language, "") + FIGURES)


def codes(face: dict) -> set[int]:
    found: set[int] = set()
    for part in face["unicode_range"].replace("U+", "").split(", "):
        first, _, last = part.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


RANGES = [(face["family"], face["file"], codes(face)) for face in FACES]
HEADINGS = {language: face["family"] for face in FACES for language in face.get("languages", ())}


def loaded(families: list[str], text: str | set[str]) -> set[str]:
    """The files that a browser fetches (CSS Fonts 4, 5.3): of each family the last rule that has the character."""
    files = set()
    for char in set(text):
        for family in families:
            if fits := [file for name, file, codes in RANGES if name == family and ord(char) in codes]:
                files.add(fits[-1])
                break
        else:
            raise AssertionError(f"no face of {families} has {char!r}")
    return files


def page(language: str) -> set[str]:
    text = letters(language) | set("info@city.example № 12 https://www.city.example/")
    own = [HEADINGS[language]] if language in HEADINGS else []
    return loaded(["Noto Sans"], text) | loaded([*own, "Noto Serif"], letters(language))


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif"])
@pytest.mark.parametrize("language", LETTERS)
def test_every_letter_has_a_glyph(language: str, family: str) -> None:
    files = loaded([family], letters(language))
    glyphs = set().union(*(TTFont(FOLDER / file).getBestCmap() for file in files))
    assert not {char for char in letters(language) if ord(char) not in glyphs}


@pytest.mark.parametrize("language", LETTERS)
def test_what_babel_writes_has_glyphs(language: str) -> None:
    locale = Locale.parse(language, sep="-")
    symbols = locale.number_symbols["latn"]
    words = [symbols[name] for name in ("decimal", "group", "percentSign", "plusSign", "minusSign")]
    for names in (locale.months, locale.days):
        words += [word for width in ("wide", "abbreviated") for word in names["format"][width].values()]
    assert loaded(["Noto Sans"], "".join(words))


@pytest.mark.parametrize(
    ("language", "files", "kilobytes"),
    [
        ("ka", 3, 40),
        ("en", 2, 40),
        ("hy", 3, 48),
        ("az", 2, 40),
        ("ru", 3, 42),
        ("sq", 2, 40),
        ("sr-Latn", 2, 40),
        ("sr-Cyrl", 3, 42),
        ("tr", 2, 40),
        ("os", 5, 60),
        ("ab", 5, 60),
    ],
)
def test_a_page_loads_few_small_files(language: str, files: int, kilobytes: int) -> None:
    needed = page(language)
    assert len(needed) <= files, needed
    assert sum((FOLDER / file).stat().st_size for file in needed) <= kilobytes * 1000


def test_the_switcher_costs_one_small_file() -> None:
    names = "ქართული Հայերեն Azərbaycanca Русский English Shqip Srpski Српски Türkçe Аԥсуа Ирон"
    assert loaded(["Noto Sans Names", "Noto Sans"], names) == {"sans-names.woff2", "sans-latin.woff2"}
    assert (FOLDER / "sans-names.woff2").stat().st_size < 4_000


@pytest.mark.parametrize("face", FACES, ids=lambda face: f"{face['family']} {face['file']}")
def test_the_facts_are_those_of_the_files(face: dict) -> None:
    font = TTFont(FOLDER / face["file"])
    assert font.flavor == "woff2"
    assert codes(face) <= set(font.getBestCmap())
    weights = [int(weight) for weight in face["weight"].split()]
    axis = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] if "fvar" in font else []
    assert axis == ([("wght", *weights)] if len(weights) == 2 else [])
    assert (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap) == (1069, -293, 0)
    assert "Noto Project Authors" in font["name"].getDebugName(0)


@pytest.mark.parametrize(
    "file",
    [
        "sans-latin.woff2",
        "serif-latin.woff2",
        "serif-georgian.woff2",
        "serif-armenian.woff2",
        "serif-cyrillic.woff2",
        "whole-400.ttf",
        "whole-700.ttf",
    ],
)
def test_figures_stand_in_columns(file: str) -> None:
    font = TTFont(FOLDER / file)
    assert len({font["hmtx"][font.getBestCmap()[ord(figure)]][0] for figure in "0123456789"}) == 1


def features(font: TTFont) -> set[str]:
    return {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        if table in font
        for record in font[table].table.FeatureList.FeatureRecord
    }


def test_kerning_and_serbian_forms_are_kept() -> None:
    for face in FACES:
        if face["file"] != "sans-names.woff2":
            assert "kern" in features(TTFont(FOLDER / face["file"])), face["file"]
    for file in ("sans-cyrillic.woff2", "serif-cyrillic.woff2"):
        font = TTFont(FOLDER / file)
        scripts = {record.ScriptTag: record.Script for record in font["GSUB"].table.ScriptList.ScriptRecord}
        assert "SRB " in {record.LangSysTag for record in scripts["cyrl"].LangSysRecord}
        assert "locl" in features(font)


def test_cards_have_every_letter_in_two_files_that_pillow_opens() -> None:
    from PIL import ImageFont

    files = [FOLDER / "whole-400.ttf", FOLDER / "whole-700.ttf"]
    assert sum(file.stat().st_size for file in files) < 200_000
    for file in files:
        missing = {char for language in LETTERS for char in letters(language)} - set(
            map(chr, TTFont(file).getBestCmap())
        )
        assert not missing
        assert ImageFont.truetype(str(file), 40).getlength("საჯარო") > 100


def test_every_font_is_declared_and_licensed() -> None:
    assert {file.name for file in FOLDER.glob("*.woff2")} == {face["file"] for face in FACES}
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
    assert FACTS["source"] and all(len(source["sha256"]) == 64 for source in FACTS["source"])
