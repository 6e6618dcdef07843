"""What the documents take from the code is what the code says now."""

from __future__ import annotations

import re

import pytest

from docs import renew
from sajaro.read import typing
from sajaro.types import BY_SECTION
from tests.docs.documents import FILES


@pytest.mark.parametrize("path", renew.documents(), ids=lambda path: path.name)
def test_a_document_is_renewed(path):
    wanted = renew.documents()[path]
    assert path.read_text("utf-8") == wanted, "out of date; renew it with: .venv/bin/python -m docs.renew"


def test_each_part_stands_in_one_document():
    for name in renew.parts():
        assert sum(f"<!-- {name} -->" in text for text in FILES.values()) == 1, name


def test_every_field_of_every_section_is_in_the_list():
    chapters = dict(zip(*[iter(_chapters())] * 2, strict=True))
    common = set(renew.all_fields(renew.Fields))
    for section, model in BY_SECTION.items():
        for key in renew.all_fields(model):
            assert (
                f"| `{key}` |" in chapters[section] or key in common and f"| `{key}` |" in chapters["Every document"]
            ), key


def _chapters() -> list[str]:
    return re.split(r"^## (.+)\n", renew.fields(), flags=re.MULTILINE)[1:]


def test_remarks_are_about_fields_that_there_are():
    known = set(renew.all_fields(renew.Fields))
    known |= {f"{section}.{key}" for section, model in BY_SECTION.items() for key in renew.all_fields(model)}
    assert known >= renew.NOT_YET
    assert renew.EACH_FILE == typing._OWN
