"""What commands say on a terminal: problems, how many there are, what cannot be done, how far they are.

Everything is said in the words that a command was given, the editor's. Not here: the words of problems (`problems`).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sajaro.problems import Format, Problem, errors, report, warnings
from sajaro.refused import Refused

if TYPE_CHECKING:
    from sajaro.catalogs import Catalog


def tell(problems: list[Problem], format: Format, words: Catalog) -> None:
    """Prints problems."""
    if problems or format == "json":
        print(report(problems, format, words.lang))


def refuse(error: Refused | OSError, words: Catalog) -> int:
    """Says what cannot be done. Returns the exit code."""
    if isinstance(error, OSError):
        error = of_system(error)
    print(error.text(words.gettext), file=sys.stderr)
    return 1


def of_system(error: OSError) -> Refused:
    """What is said where a file cannot be read or written."""
    file, reason = error.filename, error.strerror or str(error)
    if file is None:
        return Refused("The system does not allow it: {reason}", reason=reason)
    return Refused("{file}: the system does not allow it ({reason})", file=file, reason=reason)


def counted(problems: Iterable[Problem], words: Catalog) -> str:
    """How many errors and warnings there are. The two words stay as they stand behind each problem."""
    problems = list(problems)
    wrong = len(errors(problems))
    doubtful = len(warnings(problems))
    return ", ".join(
        (
            words.ngettext("{count} error", "{count} errors", wrong).format(count=wrong),
            words.ngettext("{count} warning", "{count} warnings", doubtful).format(count=doubtful),
        )
    )


def documents(count: int, words: Catalog) -> str:
    return words.ngettext("{count} document", "{count} documents", count).format(count=count)


class Bar:
    """A progress bar on a terminal, once a build takes more than a second."""

    def __init__(self, words: Catalog) -> None:
        self.begun = self.shown = time.monotonic()
        self.visible = sys.stderr.isatty()
        self.drawn = False
        self.steps = {"read": words.gettext("reading"), "render": words.gettext("rendering")}

    def show(self, step: str, done: int, whole: int) -> None:
        now = time.monotonic()
        if not self.visible or now - self.begun < 1 or (now - self.shown < 0.1 and done < whole):
            return
        self.shown, self.drawn = now, True
        filled = 30 * done // max(whole, 1)
        bar = "█" * filled + " " * (30 - filled)
        print(f"\r{self.steps.get(step, step)} [{bar}] {done}/{whole}\x1b[K", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
