"""What an act's page shows after its text and its relations: what held on any day, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.presenters.act_citation import citation
from sajaro.presenters.act_periods import versions
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.views import Block


def act_blocks(build: Build, reading: Reading) -> Iterator[Block]:
    """The blocks of the page of an act or of a version."""
    assert reading.document is not None
    if table := versions(reading, reading.document.id, build.has("acts")):
        yield table
    yield citation(build, reading, reading.document.id)
