"""What a reader types and what a page says, made to meet: normal forms and light stems.

The same few lines run in the browser over the query (`SearchRules.rules()` is all they need):

    const fold = text => {
      text = text.normalize("NFKC").replace(/[\\u00ad\\u055a-\\u055f\\u200b-\\u200d\\ufeff]/g, "").toLowerCase()
      for (const [from, to] of rules.folds) text = text.replaceAll(from, to)
      return text.normalize("NFD").replace(/([a-z])[\\u0300-\\u036f]+/g, "$1").normalize("NFC")
    }
    const known = new Map(rules.known), stems = [...known.keys()].join("|") || "(?!)"
    const rule = new RegExp(`^(?:(${stems})|(.{${rules.minimum},}?))(?:${rules.endings || "(?!)"})?$`)
    const stem = word => { const m = rule.exec(word); return !m ? word : m[1] ? known.get(m[1]) : m[2] }
    const stemsOf = text => [...new Set((fold(text).match(/[\\p{L}\\p{N}]+/gu) ?? []).map(stem))]

In words: a known stem followed by nothing or by one ending is that stem; any other word loses the longest ending that
leaves it `minimum` letters. It is a light stemmer on purpose: derivation (mayor, city hall) is left alone, and a wrong
cut does no harm as long as page and query are cut alike.

Not here: Russian and English, which the search engine stems by itself; their words are only folded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from .collation import NUSKHURI

# What is one letter to someone who searches, in any language; lower case, composed, applied in this order.
COMMON_FOLDS = {
    "ё": "е", "ς": "σ", "ß": "ss", "ı": "i", "ə": "e", "đ": "dj", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe",
    "եւ": "եվ", **NUSKHURI,
}  # fmt: skip

# Soft hyphens and zero-width characters, and the Armenian marks that are written inside a word (ինչո՞ւ).
_INVISIBLE = re.compile("[\u00ad\u055a-\u055f\u200b-\u200d\ufeff]")
_LATIN_MARKS = re.compile("([a-z])[\u0300-\u036f]+")
_WORD = re.compile(r"[^\W_]+")
_NEVER = "(?!)"

Words = list[str]


def alike(stems: str) -> dict[str, str]:
    """`known` stems, parted by spaces, that stay as they are."""
    return {stem: stem for stem in stems.split()}


@dataclass(frozen=True, eq=False)
class SearchRules:
    """How a language's words are made alike. All of it is plain text, written in the folded form.

    `folds` are applied in their order, after the common ones. `endings` are what a word may lose at once (plural, case,
    postposition), as a regular expression of alternatives, groups, `?` and `[…]` only, which Python and JavaScript read
    alike. `known` maps stems that the endings would cut wrongly, or that change before an ending, to one form:
    {"ანგარიშ": "ანგარიშ", "სოფლ": "სოფელ"}. A word keeps at least `minimum` letters.
    """

    folds: Mapping[str, str] = field(default_factory=dict)
    endings: str = ""
    known: Mapping[str, str] = field(default_factory=dict)
    minimum: int = 3

    def rules(self) -> dict[str, object]:
        """The same as JSON, for the query's side."""
        return {
            "folds": [list(pair) for pair in self._folds.items()],
            "endings": self.endings,
            "known": [list(pair) for pair in self._known.items()],
            "minimum": self.minimum,
        }

    def fold(self, text: str) -> str:
        """The text without what writers vary: case, marks on Latin letters, ё, և, old Georgian letters."""
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).lower()
        for written, folded in self._folds.items():
            text = text.replace(written, folded)
        bare = _LATIN_MARKS.sub(r"\1", unicodedata.normalize("NFD", text))
        return unicodedata.normalize("NFC", bare)

    def stems(self, text: str) -> Words:
        """The stems of a text's words, each once, in the order of their first appearance."""
        return list(dict.fromkeys(map(self._stem, _words(self.fold(text)))))

    @cached_property
    def _folds(self) -> dict[str, str]:
        return {**COMMON_FOLDS, **self.folds}

    @cached_property
    def _known(self) -> dict[str, str]:
        return dict(sorted(self.known.items(), key=lambda pair: len(pair[0]), reverse=True))

    @cached_property
    def _stem(self) -> Callable[[str], str]:
        known = "|".join(self._known) or _NEVER
        rule = re.compile(f"(?:({known})|(.{{{self.minimum},}}?))(?:{self.endings or _NEVER})?")

        @lru_cache(maxsize=65536)
        def stem(word: str) -> str:
            match = rule.fullmatch(word)
            if match is None:
                return word
            return self._known[match[1]] if match[1] else match[2]

        return stem


def _words(text: str) -> Words:
    """Runs of letters and digits; most are whole already, which is quicker to ask than to search."""
    return [word for chunk in text.split() for word in ([chunk] if chunk.isalnum() else _WORD.findall(chunk))]
