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
from sajaro.read.tables import OF_ONE_LANGUAGE
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
    fields, problems = _validate(model, spelled_out(model, draft.values), draft, context)
    if fields is not None:
        for name, code, facts in fields.rules():
            if code == "missing":
                declared = _declared(model, _path(name))
                facts = {"what": declared.description if declared else ""}
            problems.append(problem(draft.file, code, line=draft.line(_path(name)), field=name, **facts))
    return (None if any(each.level == "error" for each in problems) else fields), problems


def translated(
    model: type[Fields], original: Fields | None, source: Draft, draft: Draft, context: dict[str, Any]
) -> tuple[Fields | None, list[Problem]]:
    """The fields of a translation, whole."""
    problems = [_of(draft, code, line, name, facts) for code, line, name, facts in draft.faults]
    if problems or source.faults:
        return None, problems
    lay = _Lay(draft, source.lang)
    below, above = spelled_out(model, source.values), spelled_out(model, draft.values)
    merged = lay.values(model, below, above, ())
    fields, problems = _validate(model, merged, draft, context)
    mine = [each for each in problems if _concerns(each, draft)]
    if original is None or fields is None or any(each.code == "list-length" for each in lay.problems):
        return None, mine + lay.problems
    whole = lay.fields(model, original, fields, below, above, ())
    return whole, mine + lay.problems


def _concerns(found: Problem, draft: Draft) -> bool:
    """Whether a problem of the merged fields is of one that the draft itself gives."""
    name = found.field or ""
    return any(name == key or name.startswith((f"{key}.", f"{key}[")) for key in draft.values)


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
        if path == (OF_ONE_LANGUAGE,) and draft.row is not None:
            name = f"{name}.{draft.lang}"
        kind = each["type"]
        if kind == "extra_forbidden":
            yield _unknown(model, path, draft)
        elif kind == "missing":
            yield _missing(_declared(model, path), draft.file, line, name)
        elif kind in _LISTS:
            yield problem(draft.file, "not-a-list", line=line, field=name)
        elif kind in _GROUPS:
            yield problem(draft.file, "not-a-group", line=line, field=name)
        else:
            context = dict(each.get("ctx", {}))
            yield problem(draft.file, context.pop("code", "unusable"), line=line, field=name, **context)


def _missing(declared: Declared | None, file: str, line: int | None, name: str) -> Problem:
    if declared is None or declared.shape is None or not declared.shape.words:
        return problem(file, "missing", line=line, field=name, what=declared.description if declared else "")
    choices = ", ".join(choice for choice, _ in declared.shape.words)
    return problem(file, "missing-choice", line=line, field=name, what=declared.description, choices=choices)


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

    def values(
        self, model: type[BaseModel], below: dict[str, Any], above: dict[str, Any], path: Path
    ) -> dict[str, Any]:
        """The raw values of both, the translation's first; so that what it says is validated in its place."""
        merged = {key: value for key, value in below.items() if path or key not in _OWN}
        by_key = {each.key: each for each in shapes(model).values()}
        for key, value in above.items():
            declared = by_key.get(key)
            merged[key] = self._value(declared, below.get(key), value, (*path, key)) if declared else value
        return merged

    def _value(self, declared: Declared, below: Any, above: Any, path: Path) -> Any:
        if below is None:
            return above
        if declared.part is None:
            texts = declared.many and declared.shape is not None and declared.shape.text
            if texts and isinstance(below, list) and isinstance(above, list) and len(below) != len(above):
                self._problem("list-length", path, original=len(below), translation=len(above))
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

    def fields(
        self, model: type[BaseModel], mine: Any, yours: Any, below: dict[str, Any], above: dict[str, Any], path: Path
    ) -> Any:
        """`yours` with the facts of `mine`, and its texts where the translation says none; `below` and `above` are the raw values."""
        changes: dict[str, Any] = {}
        for name, declared in shapes(model).items():
            if not path and declared.key in _OWN:
                continue
            fact, said = getattr(mine, name), above.get(declared.key)
            if declared.part is not None:
                here = (*path, declared.key)
                changes[name] = self._part(declared, fact, getattr(yours, name), below.get(declared.key), said, here)
            elif declared.shape is not None and declared.shape.text:
                changes[name] = getattr(yours, name) if said is not None else self._marked(fact)
            else:
                changes[name] = fact
                if said is not None and fact != getattr(yours, name):
                    self._fact(fact, (*path, declared.key))
        return yours.model_copy(update=changes)

    def _part(self, declared: Declared, mine: Any, yours: Any, below: Any, above: Any, path: Path) -> Any:
        assert declared.part is not None
        if mine is None or mine == ():
            if above is not None and yours not in (None, ()):
                self._fact(mine, path)
            return mine
        if not declared.many:
            return self.fields(declared.part, mine, yours, _mapping(below), _mapping(above), path)
        raws = _listed(below)
        pairs = pair(declared, raws, _listed(above)) if above is not None else None
        said = [each for _, each, _ in pairs] if pairs else [None] * len(raws)
        return tuple(
            self.fields(declared.part, fact, text, _mapping(low), _mapping(high), (*path, number))
            for number, (fact, text, low, high) in enumerate(zip(mine, yours, raws, said, strict=True))
        )

    def _marked(self, value: Any) -> Any:
        if isinstance(value, str):
            return Text(value, self.lang)
        if isinstance(value, tuple):
            return tuple(Text(each, self.lang) for each in value)
        return value

    def _fact(self, mine: Any, path: Path) -> None:
        if mine is None or mine == ():
            self._problem("fact-only-in-translation", path)
        else:
            self._problem("fact-differs", path, original=mine)

    def _problem(self, code: str, path: Path, **facts: object) -> None:
        self.problems.append(
            problem(self.draft.file, code, line=self.draft.line(path), field=field_name(path), **facts)
        )


def spelled_out(model: type[BaseModel], values: dict[str, Any]) -> dict[str, Any]:
    """Raw values with every group written as one, where an editor has used the short form, and without fields left empty."""
    by_key = {each.key: each for each in shapes(model).values()}
    return {
        key: _spelled(by_key[key], value) if key in by_key else value
        for key, value in values.items()
        if value is not None or key not in by_key
    }


def _spelled(declared: Declared, value: Any) -> Any:
    if declared.part is None:
        return value
    if isinstance(value, list) and declared.many:
        return [_spelled_one(declared.part, each) for each in value]
    one = _spelled_one(declared.part, value)
    return [one] if declared.many else one


def _spelled_one(part: type[BaseModel], value: Any) -> Any:
    value = part.spelled_out(value)  # type: ignore[attr-defined]
    return spelled_out(part, value) if isinstance(value, dict) else value


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


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
