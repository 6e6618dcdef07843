"""Readable addresses from titles in any script.

Georgian follows the national system (2002) without its apostrophes, Armenian BGN/PCGN with և as
"ev", Russian the passport rules, other scripts Unidecode's tables. Nothing here tells that two
different titles have one slug (ტარი and თარი are both "tari"): the caller compares slugs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from .collation import NUSKHURI

LONGEST = 80

_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h ey y w q o f e  g ".split(" "),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(),
        strict=True,
    )
)
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџѓќѕӕәҕӷқҟԥҧҭҳҵҷҽҿҩӡ",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g u "  # Russian, Ukrainian
        "dj j lj nj c dz g k dz "  # Serbian, Macedonian
        "ae a gh gh k q p p t h ts ch ch ch o dz".split(" "),  # Ossetian, Abkhaz
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
)
_LATIN = {
    "ə": "e", "ı": "i", "đ": "dj", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    "ð": "d", "ħ": "h", "ŋ": "ng",
}  # fmt: skip
_LETTERS = {**_GEORGIAN, **_ARMENIAN, **_CYRILLIC, **_GREEK, **_LATIN, "№": " no "}

# Armenian reads ու as one vowel, and ե and ո with a glide at the beginning of a word.
_ARMENIAN_IN_CONTEXT = re.compile(r"ու|\bե|\bո(?!վ)")
_ARMENIAN_READING = {"ու": "u", "ե": "ye", "ո": "vo"}

# Apostrophes, Armenian marks that stand within words, and what is not seen.
_INSIDE_WORDS = re.compile("['’ʼ‘՚-՟\u00ad\u200b-\u200d\ufeff]")
_NOT_SLUG = re.compile("[^a-z0-9]+")


class Romanisation(dict[int, str]):
    """Latin letters by code point, for `str.translate`; filled as letters are met.

    `letters` are a language's own readings, where they differ from the common ones.
    """

    def __init__(self, letters: Mapping[str, str] | None = None) -> None:
        super().__init__({ord(key): value for key, value in {**_LETTERS, **(letters or {})}.items()})

    def __missing__(self, code: int) -> str:
        latin = self._latin(chr(code))
        self[code] = latin
        return latin

    def _latin(self, character: str) -> str:
        if character.isascii():
            return character.lower()
        simpler = NUSKHURI.get(character) or unicodedata.normalize("NFKD", character.lower())
        if simpler != character:
            return simpler.translate(self)
        category = unicodedata.category(character)
        if category == "Nd":
            return str(unicodedata.digit(character))
        if "\u0300" <= character <= "\u036f":
            return ""
        return _by_unidecode(character) if category[0] in "LMN" else " "

    def slug(self, text: str) -> str:
        """`[a-z0-9-]`, at most 80 characters, cut at a word, never empty; its own slug.

        A text without a readable letter or digit gives `doc-` and six hexadecimal digits of its
        SHA-256. Takes time in proportion to the text's length.
        """
        words = _INSIDE_WORDS.sub("", unicodedata.normalize("NFC", text.lower()))
        read = _ARMENIAN_IN_CONTEXT.sub(lambda match: _ARMENIAN_READING[match[0]], words)
        slug = _NOT_SLUG.sub("-", read.translate(self)).strip("-")
        return _cut(slug) or _nameless(text)


def _by_unidecode(letter: str) -> str:
    from unidecode import unidecode

    return re.sub("[^a-z0-9 ]", "", unidecode(letter, errors="ignore").lower())


def _cut(slug: str) -> str:
    if len(slug) <= LONGEST:
        return slug
    whole_words = slug[: LONGEST + 1].rpartition("-")[0]
    return whole_words or slug[:LONGEST]


def _nameless(text: str) -> str:
    from hashlib import sha256

    composed = unicodedata.normalize("NFC", text)
    return "doc-" + sha256(composed.encode("utf-8", "surrogatepass")).hexdigest()[:6]


ROMANISATION = Romanisation()
