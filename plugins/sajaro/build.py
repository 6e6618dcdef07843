"""One build, top to bottom: read → check → relate → view → render → verify. What comes after is `publish`.

This module is light: where nothing has changed, nothing else of the engine is imported. The steps are in `steps`.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from errno import EIO
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sajaro import garbage
from sajaro.files import Found, walk
from sajaro.problems import Problem, errors, warnings
from sajaro.record import Record
from sajaro.settings import Settings
from sajaro.site import Misconfigured
from sajaro.store import Store, forget
from sajaro.wish import Outcome, Progress, Wish, silent
from sajaro.workers import beside

if TYPE_CHECKING:
    from sajaro.wanted import Wanted


def build(
    settings: Settings,
    output: Path,
    *,
    now: datetime,
    jobs: int = 0,
    strict: bool = False,
    search: bool = True,
    progress: Progress = silent,
) -> Outcome:
    """Builds a site into `output`; with an error (with `strict`, a warning) among its problems nothing is written.

    Raises ForeignFolder where `output` holds what is no site, Misconfigured where the settings cannot be used, OSError where
    the system does not allow it, Broken where the engine has made a mistake.
    """
    begun = time.perf_counter()
    wish = Wish(settings, output.resolve(), now, jobs, strict, search, progress)
    with garbage.seldom():
        try:
            outcome = _kept_or_built(wish)
        except sqlite3.OperationalError as error:
            raise OSError(EIO, str(error), str(settings.store)) from None
        except sqlite3.DatabaseError:
            forget(settings.store)
            outcome = _kept_or_built(wish)
    outcome.seconds = time.perf_counter() - begun
    return outcome


def _kept_or_built(wish: Wish) -> Outcome:
    with Record(wish.settings.store, wish.output).held() as record:
        found = walk(wish.settings.content)
        signature = _signature(wish, found)
        outcome = _unchanged(wish, record, signature)
        if outcome is None or (wish.strict and warnings(outcome.problems)):
            with closing(Store(wish.settings.store)) as store, record.inspected(wish.jobs):
                outcome = _build(wish, found, store, record, signature)
        return outcome


def _build(wish: Wish, found: list[Found], store: Store, record: Record, signature: bytes) -> Outcome:
    from sajaro import steps

    content = steps.read(wish, found, store)
    with garbage.staying():
        library = steps.relate(wish, content)
        of_files, facts = steps.look(wish, library, store)
    with beside(partial(steps.check, wish, content, library, of_files), wish.jobs) as problems:
        wanted = _viewed(partial(steps.view, wish, library, facts, store, record), problems)
        outcome = Outcome(problems(), len(library.documents), len(wish.settings.site.languages))
    if wanted is None or outcome.failed or (wish.strict and warnings(outcome.problems)):
        return outcome
    outcome.problems += steps.clashes(wanted, record)
    if outcome.failed:
        return outcome
    made = steps.render(wish, wanted, record, store)
    steps.verify(wish, made, record)
    steps.remember(content, record, store)
    record.set_state(
        signature=signature,
        now=wish.now,
        until=library.next_change,
        outcome=(outcome.problems, outcome.documents, outcome.languages),
    )
    record.commit()
    outcome.made, outcome.kept, outcome.removed, outcome.written = len(made.made), made.kept, len(made.removed), True
    return outcome


def _viewed(view: Callable[[], Wanted], problems: Callable[[], list[Problem]]) -> Wanted | None:
    """What is wanted; None where content that is wrong keeps it from being known."""
    try:
        with garbage.staying():
            return view()
    except Exception:
        if errors(problems()):
            return None
        raise


def check(settings: Settings, *, now: datetime, jobs: int = 0, progress: Progress = silent) -> Outcome:
    """All problems of a site; nothing is written, though what the store knows already is used."""
    begun = time.perf_counter()
    wish = Wish(settings, settings.root, now, jobs, progress=progress)
    with garbage.seldom():
        try:
            outcome = _checked(wish, Store.for_reading(settings.store))
        except sqlite3.DatabaseError:
            outcome = _checked(wish, Store(None))
    outcome.seconds = time.perf_counter() - begun
    return outcome


def _checked(wish: Wish, store: Store) -> Outcome:
    from sajaro import steps

    with closing(store):
        content = steps.read(wish, walk(wish.settings.content), store)
        with garbage.staying():
            library = steps.relate(wish, content)
            of_files, facts = steps.look(wish, library, store)
        with beside(partial(steps.check, wish, content, library, of_files), wish.jobs) as problems:
            wanted = _viewed(partial(steps.view, wish, library, facts, store), problems)
            clashes = steps.clashes(wanted) if wanted else []
            found = problems() if errors(problems()) else problems() + clashes
    return Outcome(found, len(library.documents), len(wish.settings.site.languages))


def moment(text: str | None, settings: Settings) -> datetime:
    """The moment that a build shows: `text` (a day or a moment), else the site's own `now`, else the clock's.

    Raises Misconfigured where it is none.
    """
    zone = ZoneInfo(settings.site.timezone)
    text = text or settings.site.now
    if text is None:
        return datetime.now(zone)
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise Misconfigured(
            '"{value}" is no day or moment; write it like 2026-11-22 or 2026-11-22T14:30', value=text
        ) from None
    return parsed.replace(tzinfo=zone) if parsed.tzinfo is None else parsed.astimezone(zone)


# Where nothing has changed, nothing is read.

_RECENT = 20_000_000
"""Nanoseconds within which a file may change again without a clock that shows it."""


def _signature(wish: Wish, found: list[Found]) -> bytes:
    """All that a build depends on, as far as it can be seen from outside."""
    from sajaro.artifacts import key
    from sajaro.engine import code_of
    from sajaro.paths import THEME

    files = [(each.path, each.size, each.modified, each.changed) for each in found]
    newest = max((max(each.modified, each.changed) for each in found), default=0)
    recent = time.time_ns() if newest > time.time_ns() - _RECENT else 0
    templates = [
        (str(path), path.stat().st_mtime_ns, path.stat().st_size)
        for folder in (wish.settings.theme, THEME)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    settings = wish.settings
    duties = [(path.name, path.read_bytes()) for path in sorted(settings.root.glob("*.toml")) if path.is_file()]
    seen = (files, recent, templates, duties)
    return key(code_of(), *seen, settings.site, settings.siteurl, settings.plugins, wish.search)


def _unchanged(wish: Wish, record: Record, signature: bytes) -> Outcome | None:
    """The outcome of the last build where it would be the same again."""
    if record.state("signature") != signature or not record.state("now") <= wish.now < record.state("until"):
        return None
    if not (wish.output / "manifest.json").is_file() or record.damaged():
        return None
    problems, documents, languages = record.state("outcome")
    return Outcome(problems, documents, languages, kept=len(record.artifacts()), written=True)
