"""What is wrong with a site's settings before their values are looked at: names that there are not, values of another kind.

Python says of the first what only programmers understand, and of the second nothing: `("ka")` is no list, and a name in one
language no dictionary. Not here: which settings there are, and what else is asked of them (`site`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from difflib import get_close_matches
from functools import wraps
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from sajaro.refused import Refused

Model = TypeVar("Model", bound=type)


class Misconfigured(Refused, ValueError):
    """A setting that cannot be used: a sentence for the operator."""


def configured(model: Model) -> Model:
    """Makes a dataclass raise Misconfigured for what its annotations do not allow. It takes names only."""
    make: Callable[..., None] = vars(model)["__init__"]

    @wraps(make)
    def made(self: object, **given: object) -> None:
        _check_names(model, given)
        for name, kind in get_type_hints(model).items():
            if name in given and (fault := _fault(kind, given[name])):
                raise Misconfigured("{setting}: {fault}", setting=f"{model.__name__}.{name}", fault=fault)
        make(self, **given)

    model.__init__ = made  # type: ignore[misc]
    return model


def _check_names(model: type, given: Mapping[str, object]) -> None:
    known = {each.name: each for each in fields(model)}
    for name in given:
        if name in known:
            continue
        if near := get_close_matches(name, known, 1, 0.5):
            raise Misconfigured(
                "{model} has no setting {name}; did you mean {near}?", model=model.__name__, name=name, near=near[0]
            )
        raise Misconfigured(
            "{model} has no setting {name}; there are {known}", model=model.__name__, name=name, known=", ".join(known)
        )
    for name, each in known.items():
        if name not in given and each.default is MISSING and each.default_factory is MISSING:
            raise Misconfigured("{setting} is missing", setting=f"{model.__name__}.{name}")


def _fault(kind: Any, value: Any) -> Refused | None:
    """What is wrong with a value where one of this kind is to stand."""
    if get_origin(kind) is UnionType and NoneType in get_args(kind):
        return None if value is None else _fault(get_args(kind)[0], value)
    if get_origin(kind) is Literal:
        return _fault_of_word(get_args(kind), value)
    if get_origin(kind) is tuple:
        return _fault_of_list(get_args(kind)[0], value)
    if get_origin(kind) is dict:
        texts = isinstance(value, dict) and all(isinstance(each, str) for pair in value.items() for each in pair)
        example = '{"en": "…"}'
        return None if texts else Refused("is a text in several languages; write it like {example}", example=example)
    if isinstance(value, kind):
        return None
    if kind is str:
        return Refused("must be a text; write it between quotation marks")
    if kind is bool:
        return Refused("must be True or False")
    return Refused("must be written as {kind}(…)", kind=kind.__name__)


def _fault_of_word(words: tuple[str, ...], value: Any) -> Refused | None:
    if value in words:
        return None
    return Refused(
        '"{value}" is none of the words that stand here; write one of: {choices}', value=value, choices=", ".join(words)
    )


def _fault_of_list(kind: Any, value: Any) -> Refused | None:
    if not isinstance(value, tuple | list):
        return Refused("must be a list; write it between [ and ]")
    return next((fault for each in value if (fault := _fault(kind, each))), None)
