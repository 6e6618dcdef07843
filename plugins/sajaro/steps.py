"""The steps of a build: each takes what the one before gave. `build` calls them in their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath

from sajaro import catalogs, duties, outputs, public_register
from sajaro import check as checks
from sajaro import render as rendering
from sajaro import verify as verifying
from sajaro.addresses import Addresses
from sajaro.artifacts import Artifact, key
from sajaro.attached import named_files
from sajaro.check.files import Facts
from sajaro.engine import code_of
from sajaro.files import Found
from sajaro.library import Library
from sajaro.media.inspect import File
from sajaro.presenters.build import Build
from sajaro.problems import Problem, in_order, problem
from sajaro.read import Document, Reader, Sources, Unit, Yield, scan
from sajaro.read.units import documents, tables
from sajaro.settings import Settings
from sajaro.store import Record, Store, unsealed
from sajaro.wish import Wish
from sajaro.workers import pool, processes

_FEW = 12
"""Below so many units a second process costs more than it gives."""


@dataclass(frozen=True, slots=True)
class Content:
    """What has been read: the files by what they are, the documents, what is wrong with the others."""

    sources: Sources
    documents: list[Document]
    problems: list[Problem]


def read(wish: Wish, found: list[Found], store: Store) -> Content:
    """Every document that can be read; what the store knows is not read again."""
    sources = scan(found, wish.settings.site.languages)
    shelf = _Shelf(wish, store)
    results = shelf.read(documents(sources))
    for path in named_files(document for result in results for document in result.documents):
        if path in sources.tables:
            sources.files[path] = sources.tables.pop(path)
    results += shelf.read(tables(sources))
    shelf.keep()
    problems = [each for result in results for each in result.problems]
    return Content(
        sources, [document for result in results for document in result.documents], sources.problems + problems
    )


class _Shelf:
    """Reads units, and remembers what it has read."""

    def __init__(self, wish: Wish, store: Store) -> None:
        self.wish, self.store = wish, store
        self.reader = _Reader(wish.settings)
        self.known = store.units()
        self.used: set[str] = set()
        self.fresh: list[tuple[str, bytes, bytes, Yield]] = []

    def read(self, wanted: Iterable[Unit]) -> list[Yield]:
        todo: list[tuple[Unit, bytes]] = []
        before: list[bytes] = []
        results: list[Yield] = []
        for unit in wanted:
            self.used.add(unit.id)
            seen, row = self.reader.seen(unit), self.known.get(unit.id)
            if row and row[0] == seen:
                results.append(Yield(*unsealed(row[2])))
            elif row and row[1] == self.reader.content(unit):
                results.append(Yield(*unsealed(row[2])))
                self.fresh.append((unit.id, seen, row[1], results[-1]))
            else:
                todo.append((unit, seen))
                before.append(row[2] if row and unit.table and row[0].startswith(self.reader.base) else b"")
        made = self.reader.all([unit for unit, _ in todo], before, self.wish.jobs)
        for done, ((unit, seen), (content, result)) in enumerate(zip(todo, made, strict=True), 1):
            self.store.put_bodies(result.bodies)
            result.bodies = {}
            results.append(result)
            self.fresh.append((unit.id, seen, content, result))
            self.wish.progress("read", done, len(todo))
        return results

    def keep(self) -> None:
        self.store.put_units(
            (id, seen, content, (result.documents, result.problems)) for id, seen, content, result in self.fresh
        )
        self.store.drop_units(set(self.known) - self.used)


class _Reader:
    """Reads units, in several processes where there are many."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        words = [catalogs.interface(lang, settings.site.interface).digest for lang in settings.site.languages]
        self.base = key(code_of(), settings.site.languages, settings.site.timezone, settings.site.interface, words)
        self.reader = Reader(settings.site, self.base)

    def load(self, found: Found) -> bytes:
        return (self.settings.root / found.file).read_bytes()

    def seen(self, unit: Unit) -> bytes:
        """What the unit's files look like from outside, after what they are read by."""
        seen = [f"{lang}\0{each.path}\0{each.size}\0{each.modified}\0{each.changed}" for lang, each in unit.files]
        return self.base + "\0".join(seen).encode()

    def content(self, unit: Unit) -> bytes:
        """What the unit's files hold."""
        digest = blake2b(self.base, digest_size=16)
        for lang, found in unit.files:
            try:
                digest.update(f"{lang}\0{found.path}\0".encode() + blake2b(self.load(found)).digest())
            except OSError:
                digest.update(b"unreadable")
        return digest.digest()

    def all(self, todo: list[Unit], before: list[bytes], jobs: int) -> Iterable[tuple[bytes, Yield]]:
        """What units hold and give; `before` is what each gave when it was last read, as the store has it, or nothing."""
        workers = processes(jobs)
        if workers == 1 or len(todo) < _FEW:
            return map(self._one, todo, before)
        return self._forked(todo, before, workers)

    def _forked(self, todo: list[Unit], before: list[bytes], workers: int) -> Iterable[tuple[bytes, Yield]]:
        with pool(workers) as working:
            yield from working.map(self._one, todo, before, chunksize=max(1, min(16, len(todo) // (workers * 4))))

    def _one(self, unit: Unit, before: bytes) -> tuple[bytes, Yield]:
        return self.content(unit), self.reader.read(unit, self.load, unsealed(before)[0] if before else ())


def relate(wish: Wish, content: Content) -> Library:
    """The documents as a library, on the day of the build."""
    library = Library(wish.settings.site, content.documents, content.sources.files, wish.now)
    if "sajaro.outputs.duties" in wish.settings.plugins:
        library.duties = duties.declared(wish.settings.root)
    if "sajaro.outputs.public_register" in wish.settings.plugins:
        library.register = public_register.Register(library, public_register.read(wish.settings.content))
    return library


def check(wish: Wish, content: Content, library: Library, store: Store) -> tuple[list[Problem], dict[str, File]]:
    """All problems in their order, and what is known of the files that documents name."""
    facts = Facts(wish.settings.content, store.facts())
    problems = [
        *content.problems,
        *checks.same_id(content.documents),
        *checks.check(library, wish.settings, facts),
    ]
    store.put_facts(facts.new)
    library.digests = {path: file.digest for path, file in facts.files.items()}
    return in_order(_without_echoes(problems, content, library)), facts.files


def _without_echoes(problems: list[Problem], content: Content, library: Library) -> Iterable[Problem]:
    """Without what only follows from a document that could not be read: that it is not there, that its files are unused."""
    unread = {id for id in content.sources.documents if id not in library.documents and id not in library.introductions}
    broken = {each.file for each in problems if each.level == "error"}
    tables = any(found.file in broken for found in content.sources.tables.values())
    for each in problems:
        facts = dict(each.facts)
        if each.code == "file-unused" and (unread or tables):
            folder = str(PurePosixPath(each.file).parent)
            if any(file.startswith(folder + "/") for file in broken):
                continue
        if each.code in {"reference-missing", "reference-missing-near", "broken-link"} and (unread or tables):
            wanted = facts.get("id") or facts.get("href", "")
            stem = PurePosixPath(wanted.split("#")[0]).name.split(".")[0]
            if tables or any(id == wanted or id.rsplit("/", 1)[-1] == stem for id in unread):
                continue
        yield each


def view(wish: Wish, library: Library, facts: dict[str, File], store: Store) -> list[Artifact]:
    """Everything that the site is made of."""
    build = Build(wish.settings, library, facts, store, code_of(), wish.search)
    return [artifact for output in outputs.outputs(wish.settings.plugins) for artifact in output(build)]


def clashes(artifacts: list[Artifact]) -> list[Problem]:
    """Paths that two artifacts claim, or that lie in a folder that another owns, told at the documents that claim them."""
    owners: dict[str, Artifact] = {}
    found = [_clash(each, each) for each in artifacts if each.path.split("/")[0] == rendering.MANIFEST]
    for artifact in artifacts:
        other = owners.setdefault(artifact.path.casefold(), artifact)
        if other is not artifact:
            found.append(_clash(artifact, other))
    above: dict[str, tuple[Artifact, ...]] = {"": ()}
    for path, artifact in owners.items():
        found += (_clash(artifact, other) for other in _above(_folder(path.rstrip("/")), owners, above))
    return found


def _above(folder: str, owners: dict[str, Artifact], known: dict[str, tuple[Artifact, ...]]) -> tuple[Artifact, ...]:
    """The artifacts that claim a folder or one above it."""
    if folder not in known:
        own = owners.get(folder) or owners.get(folder + "/")
        known[folder] = (*_above(_folder(folder), owners, known), *([own] if own else ()))
    return known[folder]


def _folder(path: str) -> str:
    return path[: max(0, path.rfind("/"))]


def _clash(artifact: Artifact, other: Artifact) -> Problem:
    return problem(artifact.source or other.source or "pelicanconf.py", "output-clash", path=f"/{artifact.path}")


def render(wish: Wish, artifacts: list[Artifact], record: Record, store: Store) -> rendering.Made:
    """The output folder holds the artifacts and nothing else that a build has made."""
    return rendering.render(
        artifacts, wish.output, record, store, wish.jobs, lambda done, whole: wish.progress("render", done, whole)
    )


def verify(wish: Wish, made: rendering.Made, artifacts: list[Artifact], record: Record) -> None:
    """Raises Broken where a page that was made links to nothing; the next build makes the pages again."""
    try:
        verifying.verify(wish.output, made.unseen, artifacts, Addresses(wish.settings.siteurl).root)
    except verifying.Broken:
        record.intend(made.unseen)
        raise


def remember(content: Content, artifacts: list[Artifact], store: Store) -> None:
    """Tells the store what is in use."""
    bodies = (edition.html for document in content.documents for edition in document.editions.values())
    store.use((each.fingerprint for each in artifacts), bodies)
    store.commit()
