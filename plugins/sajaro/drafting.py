"""The front matter that `new` and `init` begin documents with: fields that explain themselves in comments.

Every line is such that taking its # away leaves valid YAML; a field without a value counts as not given. Not here: where
a document goes (`commands.new`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from sajaro.fields import Declared, shapes
from sajaro.read.front_matter import Draft
from sajaro.read.text_digest import spelled_out
from sajaro.types.base import Fields

Say = Callable[[str], str]
"""Gives a message in the editor's language."""

_OF_TRANSLATIONS = frozenset({"translation", "translated_from"})
_PLAIN = re.compile(r"[^\W\d_][\w .,;!?()/–—«»„“”’-]*[\w.!?)»“”]|\d+|\d{4}-\d{2}-\d{2}")


def original(
    model: type[Fields],
    known: Mapping[str, str],
    needed: Iterable[str],
    note: str,
    say: Say,
    choices: Mapping[str, Iterable[str]],
) -> str:
    """A new document: `known` fields with their values, those that are `needed` empty, all others as comments below a note.

    `choices` names words that a field takes beyond those of its own declaration.
    """
    declared = {each.key: each for each in shapes(model).values()}
    own = [key for key in declared if key not in {each.key for each in shapes(Fields).values()}]
    others = [
        key for key in (*own, *declared) if key not in known and key not in needed and key not in _OF_TRANSLATIONS
    ]
    lines = [f"{key}: {scalar(value)}" for key, value in known.items()]
    for key in needed:
        lines += explained(declared[key], say, choices.get(key, ()))
    lines += ["", f"# {note}"]
    for key in dict.fromkeys(others):
        lines += [f"# {line}" for line in explained(declared[key], say, choices.get(key, ()))]
    return "\n".join(("---", *lines, "---", "", ""))


def explained(declared: Declared, say: Say, choices: Iterable[str] = ()) -> Iterator[str]:
    """An empty field, and those of its group, each with a comment that says what it is for."""
    words = [name for name, _ in declared.shape.words] if declared.shape else []
    text = say(declared.description)
    if not all(word in text for word in (*words, *choices)):
        text = f"{text} {', '.join((*words, *choices))}"
    value = " []" if declared.many and declared.part is None else ""
    yield f"{declared.key}:{value}  # {text}"
    if declared.part is not None:
        below = [line for each in shapes(declared.part).values() for line in explained(each, say)]
        yield from _indented(below, declared.many)


def translation(model: type[Fields], source: Draft, digest: str, note: str) -> str:
    """A translation to be written: a note, each text of the original as a comment above an empty field, the original's body."""
    lines = [f"# {note}", *_texts(model, source.values), "translation: unofficial", f'translated_from: "{digest}"']
    if language := source.values.get("source_language"):
        lines.append(f"source_language: {language}")
    return "\n".join(("---", *lines, "---", "", source.body.strip("\n"), ""))


def _texts(model: type[BaseModel], values: Mapping[str, Any]) -> Iterator[str]:
    for declared in shapes(model).values():
        value = values.get(declared.key)
        if value is None:
            continue
        if declared.part is not None:
            yield from _group(declared, declared.part, value)
        elif declared.shape is not None and declared.shape.text:
            yield from (f"# {line}" for line in _written(declared.key, value))
            yield f"{declared.key}:"


def _group(declared: Declared, part: type[BaseModel], value: Any) -> Iterator[str]:
    if not isinstance(value, list):
        below = list(_texts(part, spelled_out(part, value)))
        if below:
            yield from (f"{declared.key}:", *_indented(below, False))
        return
    items = [spelled_out(part, each) for each in value]
    texts = [list(_texts(part, each)) for each in items]
    if not any(texts):
        return
    # Items find each other by their identity where all have one, else by position: then each must stand here.
    identity = declared.identity if all(declared.identity in each for each in items) else None
    yield f"{declared.key}:"
    for item, below in zip(items, texts, strict=True):
        if identity and below:
            yield from _indented([f"{identity}: {scalar(item[identity])}", *below], True)
        elif not identity:
            yield from _indented(below, True) if below else ["  - {}"]


def _written(key: str, value: Any) -> Iterator[str]:
    """An original's text as it may stand in a comment."""
    if isinstance(value, list):
        yield f"{key}:"
        yield from (f"  - {' '.join(str(each).split())}" for each in value)
    elif "\n" in value.strip():
        yield f"{key}:"
        yield from (f"  {line}".rstrip() for line in value.strip().splitlines())
    else:
        yield f"{key}: {value.strip()}"


def _indented(lines: list[str], as_item: bool) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield ("  " if not as_item else "    " if number else "  - ") + line


def scalar(text: str) -> str:
    """A text on one line as YAML."""
    text = " ".join(text.split())
    if _PLAIN.fullmatch(text) and text != "null":
        return text
    return yaml.dump(text, allow_unicode=True, width=10**6, default_style='"').strip()
