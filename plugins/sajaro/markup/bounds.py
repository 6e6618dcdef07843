"""What would take unbounded time or memory to convert is counted before it is converted.

The limits are far above any real document and far below what hurts: Python-Markdown takes quadratic time for unmatched
brackets and for marks in one paragraph, and recurses once per level of nesting; HTML that is never closed is opened again in
every paragraph that follows. Each limit alone is met within a few seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 2_000_000
LINES = 40_000
DEEPEST = 50
UNMATCHED = 200
FOOTNOTES = 1_000
ABBREVIATIONS = 200
MARKS = 20_000
BREAKS = 2_000
CELLS = 200_000
TAGS = 200
REOPENED = 1_000_000

Excess = tuple[str, int, dict[str, object]]
"""Code of a message, line from 1, facts."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_LEVELS = re.compile(rf"^[ \t]{{{2 * DEEPEST},}}(?:[*+-]|\d{{1,9}}[.)])[ ]|^(?:[ ]?>){{{DEEPEST + 1}}}", re.MULTILINE)
_DEFINITIONS = re.compile(r"^ {0,3}:", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:", re.MULTILINE)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[", re.MULTILINE)
_QUOTED = re.compile(r"^(?: {0,3}>)+", re.MULTILINE)
_BREAK = re.compile(r"^ {0,3}(?:#{1,6}[ \t]|([*_-]) *(?:\1 *){2,}$)", re.MULTILINE)
_TABLE = re.compile(r"^[ ]*\|?[ ]*:?-+:?[ ]*(?:\||$)", re.MULTILINE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?=[\s/>])|\n[ \t]*\n")
_UNCLOSED = frozenset("p li td th tr thead tbody tfoot colgroup dt dd option br hr img wbr col input".split())
"""Elements that HTML lets stay open, or that have no end."""
_PAIRS = (("[", "]"), ("(", ")"), ("<", ">"), ("{", "}"))
_TICKS = re.compile(r"`+")


def excess(text: str) -> Excess | None:
    """The first thing in a body that will not be converted; None where all is well."""
    if len(text) > LONGEST:
        return "too-long", 1, {"limit": LONGEST}
    if found := _CONTROL.search(text):
        return "control-character", line_of(text, found.start()), {"character": f"U+{ord(found[0]):04X}"}
    if found := _CONFLICT.search(text):
        return "merge-conflict", line_of(text, found.start()), {}
    if found := _LEVELS.search(text):
        return "too-deep", line_of(text, found.start()), {"limit": DEEPEST}
    return next((each for count in (_notes, _lines, _tags, _blocks) for each in count(text)), None)


def _notes(text: str) -> Iterator[Excess]:
    if text.count("[^") > FOOTNOTES:
        if len(_FOOTNOTE.findall(text)) > FOOTNOTES:
            yield "too-many-footnotes", 1, {"limit": FOOTNOTES}
        if text.count("[^") > 3 * FOOTNOTES:
            yield "too-many-footnotes", 1, {"limit": 3 * FOOTNOTES}


def _lines(text: str) -> Iterator[Excess]:
    """Lines with something on them, each level of a quotation counted; abbreviations are looked for in all of them."""
    abbreviations = len(_ABBREVIATION.findall(text)) if "*[" in text else 0
    if abbreviations > ABBREVIATIONS:
        yield "too-many-abbreviations", 1, {"limit": ABBREVIATIONS}
    limit = LINES // 4 if abbreviations else LINES
    if len(text) > limit:
        quoted = sum(found[0].count(">") for found in _QUOTED.finditer(text)) if text.count(">") > UNMATCHED else 0
        if quoted + sum(not line.isspace() for line in text.split("\n") if line) > limit:
            yield "too-many-lines", 1, {"limit": limit}


def _tags(text: str) -> Iterator[Excess]:
    """HTML that is nested too deep, or that stays open over too much."""
    if text.count("<") <= TAGS:
        return
    depth = reopened = 0
    for found in _TAG.finditer(text):
        name = (found[2] or "").lower()
        if found[1]:
            depth = max(0, depth - (name not in _UNCLOSED))
        elif name and name not in _UNCLOSED:
            depth += 1
        reopened += depth
        if depth > TAGS or reopened > REOPENED:
            yield "too-deep", line_of(text, found.start()), {"limit": TAGS}
            return


def _blocks(text: str) -> Iterator[Excess]:
    """What is too much for one paragraph, or in many paragraphs together."""
    if all(text.count(each) <= UNMATCHED for each in "[(<{`*_&\\!:#-|"):
        return
    if text.count("|") > CELLS:
        yield "too-dense", 1, {"limit": CELLS}
    start = squares = 0
    for block in re.split(r"(\n[ \t]*\n)", text):
        for opening, closing in _PAIRS:
            unmatched = block.count(opening) - block.count(closing)
            if unmatched > UNMATCHED or _deepest(block, opening, closing) > UNMATCHED:
                yield "unmatched", line_of(text, text.index(opening, start)), {"character": opening, "limit": UNMATCHED}
            if unmatched > 0:
                squares += unmatched * unmatched
        if squares > 20 * UNMATCHED**2:
            yield "unmatched", line_of(text, start), {"character": "[", "limit": UNMATCHED}
        if len(block) > UNMATCHED:
            yield from _block(text, block, start)
        start += len(block)


def _block(text: str, block: str, start: int) -> Iterator[Excess]:
    start += len(block) - len(block.lstrip())
    ticks = _TICKS.findall(block)
    if len(ticks) > UNMATCHED and len(set(ticks)) > UNMATCHED // 4:
        yield "unmatched", line_of(text, text.index("`", start)), {"character": "`", "limit": UNMATCHED}
    if len(_DEFINITIONS.findall(block)) > UNMATCHED:
        yield "too-deep", line_of(text, start), {"limit": UNMATCHED}
    if len(block) > MARKS and not _TABLE.search(block) and sum(block.count(each) for each in "*_`[<&\\!") > MARKS:
        yield "too-dense", line_of(text, start), {"limit": MARKS}
    if block.count("\n") > BREAKS and sum(1 for _ in _BREAK.finditer(block)) > BREAKS:
        yield "too-dense", line_of(text, start), {"limit": BREAKS}


def _deepest(block: str, opening: str, closing: str) -> int:
    if block.count(opening) <= UNMATCHED:
        return 0
    depth = deepest = 0
    for character in block:
        if character == opening:
            depth += 1
            deepest = max(deepest, depth)
        elif character == closing and depth:
            depth -= 1
    return deepest


def line_of(text: str, at: int) -> int:
    """The line, from 1, of an offset."""
    return text.count("\n", 0, at) + 1
