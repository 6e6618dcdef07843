"""Words that readers see and no catalog knows: looked for in templates, in modules, and in a site that is built."""

from __future__ import annotations

import ast
import dataclasses
import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from sajaro import catalogs, views
from sajaro.fields import shapes
from sajaro.types import TYPES
from tests import sites
from tests.catalogs.messages import PACKAGE, ROOT, TEMPLATES, TEXTS, THEME, called, messages

ENGLISH = re.compile(r"[A-Z][a-z]+\b")
"""How a text for readers begins."""
SAID = {"alt", "aria-label", "aria-description", "label", "placeholder", "title"}
"""Attributes that are read or read out."""
NAMES = {"SHA"}

FILES = sorted(THEME.rglob("*.html"))
VIEWS = {name for name, each in vars(views).items() if dataclasses.is_dataclass(each)}
BLOCKS = VIEWS - {"Language"} | {"Choice", "cards", "files", "field", "prose", "recordings", "rows"}
"""What takes texts for readers; of a field only its label is one."""


class Texts(HTMLParser):
    """Collects what a page says."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if value and name in SAID]


def said(source: str) -> set[str]:
    """The words that a template says without a catalog: in its mark-up, and as English in its expressions."""
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    reader = Texts()
    reader.feed(_without_expressions(environment, source))
    reader.close()
    words = {word for text in reader.found for word in re.findall(r"[^\W\d_]{2,}", _ATTRIBUTE.sub("", text))}
    return {word for word in words if word.strip("x")} - NAMES | set(_literals(environment.parse(source)))


_TRANS = re.compile(r"\{%-? *trans\b.*?\{%-? *endtrans *-?%\}", re.DOTALL)
_ATTRIBUTE = re.compile(r'[\w-]+="[^"]*"')
"""Macros give attributes, too."""


def _without_expressions(environment: Environment, source: str) -> str:
    """The mark-up of a template, with an x for whatever is put in: a letter, because tags are put in as well."""
    tokens = environment.lex(_TRANS.sub("{{ x }}", source))
    return "".join(value if kind == "data" else "x" for _, kind, value in tokens if kind in ("data", "variable_begin"))


def _literals(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in TEMPLATES:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and ENGLISH.match(node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _literals(child)


def unmarked(source: bytes | str) -> set[str]:
    """The texts that a module shows without marking them for the catalogs."""
    found: set[str] = set()
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and called(call) in BLOCKS:
            only_label = called(call) == "field"
            arguments = [each.value for each in call.keywords if each.arg == "label" or not only_label]
            found.update(*map(_unmarked, arguments if only_label else [*arguments, *call.args]))
    return found


def _unmarked(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and called(node) in TEXTS:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ENGLISH.match(node.value):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _unmarked(child)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('<p class="small">{{ view.title }} ({{ view.day }})</p>', set()),
        ('<p>{{ _("Contents") }}</p>{% trans day=x %}Updated {{ day }}{% endtrans %}', set()),
        ("<p>Contents of {{ view.title }}</p>", {"Contents", "of"}),
        ('<nav aria-label="Contents">', {"Contents"}),
        ('<{{ tag }} class="wide">Contents</{{ tag }}>', {"Contents"}),
        ('{{ "Contents" if view.long else _("Pages") }}', {"Contents"}),
        ('{{ notice("Contents") }}', {"Contents"}),
    ],
)
def test_what_templates_say_is_noticed(source: str, found: set[str]) -> None:
    assert said(source) == found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('Notice(page.word(N_("Nothing to report")), "", "attention")', set()),
        ('rows(page, N_("Contract"), (N_("Supplier"), page.value(self, "supplier")))', set()),
        ('rows(page, "Contract", ("Supplier", page.value(self, "supplier")))', {"Contract", "Supplier"}),
        ('State("Open", "good")', {"Open"}),
        ('Choice(open="Open", other=N_("Other"))', {"Open"}),
        ('field("The unit.", label="Unit")', {"Unit"}),
        ('field("The unit.", label=N_("Unit"))', set()),
    ],
)
def test_what_modules_show_is_noticed(source: str, found: set[str]) -> None:
    assert unmarked(source) == found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(THEME).as_posix())
def test_templates_say_nothing_themselves(path: Path) -> None:
    assert said(path.read_text("utf-8")) == set()


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_mark_what_they_show(path: Path) -> None:
    assert unmarked(path.read_bytes()) == set()


def test_types_are_known_to_the_catalogs() -> None:
    shown = set()
    models: list[type] = list(TYPES)
    for model in models:
        if model in TYPES:
            shown |= {model.singular, model.plural}  # type: ignore[attr-defined]
        for declared in shapes(model).values():
            shown |= {declared.label} - {None}
            shown |= {word for _, word in declared.shape.words} if declared.shape else set()
            if declared.part and declared.part not in models:
                models.append(declared.part)
    assert shown - {text for _, text in messages("interface")} == set()


def test_a_site_asks_for_no_unknown_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The ombudsman's site in Georgian, with every output."""
    asked: set[tuple[str | None, str]] = set()

    class Listening(catalogs.Catalog):
        def gettext(self, message: str) -> str:
            asked.add((None, message))
            return super().gettext(message)

        def ngettext(self, one: str, many: str, n: int) -> str:
            asked.add((None, one))
            return super().ngettext(one, many, n)

        def pgettext(self, context: str, message: str) -> str:
            asked.add((context, message))
            return super().pgettext(context, message)

    real = catalogs.interface
    monkeypatch.setattr(
        catalogs,
        "interface",
        lambda *tags: (found := real(*tags)) and Listening(found.lang, found.messages, found.plural),
    )
    shutil.copytree(ROOT / "examples/ombudsman/content", tmp_path / "content")
    sites.make(tmp_path, {}, institution={"emblem": "emblem.svg"}, languages=("ka",))
    outcome = sites.build(tmp_path)
    assert outcome.made, sites.told(outcome)
    assert len(asked) > 100
    assert asked - messages("interface").keys() == set()
