"""A small benchmark's documents, laid out once as sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import site
from benchmarks.generate import Document, documents
from tests import sites

COUNT, LANGS = 50, ("ka", "en")


@pytest.fixture(scope="session")
def made() -> tuple[Document, ...]:
    return tuple(documents(COUNT, LANGS))


@pytest.fixture(scope="session")
def full(made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with the full theme, built without search; whoever edits it takes that back."""
    return built(site.write(tmp_path_factory.mktemp("full") / "site", made, LANGS))


@pytest.fixture(scope="session")
def plain(made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(site.write(tmp_path_factory.mktemp("plain") / "site", made, LANGS, plain=True))


def built(root: Path) -> Path:
    outcome = sites.build(root)
    assert outcome.written, sites.told(outcome)
    assert sites.told(outcome) == []
    return root
