"""Plain data is to every tool a dataclass; equal fields are equal values."""

from __future__ import annotations

import copy
import pickle
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sajaro.plain import plain


@plain
class Place:
    name: str
    parts: tuple[int, ...] = ()


@plain
class Only:
    value: object


@plain
class Told:
    value: int

    def __repr__(self) -> str:
        return "told"


@given(st.text(), st.lists(st.integers()).map(tuple), st.text(), st.lists(st.integers()).map(tuple))
def test_equal_fields_are_equal_values_and_are_told_alike(name, parts, other_name, other_parts):
    one, other = Place(name, parts), Place(other_name, other_parts)
    same = (name, parts) == (other_name, other_parts)
    assert (one == other) is same and (repr(one) == repr(other)) is same
    assert Place(name, parts) == one and hash(Place(name, parts)) == hash(one)


def test_other_classes_are_never_equal():
    assert Only(1) != Told(1) and Only(1) != (1,) and repr(Only(1)) == "Only(1,)" and repr(Told(1)) == "told"


def test_it_is_a_dataclass_with_slots():
    place = Place("Home", (1, 2))
    assert is_dataclass(place) and [each.name for each in fields(place)] == ["name", "parts"]
    assert replace(place, name="Away") == Place("Away", (1, 2))
    assert pickle.loads(pickle.dumps(place)) == copy.deepcopy(place) == place
    with pytest.raises(AttributeError):
        place.more = 1
