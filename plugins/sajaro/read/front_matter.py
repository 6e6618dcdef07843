"""YAML front matter, read as strings.

A loader that guesses turns `no` into False and `010` into 8; here every scalar stays what the editor wrote, and only
the types interpret it. Tags, anchors and aliases are refused: nothing is constructed, nothing expands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAGS = {
    None,
    "!",
    "?",
    *(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map", "int", "float", "bool", "null", "timestamp")),
}
_INTERNAL = "internal_"

DEEPEST = 20
"""Levels of lists and groups in front matter, at most."""
_SHORT = 1000
"""Characters that cannot be nested so deep that it matters."""

Path = tuple[str | int, ...]
"""Where a value stands: keys and positions from 0."""

Fault = tuple[str, int | None, str | None, dict[str, object]]
"""Code of a message, line in the file, field, facts."""


@dataclass(slots=True)
class Draft:
    """One document in one language as it stands in a file, before its type has looked at it."""

    lang: str
    file: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    faults: list[Fault] = field(default_factory=list)
    row: int | None = None

    def line(self, path: Path) -> int | None:
        """The line of the value at `path`, or of the nearest thing that holds it."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path[:-1]
        return self.row


def parse(content: bytes, lang: str, file: str) -> Draft:
    """A file's front matter and body; with faults in it the values are not to be used."""
    draft = Draft(lang, file)
    text = _decode(content, draft)
    if text is None:
        return draft
    if found := re.search(r"^(?:<{7}|>{7})(?: |$)", text, re.MULTILINE):
        draft.faults.append(("merge-conflict", text.count("\n", 0, found.start()) + 1, None, {}))
        return draft
    if not re.match(r"---[ \t]*\n", text):
        draft.faults.append(("no-front-matter", 1, None, {}))
        return draft
    start = text.index("\n") + 1
    end = re.compile(r"^---[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, start)
    if not end:
        draft.faults.append(("front-matter-open", 1, None, {}))
        return draft
    draft.body, draft.body_line = text[end.end() :], text.count("\n", 0, end.end()) + 1
    _load(text[start : end.start()], draft)
    return draft


def _decode(content: bytes, draft: Draft) -> str | None:
    if not content.strip():
        draft.faults.append(("empty-file", None, None, {}))
        return None
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        line = None if utf16 else content.count(b"\n", 0, error.start) + 1
        draft.faults.append(("not-utf-8", line, None, {}))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", text):
        facts: dict[str, object] = {"character": f"U+{ord(found[0]):04X}"}
        draft.faults.append(("control-character", text.count("\n", 0, found.start()) + 1, None, facts))
        return None
    return text


def _load(text: str, draft: Draft) -> None:
    try:
        if len(text) > _SHORT and (line := _too_deep(text)) is not None:
            draft.faults.append(("too-deep", line, None, {"limit": DEEPEST}))
            return
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        line = _line_of(error)
        draft.faults.append(("yaml", line, None, {"reason": getattr(error, "problem", None) or "?"}))
        return
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        draft.faults.append(("no-fields", 2, None, {}))
        return
    draft.values = _Walk(draft).mapping(node, ())


def _line_of(error: yaml.YAMLError) -> int:
    """Where a quotation or a bracket was opened, for there it is to be closed; else where reading ended."""
    opened, ended = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    mark = ended if "block" in (getattr(error, "context", None) or "") else opened or ended
    return mark.line + 2 if mark else 2


def _too_deep(text: str) -> int | None:
    """The line on which values are nested too deep. What is composed recurses in C, where nothing stops it before the stack ends."""
    depth = 0
    for event in yaml.parse(text, _Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return event.start_mark.line + 2
    return None


class _Walk:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> Any:
        line = node.start_mark.line + 2
        if id(node) in self.seen:
            self.fault("yaml-alias", self.draft.line(path) or line, path)
            return None
        self.seen.add(id(node))
        if node.tag not in _TAGS:
            self.fault("yaml-tag", line, path, tag=node.tag)
            return None
        if len(path) > DEEPEST:
            self.fault("too-deep", line, path, limit=DEEPEST)
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            items = [self.value(each, (*path, number)) for number, each in enumerate(node.value)]
            return [each for each in items if each is not None]
        empty = not node.value.strip() or (not node.style and node.value in ("~", "null"))
        return None if empty else node.value

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 2
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault("yaml", line, path, reason="a list or mapping as a field's name")
                continue
            key = key_node.value
            if not path and key.startswith(_INTERNAL):
                continue
            here = (*path, key)
            if here in self.draft.lines:
                self.fault("field-twice", line, here)
                continue
            self.draft.lines[here] = line
            values[key] = self.value(value_node, here)
        return values

    def fault(self, code: str, line: int, path: Path, **facts: object) -> None:
        self.draft.faults.append((code, line, field_name(path), facts))


def field_name(path: Path) -> str | None:
    """A path as editors read it: `quotes[2].text`, positions from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text or None
