"""The examples beside the tests: `examples/<section>.yaml` holds documents by name.

`minimal` holds nothing that could be left out, `full` every field of the type's own that goes with the others; further
ones show what the full one cannot.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sajaro.types import BY_SECTION
from sajaro.types.base import Fields
from tests.types.fake import TBILISI

FOLDER = Path(__file__).parent / "examples"


def _load(section: str) -> dict[str, dict[str, Any]]:
    file = FOLDER / f"{section}.yaml"
    return yaml.load(file.read_text("utf-8"), yaml.CBaseLoader) if file.exists() else {}


EXAMPLES = {section: _load(section) for section in BY_SECTION}
ALL = [(section, name) for section, examples in EXAMPLES.items() for name in examples]


def read(section: str, front_matter: dict[str, Any]) -> Fields:
    """A document of the section; raises pydantic's ValidationError."""
    return BY_SECTION[section].model_validate(front_matter, context={"zone": TBILISI})


def example(section: str, name: str = "full", **changed: Any) -> Fields:
    """An example with some keys changed; those changed to None are left out."""
    merged = EXAMPLES[section][name] | changed
    return read(section, {key: value for key, value in merged.items() if value is not None})
