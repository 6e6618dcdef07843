"""Every example is valid, and its page and its machine-readable side can be made of it."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from sajaro import views
from sajaro.fields import shapes
from sajaro.types import BY_SECTION
from sajaro.types.base import Fields
from tests.types.fake import FakePage
from tests.types.loading import ALL, EXAMPLES, FOLDER, example, read

every_example = pytest.mark.parametrize(("section", "name"), ALL)

PARTED = {"bulletins": {"query"}, "disclosures": {"nil", "withheld"}}
"""Fields that cannot stand beside others; further examples hold them."""


def test_every_section_has_examples_and_there_are_no_others():
    assert {file.stem for file in FOLDER.iterdir()} == set(BY_SECTION)
    assert all({"minimal", "full"} <= set(examples) for examples in EXAMPLES.values())


@every_example
def test_is_valid(section: str, name: str):
    warned = [code for _, code, _ in example(section, name).rules() if code != "retroactive"]
    assert warned == []


@pytest.mark.parametrize("section", EXAMPLES)
def test_minimal_is_minimal(section: str):
    minimal = EXAMPLES[section]["minimal"]
    for key in minimal:
        less = {other: value for other, value in minimal.items() if other != key}
        try:
            assert list(read(section, less).rules()), key
        except ValidationError:
            continue


@pytest.mark.parametrize("section", EXAMPLES)
def test_full_has_every_field_of_its_own(section: str):
    own = {each.key for each in shapes(BY_SECTION[section]).values()} - {each.key for each in shapes(Fields).values()}
    assert own - set(EXAMPLES[section]["full"]) == PARTED.get(section, set())
    held = set().union(*EXAMPLES[section].values())
    assert own <= held


@every_example
@pytest.mark.parametrize("withheld", [False, True], ids=["", "references withheld"])
def test_blocks_are_views(section: str, name: str, withheld: bool):
    document, page = example(section, name), FakePage(withheld=withheld)
    for block in document.blocks(page):
        assert isinstance(block, get_args(views.Block))
        assert "None" not in re.sub(r"(?<=[( ])None(?=[,)])", "", repr(block))
        hash(block)
    assert isinstance(document.state(page), views.State | None)
    assert isinstance(document.card_span, views.Span | None)
    for text in (document.kind_word, document.card_number, document.card_place, document.card_role):
        assert isinstance(text, str)


@every_example
def test_json_ld_is_json_without_gaps(section: str, name: str):
    for withheld in (False, True):
        stated = example(section, name).json_ld(FakePage(withheld=withheld))
        known = {term: value for term, value in stated.items() if value is not None}
        for value in known.values():
            assert_no_gaps(value)
        assert json.loads(json.dumps(known)) == known


def assert_no_gaps(value: Any) -> None:
    assert value not in (None, "", [], {})
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        assert_no_gaps(inner)


def test_a_full_page_shows_what_the_document_says():
    """Not one text of a full example is lost between the margin and the blocks."""
    page = FakePage()
    for section, examples in EXAMPLES.items():
        document = example(section, "full")
        shown = repr((page.facts(document), list(document.blocks(page)), document.state(page)))
        shown += repr((document.card_place, document.card_role, document.card_span, document.json_ld(page)))
        for declared in shapes(BY_SECTION[section]).values():
            if declared.shape and declared.shape.text and declared.key not in {"title", "summary", "order"}:
                written = examples["full"].get(declared.key, ())
                for text in [written] if isinstance(written, str) else written:
                    first = text.strip().splitlines()[0]
                    assert first in shown or declared.key in {"address"}, (section, declared.key)
