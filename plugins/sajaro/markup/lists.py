"""Lists as people type them: nested by two spaces or more, begun right after a paragraph, with code in their items.

Python-Markdown wants four spaces a level and a blank line before, and knows fences only outside of lists; this rewrites what
is indented before it reads. Lists in quotations, call-outs, notes and definitions are lists like others.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ITEM = re.compile(r"([*+-]|\d{1,9}[.)])(?:[ ]+|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})[^`]*$")
_NEEDED = re.compile(r"^[ \t>]*(?:[*+-]|\d{1,9}[.)])[ \t]", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\s#>|<!:*+-]")
_RULE = re.compile(r"[*-](?:[ ]*[*-]){2,}[ ]*")
_HOLDS = re.compile(r"(?P<callout>!!!|\?\?\?)[ ]|\[\^[^\]\n]+\]:|:[ ]{1,3}(?=\S)")
_QUOTED = re.compile(r" {0,3}>[ ]?")


def indent_by_four(text: str) -> str:
    """The same Markdown with each level of a list at four spaces."""
    return "\n".join(_List(text.split("\n")).lines()) if _NEEDED.search(text) else text


class _List:
    """Reads lines one by one; `levels` are the open lists: the indentation of their items, and whether they are ordered."""

    def __init__(self, given: list[str], paragraph: bool = False) -> None:
        self.given = given
        self.made: list[str] = []
        self.levels: list[tuple[int, bool]] = []
        self.unclosed: set[str] = set()
        self.blank, self.paragraph = not paragraph, paragraph

    def lines(self) -> list[str]:
        at = 0
        while at < len(self.given):
            line = self.given[at]
            body = line.expandtabs(4).lstrip(" ")
            if not body:
                self.made.append("")
                self.blank, self.paragraph = True, False
                at += 1
            elif (end := self._fenced(at, body)) or (end := self._held(at)):
                at = end
            else:
                self._line(line, body, len(line.expandtabs(4)) - len(body))
                at += 1
        return self.made

    def _line(self, line: str, body: str, indent: int) -> None:
        item = _ITEM.match(body)
        ordinal_in_text = self.paragraph and not self.levels and item and item[1][:-1].isdigit() and item[1][:-1] != "1"
        rule = item and not self.levels and _RULE.fullmatch(body)
        if item and not rule and not ordinal_in_text and (self.levels or indent < 4):
            self._item(body, indent, item[1] not in "*+-")
            return
        if self.levels and self.blank:
            self._leave(indent)
        if self.levels and self.blank:
            width = max(2, min(4, indent - self.levels[-1][0]))
            shift = 4 * len(self.levels) - self.levels[-1][0] - width
            self.made.append(" " * (indent + shift) + body)
        elif self.levels:
            self.made.append("    " * len(self.levels) + body if indent else line)
        else:
            self.made.append(line)
        self.paragraph = bool(_PARAGRAPH.match(body)) and (indent < 4 and not self.levels or self.blank)
        self.blank = False

    def _item(self, body: str, indent: int, ordered: bool) -> None:
        sibling = ordered
        while self.levels and indent < self.levels[-1][0] + 2:
            sibling = self.levels.pop()[1]
        if self.paragraph or sibling != ordered:
            self.made.append("")
        self.made.append("    " * len(self.levels) + body)
        self.levels.append((indent, ordered))
        self.blank = self.paragraph = False

    def _leave(self, indent: int) -> None:
        while self.levels and indent < self.levels[-1][0] + 2:
            self.levels.pop()

    def _fenced(self, at: int, body: str) -> int:
        """Takes a fence with all that it holds; within a list it becomes an indented block. Gives the line after it, or 0."""
        opened = _FENCE.match(body)
        if not opened:
            return 0
        indent = len(self.given[at].expandtabs(4)) - len(body)
        if self.blank:
            self._leave(indent)
        mark = opened[1]
        if mark in self.unclosed:
            return 0
        closing = re.compile(rf"\s*{re.escape(mark[0])}{{{len(mark)},}}\s*$")
        end = next((number for number in range(at + 1, len(self.given)) if closing.match(self.given[number])), 0)
        if not end:
            self.unclosed.add(mark)
            return 0
        if self.levels and indent:
            held = (self._without(line, indent) for line in self.given[at + 1 : end])
            margin = "    " * (len(self.levels) + 1)
            self.made += ["", *(margin + line if line else "" for line in held), ""]
            self.blank = True
        else:
            self.levels.clear()
            self.made += self.given[at : end + 1]
            self.blank = False
        self.paragraph = False
        return end + 1

    def _held(self, at: int) -> int:
        """Takes a quotation, a call-out, a note or a definition, the lists in it rewritten. Gives the line after it, or 0."""
        if self.levels and not self.blank:
            return 0
        if _QUOTED.match(self.given[at]):
            end = self._end(at, lambda line: _QUOTED.match(line) is not None)
            held = _List([_QUOTED.sub("", line, count=1) for line in self.given[at:end]]).lines()
            self.made += [f"> {line}" if line else ">" for line in held]
        elif holds := _HOLDS.match(self.given[at]):
            end = self._end(at + 1, lambda line: not line.strip() or line.startswith(("    ", "\t")))
            held = _List(
                [self._without(line, 4) for line in self.given[at + 1 : end]], paragraph=not holds["callout"]
            ).lines()
            self.made += [self.given[at], *(f"    {line}" if line else "" for line in held)]
        else:
            return 0
        self.levels.clear()
        self.blank = self.paragraph = False
        return end

    def _end(self, at: int, belongs: Callable[[str], bool]) -> int:
        end = at
        while end < len(self.given) and belongs(self.given[end]):
            end += 1
        while end > at and not self.given[end - 1].strip():
            end -= 1
        return end

    @staticmethod
    def _without(line: str, indent: int) -> str:
        """A line without so much of its indentation."""
        expanded = line.expandtabs(4)
        return expanded[min(indent, len(expanded) - len(expanded.lstrip(" "))) :] if expanded.strip() else ""
