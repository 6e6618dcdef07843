"""The examples of components as views: what `examples.yaml` of a component holds.

`criteria`, a list of sentences; `takes`, the view of which the macro takes one (`Picture`) or several (`[Language]`), where it is no
block of the component's own name; `examples`, each with `name`, `lang`, `view`. A view is written as its fields, a text in
another language as `{lang, text}`, a value as `{kind, …}` or a bare text, dates as ISO 8601.
"""

from __future__ import annotations

import dataclasses
import types
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from sajaro import views

BLOCKS = {kind.component: kind for kind in get_args(views.Block)}
VALUES = {kind.kind: kind for kind in get_args(views.Value)}


def build(kind: Any, written: Any, root: str) -> Any:
    """What `written`, as YAML's base loader gives it, is as `kind`; `static/…` stands below the address `root`.

    Raises TypeError for what does not fit.
    """
    if get_origin(kind) in (Union, types.UnionType):
        return chosen(get_args(kind), written, root)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return tuple(build(inner[0], item, root) for item in written)
        return tuple(build(one, item, root) for one, item in zip(inner, written, strict=True))
    if get_origin(kind) is Literal or kind is str:
        return text(written, root)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: build(hints[name], value, root) for name, value in written.items()})
    if kind is bool:
        return {"true": True, "false": False}[written]
    if kind in (date, datetime):
        return kind.fromisoformat(written)
    return kind(written)  # int, Markup


def text(written: str | dict[str, str], root: str) -> str:
    if isinstance(written, dict):
        return views.Text(written["text"], written["lang"])
    return root + written.removeprefix("static") if written.startswith("static/") else written


def chosen(kinds: tuple[Any, ...], written: Any, root: str) -> Any:
    """Of several kinds the one that is meant: None, a value by its `kind`, a block by its `component`, a date by its form."""
    if written in (None, ""):
        return None
    if date in kinds and datetime in kinds:
        return build(datetime if "T" in written else date, written, root)
    if set(VALUES.values()) <= set(kinds):
        if isinstance(written, str) or "kind" not in written:
            return views.Words(build(str, written, root))
        return build(VALUES[written["kind"]], {k: v for k, v in written.items() if k != "kind"}, root)
    return build(next(kind for kind in kinds if kind is not type(None)), written, root)


def taken(component: str, takes: str | list[str] | None) -> Any:
    """The type that a component's macro takes."""
    if isinstance(takes, list):
        return tuple[taken(component, takes[0]), ...]
    if takes is None:
        return BLOCKS[component]
    return {"str": str, "Value": views.Value}.get(takes) or getattr(views, takes)


def examples(folder: Path, root: str = "/assets") -> tuple[tuple[str, ...], list[tuple[str, str, Any]]]:
    """The criteria of the component in `folder`, and its examples as `(name, language, view)`."""
    written = yaml.load((folder / "examples.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    kind = taken(folder.name, written.get("takes"))
    return tuple(written["criteria"]), [
        (item["name"], item["lang"], build(kind, item["view"], root)) for item in written["examples"]
    ]
