"""The command that builds a site."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from sajaro.problems import Format, Problem, report


def build(
    *,
    site: str = ".",
    output: str | None = None,
    now: str | None = None,
    jobs: int = 0,
    strict: bool = False,
    no_search: bool = False,
    lang: str | None = None,
    format: Format = "text",
) -> int:
    """Builds a site, making again only what has changed.

    site: The folder of the site.
    output: Where to build; else output/ in the site's folder.
    now: The day or moment that the site shows, like 2026-11-22.
    jobs: How many processes to use; 0 means one for each core.
    strict: Warnings stop the build as errors do.
    no_search: Leaves the search index out.
    lang: The language of messages; else the environment's.
    format: How problems are told: text, json or github.
    """
    from sajaro.build import build as run
    from sajaro.build import moment
    from sajaro.render import ForeignFolder
    from sajaro.settings import load
    from sajaro.site import Misconfigured

    bar = Bar()
    try:
        settings = load(site)
        target = Path(output) if output else settings.root / "output"
        outcome = run(
            settings,
            target,
            now=moment(now, settings),
            jobs=jobs,
            strict=strict,
            search=not no_search,
            progress=bar.show,
        )
    except Misconfigured as error:
        print(error, file=sys.stderr)
        return 1
    except ForeignFolder as error:
        print(f"{error} holds files that no build has put there; choose an empty folder with --output", file=sys.stderr)
        return 1
    finally:
        bar.clear()
    tell(outcome.problems, format, lang)
    failed = outcome.failed or (strict and bool(outcome.problems))
    if format == "text":
        print(summary(outcome, failed))
    return int(failed)


def summary(outcome, failed: bool) -> str:
    """One line: documents, languages, artifacts, problems, seconds."""
    wrong = [each for each in outcome.problems if each.level == "error"]
    counts = f"{len(wrong)} errors, {len(outcome.problems) - len(wrong)} warnings"
    if failed:
        return f"Not built: {counts}; nothing was written. {outcome.seconds:.2f} s"
    return (
        f"{outcome.documents} documents in {outcome.languages} languages; {outcome.made} artifacts made, {outcome.kept} kept, "
        f"{outcome.removed} removed; {counts}; {outcome.seconds:.2f} s"
    )


def tell(problems: list[Problem], format: Format, lang: str | None) -> None:
    """Prints problems in the language asked for, else the environment's."""
    from sajaro.catalogs import environment_language

    if problems or format == "json":
        print(report(problems, format, lang or environment_language(dict(os.environ))))


class Bar:
    """A progress bar on a terminal, once a build takes more than a second."""

    def __init__(self) -> None:
        self.begun = self.shown = time.monotonic()
        self.visible = sys.stderr.isatty()
        self.drawn = False

    def show(self, phase: str, done: int, whole: int) -> None:
        now = time.monotonic()
        if not self.visible or now - self.begun < 1 or (now - self.shown < 0.1 and done < whole):
            return
        self.shown, self.drawn = now, True
        filled = 30 * done // max(whole, 1)
        print(f"\r{phase:<6} [{'█' * filled}{' ' * (30 - filled)}] {done}/{whole}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
