"""What a build is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sajaro.plain import plain
from sajaro.problems import Problem, errors
from sajaro.settings import Settings

Progress = Callable[[str, int, int], None]
"""Told the step, how much is done, how much there is."""


def silent(step: str, done: int, whole: int) -> None:
    """Tells nobody."""


@dataclass(slots=True)
class Outcome:
    """What a build, or a check, has come to."""

    problems: list[Problem] = field(default_factory=list)
    documents: int = 0
    languages: int = 0
    made: int = 0
    kept: int = 0
    removed: int = 0
    seconds: float = 0.0
    written: bool = False

    @property
    def failed(self) -> bool:
        return bool(errors(self.problems))


@plain
class Wish:
    """What is to be built, and how."""

    settings: Settings
    output: Path
    now: datetime
    jobs: int = 0
    strict: bool = False
    search: bool = True
    progress: Progress = silent
