"""What is wrong with letters: words of mixed scripts, heaps of combining marks, forms that are not composed.

Not here: which of these is an error and which a warning.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MOST_MARKS = 3

_JUDGED = ("LATIN", "CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN")
_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
# Greek letters that units are written with: μm, kΩ (micro and ohm signs compose to them).
_UNIT = re.compile("μ[A-Za-z]{1,2}|[mkMG]?Ω")
# Most texts have nothing that could be a heap of marks, and one search tells.
_NO_MARK = r"\w\s\x00-\u02ff\u2010-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u303f"
_MAYBE_HEAP = re.compile(f"[^{_NO_MARK}]{{{MOST_MARKS + 1},}}")


def mixed_words(text: str) -> list[str]:
    """Words that mix Latin, Cyrillic, Greek, Georgian and Armenian letters, each once, in order.

    Parts on either side of a hyphen, digit or apostrophe are judged apart ("COVID-ით", "№45"); a part is returned as
    written, without soft hyphens.
    """
    words = _WORD.findall(_INVISIBLE.sub("", unify(text)))
    return list(dict.fromkeys(word for word in words if _is_mixed(word)))


def excess_marks(text: str) -> bool:
    """Whether a letter carries more than three combining marks, which no language does."""
    decomposed = unicodedata.normalize("NFD", text)
    return any(_heap(run[0]) for run in _MAYBE_HEAP.finditer(decomposed))


def without_excess_marks(text: str) -> str:
    """The text in NFC with the first three marks of each letter; unchanged if none has more."""
    if not excess_marks(text):
        return text
    kept, marks = [], 0
    for character in unicodedata.normalize("NFD", text):
        marks = marks + 1 if _is_mark(character) else 0
        if marks <= MOST_MARKS:
            kept.append(character)
    return unify("".join(kept))


def unify(text: str) -> str:
    """NFC: one spelling for what looks the same."""
    return unicodedata.normalize("NFC", text)


def _is_mixed(word: str) -> bool:
    if word.isascii() or _UNIT.fullmatch(word):
        return False
    return len(set(map(_script, word)) - {""}) > 1


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0]
    return name if name in _JUDGED else ""


def _heap(run: str) -> bool:
    marks = 0
    for character in run:
        marks = marks + 1 if _is_mark(character) else 0
        if marks > MOST_MARKS:
            return True
    return False


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")
