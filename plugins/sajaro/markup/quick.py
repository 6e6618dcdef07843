"""Markdown as Python-Markdown has it, without looking for what a text cannot hold.

An extension is used where its marks are in the text, an inline pattern where its first characters are. Most texts have few of either.
What comes out is the same, which the tests hold against Python-Markdown itself.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import Any

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

MARKS = {
    "sane_lists": "",
    "tables": r"\|",
    "footnotes": r"\[\^",
    "def_list": r"^(?:[^\w\n]|[\d_])*:",
    "abbr": r"\*\[",
    "admonition": "!!!",
    "attr_list": r"\{",
    "fenced_code": "```|~~~",
}
"""The extensions, and what every text holds in which one of them finds something."""

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
"""What every text holds that an inline pattern of this name matches. Emphasis has two characters: it is looked for wherever any of
these is."""

_ANY = re.compile(r"[`\\\[<&*_]|  \n")
_MARKED = {name: re.compile(marks, re.MULTILINE) for name, marks in MARKS.items()}


def converter(text: str, footnotes: tuple[tuple[str, str], ...]) -> Markdown:
    """What converts `text`; `footnotes` are the options of that extension."""
    return _converter(tuple(name for name, marks in _MARKED.items() if marks.search(text)), footnotes).reset()


@cache
def _converter(extensions: tuple[str, ...], footnotes: tuple[tuple[str, str], ...]) -> Markdown:
    configured = {"footnotes": dict(footnotes)}
    # Python-Markdown looks names up among the entry points of all that is installed, which takes longer than most texts.
    modules = {name: import_module(f"markdown.extensions.{name}") for name in extensions}
    made = [module.makeExtension(**configured.get(name, {})) for name, module in modules.items()]
    md = Markdown(extensions=made, output_format="html")
    md.treeprocessors.deregister("inline")
    md.treeprocessors.register(QuickInline(md), "inline", 20)
    return md


class QuickInline(InlineProcessor):
    """Takes the place of Python-Markdown's `inline`."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.inlinePatterns: Any = list(md.inlinePatterns)
        self.starts = [""] * len(self.inlinePatterns)
        for name, start in STARTS.items():
            if name in md.inlinePatterns:
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
