"""TOML that knows its lines: Python's own parser reads it, one statement after the other.

A statement of TOML (a key and its value, or the head of a table) ends with a line, and none is whole before its last line.
So the shortest run of lines that can be read is one statement, and it begins on its first line.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from sajaro.plain import plain

Path = tuple[str | int, ...]

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


class Unreadable(ValueError):
    """The text is no TOML: `reason` as the parser says it, `line` counted from 1."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason, self.line = reason, line


@plain
class Located:
    """What a text holds, and the line on which each of its tables and keys begins."""

    tables: dict[str, Any]
    lines: dict[Path, int]

    def line(self, path: Path) -> int | None:
        """The line of a key, else of the nearest table around it."""
        return next((self.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.lines), None)


def located(text: str) -> Located:
    """The tables of a TOML text (1.0) with their lines. Raises Unreadable."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place["line"]) if place and place["line"] else text.rstrip().count("\n") + 1
        reason = _PLACE.sub("", str(error))
        raise Unreadable(reason, line) from None
    except RecursionError:
        raise Unreadable("nested too deeply", 1) from None
    return Located(tables, dict(_lines(text)))


def _lines(text: str) -> list[tuple[Path, int]]:
    found: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    inside: Path = ()
    begun, statement = 1, ""
    for number, line in enumerate(text.split("\n"), 1):
        statement += line + "\n"
        try:
            held = tomllib.loads(statement)
        except tomllib.TOMLDecodeError:
            continue
        if held and statement.lstrip(" \t").startswith("["):
            inside = _head(held, counts)
            found.setdefault(inside, begun)
        for path in _keys(held) if held and not statement.lstrip(" \t").startswith("[") else ():
            found.setdefault(inside + path, begun)
        begun, statement = number + 1, ""
    return list(found.items())


def _head(held: dict[str, Any], counts: dict[Path, int]) -> Path:
    """The path of the table that a head opens; an array of tables counts its tables."""
    path: Path = ()
    while held:
        ((name, inner),) = held.items()
        path += (name,)
        if isinstance(inner, list):
            counts[path] = counts.get(path, -1) + 1
            return (*path, counts[path])
        if path in counts:
            path += (counts[path],)
        held = inner
    return path


def _keys(held: dict[str, Any]) -> list[Path]:
    """The paths that a statement of a key sets: dotted ones and those within inline tables too, one level below."""
    found: list[Path] = []
    for name, inner in held.items():
        found.append((name,))
        if isinstance(inner, dict):
            found += [(name, below) for below in inner]
    return found
