"""Problems that editors and operators are told of: where, what, and what to do.

A problem is data until it is printed; its words come from the `editor` catalogs. Who finds problems is elsewhere:
`read` for one document, `check` for the library.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal

from sajaro import catalogs
from sajaro.messages import INFORMATION, MESSAGES, REASONS, WARNINGS
from sajaro.plain import plain

Format = Literal["text", "json", "github"]
Level = Literal["error", "warning", "information"]


@plain
class Problem:
    """One thing that is wrong in one place.

    `file` is relative to the site's folder, with forward slashes. `line` counts from 1. `field` is a path such as
    `quotes[2].text`. `code` names the message in `messages.MESSAGES`; `facts` fill its places.
    """

    file: str
    line: int | None
    field: str | None
    code: str
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def level(self) -> Level:
        if self.code in INFORMATION:
            return "information"
        return "warning" if self.code in WARNINGS else "error"

    def message(self, lang: str) -> str:
        """What is wrong and what to do, in the editor's language, on one line."""
        words = catalogs.editor(lang)
        facts = dict(self.facts)
        for name in facts.keys() & {"what", "reason"}:
            facts[name] = words.gettext(REASONS.get(facts[name], facts[name])) if facts[name] else ""
        return words.gettext(MESSAGES[self.code]).format_map(facts).strip()

    def text(self, lang: str) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        field = f"{self.field}: " if self.field else ""
        return f"{place}: {field}{self.message(lang)} [{self.level}]"

    def as_json(self, lang: str) -> dict[str, object]:
        return {
            "file": self.file,
            "line": self.line,
            "field": self.field,
            "level": self.level,
            "code": self.code,
            "message": self.message(lang),
        }

    def as_annotation(self, lang: str) -> str:
        """A workflow command of GitHub Actions, which other forges understand too."""
        line = f",line={self.line}" if self.line else ""
        field = f"{self.field}: " if self.field else ""
        level = "notice" if self.level == "information" else self.level
        return f"::{level} file={_property(self.file)}{line}::{_message(field + self.message(lang))}"


def problem(file: str, code: str, /, *, line: int | None = None, field: str | None = None, **facts: object) -> Problem:
    """A problem, with its facts made printable: one line, without control characters, never longer than a reader needs."""
    if code not in MESSAGES:
        raise KeyError(code)
    field = _printable(field) if field else None
    return Problem(
        _printable(file), line, field, code, tuple((name, _printable(value)) for name, value in facts.items())
    )


def report(problems: Iterable[Problem], form: Format, lang: str) -> str:
    """All problems, sorted by file and line, in one of the formats of the command line."""
    ordered = in_order(problems)
    if form == "json":
        return json.dumps([each.as_json(lang) for each in ordered], ensure_ascii=False, indent=1)
    if form == "github":
        return "\n".join(each.as_annotation(lang) for each in ordered)
    return "\n".join(each.text(lang) for each in ordered)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda each: (each.file, each.line or 0, each.field or "", each.code, each.facts))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.level == "error"]


def warnings(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.level == "warning"]


def _printable(value: object) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())
    return text if len(text) <= 120 else text[:119] + "…"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
