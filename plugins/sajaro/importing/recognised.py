"""What an act says of itself at its beginning and its end: kind, number, day, title, issuer, signatory."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sajaro.fields import N_
from sajaro.importing.source import Doubt, Paragraph, Source, doubt, unmarked
from sajaro.languages.serbian import to_latin
from sajaro.markup.articles import article
from sajaro.plain import plain

HEAD, TAIL = 25, 8
"""Paragraphs at the beginning and at the end that are looked at."""
_SIGN = re.compile(
    r"(?:№|#|(?<!\w)(?:n|no|nr|num|br|broj|бр|број|համար|ბრ|բ|say|sayı)(?:[.:°º]|(?=\s*\d)))\s*:?\s*(\d[\w./-]*(?:\s*[-/]\s*\d[\w./-]*)*)",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")
_ABOUT = re.compile(r"შესახებ|თაობაზე|(?:^|\s)(?:o|on|za|për|об?|про|über)\s|haqqında|barədə|մասին", re.IGNORECASE)
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_WORDS = (
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[\s.,]*(?P<month>[^\W\d_]{3,})[\s,.]*(?P<year>\d{4})"),
    re.compile(r"(?<!\d)(?P<year>\d{4})[^\d\n]{1,12}?(?P<day>\d{1,2})[\s.-]*(?P<month>[^\W\d_]{3,})"),
    re.compile(r"(?<!\d)(?P<year>\d{4})[^\d\n]{0,12}?\s(?P<month>[^\W\d_]{3,})\s*(?P<day>\d{1,2})"),
    re.compile(r"(?P<month>[^\W\d_]{3,})\s*(?P<day>\d{1,2}),?\s+(?P<year>\d{4})"),
)


@plain
class Known:
    """What a site knows: by id, the names of its kinds of acts, its units and its people, in whatever languages."""

    kinds: Mapping[str, Iterable[str]]
    units: Mapping[str, Iterable[str]] = field(default_factory=dict)
    people: Mapping[str, Iterable[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Act:
    """What was recognised; empty where it was not. `head` is how many blocks at the beginning say nothing else."""

    title: str = ""
    date: dt.date | None = None
    kind: str = ""
    number: str = ""
    issuer: str = ""
    signatory: str = ""
    head: int = 0
    doubts: list[Doubt] = field(default_factory=list)


def recognised(source: Source, known: Known, lang: str) -> Act:
    """What the first and the last paragraphs say; what is missing or can be read in two ways is doubtful."""
    act = Act()
    head = list(_head(source))
    tail = [unmarked(each.text) for each in source.blocks if isinstance(each, Paragraph)][-TAIL:]
    texts = [_closed(unmarked(each.text)) for _, each in head]
    act.kind = _named(texts, known.kinds, act, "kind")
    act.number = _number(texts, act)
    act.date = _date(texts, tail, lang, act)
    title_at = _title(head, texts, act, source, known)
    act.issuer = _longest(texts, known.units)
    act.signatory = _longest(tail, known.people)
    act.head = _said(head, texts, act, known, lang, title_at)
    return act


def _head(source: Source) -> Iterator[tuple[int, Paragraph]]:
    """The paragraphs before the first article."""
    for at, each in enumerate(source.blocks[:HEAD]):
        if isinstance(each, Paragraph):
            if article(unmarked(each.text)):
                return
            yield at, each


def _closed(text: str) -> str:
    """Letters set apart are a word: «О Д Л У К А»."""
    return _SPACED.sub(lambda found: found[0].replace(" ", ""), text)


def _folded(text: str) -> str:
    return to_latin(unicodedata.normalize("NFC", text)).casefold()


def _named(texts: list[str], names: Mapping[str, Iterable[str]], act: Act, what: str) -> str:
    """The kind: the first that stands in a line of its own, or begins one; else one that is mentioned in a short line."""
    spoken = sorted(
        ((name, id) for id, each in names.items() for name in map(_folded, each) if name),
        key=lambda each: -len(each[0]),
    )
    for fits in (
        lambda text, name: re.match(rf"{re.escape(name)}(?:\W|$)", text),
        lambda text, name: len(text) < 120 and _stem(name) in text,
    ):
        for text in map(_folded, texts):
            for name, id in spoken:
                if fits(text, name):
                    return id
    act.doubts.append(doubt(N_("kind: not found; write one of {kinds}"), kinds=", ".join(names)))
    return ""


def _stem(name: str) -> str:
    return name[:-1] if len(name) > 5 else name


def _number(texts: list[str], act: Act) -> str:
    found = [match[1].strip(" .") for text in texts if len(text) < 160 for match in _SIGN.finditer(text)]
    if not found:
        act.doubts.append(doubt(N_("number: not found; write it as it stands on the act")))
        return ""
    if len(set(found)) > 1:
        act.doubts.append(
            doubt(
                N_("number: there are several, {found}; see which is the act's own"),
                found=", ".join(dict.fromkeys(found)),
            )
        )
    return found[0]


def _date(texts: list[str], tail: list[str], lang: str, act: Act) -> dt.date | None:
    short = [text for text in texts if len(text) < 160]
    found = [day for text in short for day in days(text, lang)] or [day for text in tail for day in days(text, lang)]
    if not found:
        act.doubts.append(doubt(N_("date: not found; write the day of adoption")))
        return None
    if len(set(found)) > 1:
        said = ", ".join(each.isoformat() for each in dict.fromkeys(found))
        act.doubts.append(doubt(N_("date: there are several days, {found}; see which is that of adoption"), found=said))
    return found[0]


def days(text: str, lang: str) -> Iterator[dt.date]:
    """The days that a text names, in figures or in words of a language; day and month in the order of Europe."""
    for found in _FIGURES.finditer(text):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        yield from _day(int(year), int(month), int(day))
    for form in _WORDS:
        before = False
        for found in form.finditer(text):
            if month := _month(found["month"], lang):
                before = True
                yield from _day(int(found["year"]), month, int(found["day"]))
        if before:
            return


def _day(year: int, month: int, day: int) -> Iterator[dt.date]:
    try:
        yield dt.date(year, month, day)
    except ValueError:
        return


@lru_cache
def _months(lang: str) -> tuple[tuple[str, int], ...]:
    from babel import Locale

    months = Locale.parse(lang.replace("-", "_")).months
    names = {
        (_folded(name), number) for form in ("format", "stand-alone") for number, name in months[form]["wide"].items()
    }
    return tuple(sorted(names, key=lambda each: -len(each[0])))


def _month(word: str, lang: str) -> int | None:
    """By its name in whatever case: all but the last two letters count, or the whole of a short one."""
    word = _folded(word)
    return next((number for name, number in _months(lang) if word.startswith(name[: max(3, len(name) - 2)])), None)


def _title(head: list[tuple[int, Paragraph]], texts: list[str], act: Act, source: Source, known: Known) -> int | None:
    """Where the title stands: what stands out and says what the act is about."""

    def worth(at: int) -> int:
        text, paragraph = texts[at], head[at][1]
        if not 8 <= len(text) <= 600 or _SIGN.search(text) and len(text) < 60 or _is_name(text, known):
            return 0
        return (
            3 * bool(_ABOUT.search(f" {text} "))
            + 2 * (paragraph.stands_out or bool(paragraph.level))
            + (len(text) > 30)
            - 3 * (len(text) > 350)
        )

    best = max(range(len(head)), key=lambda at: (worth(at), -at), default=None)
    if best is not None and worth(best) >= 3:
        act.title = _cased(texts[best])
        return best
    act.title = source.title
    act.doubts.append(doubt(N_("title: not found with certainty; compare it with the act")))
    return None


def _cased(text: str) -> str:
    """A title in capitals throughout is written as a sentence."""
    return text.capitalize() if text.isupper() else text


def _is_name(text: str, known: Known) -> bool:
    """Whether a line only says whose act it is, or of which kind."""
    said = _folded(text)
    return any(
        said == _folded(name) for names in (known.kinds, known.units) for each in names.values() for name in each
    )


def _longest(texts: list[str], names: Mapping[str, Iterable[str]]) -> str:
    """The id with the longest name that is said."""
    said = "\n".join(map(_folded, texts))
    found = [(len(name), id) for id, each in names.items() for name in map(_folded, each) if name and name in said]
    return max(found)[1] if found else ""


def _said(
    head: list[tuple[int, Paragraph]], texts: list[str], act: Act, known: Known, lang: str, title_at: int | None
) -> int:
    """How many blocks at the beginning the fields have said already: names, kind, number, day and the title."""
    last = 0
    for number, (at, _) in enumerate(head):
        text = texts[number]
        fields = (
            number == title_at
            or _is_name(text, known)
            or (len(text) < 160 and (_SIGN.search(text) or any(days(text, lang))))
        )
        short = len(text) < 60 and (title_at is None or number < title_at)
        if not (fields or short) or at != last:
            break
        last = at + 1
    return last
