"""Articles of legal acts: their headings recognised in many languages, and the addresses that come of their numbers.

«მუხლი 5. ტარიფი», «5-ci maddə» and «§ 5» alike stand at `#art-5`: the number alone decides, so an address holds whatever becomes of
other headings, and is the same in every language and version. Not here: what an article says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

_WORDS = "|".join((
    "მუხლი", "ՀՈԴՎԱԾ", "Հոդված", "maddə", "статья", "ст", "čl", "član", "члан", "член", "чл", "neni", "article", "art", "artikel", "artikull?i",
))  # fmt: skip
_NUMBER = (
    r"(?P<number>\d+(?:[¹²³⁰⁴-⁹]+|(?:[-.‑–]\d+)+)?(?:[\s-]?(?:bis|ter|quater)\b|[a-zա-ֆა-ჰа-я]\b(?!\.?\w))?|[IVXLC]+\b)"
)
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<word>(?:{_WORDS})\.?|§)\s*{_NUMBER}(?P<stop>\.(?!\d)|\)|:)?(?P<rest>.*)",
        rf"(?:მე-)?(?P<number>\d+)-?(?:ე\s+|\s+|րդ\s+|-?(?:c[iıuü]|я|ая|й)\s+|\s*\.\s*)?(?:{_WORDS})\b(?P<stop>[.:])?(?P<rest>.*)",
    )
)

_LATIN = str.maketrans(
    {
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "д": "d",
        "ა": "a",
        "ბ": "b",
        "გ": "g",
        "დ": "d",
        "ա": "a",
        "բ": "b",
        "գ": "g",
        "դ": "d",
    }
)
"""The letters that articles put in between are told apart by: an address is the same in both scripts of a language."""


class Article(NamedTuple):
    """An article's heading taken apart: «მუხლი 5.» is the `label`, what follows the `heading`."""

    number: str
    label: str
    heading: str

    @property
    def anchor(self) -> str:
        """Its address on the page: `art-5`, `art-9-1` for 9¹, `art-12a`."""
        plain = (
            unicodedata.normalize("NFKC", re.sub(r"(\d)([⁰¹²³⁴-⁹])", r"\1-\2", self.number)).lower().translate(_LATIN)
        )
        return "art-" + re.sub(r"[\s.‑–-]+", "-", plain).strip("-")


def article(heading: str) -> Article | None:
    """The article that a heading names; None for a heading of something else, and for one that only mentions an article."""
    text = " ".join(heading.split())
    for form in _FORMS:
        found = form.fullmatch(text)
        if found and _ends(found["stop"], found["rest"]):
            label = text[: found.start("rest")].strip()
            return Article(found["number"], label, found["rest"].strip(" .:–—-\u00a0"))
    return None


def _ends(stop: str | None, rest: str) -> bool:
    """Whether the number is the heading's own: «Article 5 of the Law» goes on with a small letter, where there are any."""
    if re.match(r"-\w", rest):
        return False
    first = rest.strip()[:1]
    return bool(stop) or not first.islower() or "ა" <= first <= "ჿ"


def anchored(slug: Callable[[str], str]) -> Callable[[str], str]:
    """Makes the anchors of an act's headings: articles by their numbers, others by `slug`."""

    def anchor(heading: str) -> str:
        found = article(heading)
        return found.anchor if found else slug(heading)

    return anchor
