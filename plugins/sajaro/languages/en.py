"""English as European institutions write it: day before month, 24 hours. `en-US` and others follow their own CLDR data.

Stems are left to the search engine, which knows the language.
"""

from __future__ import annotations

from .collation import SCRIPTS, Alphabet
from .language import Language

LANGUAGES = (
    Language(
        tag="en",
        name="English",
        script="Latn",
        locale="en-GB",
        alphabet=Alphabet(SCRIPTS["Latn"]),
        patterns={"quarter": "QQQQ 'of' y"},
        begun=lambda day, date: f"since {date}",
        sizes=("B", "KB", "MB", "GB"),
    ),
)
