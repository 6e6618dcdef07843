"""Russian. Stems are left to the search engine, which knows the language."""

from __future__ import annotations

from .collation import SCRIPTS, Alphabet
from .language import Language

LANGUAGES = (
    Language(
        tag="ru",
        name="русский",
        script="Cyrl",
        locale="ru",
        alphabet=Alphabet(SCRIPTS["Cyrl"]),
        patterns={"year": "y 'год'"},
        begun=lambda day, date: f"{'со' if day.day == 2 else 'с'} {date}",
        sizes=("Б", "КБ", "МБ", "ГБ"),
    ),
)
