"""Lists as people type them: nested by two spaces or more, begun right after a paragraph.

Python-Markdown wants four spaces a level and a blank line before; this rewrites the indentation before it reads.
"""

from __future__ import annotations

import re

_ITEM = re.compile(r"([*+-]|\d{1,9}[.)])(?:[ ]+|$)")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_NEEDED = re.compile(r"^ {0,3}(?:[*+-]|\d{1,9}[.)]) ", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\s#>|<!:*+-]")


def indent_by_four(text: str) -> str:
    """The same Markdown with each level of a list at four spaces."""
    if not _NEEDED.search(text):
        return text
    lines: list[str] = []
    levels: list[tuple[int, bool]] = []
    fence = ""
    blank, paragraph, shift = True, False, 0
    for line in text.split("\n"):
        body = line.expandtabs(4).lstrip(" ")
        indent = len(line.expandtabs(4)) - len(body)
        if fence:
            lines.append(" " * max(0, indent + shift) + body)
            fence = "" if body.rstrip() and set(body.rstrip()) == {fence[0]} and len(body.rstrip()) >= len(fence) else fence
            continue
        if not body:
            lines.append("")
            blank, paragraph = True, False
            continue
        item = _ITEM.match(body)
        ordinal_in_text = paragraph and not levels and item and item[1][:-1].isdigit() and item[1][:-1] != "1"
        rule = item and not levels and re.fullmatch(r"[*-](?:[ ]*[*-]){2,}[ ]*", body)
        if item and not rule and not ordinal_in_text and (levels or indent < 4):
            ordered = item[1] not in "*+-"
            sibling = ordered
            while levels and indent < levels[-1][0] + 2:
                sibling = levels.pop()[1]
            if paragraph or sibling != ordered:
                lines.append("")
            lines.append("    " * len(levels) + body)
            levels.append((indent, ordered))
            shift = 4 * len(levels) - indent
            blank, paragraph = False, False
            continue
        if levels and blank:
            while levels and indent < levels[-1][0] + 2:
                levels.pop()
            if levels:
                width = max(2, min(4, indent - levels[-1][0]))
                shift = 4 * len(levels) - levels[-1][0] - width
                lines.append(" " * (indent + shift) + body)
            else:
                shift = 0
                lines.append(line)
        elif levels:
            shift = 4 * len(levels) - indent
            lines.append("    " * len(levels) + body if indent else line)
        else:
            shift = 0
            lines.append(line)
        if opened := _FENCE.match(body):
            fence = opened[1]
        paragraph = bool(_PARAGRAPH.match(body)) and (indent < 4 and not levels or blank)
        blank = False
    return "\n".join(lines)
