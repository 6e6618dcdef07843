"""Fields as values to show, by their shape."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel

from sajaro.fields import Declared
from sajaro.languages import language
from sajaro.markup.mail import EMAIL
from sajaro.types.licences import licence
from sajaro.types.page import Page
from sajaro.views import Day, Email, Line, Link, Moment, Phone, Since, Span, Text, Value, Words


def values(page: Page, part: BaseModel, declared: Declared) -> tuple[Value, ...]:
    """A field of a group (or of a document) as values; none where it is empty, or where all it refers to is withheld."""
    value = getattr(part, declared.name)
    if value is None or value == ():
        return ()
    found = (_one(page, part, declared, each) for each in (value if declared.many else (value,)))
    return tuple(each for each in found if each is not None)


def _one(page: Page, part: BaseModel, declared: Declared, value: Any) -> Value | None:
    if declared.part is not None:
        return _span(page, value)
    assert declared.shape is not None
    match declared.shape.name:
        case "reference":
            return page.link(value)
        case "choice":
            return Words(page.word(declared.shape.word(value)))
        case "day" | "moment" | "when":
            return Moment(value) if isinstance(value, datetime) else Day(value)
        case "url":
            return Link(value, _site(value))
        case "email":
            return Email(value)
        case "phone":
            return phone(value)
        case "amount":
            return page.money(value, getattr(part, "currency", None))
        case "count":
            return page.number(value)
        case "yes":
            return Words(page.word("Yes") if value else page.word("No"))
        case "period" | "month":
            return Words(page.period(value))
        case "duration":
            return Words(_clock(value))
        case "licence":
            return licence(value)
        case "file":
            found = page.file(value)
            return Link(found.url, found.title, note=f"{found.format}, {found.size}")
        case "language":
            return Words(language(value).name)
        case "name":
            return Words(_named(value, page.lang))
        case "line" | "words":
            return _line(_named(value, page.lang))
        case _:
            return Words(value)


def _span(page: Page, part: Any) -> Span | Since | None:
    """From one day to another; what has begun and goes on is since its first."""
    start, end = getattr(part, "from_", None), getattr(part, "to", None)
    if start is None:
        return None
    return Since(start) if end is None and start <= page.today else Span(start, end)


_REACHED = re.compile(
    rf"(?P<email>{EMAIL})|(?P<phone>(?<![\w.+-])\+[0-9]{{1,3}}(?: ?\([0-9]+\))?(?:[ /-]?[0-9]){{5,}}(?![\w-]))"
)
"""E-mail addresses and international telephone numbers within a text. A number without its country is none: it may be any."""
_SHORT_NUMBER = re.compile(r"0[0-9 ]{2,12}")
"""What can only be dialled, where it is all of a text: 0 000."""


def _line(text: str) -> Line | Words:
    """A line as a value; nothing in it that can be dialled or written to is dead, and no number in it breaks."""
    if _SHORT_NUMBER.fullmatch(text):
        return Line((phone(text),))
    pieces: list[Words | Email | Phone] = []
    end = 0
    for found in _REACHED.finditer(text):
        if before := text[end : found.start()]:
            pieces.append(Words(_unbroken(before, text)))
        pieces.append(Email(found[0]) if found.lastgroup == "email" else phone(found[0]))
        end = found.end()
    if not pieces:
        return Words(_unbroken(text, text))
    if after := text[end:]:
        pieces.append(Words(_unbroken(after, text)))
    return Line(tuple(pieces))


def _unbroken(piece: str, whole: str) -> str:
    """A piece of a text in that text's language; spaces within numbers break no lines."""
    piece = re.sub(r"(?<=[0-9]) (?=[0-9])", "\N{NO-BREAK SPACE}", piece)
    return Text(piece, whole.lang) if isinstance(whole, Text) else piece


def phone(text: str) -> Phone:
    """A telephone number as written, and as it is dialled."""
    return Phone("".join(character for character in text if character in "+0123456789"), text)


_ALPHABETS = {"ka": re.compile("[\u10d0-\u10fa]"), "hy": re.compile("[\u0531-\u0587]")}
"""Those that one language alone is written in here."""


def _named(name: str, lang: str) -> str:
    """What stands in other letters than the page's, marked with its language where they tell."""
    if isinstance(name, Text) or (lang in _ALPHABETS and _ALPHABETS[lang].search(name)):
        return name
    own = next((each for each, letters in _ALPHABETS.items() if letters.search(name)), None)
    return Text(name, own) if own else name


def _site(url: str) -> str:
    """An address as people read it; of a long one where it leads to."""
    bare = url.split("//", 1)[1].rstrip("/")
    return bare if len(bare) <= 30 else bare.split("/", 1)[0]


def _clock(duration: timedelta) -> str:
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
