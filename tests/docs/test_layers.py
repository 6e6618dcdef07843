"""The order of modules that the architecture tells is the order of their imports."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.renew import LAYERS
from sajaro.paths import PACKAGE

ORDER = [name for names in LAYERS.values() for name in names.split()]
FILES = sorted(PACKAGE.rglob("*.py"))


def unit(path: Path) -> str:
    """The module or package right below the top that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """What is imported anywhere in a file, within functions too, but for the eyes of type checkers alone."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.ImportFrom) and not node.level and node.module == "sajaro":
            yield from (each.name for each in node.names if each.name != "__version__")
        elif isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith("sajaro."):
            yield (node.module or "").split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (each.name.split(".")[1] for each in node.names if each.name.startswith("sajaro."))
        yield from imported(node)


def test_every_module_is_in_the_list_once():
    there = {unit(path) for path in FILES}
    assert sorted(ORDER) == sorted(there), "put it into LAYERS of docs/renew.py, then renew the documents"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_lead_downwards(path):
    mine = unit(path)
    for name in imported(ast.parse(path.read_text("utf-8"))):
        assert name == mine or ORDER.index(name) > ORDER.index(mine), f"{mine} imports {name}"


def test_only_the_adapter_imports_pelican():
    for path in FILES:
        tree = ast.parse(path.read_text("utf-8"))
        names = {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
        names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert path.name == "plugin.py" or not {name for name in names if name.split(".")[0] == "pelican"}, path
