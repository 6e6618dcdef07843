"""Georgian typed before Unicode: Latin letters that a font shows as Georgian ones. The layout of keys is the one that all these fonts share."""

from __future__ import annotations

import re

FONTS = re.compile(
    r"acad ?(?:nusx|mtavr)|lit ?(?:nusx|mtavr)|academi?uri|geo_?(?:dumba|arial|times|abc)|dumba ?(?:nusx|mtavr)|kolkheti|chveulebrivi|"
    r"literaturuly|georgian ?(?:times|arial|lat)|sp(?:grotesk|literaturuly|parliament)",
    re.IGNORECASE,
)
_LATIN, _GEORGIAN = "abgdevzTiklmnopJrstufqRySCcZwWxjh", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
_LETTERS = str.maketrans(_LATIN + "".join(letter.upper() for letter in _LATIN if letter.upper() not in _LATIN), _GEORGIAN + "".join(
    georgian for letter, georgian in zip(_LATIN, _GEORGIAN, strict=True) if letter.upper() not in _LATIN
))  # fmt: skip


def is_legacy(font: str) -> bool:
    """Whether a font shows Latin letters as Georgian ones."""
    return FONTS.search(font) is not None


def georgian(text: str) -> str:
    """What the reader of such a text sees."""
    return text.translate(_LETTERS)
