"""Tables of small documents, as spreadsheets save them: one row a document, a header of field names.

UTF-8 with or without BOM, comma or semicolon, quoted line breaks, empty columns at the end. A text says its language in the
last part of its header (`title.ka`), and so does what a translation is (`translation.ka`); lists are parted by `|`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from sajaro.fields import Declared, shapes
from sajaro.files import portable
from sajaro.plain import plain
from sajaro.problems import Problem, problem
from sajaro.read.front_matter import Draft
from sajaro.types.base import Fields

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
_STEM = re.compile(r"[^\s/\\:*?\"<>|]{1,120}$")
OF_ONE_LANGUAGE = "translation"
"""The fact that each language says for itself: what its translation is."""


@plain
class Column:
    """What a header means: the field's path, and the language of its texts."""

    path: tuple[Declared, ...]
    lang: str | None
    body: bool = False
    id: bool = False


@dataclass(slots=True)
class Row:
    """A row: its stem, what it says with the heads of its columns, and what that is in each language; the first draft is the original."""

    stem: str
    line: int
    written: str
    drafts: Callable[[], list[Draft]]


def rows(content: bytes, file: str, model: type[Fields], languages: tuple[str, ...]) -> tuple[list[Row], list[Problem]]:
    """The rows of a table; with a problem in the header there are none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [problem(file, "not-utf-8")]
    if not text.strip():
        return [], [problem(file, "empty-file")]
    if found := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", text):
        return [], [
            problem(
                file,
                "control-character",
                line=text.count("\n", 0, found.start()) + 1,
                character=f"U+{ord(found[0]):04X}",
            )
        ]
    header = text.split("\n", 1)[0]
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=";" if header.count(";") > header.count(",") else ",", strict=True
    )
    try:
        names = next(reader)
        columns, problems = _columns(names, file, model, languages)
        if any(each.level == "error" for each in problems):
            return [], problems
        found_rows, more = _rows(reader, names, columns, file, languages)
        return found_rows, problems + more
    except csv.Error as error:
        return [], [problem(file, "csv", line=reader.line_num, reason=str(error))]


def _columns(
    names: list[str], file: str, model: type[Fields], languages: tuple[str, ...]
) -> tuple[list[Column | None], list[Problem]]:
    columns: list[Column | None] = []
    problems: list[Problem] = []
    for name in names:
        name = name.strip()
        column = _column(name, model, languages, file, problems) if name else None
        if column and column in columns:
            problems.append(problem(file, "column-twice", line=1, field=name))
        columns.append(column)
    if not any(column and column.id for column in columns):
        problems.append(problem(file, "no-id-column", line=1))
    return columns, problems


def _column(
    name: str, model: type[Fields], languages: tuple[str, ...], file: str, problems: list[Problem]
) -> Column | None:
    parts = name.split(".")
    if parts == ["id"]:
        return Column((), None, id=True)
    lang = (
        parts.pop()
        if len(parts) > 1 and (parts[-1] in languages or _LANGUAGE.match(parts[-1]) and not _known(model, parts))
        else None
    )
    if lang and lang not in languages:
        problems.append(problem(file, "column-language", line=1, field=name, language=lang))
        return None
    if parts == ["body"]:
        return Column((), lang or languages[0], body=True)
    path = _known(model, parts)
    if not path:
        problems.append(
            problem(
                file, "unknown-column", line=1, field=name, known=", ".join(each.key for each in shapes(model).values())
            )
        )
        return None
    last = path[-1]
    if last.part is not None:
        keys = {each.key: each for each in shapes(last.part).values()}
        sub = keys.get(last.part.short) or next(iter(keys.values()))  # type: ignore[attr-defined]
        path = (*path, sub)
        last = sub
    if last.key == OF_ONE_LANGUAGE and not lang:
        problems.append(problem(file, "column-of-translation", line=1, field=name, language=languages[-1]))
        return None
    is_text = last.shape is not None and last.shape.text
    if lang and not is_text and last.key != OF_ONE_LANGUAGE:
        problems.append(problem(file, "column-of-fact", line=1, field=name))
        return None
    return Column(path, lang or (languages[0] if is_text else None))


def _known(model: Any, parts: list[str]) -> tuple[Declared, ...]:
    path: list[Declared] = []
    for part in parts:
        if model is None:
            return ()
        declared = next((each for each in shapes(model).values() if each.key == part), None)
        if declared is None:
            return ()
        path.append(declared)
        model = declared.part
    return tuple(path)


def _rows(
    reader: Iterator[list[str]],
    names: list[str],
    columns: list[Column | None],
    file: str,
    languages: tuple[str, ...],
) -> tuple[list[Row], list[Problem]]:
    found: list[Row] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    line = reader.line_num + 1  # type: ignore[attr-defined]
    heads, at = repr(names), next(number for number, column in enumerate(columns) if column and column.id)
    for cells in reader:
        start, line = line, reader.line_num + 1  # type: ignore[attr-defined]
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell in cells[len(columns) :]):
            problems.append(problem(file, "row-too-long", line=start))
            continue
        stem = cells[at].strip() if at < len(cells) else ""
        if not _STEM.match(stem) or stem.startswith(".") or not portable(stem):
            problems.append(problem(file, "row-id", line=start, field="id", value=stem))
        elif stem.casefold() in seen:
            other = seen[stem.casefold()]
            problems.append(problem(file, "row-id-twice", line=start, field="id", value=stem, other=other))
        else:
            seen[stem.casefold()] = start
            drafts = partial(_drafts, cells, columns, file, start, languages)
            found.append(Row(stem, start, f"{heads}{cells!r}", drafts))
    return found, problems


def _drafts(
    cells: list[str], columns: list[Column | None], file: str, line: int, languages: tuple[str, ...]
) -> list[Draft]:
    facts: dict[str, Any] = {}
    texts: dict[str, dict[str, Any]] = {}
    bodies: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        cell = cell.strip()
        if column is None or column.id or not cell:
            continue
        if column.body:
            bodies[column.lang or languages[0]] = cell
        else:
            _put(texts.setdefault(column.lang, {}) if column.lang else facts, column.path, cell)
    spoken = [lang for lang in languages if "title" in texts.get(lang, {})] or [languages[0]]
    first = spoken[0]
    original = Draft(
        first, file, _merged(facts, texts.get(first, {})), body=bodies.get(first, ""), body_line=line, row=line
    )
    drafts = [original]
    for lang in spoken[1:]:
        drafts.append(Draft(lang, file, texts[lang], body=bodies.get(lang, ""), body_line=line, row=line))
    return drafts


def _put(values: dict[str, Any], path: tuple[Declared, ...], cell: str) -> None:
    """Sets a value; a list of groups is filled column by column, item by item."""
    declared, rest = path[0], path[1:]
    if not rest:
        values[declared.key] = [part.strip() for part in cell.split("|") if part.strip()] if declared.many else cell
    elif declared.many:
        items = values.setdefault(declared.key, [])
        for number, part in enumerate(cell.split("|")):
            while len(items) <= number:
                items.append({})
            if part.strip():
                _put(items[number], rest, part.strip())
    else:
        _put(values.setdefault(declared.key, {}), rest, cell)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            merged[key] = _merged(old, value)
        elif isinstance(old, list) and isinstance(value, list) and old and isinstance(old[0], dict):
            merged[key] = [_merged(low, high) for low, high in zip(old, value, strict=False)]
        else:
            merged[key] = value
    return merged
