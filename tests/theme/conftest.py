"""The theme's templates with the interface in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from sajaro.templates import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return Theme(Path("/a site without a theme of its own"), "en")
