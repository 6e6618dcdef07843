"""The catalogs against the code, the script of their language and CLDR."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from gettext import c2py
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from babel.messages.pofile import read_po

from sajaro import catalogs
from sajaro.types import BY_SECTION
from tests.catalogs import extract
from tests.catalogs.extract import FOLDERS
from tests.catalogs.messages import Key, messages

INTERFACE = ("az", "hy", "ka", "ru", "sq", "sr-Latn")
EDITOR = ("ka", "ru")
FILES = extract.files()
EVERY = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{domain_of(path)}-{path.stem}")

SCRIPTS = {"ka": "GEORGIAN", "hy": "ARMENIAN", "ru": "CYRILLIC"}
"""Of languages whose letters are not Latin, in how Unicode names letters."""

AS_THEY_ARE = {"CPV", "JavaScript", "SHA"}
"""Words in Latin letters in whatever script."""

LEVELS = {"error", "errors", "warning", "warnings"}
"""How grave problems are: it stays so in every language."""

LIKE_ENGLISH = {
    "az": {"Donor", "Plan", "Video"},
    "sq": {"Draft", "Neutral", "Partner", "Person", "Plan", "Video"},
    "sr-Latn": {"Donor", "Partner", "Period", "Plan", "Standard", "Video"},
}
"""Words that are the same in English."""

CAPITALS = AS_THEY_ARE | {"Opšteg", "СМИ"}
"""What is written with a capital in the middle of a sentence."""

SECTIONS = {word for section in BY_SECTION for word in section.split("-")}

_WORD = re.compile(r"[^\W\d_]+(?:[՞՛՜'’][^\W\d_]+)*")
_FIELD = re.compile(r"(?<!\{)\{(\w+)\}(?!\})|%\((\w+)\)s")


def domain_of(path: Path) -> str:
    return next(domain for domain, folder in FOLDERS.items() if folder == path.parent)


def texts(path: Path) -> Iterator[tuple[Key, str, str]]:
    """Every translated form of a message that the code has: its key, the English text, the translation."""
    known = extract.read(path)
    for key, message in messages(domain_of(path)).items():
        entry = known.get(key)
        forms = () if entry is None else (entry.string,) if isinstance(entry.string, str) else entry.string
        for number, form in enumerate(forms):
            if form:
                yield key, message.plural if message.plural and number else key[1], form


def none(found: Iterable[object]) -> None:
    """Fails with a line for each thing that was found."""
    lines = [str(each) for each in found]
    assert not lines, "\n" + "\n".join(lines)


def letters(text: str) -> list[str]:
    """The words of a text without its placeholders."""
    return _WORD.findall(_FIELD.sub(" ", text))


def test_every_promised_catalog_is_there() -> None:
    assert {path.stem for path in FILES if domain_of(path) == "interface"} >= set(INTERFACE)
    assert {path.stem for path in FILES if domain_of(path) == "editor"} >= set(EDITOR)


@EVERY
def test_every_message_has_its_words(path: Path) -> None:
    known = extract.read(path)
    count, _ = extract.plural_forms(Locale.parse(path.stem, sep="-"))
    lacking = []
    for key, message in messages(domain_of(path)).items():
        entry = known.get(key)
        forms = () if entry is None else (entry.string,) if isinstance(entry.string, str) else entry.string
        if len(forms) != (count if message.plural else 1) or not all(form.strip() for form in forms):
            lacking.append(key)
        elif entry.fuzzy:
            lacking.append((*key, "is marked as fuzzy"))
    none(lacking)


@EVERY
def test_placeholders_are_those_of_the_english(path: Path) -> None:
    none(
        (key, form)
        for key, english, form in texts(path)
        if Counter(_FIELD.findall(form)) != Counter(_FIELD.findall(english))
    )


@EVERY
def test_texts_can_be_filled_in(path: Path) -> None:
    """Braces are in pairs; in templates a per cent sign belongs to a placeholder."""
    found = messages(domain_of(path))
    for key, _, form in texts(path):
        places = {name: "1" for _, name, _, _ in Formatter().parse(form) if name}
        form.format_map(places)
        if any(file.endswith(".html") for file in found[key].files):
            assert form % {name: "1" for _, name in _FIELD.findall(form)}


@EVERY
def test_texts_have_no_stray_spaces(path: Path) -> None:
    none((key, form) for key, _, form in texts(path) if form != form.strip() or "  " in form or "\n" in form)


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem in SCRIPTS], ids=lambda path: f"{domain_of(path)}-{path.stem}"
)
def test_words_are_in_the_script_of_the_language(path: Path) -> None:
    """For editors, words of the files they write stay as the English has them; for visitors, only a few names do."""
    script = SCRIPTS[path.stem]
    found = []
    for key, english, form in texts(path):
        own = {word for word in letters(form) if scripts(word) == {script}}
        allowed = (
            AS_THEY_ARE if domain_of(path) == "interface" else AS_THEY_ARE | LEVELS | SECTIONS | set(letters(english))
        )
        found += [(key, word) for word in letters(form) if word not in own | allowed]
        if not own and set(letters(english)) - AS_THEY_ARE - LEVELS and "№" not in form:
            found.append((key, form))
    none(found)


@pytest.mark.parametrize("path", [path for path in FILES if path.stem not in SCRIPTS], ids=lambda path: path.stem)
def test_words_in_latin_letters_are_not_the_english_ones(path: Path) -> None:
    allowed = LIKE_ENGLISH.get(path.stem, set()) | AS_THEY_ARE
    found = []
    for key, english, form in texts(path):
        if form == english and not set(letters(form)) <= allowed:
            found.append((key, form))
        found += [(key, word) for word in letters(form) if scripts(word) != {"LATIN"}]
    none(found)


def scripts(word: str) -> set[str]:
    """The scripts of a word's letters, in capitals as Unicode names begin."""
    return {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}


