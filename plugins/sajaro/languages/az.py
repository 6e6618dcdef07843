"""Azerbaijani in the Latin script.

Endings are written as folding leaves them, without marks (ə is e, ı is i), so that vowel harmony is two letters, not
four. They are plural, possessive and case; the bare dative (qərara) stays, because so many stems end in -a and -ə.
"""

from __future__ import annotations

from .cldr import NO_BREAK_SPACE
from .collation import Alphabet
from .language import Language
from .search import SearchRules, alike

_AFTER_POSSESSIVE = "n(?:[iu]n?|d[ae]n?|[ae])"
_CASE = f"[iu](?:{_AFTER_POSSESSIVE}|n)?|[iu]?s[iu](?:{_AFTER_POSSESSIVE})?|[iu]?d[ae]n?|n[iu]n?|[iu]?y[ae]"
_ENDINGS = f"(?:[iu]?y[ae])?(?:[iu]?l[ae]r(?:{_CASE}|[ae])?|{_CASE})|d[iu]r"

# Stems in -n and -s, which seem to carry -nı and -sı, stems in -da and -də, and stems whose q softens to ğ.
_KNOWN = {
    **alike(
        "qanun plan rayon region insan telefon imkan meydan zaman elan sakin veten azerbaycan gurcustan ermenistan "
        "iyun iclas meclis qadin idman unvan ev is satis giris polis kurs madde qayda fayda numayende usaq torpaq "
        "saglamliq"
    ),
    "usag": "usaq", "torpag": "torpaq", "saglamlig": "saglamliq",
}  # fmt: skip

# The suffix of the ordinal harmonises with the last word of the number: 2026 ends in altı, 2030 in otuz.
_UNITS = {1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu"}
_TENS = {1: "cu", 2: "ci", 3: "cu", 4: "cı", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cı"}
_HUNDRED, _THOUSAND = "cü", "ci"


def _ordinal(year: int) -> str:
    """-cı, -ci, -cu or -cü as the year is spoken."""
    if year % 10:
        return _UNITS[year % 10]
    if year % 100:
        return _TENS[year // 10 % 10]
    return _HUNDRED if year % 1000 else _THOUSAND


LANGUAGES = (
    Language(
        tag="az",
        name="azərbaycanca",
        script="Latn",
        locale="az",
        alphabet=Alphabet("a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z w"),
        search=SearchRules(endings=_ENDINGS, known=_KNOWN),
        patterns={"quarter": "y'-{ordinal} ilin 'QQQQ'ı'", "year": "y'-{ordinal} il'"},
        ordinal=_ordinal,
        begun=lambda day, date: f"{day.year}-{_ordinal(day.year)} il {date.rsplit(' ', 1)[0]} tarixindən",
        # As the state's laws and statistics write numbers; CLDR has a point.
        thousands=NO_BREAK_SPACE,
        sizes=("bayt", "KB", "MB", "GB"),
        capitals={"i": "İ"},
    ),
)
