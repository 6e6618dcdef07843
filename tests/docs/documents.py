"""The documents for people, taken apart: their code, their headings, what they name in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (
        *(ROOT / f"{name}.md" for name in ("README", "CHANGELOG", "CONTRIBUTING")),
        *sorted((ROOT / "docs").glob("*.md")),
    )
}

_FENCED = re.compile(r"^( *)```(\w*)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_INDENTED = re.compile(r"(?<=\n\n)(?: {4}.*\n|\n(?= {4}))+")
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_NAMED = re.compile(r"`(content/[^`]+\.(?:md|csv))`[^`]*\Z")


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of code. `name` is the file of `content/` that the words before it name."""

    language: str
    text: str
    name: str | None


def blocks(text: str) -> Iterator[Block]:
    """The code between fences, then the code that is indented."""
    for found in _FENCED.finditer(text):
        name = _NAMED.search(text[: found.start()])
        yield Block(found[2], dedent(found[3]), name and name[1])
    for found in _INDENTED.finditer(_FENCED.sub("", text)):
        yield Block("", dedent(found[0]), None)


def prose(text: str) -> str:
    """A document without its blocks of code; spans of code stay."""
    return _INDENTED.sub("", _FENCED.sub("", text))


def spans(text: str) -> list[str]:
    """What stands between backticks in a document's prose."""
    return _SPAN.findall(prose(text))


def code(text: str) -> list[str]:
    """Every line of a document's code, spans among them."""
    return [*spans(text), *(line.strip() for block in blocks(text) for line in block.text.splitlines())]


def anchors(text: str) -> set[str]:
    """The places within a document, as forges name them by their headings."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} (.+)$", prose(text), re.MULTILINE):
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").strip().lower()
        name = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        count = sum(each == name or re.fullmatch(rf"{re.escape(name)}-\d+", each) is not None for each in found)
        found.add(f"{name}-{count}" if count else name)
    return found


def links(text: str) -> list[str]:
    """Where a document's prose leads."""
    return re.findall(r"\]\(([^)\s]+)\)", _SPAN.sub("", prose(text)))
