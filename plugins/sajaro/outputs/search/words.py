"""Words as the index holds them and as the browser looks for them: one form for all that readers do not tell apart.

How a language's words are made alike is `languages.search`. Here is which language's rules a word falls under, for documents
and readers of one site mix languages: a word is judged by its script.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from sajaro.languages import language
from sajaro.languages.search import SearchRules

SCRIPTS = {"ARMENIAN": "Armn", "CYRILLIC": "Cyrl", "GEORGIAN": "Geor", "GREEK": "Grek", "LATIN": "Latn"}
"""ISO 15924 by the first word of a letter's name in Unicode."""

QUERIES = {
    "en": SearchRules(
        endings="s|es|y|ies|ied|ed|ing|ings", minimum=4, known={"bod": "bod", "cit": "cit", "dut": "dut"}
    ),
    "ru": SearchRules(
        endings="[аеиоуыьюя]|[аоеиы]й|[ая]я|[оеы]е|ие|[ую]ю|[оеиы]м|[оеиы]х|[ая]х|[ая]м|[ая]ми|[иы]ми|[ое]в|[ое]го|[ое]му|"
        "[ьи][еяюи]|и[еяю]|ией|ием|и[ия]м|и[ия]х|иями"
    ),
}
"""Languages whose words are only folded in the index: a query's word loses its ending, and all that begins so is found."""


class Words:
    """The words of one language's readers on a site in several `languages`.

    A script's words fall under the rules of the page's language where it is written in that script, else under those of the
    nearest language of the site that is: the same one in another script first, then in the site's order.
    """

    def __init__(self, lang: str, languages: Iterable[str]) -> None:
        self.lang = lang
        primary = lang.split("-")[0]
        self._tags: dict[str, str] = {}
        for tag in sorted(languages, key=lambda tag: (tag != lang, tag.split("-")[0] != primary)):
            spoken = language(tag)
            self._tags.setdefault(spoken.script, tag)
            # Serbian folds its Cyrillic to Latin letters, so what is typed in those is Serbian too.
            self._tags.setdefault(script_of(spoken.fold(spoken.name)) or spoken.script, tag)

    def stems(self, text: str) -> list[str]:
        """The stems of a text, each once; their order is none to rely on."""
        words: dict[str, list[str]] = {}
        # The sign would become the letters No, and №12 one word with its number.
        for word in unicodedata.normalize("NFKC", text.replace("№", " ")).split():
            words.setdefault(self._tags.get(script_of(word), self.lang), []).append(word)
        return list(
            dict.fromkeys(stem for tag, found in words.items() for stem in language(tag).stems(" ".join(found)))
        )

    def rules(self) -> dict[str, object]:
        """The same for the browser: by script, and under `other` for the rest."""
        return {script: _query_rules(tag) for script, tag in {**self._tags, "other": self.lang}.items()}


def _query_rules(tag: str) -> dict[str, object]:
    return QUERIES.get(tag.split("-")[0], language(tag).search).rules()


@lru_cache(maxsize=65536)
def script_of(word: str) -> str:
    """The script of a word's first letter, by ISO 15924; empty where it has none that is told apart."""
    letter = next((character for character in word if character.isalpha()), "")
    return SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "") if letter else ""
