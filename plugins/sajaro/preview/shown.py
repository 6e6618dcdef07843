"""What browsers are shown: the last good site, and what is wrong with what was saved after it."""

from __future__ import annotations

import json
import time
from pathlib import Path
from threading import Condition

from sajaro.catalogs import Catalog
from sajaro.plain import plain
from sajaro.preview.builder import Built
from sajaro.problems import Level, errors, in_order
from sajaro.terminal import counted


@plain
class State:
    """What holds from one build to the next. `version` names the site, `event` tells browsers of the whole state (JSON)."""

    version: str
    output: Path | None = None
    base: str = ""
    languages: tuple[str, ...] = ()
    event: str = ""


class Shown:
    """The state, and a way to wait for the next; several threads may ask."""

    def __init__(self, words: Catalog) -> None:
        self.words = words
        self._changed = Condition()
        waiting = words.gettext("The site is being built for the first time.")
        self.state = self._after(State(_version()), waiting, "warning", [])

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
            self.state = self._after(state, *self._said(built))
            self._changed.notify_all()

    def next(self, known: State | None, seconds: float) -> State:
        """The state as soon as it is another than `known`, at the latest after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.state is not known, seconds)
            return self.state

    def _said(self, built: Built) -> tuple[str, Level, list[str]]:
        """What is wrong in a few words, how grave it is, and line by line; nothing where all is well."""
        if built.refused:
            return built.refused.text(self.words.gettext), "error", []
        head = counted(built.problems, self.words) if built.problems else ""
        lines = [each.text(self.words.lang) for each in in_order(built.problems)]
        return head, "error" if errors(built.problems) else "warning", lines

    def _after(self, state: State, head: str, level: Level, lines: list[str]) -> State:
        event = {"version": state.version, "lang": self.words.lang, "level": level, "head": head, "lines": lines}
        return State(state.version, state.output, state.base, state.languages, json.dumps(event, ensure_ascii=False))


def _version() -> str:
    """A name that no version of an earlier server has had, so that its pages are loaded again."""
    return f"{time.time_ns():x}"
