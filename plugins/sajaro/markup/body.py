"""What is known of a body beside its HTML, and what its conversion is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from sajaro.plain import plain

Fault = tuple[str, int | None, dict[str, object]]
"""Code of a message, line within the body from 1, facts."""


class Target(NamedTuple):
    """Where a link or a picture leads, as the editor wrote it, and on which line of the body."""

    href: str
    line: int | None
    text: str = ""
    caption: str = ""


class Heading(NamedTuple):
    level: int
    id: str
    text: str


@plain
class Words:
    """The few words that conversion itself puts on a page, in the body's language."""

    table: str = "Table {number}"
    back: str = "Back to the text, note {number}"
    callouts: tuple[tuple[str, str], ...] = ()
    """The title of a call-out that has none of its own, by its kind as Markdown writes it: ("Note", "შენიშვნა")."""
    footnotes: str = "Footnotes"


@dataclass(slots=True)
class Body:
    """What is known of a converted body without its HTML."""

    links: list[Target] = field(default_factory=list)
    pictures: list[Target] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    summary: str = ""
    faults: list[Fault] = field(default_factory=list)
