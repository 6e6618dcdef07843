"""What differs between two texts of an act, passage by passage and then word by word.

A passage is a paragraph, a heading, an item or a row; how it is set in type does not count. Not here: which texts are compared
(`periods`), and how the difference is shown (`presenters.act_comparison`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from html.parser import HTMLParser
from typing import Literal, NamedTuple

Kind = Literal["same", "added", "removed"]
_BLOCKS = frozenset(
    {
        "p",
        "li",
        "dt",
        "dd",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "caption",
        "pre",
        "blockquote",
        "ol",
        "ul",
        "table",
        "div",
    }
)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+|\s+|[^\w\s]")
ALIKE = 0.5
"""From this share of common words on, two passages are one that was changed."""
MANY = 4000
"""Pairs of passages that are looked at, at most, where many were replaced at once."""


class Passage(NamedTuple):
    text: str
    level: int = 0


class Changed(NamedTuple):
    """A passage in both texts, or in one: its `runs` say which words are whose."""

    kind: Literal["same", "changed", "added", "removed"]
    runs: tuple[tuple[Kind, str], ...]
    level: int


class _Passages(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Passage] = []
        self.words: list[str] = []
        self.level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end()
            self.level = int(tag[1]) if tag[0] == "h" else 0
        elif tag in ("td", "th") and "".join(self.words).strip():
            self.words.append(" · ")
        elif tag == "br":
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def end(self) -> None:
        text = " ".join("".join(self.words).split())
        if text:
            self.found.append(Passage(text, self.level))
        self.words, self.level = [], 0


def passages(html: str) -> list[Passage]:
    """The passages of a body, in their order."""
    parser = _Passages()
    parser.feed(html)
    parser.close()
    parser.end()
    return parser.found


def compared(older: list[Passage], newer: list[Passage]) -> list[Changed]:
    """Both texts as one, in the order of the newer; what went stands where it stood."""
    found: list[Changed] = []
    matcher = SequenceMatcher(None, older, newer)
    for code, a, b, c, d in matcher.get_opcodes():
        if code == "equal":
            found += (Changed("same", (("same", each.text),), each.level) for each in newer[c:d])
        else:
            found += _replaced(older[a:b], newer[c:d])
    return found


def _replaced(older: list[Passage], newer: list[Passage]) -> Iterator[Changed]:
    """Passages that took the place of others: each with the one that it came of, where it is like one."""
    begin = 0
    for each in older:
        near = newer[begin:] if len(older) * len(newer) <= MANY else newer[begin : begin + 1]
        at = next((begin + at for at, other in enumerate(near) if _alike(each, other)), None)
        if at is None:
            yield Changed("removed", (("removed", each.text),), each.level)
            continue
        yield from (Changed("added", (("added", other.text),), other.level) for other in newer[begin:at])
        yield Changed("changed", tuple(_words(each.text, newer[at].text)), newer[at].level)
        begin = at + 1
    yield from (Changed("added", (("added", other.text),), other.level) for other in newer[begin:])


def _alike(one: Passage, other: Passage) -> bool:
    if bool(one.level) != bool(other.level):
        return False
    matcher = SequenceMatcher(None, _WORD.findall(one.text), _WORD.findall(other.text))
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _words(older: str, newer: str) -> Iterator[tuple[Kind, str]]:
    """The words of a changed passage; a space between two changes belongs to both, so that each reads as a phrase."""
    one, other = _WORD.findall(older), _WORD.findall(newer)
    went, came = "", ""
    for code, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        same = "".join(other[c:d]) if code == "equal" else ""
        if same.strip() or (same and not (went or came)):
            yield from _both(went, came)
            went, came = "", ""
            yield "same", same
        else:
            went += same or "".join(one[a:b])
            came += same or "".join(other[c:d])
    yield from _both(went, came)


def _both(went: str, came: str) -> Iterator[tuple[Kind, str]]:
    if went:
        yield "removed", went
    if came:
        yield "added", came
