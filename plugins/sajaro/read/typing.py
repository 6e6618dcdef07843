"""From drafts to typed fields: one declaration per field decides what is valid, and what a translation may say.

A translation is laid over its original: a text that it lacks is the original's, marked with its language; a fact
is the original's always.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError

from sajaro.fields import Declared, shapes
from sajaro.problems import Problem, problem
from sajaro.read.front_matter import Draft, field_name
from sajaro.types.base import Fields
from sajaro.views import Text

Path = tuple[str | int, ...]

_OWN = frozenset({"translation", "translated_from", "source_language", "personal_data_reviewed"})
"""Facts that belong to one file, not to the document."""

_LISTS = {"tuple_type", "list_type"}
_GROUPS = {"model_type", "model_attributes_type", "dict_type", "dataclass_type"}


def typed(model: type[Fields], draft: Draft, context: dict[str, Any]) -> tuple[Fields | None, list[Problem]]:
    """The fields of an original; None where any of them has an error."""
    problems = [_of(draft, code, line, name, facts) for code, line, name, facts in draft.faults]
    if problems:
        return None, problems
    fields, problems = _validate(model, draft.values, draft, context)
    if fields is not None:
        for name, code, facts in fields.rules():
            problems.append(problem(draft.file, code, line=draft.line(_path(name)), field=name, **facts))
    return (None if any(each.level == "error" for each in problems) else fields), problems


def translated(
    model: type[Fields], original: Fields | None, source: Draft, draft: Draft, context: dict[str, Any]
) -> tuple[Fields | None, list[Problem]]:
    """The fields of a translation, whole."""
    problems = [_of(draft, code, line, name, facts) for code, line, name, facts in draft.faults]
    if problems:
        return None, problems
    lay = _Lay(draft, source.lang)
    merged = lay.values(model, source.values, draft.values, ())
    fields, problems = _validate(model, merged, draft, context)
    mine = [each for each in problems if each.field and _path(each.field)[0] in draft.values]
    if original is None or fields is None:
        return None, mine + lay.problems
    whole = lay.fields(model, original, fields, draft.values, ())
    return whole, mine + lay.problems


def _path(name: str) -> Path:
    """`quotes[2].text` → ("quotes", 1, "text")."""
    parts: list[str | int] = []
    for part in name.split("."):
        key, _, position = part.partition("[")
        parts.append(key)
        if position:
            parts.append(int(position.rstrip("]")) - 1)
    return tuple(parts)


def _of(draft: Draft, code: str, line: int | None, name: str | None, facts: dict[str, object]) -> Problem:
    return problem(draft.file, code, line=line, field=name, **facts)


def _validate(
    model: type[Fields], values: dict[str, Any], draft: Draft, context: dict[str, Any]
) -> tuple[Fields | None, list[Problem]]:
    try:
        return model.model_validate(values, context=context), []
    except ValidationError as error:
        return None, list(_explain(model, error, draft))


def _explain(model: type[BaseModel], error: ValidationError, draft: Draft) -> Iterator[Problem]:
    for each in error.errors(include_url=False, include_input=False):
        path: Path = tuple(part for part in each["loc"] if isinstance(part, int) or not part.startswith("function-"))
        name, line = field_name(path), draft.line(path)
        kind = each["type"]
        if kind == "extra_forbidden":
            yield _unknown(model, path, draft)
        elif kind == "missing":
            declared = _declared(model, path)
            yield problem(draft.file, "missing", line=line, field=name, what=declared.description if declared else "")
        elif kind in _LISTS:
            yield problem(draft.file, "not-a-list", line=line, field=name)
        elif kind in _GROUPS:
            yield problem(draft.file, "not-a-group", line=line, field=name)
        else:
            context = dict(each.get("ctx", {}))
            yield problem(draft.file, context.pop("code", "unusable"), line=line, field=name, **context)


def _declared(model: type[BaseModel], path: Path) -> Declared | None:
    found: Declared | None = None
    for part in path:
        if isinstance(part, int):
            continue
        found = next((each for each in shapes(model).values() if each.key == part), None)
        if found is None:
            return None
        model = found.part or model
    return found


def _unknown(model: type[BaseModel], path: Path, draft: Draft) -> Problem:
    from difflib import get_close_matches

    holder = _declared(model, path[:-1])
    known = [each.key for each in shapes(holder.part if holder and holder.part else model).values()]
    key = str(path[-1])
    near = get_close_matches(key, known, 1, 0.6)
    line, name = draft.line(path), field_name(path)
    if near:
        return problem(draft.file, "unknown-field-near", line=line, field=name, near=near[0])
    return problem(draft.file, "unknown-field", line=line, field=name, known=", ".join(known))


class _Lay:
    """Lays one translation over its original."""

    def __init__(self, draft: Draft, lang: str) -> None:
        self.draft, self.lang = draft, lang
        self.problems: list[Problem] = []

    def values(self, model: type[BaseModel], below: dict[str, Any], above: dict[str, Any], path: Path) -> dict[str, Any]:
        """The raw values of both, the translation's first; so that what it says is validated in its place."""
        merged = {key: value for key, value in below.items() if path or key not in _OWN}
        by_key = {each.key: each for each in shapes(model).values()}
        for key, value in above.items():
            declared = by_key.get(key)
            merged[key] = self._value(declared, below.get(key), value, (*path, key)) if declared else value
        return merged

    def _value(self, declared: Declared, below: Any, above: Any, path: Path) -> Any:
        if declared.part is None or below is None:
            return above
        if isinstance(below, dict) and isinstance(above, dict):
            return self.values(declared.part, below, above, path)
        if isinstance(below, list) and isinstance(above, list):
            return self._items(declared, below, above, path)
        return above

    def _items(self, declared: Declared, below: list[Any], above: list[Any], path: Path) -> list[Any]:
        assert declared.part is not None
        pairs = pair(declared, below, above)
        if pairs is None:
            self._problem("list-length", path, original=len(below), translation=len(above))
            return above
        return [
            self.values(declared.part, low, high, (*path, place if place is not None else number))
            if isinstance(low, dict) and isinstance(high, dict)
            else (low if high is None else high)
            for number, (low, high, place) in enumerate(pairs)
        ]

    def fields(self, model: type[BaseModel], below: Any, above: Any, raw: dict[str, Any], path: Path) -> Any:
        """`above` with the original's facts, and its texts where the translation has none."""
        changes: dict[str, Any] = {}
        for name, declared in shapes(model).items():
            if not path and declared.key in _OWN:
                continue
            mine, yours = getattr(below, name), getattr(above, name)
            said = raw.get(declared.key)
            if declared.part is not None:
                changes[name] = self._part(declared, mine, yours, said, (*path, declared.key))
            elif declared.shape is not None and declared.shape.text:
                changes[name] = yours if said is not None else self._marked(mine)
            else:
                changes[name] = mine
                if said is not None and mine != yours:
                    self._fact(declared, mine, (*path, declared.key))
        return above.model_copy(update=changes)

    def _part(self, declared: Declared, mine: Any, yours: Any, said: Any, path: Path) -> Any:
        assert declared.part is not None
        if mine is None or mine == ():
            if said is not None and yours not in (None, ()):
                self._fact(declared, mine, path)
            return mine
        if not declared.many:
            return self.fields(declared.part, mine, yours, said if isinstance(said, dict) else {}, path)
        raws = self._raws(declared, mine, said)
        return tuple(
            self.fields(declared.part, low, high, raw, (*path, number))
            for number, (low, high, raw) in enumerate(zip(mine, yours, raws, strict=False))
        )

    def _raws(self, declared: Declared, mine: tuple[Any, ...], said: Any) -> list[dict[str, Any]]:
        if not isinstance(said, list):
            return [{} for _ in mine]
        identity = declared.identity
        if identity:
            found = {_identity(each, identity): each for each in said}
            return [_mapping(found.get(getattr(each, identity, None))) for each in mine]
        return [_mapping(each) for each in said]

    def _marked(self, value: Any) -> Any:
        if isinstance(value, str):
            return Text(value, self.lang)
        if isinstance(value, tuple):
            return tuple(Text(each, self.lang) for each in value)
        return value

    def _fact(self, declared: Declared, mine: Any, path: Path) -> None:
        if mine is None or mine == ():
            self._problem("fact-only-in-translation", path)
        else:
            self._problem("fact-differs", path, original=mine)

    def _problem(self, code: str, path: Path, **facts: object) -> None:
        self.problems.append(problem(self.draft.file, code, line=self.draft.line(path), field=field_name(path), **facts))


def pair(declared: Declared, below: list[Any], above: list[Any]) -> list[tuple[Any, Any, int | None]] | None:
    """Items of an original's list with their translations and these' positions; None where they cannot be paired.

    By `file` or `id` where items have one (then a translation may name only some), else by position.
    """
    identity = declared.identity
    if identity:
        found = {_identity(each, identity): (each, number) for number, each in enumerate(above)}
        known = {_identity(each, identity) for each in below}
        if None not in found and set(found) <= known:
            return [(each, *found.get(_identity(each, identity), (None, None))) for each in below]
    if len(below) != len(above):
        return None
    return [(low, high, number) for number, (low, high) in enumerate(zip(below, above, strict=True))]


def _identity(value: Any, name: str) -> Any:
    found = value.get(name) if isinstance(value, dict) else value if isinstance(value, str) else None
    return found.removeprefix("./") if isinstance(found, str) else None


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
