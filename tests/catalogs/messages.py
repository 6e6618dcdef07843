"""Every message of the code, found where it stands.

Two domains: `interface`, what visitors read (types, outputs, templates), and `editor`, what editors read (problems,
commands, what types and fields are for). Nothing is translated here.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from babel.messages.extract import extract

from sajaro import cli
from sajaro.commands import COMMANDS
from sajaro.fields import shapes
from sajaro.messages import MESSAGES, REASONS
from sajaro.types import TYPES

ROOT = Path(__file__).resolve().parents[2]
PACKAGE, THEME = ROOT / "plugins/sajaro", ROOT / "theme"
EDITORS_CODE = {"check", "cli.py", "commands", "importing", "preview", "problems.py", "terminal.py"}
"""Where in the package words are for editors; all others are for visitors."""
REFUSALS = {"Refused", "Misconfigured", "ForeignFolder", "Broken"}
"""What is raised for editors, wherever in the package."""

TEXTS = dict.fromkeys(REFUSALS, 1) | {
    "N_": 1,
    "word": 1,
    "gettext": 1,
    "say": 1,
    "plural": 2,
    "ngettext": 2,
    "pgettext": 1,
    "npgettext": 2,
}
"""The functions that take a message in Python, and how many texts each takes; a p is for a context before them."""
TEMPLATES = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3)}
JINJA = {"newstyle_gettext": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}

Key = tuple[str | None, str]
"""Context and English text."""
Found = Iterator[tuple[Path, str | None, tuple[str, ...]]]
"""Messages where they stand: file, context, one text, or two for what is counted."""


@dataclass(slots=True)
class Message:
    """A message of the code: its plural where it counts something, the files that hold it."""

    plural: str | None = None
    files: set[str] = field(default_factory=set)


@cache
def messages(domain: str) -> dict[Key, Message]:
    """Every message of a domain. Raises ValueError where one has two plurals."""
    found: dict[Key, Message] = {}
    editors = (_in_python, _of_problems, _of_types, _of_commands)
    sources = (_in_python, _in_templates) if domain == "interface" else editors
    for source in sources:
        for path, context, (one, *many) in source(domain):
            message = found.setdefault((context, one), Message())
            if many and message.plural not in (None, many[0]):
                raise ValueError(f"{path}: “{one}” has two plurals, “{message.plural}” and “{many[0]}”")
            message.plural = many[0] if many else message.plural
            message.files.add(path.relative_to(ROOT).as_posix())
    return found


def _in_python(domain: str) -> Found:
    for path in sorted(PACKAGE.rglob("*.py")):
        editors = path.relative_to(PACKAGE).parts[0] in EDITORS_CODE
        plain = TEXTS.keys() - REFUSALS if editors == (domain == "editor") else set()
        yield from in_python(path, plain | REFUSALS if domain == "editor" else plain)


def in_python(path: Path, functions: Collection[str] = TEXTS) -> Found:
    """The messages of a module that these functions take. Babel would overlook what stands in f-strings."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Call) and (name := called(node)) in functions:
            count = TEXTS[name]
            first = int(name in ("pgettext", "npgettext"))
            texts = [each.value for each in node.args[: first + count] if isinstance(each, ast.Constant)]
            if len(texts) == first + count and all(isinstance(each, str) for each in texts):
                yield path, texts[0] if first else None, tuple(texts[first:])


def called(call: ast.Call) -> str:
    """The name of the function or method that a call calls."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _in_templates(_: str) -> Found:
    for path in sorted(THEME.rglob("*.html")):
        with path.open("rb") as file:
            for _, texts, _, context in extract("jinja2.ext:babel_extract", file, TEMPLATES, options=JINJA):
                yield path, context, (texts,) if isinstance(texts, str) else tuple(texts)


def _of_problems(_: str) -> Found:
    for text in (*MESSAGES.values(), *REASONS.values()):
        yield PACKAGE / "messages.py", None, (text,)


def _of_types(_: str) -> Found:
    """What types say they are for, and what their fields are for."""
    models = list(TYPES)
    for model in models:
        if model in TYPES:
            yield Path(inspect.getfile(model)), None, (purpose(model),)
        for declared in shapes(model).values():
            if declared.part and declared.part not in models:
                models.append(declared.part)
            owner = next(each for each in model.__mro__ if declared.name in vars(each).get("__annotations__", ()))
            yield Path(inspect.getfile(owner)), None, (declared.description,)


def _of_commands(_: str) -> Found:
    """What commands say they do, and what their arguments are for."""
    for name in COMMANDS:
        command = cli.find(name)
        path = Path(inspect.getfile(command))
        yield path, None, (cli.summary(command),)
        for _, text in cli.explanations(command):
            yield path, None, (text,)


def purpose(model: type) -> str:
    """What a type is for and what it is not for: its docstring as one line."""
    return " ".join((model.__doc__ or "").split())
