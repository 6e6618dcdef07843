"""Serbian in both of its scripts: one language with one search, two alphabets.

Search folds Cyrillic to unmarked Latin, so that škola, skola and школа are one word. Changing a text from one script to
the other is in `serbian`.
"""

from __future__ import annotations

import re
from datetime import date

from .collation import Alphabet
from .language import Language
from .romanisation import Romanisation
from .search import SearchRules, alike

_CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
_UNMARKED = "a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s".split()
_LETTERS = dict(zip(_CYRILLIC, _UNMARKED, strict=True))

_ENDINGS = "[aeiou]|[oei]m|ih|og|oga|eg|ega|omu|emu|oj|[ia]ma|ov[aei]|ovima|ev[aei]|evima"

# Stems that end like an ending, stems that lose a vowel, and k, g before i as c, z.
_KNOWN = {
    **alike(
        "sistem problem prijem predlog razlog nalog zalog katalog razvoj uslov osnov naslov kosov obim rezim"
    ),
    "podatak": "podat", "podatk": "podat", "podac": "podat", "podatac": "podat", "zadatak": "zadat",
    "zadatk": "zadat", "zadac": "zadat", "dodatak": "dodat", "dodatk": "dodat", "dodac": "dodat",
    "ministar": "ministr", "centar": "centr", "gradjanin": "gradjan", "predsednic": "predsednik",
    "sluzbenic": "sluzbenik", "odluc": "odluk", "nabavc": "nabavk", "usluz": "uslug", "jezic": "jezik",
    "predloz": "predlog", "razloz": "razlog", "naloz": "nalog", "posao": "posl", "poslov": "posl",
}  # fmt: skip

_LATIN_ORDER = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"
_CYRILLIC_ORDER = "а б в г д ђ е ж з и й ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш щ ъ ы ь э ю я"


def _since(day: date, written: str) -> str:
    """The month in the genitive: april is aprila, oktobar oktobra."""
    number, month, year = written.split()
    latin = month.isascii()
    genitive = re.sub("(?<=b)a(?=r$)|(?<=б)а(?=р$)", "", month) + ("a" if latin else "а")
    return f"{'od' if latin else 'од'} {number} {genitive} {year}"


def _serbian(tag: str, name: str, script: str, order: str) -> Language:
    return Language(
        tag=tag,
        name=name,
        script=script,
        locale=f"sr-{script}",
        alphabet=Alphabet(order),
        romanisation=Romanisation(_LETTERS),
        search=SearchRules(folds=_LETTERS, endings=_ENDINGS, known=_KNOWN),
        # Of two ordinals joined by a dash only the second has its point (Pravopis).
        patterns={"days": "'{first}'–d. MMMM y."},
        begun=_since,
        sizes=("B", "KB", "MB", "GB"),
    )


LANGUAGES = (
    _serbian("sr-Latn", "srpski (latinica)", "Latn", _LATIN_ORDER),
    _serbian("sr-Cyrl", "српски (ћирилица)", "Cyrl", _CYRILLIC_ORDER),
    _serbian("sr", "српски", "Cyrl", _CYRILLIC_ORDER),
)
