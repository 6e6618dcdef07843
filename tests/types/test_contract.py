"""What holds for every type there is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from sajaro import types
from sajaro.fields import Declared, shapes
from sajaro.types import BY_SECTION, TYPES
from sajaro.types.base import Fields, Group
from sajaro.types.parts import Interval

FOLDER = Path(types.__file__).parent
SHARED = {"__init__", "base", "licences", "page", "parts"}
every_type = pytest.mark.parametrize("type_", TYPES, ids=lambda each: each.section)


def everything(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, Declared]]:
    """All fields of a type with those of its groups, by path."""
    for declared in shapes(model).values():
        yield path + declared.key, declared
        if declared.part:
            yield from everything(declared.part, f"{path}{declared.key}.")


def test_every_file_is_a_type_in_the_list():
    files = {file.stem for file in FOLDER.glob("*.py")} - SHARED
    assert files == {section.replace("-", "_") for section in BY_SECTION}
    assert {each.__module__.rpartition(".")[2] for each in TYPES} == files
    assert len({each.__name__ for each in TYPES}) == len(TYPES) == len(BY_SECTION)


@every_type
def test_says_what_it_is_for_and_what_not(type_: type[Fields]):
    assert type_.__module__ == f"sajaro.types.{type_.section.replace('-', '_')}"
    purpose = type_.__doc__ or ""
    assert re.fullmatch(r"[A-Z].+[.] Not for .+[.]", purpose), purpose
    mentioned = set(re.findall(r"\(([a-z-]+)\)", purpose)) - {"its image"}
    assert mentioned <= set(BY_SECTION)


@every_type
def test_names_itself(type_: type[Fields]):
    assert type_.group in get_args(Group)
    assert type_.singular
    assert type_.plural


@every_type
def test_every_field_is_explained_and_has_a_kind(type_: type[Fields]):
    for path, declared in everything(type_):
        assert declared.description.endswith("."), path
        assert (declared.shape is None) != (declared.part is None), path


@every_type
def test_labels_are_short_unique_and_on_values(type_: type[Fields]):
    for model in (type_, *(declared.part for _, declared in everything(type_) if declared.part)):
        labels = [declared.label for declared in shapes(model).values() if declared.label]
        assert len(labels) == len(set(labels)), labels
    for path, declared in everything(type_):
        if declared.label:
            assert declared.shape or declared.part is Interval, f"{path} is a group: the margin has no words for it"
            assert len(declared.label) <= 24, path
            assert not declared.label.endswith((".", ":")), path


@every_type
def test_only_aliases_differ_from_names(type_: type[Fields]):
    for path, declared in everything(type_):
        assert declared.key == declared.name.removesuffix("_"), path


@every_type
def test_has_a_json_schema_with_every_key(type_: type[Fields]):
    schema = type_.model_json_schema()
    assert set(schema["properties"]) == {declared.key for declared in shapes(type_).values()}
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.py")), ids=lambda file: file.stem)
def test_words_for_readers_are_marked_for_the_catalogs(file: Path):
    """A message that is not marked with N_ never reaches a translator."""
    tree = ast.parse(file.read_text("utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", None) or getattr(call.func, "id", None)
        if name in {"word", "rows", "prose", "cards", "files", "Choice"}:
            given = [*call.args, *(keyword.value for keyword in call.keywords)]
            assert not any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in given), (
                call.lineno
            )
        labels = [each.value for each in call.keywords if each.arg == "label"]
        assert not any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in labels), call.lineno
