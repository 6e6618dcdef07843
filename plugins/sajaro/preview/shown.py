"""What browsers are shown: the last good site, and what is wrong with what was saved after it."""

from __future__ import annotations

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Condition

from sajaro.catalogs import environment_language
from sajaro.preview.builder import Built
from sajaro.problems import in_order


@dataclass(frozen=True, slots=True)
class State:
    """What holds from one build to the next. `version` names the site, `event` tells browsers of the whole state (JSON)."""

    version: str
    output: Path | None = None
    base: str = ""
    languages: tuple[str, ...] = ()
    event: str = ""


class Shown:
    """The state, and a way to wait for the next; several threads may ask."""

    def __init__(self) -> None:
        self.lang = environment_language(dict(os.environ))
        self._changed = Condition()
        self.state = self._after(State(_version()), Built(), "The site is being built for the first time.")

    def show(self, built: Built) -> None:
        """Takes over a build; where it has failed, the site before stays."""
        before = self.state
        known = built.output is not None
        changed = known and (built.changed or before.output is None or before.base != built.base)
        state = State(
            version=_version() if changed else before.version,
            output=built.output or before.output,
            base=built.base if known else before.base,
            languages=built.languages or before.languages,
        )
        with self._changed:
            self.state = self._after(state, built, built.sentence)
            self._changed.notify_all()

    def next(self, known: State | None, seconds: float) -> State:
        """The state as soon as it is another than `known`, at the latest after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state is not known, seconds)
            return self.state

    def _after(self, state: State, built: Built, sentence: str) -> State:
        problems = [{"level": each.level, "text": each.text(self.lang)} for each in in_order(built.problems)]
        if sentence:
            problems.insert(0, {"level": "error" if built.sentence else "warning", "text": sentence})
        event = {"version": state.version, "lang": self.lang, "problems": problems}
        return State(state.version, state.output, state.base, state.languages, json.dumps(event, ensure_ascii=False))


def _version() -> str:
    """A name that no version of an earlier server has had, so that its pages are loaded again."""
    return f"{time.time_ns():x}"
