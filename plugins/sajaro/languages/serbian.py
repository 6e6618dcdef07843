"""Serbian from one script into the other.

Cyrillic to Latin is a table. Latin to Cyrillic is a table too, but for what is not to be read as Serbian: addresses,
markup, placeholders, units, Roman numerals, foreign words; and for words in which nj and dž are two sounds each.

Not here: which documents are derived and which are written by hand; collation, slugs and search of Serbian (`sr`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_LATIN_OF = dict(
    zip(
        "абвгдђежзијклљмнњопрстћуфхцчџш",
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(),
        strict=True,
    )
)
_CYRILLIC_OF = {latin: cyrillic for cyrillic, latin in _LATIN_OF.items()}

_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*")
_SOUNDS = re.compile("lj|nj|dž|.", re.IGNORECASE)

# Where n and j, or d and ž, meet without becoming one letter: "·" parts them, in whatever word the stem is found.
_TWO_SOUNDS = (
    "in·jekc", "in·jekt", "in·junk", "kon·jug", "kon·junk", "kon·jekt", "tan·jug", "van·jezi",
    "nad·živ", "nad·žup", "nad·žnj", "nad·ždr", "od·žal", "od·živ", "od·žvak", "pod·žan", "pod·žup",
    "pred·živ", "pred·žet",
)  # fmt: skip
_APART = re.compile("|".join("(?<={})(?={})".format(*stem.split("·")) for stem in _TWO_SOUNDS), re.IGNORECASE)

_FILES = "pdf|csv|docx?|xlsx?|pptx?|odt|ods|html?|xml|json|ics|zip|png|jpe?g|svg|md|txt"
_DOMAINS = "example|com|org|net|info|eu|rs|ks|al|me|ge|gov|edu|int"
# Unclosed code and comments reach to the end, as they do in Markdown and HTML.
_NOT_SERBIAN = re.compile(
    rf"""
      ```.*?(?:```|\Z) | ~~~.*?(?:~~~|\Z) | `++[^`\n]++`++
    | <!--.*?(?:-->|\Z) | </?[A-Za-z][^<>]*+> | &(?:[A-Za-z]\w{{1,30}}|\#\w{{1,8}});
    | \{{\{{[^{{}}]*+\}}\}} | \{{[^{{}}\n]*+\}}             # templates, format fields, attribute lists
    | %\(\w+\)[-+#0]*\d*(?:\.\d+)?[a-zA-Z] | (?<!\w)%\d*(?:\.\d+)?[sdifgxr]\b  # printf
    | (?<=\])\([^()\s]*+(?:\s"[^"\n]*")?\) | ^\[[^\]\n]++\]:\s*\S++           # targets of Markdown's links
    | \b(?:https?|ftp|mailto|tel):[^\s<>"]++ | \bwww\.[^\s<>"]++
    | (?<![\w.+-])[\w.+-]{{1,64}}@[\w.-]{{1,80}}\b | (?<!\w)@[A-Za-z]\w+
    | \b[\w-]{{1,80}}(?:[./][\w-]{{1,80}}){{0,9}}\.(?:{_FILES}|{_DOMAINS})\b(?:/[^\s<>"]*+)?
    | (?<=\d)[ \u00a0]?(?:°C|[kMG]?Wh?|k?V|[kcm]?m[²³]?|[km]g|g(?!\.)|ha|[hm]?l|[kMGT]?B|min|h|t)\b
    | \b(?:e-?mail\w{{0,3}}|Wi-Fi)\b
    | \b[A-Z]{{2,8}}(?:-\d{{1,6}}){{1,4}}\b                                     # numbers of files
    | (?:(?<=\bklas[aeiu][ ])|(?<=\bnivo[ ])|(?<=\bkategorij[aeiu][ ]))[A-E]{{1,3}}\b
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)

# Left in Latin letters, as Serbian Cyrillic leaves them; words with q, w, x or y are left anyway.
_FOREIGN = re.compile(
    "PDF|CSV|HTML|JSON|RSS|Atom|ICS|iCalendar|JavaScript|GitHub|URL|ID|CPV|SHA|Viber|Feed|USB|GPS|ISO|IBAN|IT|AI|COVID|EUR|USD|RSD|iOS|"
    "(?:Facebook|Google|Microsoft|Apple|Zoom|LinkedIn|Messenger|Chrome|Android|Office)(?:[aeiu]|om|ov[a-z]{1,3})?"
)

_ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# What reads as a number but is a word, an abbreviation or an initial: mi, di, li, CD, D. Petrović.
_NO_NUMBERS = frozenset({"MI", "DI", "LI", "CI", "CD", "C", "D", "L", "M"})
_INITIAL = re.compile(r"\. ?[A-ZŠĐČĆŽ]\.? ?[A-ZŠĐČĆŽ]?[a-zšđčćž]")
_NUMBERED = re.compile(
    r"\b(?:glav|poglavlj|de[ol]|razdel|odelj|odsek|prilog|aneks|tabel|tom|knjig|razred|stepen|grup|zon|faz)\w{0,4} \Z",
    re.IGNORECASE,
)
_SENTENCE_BEFORE = re.compile(r"""(?:^|[.!?:;…]["”“)\]]*)[\s#>*_„“"(\[–—-]*\Z""")

# How many characters of its line a letter is judged by.
_NEARBY = 80

_NONE: Mapping[str, str] = {}


def to_latin(text: str) -> str:
    """Serbian Cyrillic in Latin letters; all else stays. Љ, Њ, Џ are two capitals beside one: NJEGOŠ, Njegoš."""
    return _WORD.sub(lambda match: _latin(match[0]), text)


def to_cyrillic(text: str, exceptions: Mapping[str, str] = _NONE, protected: Iterable[tuple[int, int]] = ()) -> str:
    """Serbian Latin in Cyrillic letters, with what is not Serbian left as it is.

    `exceptions` say how single words are written ({"microsoft": "Мајкрософт", "Viber": "Viber"}); a key in small
    letters serves for capitals too, and parts on either side of a hyphen are words. `protected` are spans of the text,
    as offsets of start and end, that the caller wants left alone.
    """
    pieces, at = [], 0
    for start, end in sorted([*protected, *(match.span() for match in _NOT_SERBIAN.finditer(text))]):
        if start > at:
            pieces.append(_cyrillic_between(text, at, start, exceptions))
        if end > at:
            pieces.append(text[max(at, start) : end])
            at = end
    pieces.append(_cyrillic_between(text, at, len(text), exceptions))
    return "".join(pieces)


def _latin(word: str) -> str:
    composed = unicodedata.normalize("NFC", word)
    if not _LATIN_OF.keys() >= set(composed.lower()):
        return word
    letters = []
    for at, letter in enumerate(composed):
        latin = _LATIN_OF[letter.lower()]
        if letter.isupper():
            neighbour = composed[at + 1 : at + 2] or composed[:at][-1:]
            latin = latin.upper() if neighbour.isupper() else latin.capitalize()
        letters.append(latin)
    return "".join(letters)


def _cyrillic_between(text: str, start: int, end: int, exceptions: Mapping[str, str]) -> str:
    pieces, at = [], start
    for match in _WORD.finditer(text, start, end):
        pieces += [text[at : match.start()], _cyrillic(match, exceptions)]
        at = match.end()
    return "".join([*pieces, text[at:end]])


def _cyrillic(match: re.Match[str], exceptions: Mapping[str, str]) -> str:
    word = match[0]
    if (exception := _exception(word, exceptions)) is not None:
        return exception
    if _FOREIGN.fullmatch(word) or _is_number(match):
        return word
    plain = unicodedata.normalize("NFKC", word)
    sounds = [sound for part in _APART.split(plain) for sound in _SOUNDS.findall(part)]
    if any(sound.lower() not in _CYRILLIC_OF for sound in sounds):
        return word
    return "".join(_cased(_CYRILLIC_OF[sound.lower()], sound[0]) for sound in sounds)


def _cased(letter: str, like: str) -> str:
    return letter.upper() if like.isupper() else letter


def _exception(word: str, exceptions: Mapping[str, str]) -> str | None:
    if word in exceptions:
        return exceptions[word]
    written = exceptions.get(word.lower())
    if written is None:
        return None
    return written.upper() if len(word) > 1 and word.isupper() else written[:1].upper() + written[1:]


def _is_number(match: re.Match[str]) -> bool:
    """Whether capitals are a Roman numeral where they stand: "Glava I", "VII razred", but not "I zato" or "V. Ilić"."""
    word, text = match[0], match.string
    if not _ROMAN.fullmatch(word) or word in _NO_NUMBERS:
        return False
    if len(word) > 1:
        return True
    before = text[max(0, match.start() - _NEARBY) : match.start()].rpartition("\n")[2]
    after = text[match.end() : match.end() + _NEARBY].partition("\n")[0]
    begins_line = not before.strip(' \t#>*_„“"(-–—')
    if _NUMBERED.search(before):
        return True
    if _INITIAL.match(after) and not begins_line:
        return False
    return word != "I" or after[:1] in (".", ")") or not _is_conjunction(before, after, begins_line)


def _is_conjunction(before: str, after: str, begins_line: bool) -> bool:
    """Whether a bare "I" is "and": it begins a sentence, or stands between words in capitals."""
    earlier, later = re.findall(r"[^\W\d_]+", before), re.findall(r"[^\W\d_]+", after)
    before_capitals = bool(later) and len(later[0]) > 1 and later[0].isupper()
    if begins_line:
        return not before_capitals
    after_capitals = bool(earlier) and len(earlier[-1]) > 1 and earlier[-1].isupper()
    return bool(_SENTENCE_BEFORE.search(before)) or (after_capitals and before_capitals)
