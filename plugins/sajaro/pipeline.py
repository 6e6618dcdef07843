"""The steps of a build that need the whole engine; `build` calls them in their order."""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from sajaro import catalogs
from sajaro import check as checks
from sajaro.artifacts import Artifact, key
from sajaro.check.files import Facts
from sajaro.engine import code_of
from sajaro.library import Library
from sajaro.media.inspect import File
from sajaro.outputs import Output
from sajaro.outputs.build import Build
from sajaro.problems import Problem, in_order
from sajaro.read import Document, Found, Reader, Sources, Unit, Yield, scan
from sajaro.read.units import units
from sajaro.render import processes
from sajaro.settings import Settings
from sajaro.store import Store

_FEW = 12


def read(settings: Settings, found: list[Found], store: Store, jobs: int, progress: Any) -> tuple[Sources, list[Document], list[Problem]]:
    """Every document that can be read, and what is wrong with the others; what the store knows is not read again."""
    sources = scan(found, settings.site.languages)
    reader = _Reader(settings)
    known = store.units()
    todo: list[tuple[Unit, bytes]] = []
    yields: dict[str, Yield] = {}
    fresh: list[tuple[str, bytes, bytes, Yield]] = []
    for unit in units(sources):
        seen = reader.seen(unit)
        row = known.get(unit.id)
        if row and row[0] == seen:
            yields[unit.id] = pickle.loads(row[2])
        elif row and row[1] == reader.content(unit):
            yields[unit.id] = pickle.loads(row[2])
            fresh.append((unit.id, seen, row[1], yields[unit.id]))
        else:
            todo.append((unit, seen))
    for done, ((unit, seen), (content, result)) in enumerate(zip(todo, reader.all([unit for unit, _ in todo], jobs), strict=True), 1):
        store.put_bodies(result.bodies)
        result.bodies = {}
        yields[unit.id] = result
        fresh.append((unit.id, seen, content, result))
        progress("read", done, len(todo))
    store.put_units(fresh)
    store.drop_units(set(known) - set(yields))
    documents = [document for result in yields.values() for document in result.documents]
    problems = sources.problems + [each for result in yields.values() for each in result.problems]
    return sources, documents, problems


class _Reader:
    """Reads units, in several processes where there are many."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.reader = Reader(settings.site)
        words = [catalogs.interface(lang, settings.site.interface).digest for lang in settings.site.languages]
        self.base = key(code_of(), settings.site.languages, settings.site.timezone, settings.site.interface, words)

    def load(self, found: Found) -> bytes:
        return (self.settings.root / found.file).read_bytes()

    def seen(self, unit: Unit) -> bytes:
        """What the unit's files look like from outside."""
        return key(self.base, [(lang, each.path, each.size, each.modified, each.changed) for lang, each in unit.files])

    def content(self, unit: Unit) -> bytes:
        """What the unit's files hold."""
        digest = blake2b(self.base, digest_size=16)
        for lang, found in unit.files:
            try:
                digest.update(f"{lang}\0{found.path}\0".encode() + blake2b(self.load(found)).digest())
            except OSError:
                digest.update(b"unreadable")
        return digest.digest()

    def all(self, todo: list[Unit], jobs: int) -> Iterable[tuple[bytes, Yield]]:
        workers = processes(jobs)
        if workers == 1 or len(todo) < _FEW:
            return map(self._one, todo)
        return self._forked(todo, workers)

    def _forked(self, todo: list[Unit], workers: int) -> Iterable[tuple[bytes, Yield]]:
        with ProcessPoolExecutor(workers, get_context("fork")) as pool:
            yield from pool.map(self._one, todo, chunksize=max(1, min(16, len(todo) // (workers * 4))))

    def _one(self, unit: Unit) -> tuple[bytes, Yield]:
        return self.content(unit), self.reader.read(unit, self.load)


def relate(settings: Settings, documents: list[Document], sources: Sources, now: datetime) -> Library:
    return Library(settings.site, documents, sources.files, now)


def check(
    settings: Settings, library: Library, documents: list[Document], sources: Sources, store: Store, problems: list[Problem]
) -> tuple[list[Problem], dict[str, File]]:
    """All problems in their order, and what is known of the files that documents name."""
    facts = Facts(settings.content, store.facts())
    found = [*problems, *checks.same_id(documents, sources), *checks.check(library, settings, facts)]
    store.put_facts(facts.new)
    return in_order(_without_echoes(found, library, sources)), facts.files


def _without_echoes(problems: list[Problem], library: Library, sources: Sources) -> Iterable[Problem]:
    """Without what only follows from a document that could not be read: that it is not there, that its files are unused."""
    unread = {id for id in sources.documents if id not in library.documents and id not in library.introductions}
    broken = {each.file for each in problems if each.level == "error"}
    tables = {path for path, found in sources.tables.items() if found.file in broken}
    for each in problems:
        if each.code == "file-unused" and (unread or tables):
            folder = str(Path(each.file).parent)
            if any(file.startswith(folder + "/") for file in broken):
                continue
        if each.code in {"reference-missing", "reference-missing-near", "broken-link"} and (unread or tables):
            wanted = dict(each.facts).get("id") or dict(each.facts).get("href", "")
            stem = Path(wanted.split("#")[0]).name.split(".")[0]
            if tables or any(id == wanted or id.rsplit("/", 1)[-1] == stem for id in unread):
                continue
        yield each


def view(
    settings: Settings, library: Library, facts: dict[str, File], store: Store, search: bool, outputs: list[Output]
) -> list[Artifact]:
    """Everything that the site is made of."""
    build = Build(settings, library, facts, store, code_of(), search, settings.plugins)
    return [artifact for output in outputs for artifact in output(build)]
