"""The ways from lists to what their documents come to in numbers."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.fields import N_
from sajaro.presenters.build import Build
from sajaro.reading import Reading
from sajaro.views import Link


def in_numbers(build: Build, reading: Reading, base: str) -> Iterator[Link]:
    """Those of the list at a place below the language."""
    if base == "procurements/" and build.has("procurements"):
        place = build.places.to(f"{reading.lang}/procurements/statistics/")
        yield Link(place, reading.word(N_("Procurements in numbers")))
    if base == "reports/" and build.has("activity"):
        yield Link(build.places.to(f"{reading.lang}/reports/activity/"), reading.word(N_("Report on activity")))
