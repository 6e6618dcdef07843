"""What would take unbounded time or memory to convert is counted before it is converted.

The limits are far above any real document and far below what hurts: Python-Markdown takes quadratic time for unmatched
brackets and recurses once per level of nesting.
"""

from __future__ import annotations

import re

LONGEST = 2_000_000
DEEPEST = 50
UNMATCHED = 200
FOOTNOTES = 1_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_LEVELS = re.compile(rf"^[ \t]{{{2 * DEEPEST},}}(?:[*+-]|\d{{1,9}}[.)])[ ]|^(?:[ ]?>){{{DEEPEST + 1}}}", re.MULTILINE)
_DEFINITIONS = re.compile(r"^ {0,3}:", re.MULTILINE)
_FOOTNOTE = re.compile(r"^\[\^[^\]\n]+\]:", re.MULTILINE)
_PAIRS = (("[", "]"), ("(", ")"), ("<", ">"), ("{", "}"))
_TICKS = re.compile(r"`+")


def excess(text: str) -> tuple[str, int, dict[str, object]] | None:
    """The first thing in a body that will not be converted: code of the message, line from 1, facts. None where all is well."""
    if len(text) > LONGEST:
        return "too-long", 1, {"limit": LONGEST}
    if found := _CONTROL.search(text):
        return "control-character", line_of(text, found.start()), {"character": f"U+{ord(found[0]):04X}"}
    if found := _CONFLICT.search(text):
        return "merge-conflict", line_of(text, found.start()), {}
    if found := _LEVELS.search(text):
        return "too-deep", line_of(text, found.start()), {"limit": DEEPEST}
    footnotes = _FOOTNOTE.findall(text)
    if len(footnotes) > FOOTNOTES:
        return "too-many-footnotes", 1, {"limit": FOOTNOTES}
    return _unmatched(text)


def _unmatched(text: str) -> tuple[str, int, dict[str, object]] | None:
    start = 0
    for block in re.split(r"(\n[ \t]*\n)", text):
        if len(block) > UNMATCHED:
            for opening, closing in _PAIRS:
                if block.count(opening) - block.count(closing) > UNMATCHED or _deepest(block, opening, closing) > UNMATCHED:
                    at = text.index(opening, start)
                    return "unmatched", line_of(text, at), {"character": opening, "limit": UNMATCHED}
            ticks = _TICKS.findall(block)
            if len(ticks) > UNMATCHED and len(set(ticks)) > UNMATCHED // 4:
                return "unmatched", line_of(text, text.index("`", start)), {"character": "`", "limit": UNMATCHED}
            if len(_DEFINITIONS.findall(block)) > UNMATCHED:
                return "too-deep", line_of(text, start), {"limit": UNMATCHED}
        start += len(block)
    return None


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
