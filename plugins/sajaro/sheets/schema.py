"""The Table Schema of a file, and what in the file is not as it says (https://datapackage.org/standard/table-schema/).

Checked are the names of columns, types, and the constraints that say something of one cell or one column. Not checked: foreign
keys, and types that hold structures of their own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Any

from sajaro.plain import plain
from sajaro.sheets.reading import MANY, Flaw, Sheet, day

EXAMPLES = {
    "integer": "12",
    "number": "12.50",
    "boolean": "true",
    "date": "2026-11-22",
    "datetime": "2026-11-22T14:30:00",
    "time": "14:30:00",
    "year": "2026",
    "yearmonth": "2026-11",
}


Local = dict[str, str]
"""A text by language; under "" what is said to readers of any other (https://datapackage.org/recipes/language-support/)."""


class Unusable(Exception):
    """A file that is no Table Schema."""


@plain
class Field:
    """What a column holds: its `type`, and the rest as it was declared."""

    name: str
    type: str
    declared: dict[str, Any]

    @property
    def title(self) -> Local:
        return _local(self.declared.get("title"))

    @property
    def labels(self) -> dict[str, Local]:
        """What the codes of the column mean, by code."""
        return {code: _local(each.get("label")) for code, each in self._categories if isinstance(each, dict)}

    @property
    def allowed(self) -> tuple[Any, ...] | None:
        """The only values that the column may have, of `enum` or of `categories`; None where it may have any."""
        if isinstance(enum := self.rules.get("enum"), list):
            return tuple(enum)
        return tuple(code for code, _ in self._categories) or None

    @property
    def _categories(self) -> list[tuple[str, Any]]:
        declared = self.declared.get("categories")
        found = declared if isinstance(declared, list) else []
        return [(str(each.get("value", "") if isinstance(each, dict) else each), each) for each in found]

    @property
    def rules(self) -> dict[str, Any]:
        rules = self.declared.get("constraints")
        return rules if isinstance(rules, dict) else {}


@plain
class Schema:
    fields: tuple[Field, ...]
    missing: frozenset[str]
    key: tuple[str, ...]
    language: str
    """The language of what is said under "", where the schema tells (`languages`)."""

    @classmethod
    def read(cls, content: bytes) -> Schema:
        """Raises Unusable."""
        try:
            declared = json.loads(content.decode("utf-8-sig"))
            fields = tuple(Field(each["name"], each.get("type", "string"), each) for each in declared["fields"])
            named = all(isinstance(each.name, str) and isinstance(each.type, str) for each in fields)
            if not named or not fields:
                raise Unusable
            missing = frozenset(
                each if isinstance(each, str) else each["value"] for each in declared.get("missingValues", [""])
            )
            key = declared.get("primaryKey", ())
            languages = declared.get("languages")
            language = str(languages[0]) if isinstance(languages, list) and languages else ""
            return cls(fields, missing | {""}, (key,) if isinstance(key, str) else tuple(key), language)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Unusable from None

    def field(self, name: str) -> Field | None:
        return next((each for each in self.fields if each.name == name), None)


def _local(said: Any) -> Local:
    if isinstance(said, str):
        return {"": said}
    return {str(lang): text for lang, text in said.items() if isinstance(text, str)} if isinstance(said, dict) else {}


def flaws(sheet: Sheet, schema: Schema) -> list[Flaw]:
    """What the schema does not allow, the first `MANY`."""
    return list(islice(_flaws(sheet, schema), MANY))


def _flaws(sheet: Sheet, schema: Schema) -> Iterator[Flaw]:
    names = [each.name for each in schema.fields]
    for name in names:
        if name not in sheet.header:
            yield Flaw("sheet-column-missing", 1, name)
    for name in sheet.header:
        if name and name not in names:
            yield Flaw("sheet-column-unknown", 1, name, (("known", ", ".join(names)),))
    for at, name in enumerate(sheet.header):
        if field := schema.field(name):
            yield from _column(sheet, at, field, schema)
    yield from _keys(sheet, schema)


def _column(sheet: Sheet, at: int, field: Field, schema: Schema) -> Iterator[Flaw]:
    rules, seen = field.rules, {}
    unique = rules.get("unique") is True
    for line, cells in sheet.rows:
        cell = cells[at]
        if cell in schema.missing:
            if rules.get("required") is True:
                yield Flaw("sheet-required", line, field.name)
            continue
        value = _value(cell, field)
        if value is None:
            example = field.type == "date" and day(cell) or EXAMPLES.get(field.type, "–")
            yield Flaw("sheet-type", line, field.name, (("value", cell), ("type", field.type), ("example", example)))
            continue
        yield from _constraints(cell, value, line, field)
        if unique and cell in seen:
            yield Flaw("sheet-twice", line, field.name, (("value", cell), ("other", str(seen[cell]))))
        if unique:
            seen.setdefault(cell, line)


def _constraints(cell: str, value: Any, line: int, field: Field) -> Iterator[Flaw]:
    rules = field.rules
    allowed = field.allowed
    if allowed is not None and cell not in {str(each) for each in allowed} and value not in allowed:
        known = ", ".join(map(str, allowed))
        yield Flaw("sheet-enum", line, field.name, (("value", cell), ("known", known)))
    for name, broken in _RULES.items():
        if name in rules and broken(cell, value, rules[name], field):
            yield Flaw("sheet-rule", line, field.name, (("value", cell), ("rule", f"{name}: {rules[name]}")))


def _against(compare: Callable[[Any, Any], bool]) -> Callable[[str, Any, Any, Field], bool]:
    def broken(cell: str, value: Any, limit: Any, field: Field) -> bool:
        bound = _value(str(limit), field)
        return bound is not None and type(bound) is type(value) and compare(value, bound)

    return broken


def _unmatched(cell: str, value: Any, pattern: Any, field: Field) -> bool:
    try:
        return re.fullmatch(str(pattern), cell) is None
    except re.error:
        return False


_RULES: dict[str, Callable[[str, Any, Any, Field], bool]] = {
    "minimum": _against(lambda value, bound: value < bound),
    "maximum": _against(lambda value, bound: value > bound),
    "exclusiveMinimum": _against(lambda value, bound: value <= bound),
    "exclusiveMaximum": _against(lambda value, bound: value >= bound),
    "minLength": lambda cell, _, limit, __: isinstance(limit, int) and len(cell) < limit,
    "maxLength": lambda cell, _, limit, __: isinstance(limit, int) and len(cell) > limit,
    "pattern": _unmatched,
}


def _keys(sheet: Sheet, schema: Schema) -> Iterator[Flaw]:
    """No two rows have the same primary key."""
    places = [sheet.column(name) for name in schema.key]
    if not places or None in places:
        return
    seen: dict[tuple[str, ...], int] = {}
    for line, cells in sheet.rows:
        key = tuple(cells[at] for at in places if at is not None)
        if key in seen:
            column = schema.key[0] if len(schema.key) == 1 else ", ".join(schema.key)
            yield Flaw("sheet-twice", line, column, (("value", ", ".join(key)), ("other", str(seen[key]))))
        seen.setdefault(key, line)


# Values.


def _value(cell: str, field: Field) -> Any:
    """A cell as its type has it; None where it is none of that type. Of types without rules the cell itself."""
    if field.type == "boolean":
        return truths(field).get(cell)
    read = _TYPES.get(field.type)
    try:
        return read(cell, field.declared) if read else cell
    except (ValueError, InvalidOperation):
        return None


def _integer(cell: str, declared: dict[str, Any]) -> int:
    if not re.fullmatch(r"[+-]?\d+", cell, re.ASCII):
        raise ValueError
    return int(cell)


def _number(cell: str, declared: dict[str, Any]) -> Decimal:
    text = cell.replace(declared.get("groupChar") or "\0", "").replace(declared.get("decimalChar", "."), ".")
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|NaN|-?INF", text, re.ASCII):
        raise ValueError
    return Decimal(text.replace("INF", "Infinity"))


def truths(field: Field) -> dict[str, bool]:
    """How a boolean column says that something is so, and that it is not."""
    yes = field.declared.get("trueValues", ("true", "True", "TRUE", "1"))
    no = field.declared.get("falseValues", ("false", "False", "FALSE", "0"))
    return dict.fromkeys(map(str, no), False) | dict.fromkeys(map(str, yes), True)


def _timed(kind: Any, pattern: str) -> Callable[[str, dict[str, Any]], Any]:
    """Days and times as ISO 8601 writes them, or in the form that the schema names."""

    def read(cell: str, declared: dict[str, Any]) -> Any:
        form = declared.get("format", "default")
        if form not in ("default", "any"):
            found = datetime.strptime(cell, form)
            return found if kind is datetime else found.date() if kind is date else found.time()
        if not re.fullmatch(pattern, cell, re.ASCII):
            raise ValueError
        return kind.fromisoformat(cell)

    return read


def _year(cell: str, declared: dict[str, Any]) -> int:
    if not re.fullmatch(r"-?\d{4}", cell, re.ASCII):
        raise ValueError
    return int(cell)


def _month(cell: str, declared: dict[str, Any]) -> str:
    if not re.fullmatch(r"-?\d{4}-(0[1-9]|1[0-2])", cell, re.ASCII):
        raise ValueError
    return cell


_DAY, _CLOCK = r"\d{4}-\d\d-\d\d", r"\d\d:\d\d:\d\d(\.\d+)?"
_TYPES: dict[str, Callable[[str, dict[str, Any]], Any]] = {
    "integer": _integer,
    "number": _number,
    "date": _timed(date, _DAY),
    "datetime": _timed(datetime, rf"{_DAY}T{_CLOCK}(Z|[+-]\d\d:\d\d)?"),
    "time": _timed(time, rf"{_CLOCK}(Z|[+-]\d\d:\d\d)?"),
    "year": _year,
    "yearmonth": _month,
}
