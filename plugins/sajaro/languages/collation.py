"""Alphabetical order, from tables of alphabets.

A title's key is one pass of `str.translate` over weights, so that lists of tens of thousands
sort in a moment. The order is CLDR's (own script first, digraphs as letters, ё beside е), with
two differences that suit titles and numbers of acts: punctuation, quotation marks and № only
part words, and numbers count as numbers.

Not here: secondary differences of accents as ICU weighs them. Texts equal up to accents and
case follow one another by code point, small letters first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# In CLDR's root order of scripts; letters equal at the first level are left to decomposition.
SCRIPTS = {
    "Latn": "a b c d e ə f g h i j k l m n ŋ o p q r s t u v w x y z þ",
    "Grek": "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ τ υ φ χ ψ ω",
    "Cyrl": (
        "а ә ӕ б в г ғ ҕ ӷ д ђ е ж җ з ѕ ӡ и і ї й ј к қ ҟ л љ м н ң њ о ө п ԥ ҧ р с т ҭ ћ у ү ұ "
        "ф х ҳ һ ц ҵ ч ҷ ҽ ҿ џ ш щ ъ ы ь ѣ э ю я ҩ ӏ"
    ),
    "Geor": ("ა ბ გ დ ე ვ ზ ჱ თ ი კ ლ მ ნ ჲ ო პ ჟ რ ს ტ ჳ უ ფ ქ ღ ყ შ ჩ ც ძ წ ჭ ხ ჴ ჯ ჰ ჵ ჶ ჷ ჸ ჹ ჺ"),
    "Armn": "ա բ գ դ ե զ է ը թ ժ ի լ խ ծ կ հ ձ ղ ճ մ յ ն շ ո չ պ ջ ռ ս վ տ ր ց ւ փ ք օ ֆ",
}

# Letters that Unicode does not decompose, filed where CLDR's root order files them.
_FILED_AS = {
    "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss",
    "ς": "σ", "є": "е", "ґ": "г", "№": " ",
}  # fmt: skip

# Nuskhuri (to which Asomtavruli lower-cases) beside Mkhedruli: three alphabets, one order.
NUSKHURI = {chr(0x2D00 + i): chr(0x10D0 + i) for i in range(0x26)}

_INSIDE_WORDS = "'’ʼ‘՚՛՜՝՞՟"
_OTHER_SCRIPT = "\uf000"
_DIGITS = re.compile("[0-9]+")
_GAPS = re.compile(" {2,}")

SortKey = tuple[str, str, str, str]


class Alphabet(dict[int, str]):
    """Weights of letters by code point, for `str.translate`; filled as letters are met.

    `letters` is the alphabet in order, parted by spaces, digraphs included: "a b c č ć d dž …".
    Letters of the same script that the alphabet lacks (q in Serbian) belong in it, at their
    place. Everything else follows in CLDR's root order. `filed_as` names letters that count as others (և as եվ).
    """

    def __init__(self, letters: str, filed_as: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._filed_as = {**_FILED_AS, **(filed_as or {})}
        own = letters.split()
        foreign = (letter for script in SCRIPTS.values() for letter in script.split())
        weights = {letter: chr(0x1000 + i) for i, letter in enumerate(dict.fromkeys([*own, *foreign]))}
        self.update((ord(letter), weight) for letter, weight in weights.items() if len(letter) == 1)
        # In Turkic alphabets I is the capital of ı, which `lower` does not know.
        self._small = {ord("I"): "ı", ord("İ"): "i"} if "ı" in own else {}
        self.update((code, weights[small]) for code, small in self._small.items())
        self._digraphs = {letter.translate(self): weight for letter, weight in weights.items() if len(letter) > 1}
        longest_first = sorted(self._digraphs, key=len, reverse=True)
        self._digraph = re.compile("|".join(longest_first)) if longest_first else None

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        simpler = self._simpler(letter)
        weight = _weight(letter) if simpler is None else simpler.translate(self)
        self[code] = weight
        return weight

    def _simpler(self, letter: str) -> str | None:
        """The letter or letters that this one is filed under, if it has no place of its own."""
        if letter.lower() != letter:
            return letter.lower()
        simpler = NUSKHURI.get(letter) or self._filed_as.get(letter) or unicodedata.normalize("NFKD", letter)
        return None if simpler == letter else simpler

    def sort_key(self, text: str) -> SortKey:
        """The place of any text in this alphabet's order; only equal texts have equal keys."""
        weights = unicodedata.normalize("NFC", text).translate(self)
        if self._digraph:
            weights = self._digraph.sub(lambda match: self._digraphs[match[0]], weights)
        weights = _DIGITS.sub(_by_value, _GAPS.sub(" ", weights).strip(" "))
        return weights, text.translate(self._small).lower(), text.swapcase(), text


def _weight(character: str) -> str:
    """What a character without a place in any alphabet weighs: digits, gaps, other scripts."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if character in _INSIDE_WORDS or category in ("Mn", "Me", "Cf"):
        return ""
    if category[0] in "LMN":
        return _OTHER_SCRIPT + character
    return " "


def _by_value(number: re.Match[str]) -> str:
    """A number that sorts as text by its value: the count of its digits goes first."""
    digits = number[0].lstrip("0")
    return "0" + chr(0x100 + min(len(digits), 0xC00)) + digits
