"""What may stand in a profile: each kind of value as a function that gives it or says what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, get_args, get_type_hints

from sajaro.duties.periods import LONGEST
from sajaro.duties.profile import Duty, Figures, Grace, Kind

EARLIEST, LATEST = 1800, 2199


class Wrong(ValueError):
    """A value that cannot be taken: the `code` of a message and its facts."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


Reads = Callable[[Any], Any]


def text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Wrong("toml-text")
    return " ".join(value.split())


def texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not value:
        raise Wrong("toml-texts")
    for lang in value:
        if not re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?", lang):
            raise Wrong("no-language", value=lang)
    return {lang: text(each) for lang, each in value.items()}


def yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Wrong("toml-yes")
    return value


def number(limit: int) -> Reads:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= limit:
            raise Wrong("toml-number", value=value, limit=limit)
        return value

    return read


def choice(*words: str) -> Reads:
    def read(value: Any) -> str:
        if value not in words:
            raise Wrong("no-choice", value=value, choices=", ".join(words))
        return value

    return read


def list_of(read: Reads) -> Reads:
    def every(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Wrong("not-a-list")
        return tuple(dict.fromkeys(read(each) for each in value))

    return every


def day(value: Any) -> date:
    """A day as TOML has it, or as a text."""
    if isinstance(value, date) and not isinstance(value, datetime):
        found = value
    else:
        try:
            found = date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Wrong("no-date", value=value) from None
    if not EARLIEST <= found.year <= LATEST:
        raise Wrong("implausible-year", value=value, earliest=EARLIEST, latest=LATEST)
    return found


def grace(value: Any) -> Grace:
    if not isinstance(value, dict) or set(value) - {"months", "days"}:
        raise Wrong("toml-grace")
    return Grace(number(LONGEST.months)(value.get("months", 0)), number(LONGEST.days)(value.get("days", 0)))


def code(value: Any) -> str:
    """A code stands in addresses; folders are named after it."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*", value) or len(value) > 20:
        raise Wrong("duty-code", value=value)
    return value


def ending(value: Any) -> str:
    found = text(value).lower().removeprefix(".")
    if not re.fullmatch("[a-z0-9]+", found):
        raise Wrong("toml-ending", value=value)
    return found


SECTION: dict[str, Reads] = {"code": code, "title": texts}
DUTY: dict[str, Reads] = {
    "code": code,
    "title": texts,
    "section": code,
    "period": choice(*get_args(Kind)),
    "grace": grace,
    "counts": choice(*get_args(get_type_hints(Duty)["counts"])),
    "basis": texts,
    "formats": list_of(ending),
    "unit": text,
    "at": list_of(text),
    "verified": yes,
    "drop": yes,
}
REQUESTS: dict[str, Reads] = {
    "term": number(366),
    "working": yes,
    "extension": number(366),
    "urgent": number(1000),
    "subdivision": text,
    "days_off": list_of(day),
    "basis": texts,
    "verified": yes,
}
HEADING: dict[str, Reads] = {
    "code": code,
    "title": texts,
    "tables": list_of(choice(*get_args(Figures))),
    "asks": texts,
    "verified": yes,
    "drop": yes,
}
REGISTER: dict[str, Reads] = {"days": number(366), "basis": texts, "verified": yes}
TOP: dict[str, Reads] = {
    "profile": text,
    "since": day,
    "law": texts,
    "act": text,
    "country": text,
    "model": yes,
}
