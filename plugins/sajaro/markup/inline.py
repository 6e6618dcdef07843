"""Inline Markdown as Python-Markdown has it, without looking for patterns whose first characters a text does not hold.

Most texts hold none of them, and most others few. What comes out is the same, which the tests hold against Python-Markdown itself.
"""

from __future__ import annotations

import re
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

STARTS = {
    "backtick": "`",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
"""What every text holds that a pattern of this name matches. Emphasis has two characters: it is looked for wherever any of these is."""

_ANY = re.compile(r"[`\\\[<&*_]|  \n")


class QuickInline(InlineProcessor):
    """Takes the place of Python-Markdown's `inline`; its patterns must be these and emphasis alone."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.inlinePatterns: Any = list(md.inlinePatterns)
        self.starts = [""] * len(self.inlinePatterns)
        for name, start in STARTS.items():
            self.starts[md.inlinePatterns.get_index_for_name(name)] = start

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        if isinstance(data, AtomicString) or not _ANY.search(data):
            return data
        start, count = 0, len(self.starts)
        while patternIndex < count:
            if self.starts[patternIndex] not in data:
                patternIndex, start = patternIndex + 1, 0
                continue
            data, matched, start = self._InlineProcessor__applyPattern(
                self.inlinePatterns[patternIndex], data, patternIndex, start
            )
            if not matched:
                patternIndex += 1
        return data


def quicken(md: Markdown) -> Markdown:
    """`md` with its inline processor replaced. Raises ValueError where one of the patterns is missing."""
    md.treeprocessors.deregister("inline")
    md.treeprocessors.register(QuickInline(md), "inline", 20)
    return md
