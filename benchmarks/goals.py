"""The goals of speed, and how far a benchmark's figures are from them.

Goals in seconds are for the two sizes that they were set for; ratios to a peer hold at every size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

Figures = dict[str, Any]
"""What a benchmark has measured, as `run.measured` gives it."""
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Result:
    """A goal at one size: what was wanted at most, what was measured, in which unit."""

    text: str
    limit: float
    value: float
    unit: str

    @property
    def met(self) -> bool:
        return self.value <= self.limit


def wall(figures: Figures, name: str) -> float:
    """The median of a step's seconds."""
    return median(figures["steps"][name]["wall"])


def results(figures: Figures) -> Iterator[Result]:
    """Every goal that can be judged by these figures."""
    for text, value, limit, unit in (*_beside_hugo(figures), *_beside_pelican(figures), *_alone(figures)):
        if limit is not None:
            yield Result(text, limit, value(), unit)


Row = tuple[str, Callable[[], float], float | None, str]


def _beside_hugo(figures: Figures) -> Iterator[Row]:
    if "hugo" not in figures["steps"]:
        return
    for text, name, limit in (
        ("one edited document, beside Hugo's full build", "document", 0.06),
        ("nothing changed, beside Hugo's full build", "unchanged", 0.04),
        ("cold, plain theme, beside Hugo (reaching for 0.9)", "plain", 1.2),
        ("cold, full theme and outputs, beside Hugo (reaching for 1.2)", "cold", 2.0),
    ):
        yield text, lambda name=name: wall(figures, name) / wall(figures, "hugo"), limit, "×"
    hugo = figures["steps"]["hugo"]["memory"]
    yield "memory of all processes, beside Hugo's", lambda: _memory(figures) / hugo, 0.33 if hugo else None, "×"


def _beside_pelican(figures: Figures) -> Iterator[Row]:
    if "pelican" in figures["steps"] and figures["languages"] > 1:
        text = "cold, full theme and outputs, beside Pelican with i18n_subsites"
        yield text, lambda: wall(figures, "cold") / wall(figures, "pelican"), 0.2, "×"


def _alone(figures: Figures) -> Iterator[Row]:
    pages = figures["documents"] * figures["languages"]
    ten = figures["documents"] == 10_000
    # In small sites the start of the program hides all growth.
    large = 1.15 if pages >= 10_000 else None
    seconds: tuple[tuple[str, str, float | None], ...] = (
        ("one edited document", "document", {10_000: 1.0, 30_000: 2.5}.get(pages)),
        ("nothing changed", "unchanged", {10_000: 0.7}.get(pages)),
        ("`check` of one changed file", "check", 0.6 if ten else None),
        ("an alert added", "alert", 5.0 if ten else None),
        ("a menu entry added", "menu", 5.0 if ten else None),
        ("a style sheet changed", "style", 5.0 if ten else None),
        ("one edited document, with search", "search-document", 3.0 if ten else None),
        *(
            (f"one edited entry: {name}", f"{name}-edit", 2.0 if ten else None)
            for name in ("acts", "register", "requests")
        ),
    )
    for text, name, limit in seconds:
        if name in figures["steps"]:
            yield text, lambda name=name: wall(figures, name), limit, "s"
    yield "`serve`: save to reloaded page", lambda: median(figures["saves"]), 0.5 if ten else None, "s"
    yield "memory of all processes", lambda: _memory(figures) / MEGABYTE, 400.0 if pages == 30_000 else None, "MB"
    yield "growth: time a document, beside that of a tenth", lambda: _growth(figures, "cold", "tenth"), large, "×"
    for name in ("acts", "register", "requests"):
        if name in figures["steps"]:
            text = f"growth of {name}: time an entry, beside that of a tenth"
            yield text, lambda name=name: _growth(figures, name, f"{name}-tenth"), large, "×"
    yield "files that differ from a clean build after 50 edits", lambda: figures["differences"], 0, ""


def _growth(figures: Figures, whole: str, tenth: str) -> float:
    return wall(figures, whole) / wall(figures, tenth) / 10


def _memory(figures: Figures) -> float:
    """The most that a build without search took, in bytes."""
    ours = ("cold", "unchanged", "document", "alert", "menu", "style", "check")
    return max(figures["steps"][name]["memory"] for name in ours)
