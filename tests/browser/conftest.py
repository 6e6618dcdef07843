"""The demonstrations are built once for a run of the tests; each worker serves them for itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from filelock import FileLock

from sajaro.settings import load
from tests.browser import demonstrations
from tests.browser.demonstrations import Demonstration


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Demonstration]:
    """The demonstrations by name."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "demonstrations"
    with FileLock(f"{folder}.lock"):
        for name in demonstrations.FOLDERS:
            if not (folder / name / "output").exists():
                demonstrations.build(name, folder / name)
    loaded = {name: load(source) for name, source in demonstrations.FOLDERS.items()}
    return {
        name: Demonstration(name, folder / name / "output", settings.siteurl, settings.site.languages)
        for name, settings in loaded.items()
    }


@pytest.fixture(scope="session")
def served(built: dict[str, Demonstration]) -> Iterator[Callable[[str], str]]:
    """The address at which a demonstration is served by name."""
    with ExitStack() as stack:
        addresses = {name: stack.enter_context(demonstrations.served(each.output)) for name, each in built.items()}
        yield addresses.__getitem__
