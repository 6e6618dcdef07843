"""Albanian. Endings are written as folding leaves them: ë is e, ç is c."""

from __future__ import annotations

from datetime import date

from .collation import Alphabet
from .language import Language
from .search import SearchRules, alike

_ENDINGS = "a|e|i|u|es|en|et|at|it|in|un|ut|ve|ave|eve|ive|ia|ise|ine|ite|ash|esh|ish"

# Stems that end like an ending, and stems that lose a vowel before one.
_KNOWN = {
    **alike(
        "buxhet shtet qytet deputet kabinet internet fshat kandidat mandat format sekretariat kredit deficit profit "
        "termin statut institut proces interes kongres universitet komunitet komitet prioritet identitet aktivitet "
        "kapacitet nepunes nxenes zgjedhes mesues drejtues perfaqesues perfitues pjesemarres"
    ),
    "minister": "ministr", "kryeminister": "kryeministr", "liber": "libr", "leter": "letr", "numer": "numr",
    "artikuj": "artikull", "asamble": "asambl", "asambleja": "asambl", "asamblese": "asambl", "asamblene": "asambl",
}  # fmt: skip


def _since(day: date, written: str) -> str:
    """The month with its article: prill is prilli, korrik korriku."""
    number, month, year = written.split()
    return f"që nga {number} {month}{'u' if month.endswith('k') else 'i'} {year}"


LANGUAGES = (
    Language(
        tag="sq",
        name="shqip",
        script="Latn",
        locale="sq",
        alphabet=Alphabet("a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh"),
        search=SearchRules(endings=_ENDINGS, known=_KNOWN),
        patterns={"time": "HH:mm", "quarter": "QQQQ 'i' 'vitit' y"},
        begun=_since,
        sizes=("B", "KB", "MB", "GB"),
    ),
)
