"""One build, top to bottom: read → check → relate → view → render → verify. What comes after, publishing, is `publish`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sajaro.artifacts import Artifact, key
from sajaro.engine import code_of
from sajaro.paths import THEME
from sajaro.problems import Problem, errors, problem
from sajaro.settings import Settings
from sajaro.store import Record, Store

Progress = Callable[[str, int, int], None]
"""Told the phase, how much is done, how much there is."""


def _silent(phase: str, done: int, whole: int) -> None: ...


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


def build(
    settings: Settings,
    output: Path,
    *,
    now: datetime,
    jobs: int = 0,
    strict: bool = False,
    search: bool = True,
    progress: Progress = _silent,
) -> Outcome:
    """Builds a site into `output`; with an error (with `strict`, a warning) among its problems nothing is written.

    Raises ForeignFolder where `output` holds what is no site, Misconfigured where the settings cannot be used.
    """
    begun = time.perf_counter()
    output = output.resolve()
    with Record(settings.store, output).held() as record:
        found = _walk(settings)
        seen = _signature(settings, found, search)
        outcome = _unchanged(record, output, seen, now)
        if outcome is None or (strict and outcome.problems):
            outcome = _build(settings, output, record, found, seen, now, jobs, strict, search, progress)
    outcome.seconds = time.perf_counter() - begun
    return outcome


def _build(settings, output, record, found, seen, now, jobs, strict, search, progress) -> Outcome:
    from sajaro.outputs import outputs
    from sajaro.render import render
    from sajaro.verify import verify

    with closing(Store(settings.store)) as store:
        from sajaro.pipeline import check, read, relate, view

        sources, documents, problems = read(settings, found, store, jobs, progress)
        library = relate(settings, documents, sources, now)
        problems, facts = check(settings, library, documents, sources, store, problems)
        outcome = Outcome(problems, len(library.documents), len(settings.site.languages))
        if outcome.failed or (strict and problems):
            return outcome
        artifacts = view(settings, library, facts, store, search, outputs(settings.plugins))
        outcome.problems += _clashes(artifacts)
        if outcome.failed:
            return outcome
        made = render(artifacts, output, record, store, jobs, lambda done, whole: progress("render", done, whole))
        verify(output, made.made, artifacts)
        store.use((each.fingerprint for each in artifacts), (edition.html for each in documents for edition in each.editions.values()))
        store.commit()
        record.set_state(signature=seen, now=now, until=library.next_change, outcome=(outcome.problems, outcome.documents, outcome.languages))
        record.commit()
    outcome.made, outcome.kept, outcome.removed, outcome.written = len(made.made), made.kept, len(made.removed), True
    return outcome


def check(settings: Settings, *, now: datetime, jobs: int = 0, progress: Progress = _silent) -> Outcome:
    """All problems of a site; nothing is written, though what the store knows already is used."""
    from sajaro import pipeline

    begun = time.perf_counter()
    kept = settings.store / "store.sqlite"
    with closing(Store.for_reading(settings.store) if kept.exists() else Store(None)) as store:
        sources, documents, problems = pipeline.read(settings, _walk(settings), store, jobs, progress)
        library = pipeline.relate(settings, documents, sources, now)
        problems, facts = pipeline.check(settings, library, documents, sources, store, problems)
        if not errors(problems):
            from sajaro.outputs import outputs

            problems = problems + _clashes(pipeline.view(settings, library, facts, store, True, outputs(settings.plugins)))
    return Outcome(problems, len(library.documents), len(settings.site.languages), seconds=time.perf_counter() - begun)


def moment(text: str | None, settings: Settings) -> datetime:
    """The moment that a build shows: `text` (a day or a moment), else the site's own `now`, else the clock's.

    Raises Misconfigured where it is none.
    """
    from sajaro.site import Misconfigured

    zone = ZoneInfo(settings.site.timezone)
    text = text or settings.site.now
    if text is None:
        return datetime.now(zone)
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise Misconfigured(f"{text!r} is no day or moment; write it like 2026-11-22 or 2026-11-22T14:30") from None
    return parsed.replace(tzinfo=zone) if parsed.tzinfo is None else parsed.astimezone(zone)


def _walk(settings: Settings):
    from sajaro.files import walk

    return walk(settings.content)


def _clashes(artifacts: Iterable[Artifact]) -> list[Problem]:
    """Paths that two artifacts claim, told at the documents that claim them."""
    owners: dict[str, Artifact] = {}
    found = []
    for artifact in artifacts:
        other = owners.setdefault(artifact.path.casefold(), artifact)
        if other is not artifact:
            found.append(problem(artifact.source or other.source or "pelicanconf.py", "output-clash", path=f"/{artifact.path}"))
    return found


# When nothing has changed, nothing is read.


def _signature(settings: Settings, found: list, search: bool) -> bytes:
    """What a build depends on, as far as it can be seen without reading: everything that may be newer than a moment ago is not."""
    files = [(each.path, each.size, each.modified, each.changed) for each in found]
    newest = max((max(each.modified, each.changed) for each in found), default=0)
    if newest > time.time_ns() - 20_000_000:
        files.append(("", time.time_ns(), 0, 0))
    templates = [
        (str(path), path.stat().st_mtime_ns, path.stat().st_size)
        for folder in (settings.theme, THEME)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return key(code_of(), files, templates, repr(settings.site), settings.siteurl, settings.plugins, search)


def _unchanged(record: Record, output: Path, seen: bytes, now: datetime) -> Outcome | None:
    """The outcome of the last build where it would be the same again."""
    from sajaro.files import is_intact

    if record.state("signature") != seen or not record.state("now") <= now < record.state("until"):
        return None
    files = record.files()
    if not all(is_intact(output, path, row) for path, row in files.items()) or not (output / "manifest.json").is_file():
        return None
    problems, documents, languages = record.state("outcome")
    return Outcome(problems, documents, languages, kept=len(record.artifacts()), written=True)
