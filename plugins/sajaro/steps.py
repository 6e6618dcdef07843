"""The steps of a build: each takes what the one before gave. `build` calls them in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from sajaro import check as checks
from sajaro import duties, outputs, public_register, requests
from sajaro import render as rendering
from sajaro import verify as verifying
from sajaro.addresses import Addresses
from sajaro.artifacts import Artifact
from sajaro.attached import named_files
from sajaro.check.files import Facts
from sajaro.engine import code_of
from sajaro.files import Found
from sajaro.library import Library
from sajaro.media.inspect import File
from sajaro.presenters.build import Build
from sajaro.problems import Problem, in_order, problem
from sajaro.read import Document, Sources, scan
from sajaro.read.units import documents, tables
from sajaro.record import Record
from sajaro.shelf import Shelf
from sajaro.store import Store
from sajaro.wish import Wish


@dataclass(frozen=True, slots=True)
class Content:
    """What has been read: the files by what they are, the documents, what is wrong with the others."""

    sources: Sources
    documents: list[Document]
    problems: list[Problem]


def read(wish: Wish, found: list[Found], store: Store) -> Content:
    """Every document that can be read; what the store knows is not read again."""
    sources = scan(found, wish.settings.site.languages)
    shelf = Shelf(wish, store)
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


def relate(wish: Wish, content: Content) -> Library:
    """The documents as a library, on the day of the build."""
    library = Library(wish.settings.site, content.documents, content.sources.files, wish.now)
    if "sajaro.outputs.duties" in wish.settings.plugins:
        library.duties = duties.declared(wish.settings.root)
    if "sajaro.outputs.public_register" in wish.settings.plugins:
        library.register = public_register.Register(library, public_register.read(wish.settings.content))
    if "sajaro.outputs.requests" in wish.settings.plugins:
        profile = library.duties.profile if library.duties else None
        library.requests = requests.Log(library, requests.Terms(profile, wish.settings.site.country))
    library.activity = "sajaro.outputs.activity" in wish.settings.plugins
    library.purchases = "sajaro.outputs.procurements" in wish.settings.plugins
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
    found = [_clash(each, each) for each in artifacts if each.path.split("/", 1)[0] == rendering.MANIFEST]
    for artifact in artifacts:
        other = owners.setdefault(artifact.path.casefold(), artifact)
        if other is not artifact:
            found.append(_clash(artifact, other))
    claimed = _folders(owners) & {path.rstrip("/") for path in owners}
    for path, artifact in owners.items() if claimed else ():
        others = (owners.get(folder) or owners.get(folder + "/") for folder in _above(path))
        found += (_clash(artifact, other) for other in others if other)
    return found


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that something lies in."""
    every, new = set[str](), set(map(_folder, paths))
    while new:
        every |= new
        new = set(map(_folder, new)) - every
    return every - {""}


def _above(path: str) -> Iterator[str]:
    while path := _folder(path):
        yield path


def _folder(path: str) -> str:
    """The folder that a path, or a folder, lies in."""
    return path[: max(0, path.rfind("/", 0, -1))]


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
