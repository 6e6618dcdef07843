"""Settings as the guide for operators tells them: all of them, and as they can be written."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re

import pytest
from babel import Locale

from sajaro import catalogs, outputs, settings
from sajaro.paths import THEME
from sajaro.settings import load
from sajaro.site import ActKind, Institution, Site
from tests.docs.documents import FILES, Block, blocks

GUIDE = FILES["docs/operators.md"]
NAMES = {"SITE", *re.findall(r'settings\.get\("([A-Z_]+)"\)', inspect.getsource(settings))}
PYTHON = [block for block in blocks(GUIDE) if block.language == "python"]


def chapter(title: str) -> str:
    return re.split(r"^#+ ", GUIDE.split(f" {title}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("model", [Site, Institution, ActKind])
def test_every_attribute_has_a_row_and_no_other_has(model):
    rows = set(re.findall(r"^\| `(\w+)` \|", chapter(f"`{model.__name__}`"), re.MULTILINE))
    assert rows == {each.name for each in dataclasses.fields(model)}


@pytest.mark.parametrize("model", [Site, Institution, ActKind])
def test_defaults_are_told(model):
    told = dict(re.findall(r"^\| `(\w+)` \| ([^|]*) \|", chapter(f"`{model.__name__}`"), re.MULTILINE))
    for each in dataclasses.fields(model):
        required = each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
        assert (told[each.name] == "required") == required, each.name
        if isinstance(each.default, str) and each.default:
            assert told[each.name] == f"`{each.default}`"


def test_every_setting_beside_the_site_is_told():
    assert len(NAMES) > 4
    for name in NAMES:
        assert f"`{name}`" in GUIDE, name


def test_there_is_code_to_look_at():
    assert sum("SITE = Site(" in block.text for block in PYTHON) == 1


@pytest.mark.parametrize("block", PYTHON, ids=lambda block: block.text.splitlines()[0])
def test_settings_are_python_and_are_known(block: Block):
    for statement in ast.parse(block.text).body:
        if isinstance(statement, ast.Assign):
            assert {target.id for target in statement.targets} <= NAMES


def test_the_example_is_a_site(tmp_path):
    (tmp_path / "content").mkdir()
    example = next(block.text for block in PYTHON if "SITE = Site(" in block.text)
    (tmp_path / "pelicanconf.py").write_text(example, "utf-8")
    loaded = load(tmp_path)
    assert outputs.outputs(loaded.plugins)
    assert loaded.site.languages == ("ka", "en")


# Languages.


def test_the_languages_of_the_interface_are_told():
    [sentence] = re.findall(r"^The words of the interface are there in .*?\. A site", GUIDE, re.DOTALL | re.MULTILINE)
    tags = {path.stem for path in (THEME / "locale").glob("*.po")} | {"en", "sr-Cyrl"}
    assert set(re.findall(r"`([\w-]+)`", sentence)) == tags
    for tag in tags:
        assert names(tag) in FILES["README.md"], tag


def test_the_languages_of_messages_are_told():
    for name in ("README.md", "docs/editors.md", "docs/operators.md"):
        for tag in catalogs.editor_languages():
            assert names(tag) in FILES[name], (name, tag)


def names(tag: str) -> str:
    return Locale.parse(tag, sep="-").get_language_name("en") or ""