@pytest.mark.parametrize("path", [path for path in FILES if domain_of(path) == "interface"], ids=lambda path: path.stem)
def test_sentence_case(path: Path) -> None:
    """One capital at most, in front; and a full stop only where the English has one."""
    found = []
    for key, english, form in texts(path):
        for match in _WORD.finditer(_FIELD.sub("x", form)):
            before = _FIELD.sub("x", form)[: match.start()].rstrip(" «“(")
            if before and before[-1] not in ".։?:" and match[0][0].isupper() and match[0] not in CAPITALS:
                found.append((key, match[0]))
        if form.endswith((".", "։")) and not english.endswith("."):
            found.append((key, form))
    none(found)


@EVERY
def test_plural_rules_are_cldrs(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_po(file)
    plural = c2py(catalog.plural_expr)
    assert extract.counts(plural) == extract.cldr_forms(Locale.parse(path.stem, sep="-"))
    assert catalog.num_plurals == 1 + max(extract.counts(plural))


@pytest.mark.parametrize("lang", [*INTERFACE, "sr-Cyrl"])
def test_counted_messages_take_the_form_of_their_number(lang: str) -> None:
    catalog = catalogs.interface(lang)
    assert catalog.lang == lang
    forms = catalog.messages["{count} page"]
    order = extract.cldr_forms(Locale.parse(lang, sep="-"))
    assert [catalog.ngettext("{count} page", "{count} pages", number) for number in extract.NUMBERS] == [
        forms[number] for number in order
    ]


def test_serbian_in_cyrillic_holds_no_latin_letters() -> None:
    latin, cyrillic = (catalogs.interface(lang).messages for lang in ("sr-Latn", "sr-Cyrl"))
    assert cyrillic.keys() == latin.keys() != set()
    found = []
    for key, forms in cyrillic.items():
        for before, form in zip(latin[key], forms, strict=True):
            assert _FIELD.findall(form) == _FIELD.findall(before)
            found += [
                (key, word) for word in letters(form) if scripts(word) != {"CYRILLIC"} and word not in AS_THEY_ARE
            ]
    none(found)
