"""Fields as values to show, by their shape."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel

from sajaro.fields import Declared
from sajaro.languages import language
from sajaro.types.page import Page
from sajaro.views import Day, Email, Link, Moment, Phone, Span, Text, Value, Words


def values(page: Page, part: BaseModel, declared: Declared) -> tuple[Value, ...]:
    """A field of a group (or of a document) as values; none where it is empty, or where all it refers to is withheld."""
    value = getattr(part, declared.name)
    if value is None or value == ():
        return ()
    found = (_one(page, part, declared, each) for each in (value if declared.many else (value,)))
    return tuple(each for each in found if each is not None)


def _one(page: Page, part: BaseModel, declared: Declared, value: Any) -> Value | None:
    if declared.part is not None:
        start = getattr(value, "from_", None)
        return Span(start, getattr(value, "to", None)) if start is not None else None
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
        case "file":
            found = page.file(value)
            return Link(found.url, found.title, note=f"{found.format}, {found.size}")
        case "language":
            return Words(language(value).name)
        case "name":
            return Words(_named(value, page.lang))
        case _:
            return Words(value)


def phone(text: str) -> Phone:
    """A telephone number as written, and as it is dialled."""
    return Phone("".join(character for character in text if character in "+0123456789"), text)


_ALPHABETS = {"ka": re.compile("[\u10d0-\u10fa]"), "hy": re.compile("[\u0531-\u0587]")}
"""Those that one language alone is written in here."""


def _named(name: str, lang: str) -> str:
    """A proper name, which stays as it is in all languages, marked with its own where its letters tell."""
    own = next((each for each, letters in _ALPHABETS.items() if letters.search(name)), lang)
    return name if own == lang else Text(name, own)


def _site(url: str) -> str:
    """An address as people read it; of a long one where it leads to."""
    bare = url.split("//", 1)[1].rstrip("/")
    return bare if len(bare) <= 30 else bare.split("/", 1)[0]


def _clock(duration: timedelta) -> str:
    minutes, seconds = divmod(int(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
