"""Tables against their Table Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sajaro.sheets import Schema, Unusable, flaws, read


def schema(*fields: dict[str, Any], **more: Any) -> Schema:
    return Schema.read(json.dumps({"fields": fields} | more).encode())


def found(content: str, *fields: dict[str, Any], **more: Any) -> list[tuple[str, int | None, str | None]]:
    sheet, _ = read(content.encode())
    return [(each.code, each.line, each.column) for each in flaws(sheet, schema(*fields, **more))]


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", "12 -3", "1.5 1,000 x ٣"),
        ("number", "12.50 -3 1e3 NaN", "1,5 12€ --"),
        ("boolean", "true False 1", "yes ja"),
        ("date", "2026-11-22", "2026-02-30 22.11.2026 2026-1-2"),
        ("datetime", "2026-11-22T14:30:00 2026-11-22T14:30:00+04:00", "2026-11-22 14h"),
        ("time", "14:30:00", "25:00:00 14"),
        ("year", "2026", "26 2026.0"),
        ("yearmonth", "2026-11", "2026-13 2026"),
        ("string", "x 1", ""),
        ("geopoint", "1,2", ""),
    ],
)
def test_types(kind: str, good: str, bad: str):
    field = {"name": "a", "type": kind}
    assert not found("a;b\n" + "\n".join(f"{each};" for each in good.split()), field, {"name": "b"})
    for each in bad.split():
        assert found(f"a;b\n{each};", field, {"name": "b"}) == [("sheet-type", 2, "a")], each


@pytest.mark.parametrize(
    ("kind", "rules", "cells", "code"),
    [
        ("string", {"required": True}, ("x", ""), "sheet-required"),
        ("string", {"enum": ["x", "y"]}, ("x", "z"), "sheet-enum"),
        ("integer", {"enum": [1, 2]}, ("1", "3"), "sheet-enum"),
        ("string", {"unique": True}, ("x", "x"), "sheet-twice"),
        ("number", {"minimum": 0}, ("0", "-1"), "sheet-rule"),
        ("number", {"maximum": "9.5"}, ("9.5", "9.6"), "sheet-rule"),
        ("date", {"minimum": "2026-01-01"}, ("2026-01-01", "2025-12-31"), "sheet-rule"),
        ("string", {"pattern": "[A-Z]+"}, ("AB", "Ab"), "sheet-rule"),
        ("string", {"maxLength": 2}, ("ab", "abc"), "sheet-rule"),
    ],
)
def test_constraints(kind: str, rules: dict[str, Any], cells: tuple[str, str], code: str):
    content = "a,b\n" + "".join(f"{cell},1\n" for cell in cells)
    field = {"name": "a", "type": kind, "constraints": rules}
    assert found(content, field, {"name": "b"}) == [(code, 3, "a")]


def test_columns_are_those_of_the_schema():
    assert found("a,c\n1,2\n", {"name": "a"}, {"name": "b"}) == [
        ("sheet-column-missing", 1, "b"),
        ("sheet-column-unknown", 1, "c"),
    ]


def test_categories_are_all_that_a_column_may_have():
    categories = ["x", {"value": "y", "label": "Why"}]
    assert found("a,b\nx,1\ny,1\nz,1\n", {"name": "a", "categories": categories}, {"name": "b"}) == [
        ("sheet-enum", 4, "a")
    ]


def test_keys_of_several_columns():
    fields = {"name": "a"}, {"name": "b"}
    assert found("a,b\n1,1\n1,2\n1,1\n", *fields, primaryKey=["a", "b"]) == [("sheet-twice", 4, "a, b")]


def test_missing_values_and_forms_of_its_own():
    assert not found(
        "a\n–\nx\n", {"name": "a", "type": "string", "constraints": {"enum": ["x"]}}, missingValues=["", "–"]
    )
    assert not found("a\n22.11.2026\n", {"name": "a", "type": "date", "format": "%d.%m.%Y"})
    assert not found("a\n1.234,50\n", {"name": "a", "type": "number", "decimalChar": ",", "groupChar": "."})


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"fields": 1}', '{"fields": [1]}', '{"fields": [{}]}', '{"fields": []}']
)
def test_what_is_no_schema(content: str):
    with pytest.raises(Unusable):
        Schema.read(content.encode())


@pytest.mark.parametrize("site", [".", "examples/ombudsman", "examples/ministry"])
def test_the_demos_tables_have_heads_in_all_languages_of_their_site(site: str):
    root = Path(__file__).parents[2] / site
    site_languages = {".": {"ka", "hy", "az", "ru"}, "examples/ombudsman": {"ka", "hy", "az", "ru"}}
    wanted = {"", *site_languages.get(site, {"sq", "sr-Latn"})}
    schemas = [*root.glob("content/disclosures/schemas/*.json"), *root.glob("content/datasets/*/*schema.json")]
    assert schemas
    for path in schemas:
        fields = Schema.read(path.read_bytes()).fields
        said = [each for each in fields if set(each.title) == wanted]
        unsaid = {each.name.rpartition("_")[0] for each in fields if not each.title}
        assert unsaid <= {each.name.rpartition("_")[0] for each in said}, path
        assert len(said) + sum(not each.title for each in fields) == len(fields), path
        assert all(set(label) == wanted for each in fields for label in each.labels.values()), path
