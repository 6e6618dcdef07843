"""What tests all over the tree share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests import tools

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


# A busy machine makes any example slow; no example is wrong for it.
settings.register_profile("unhurried")
settings.load_profile("unhurried")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One headless browser for the tests of a module."""
    with tools.browser() as opened:
        yield opened


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page without cookies or storage."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
