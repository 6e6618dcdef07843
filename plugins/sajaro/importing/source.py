"""A text on its way from a file to Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from sajaro.fields import N_
from sajaro.plain import plain


@plain
class Paragraph:
    """Inline Markdown; `level` is that of a heading that the file itself marks, 0 of what it does not. `stands_out` where it is centred or
    bold as a whole, as titles are."""

    text: str
    level: int = 0
    stands_out: bool = False


@plain
class Item:
    """An item of a list, `depth` from 0; `marker` is how Markdown writes it: `-` or `1.`."""

    text: str
    depth: int = 0
    marker: str = "-"


@plain
class Table:
    """Rows of cells of inline Markdown; the first row is the head."""

    rows: tuple[tuple[str, ...], ...]


@plain
class Doubt:
    """What an editor has to look at: a sentence that the catalogs know, with its facts."""

    sentence: str
    facts: tuple[tuple[str, object], ...] = ()


def doubt(sentence: str, **facts: object) -> Doubt:
    return Doubt(sentence, tuple(facts.items()))


Block = Paragraph | Item | Table | Doubt


@dataclass(slots=True)
class Source:
    """What a file holds: its text as blocks, its footnotes by their marks, and what is doubtful about it as a whole."""

    kind: Literal["docx", "pdf"]
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    title: str = ""


_MARKUP = re.compile(r"([\\`*_\[\]{}|])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_AT_START = re.compile(
    r"#|\+(?= )|-(?=[ -]*$)|!(?=!!)|~(?=~~)|:(?= )|=(?==*$)|(?<=^\d\d\d)[.)](?= )|(?<=^\d\d\d\d)[.)](?= )"
)
_AT_ALL = {"~": "&#126;", ":": "&#58;", "=": "&#61;"}
"""What no backslash helps against."""


def escaped(text: str) -> str:
    """Text that Markdown is to leave as it is."""
    return _MARKUP.sub(r"\\\1", text.translate(_ENTITIES))


def at_start(text: str) -> str:
    """The same where it begins a block, so that a year is no number of a list. Numbers and hyphens that were typed make lists."""
    found = _AT_START.search(text[:6])
    if not found or (found.start() and not text[: found.start()].isdigit()):
        return text
    return text[: found.start()] + _AT_ALL.get(found[0], "\\" + found[0]) + text[found.end() :]


def unmarked(text: str) -> str:
    """Inline Markdown without its marks."""
    text = re.sub(r"\[\^[^\]]*\]|</?su[bp]>", "", text)
    text = re.sub(r"(?<!\\)\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return " ".join(unescape(re.sub(r"\\(.)|\*+", lambda found: found[1] or "", text)).split())


LEFT_OUT = N_("a picture was left out here; put it beside this file and link it, or delete this remark")
