"""The steps of a build: each takes what the one before gave. `build` calls them in their order."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import PurePosixPath

from sajaro import check as checks
from sajaro import clashes as claimed
from sajaro import duties, outputs, public_register, requests
from sajaro import render as rendering
from sajaro import verify as verifying
from sajaro.addresses import Addresses
from sajaro.attached import named_files
from sajaro.check.files import Facts
from sajaro.engine import code_of
from sajaro.files import Found
from sajaro.library import Library
from sajaro.media.inspect import File
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.problems import Problem, in_order
from sajaro.read import Document, Sources, scan
from sajaro.read.units import documents, tables
from sajaro.record import Record
from sajaro.shelf import Shelf
from sajaro.store import Store
from sajaro.wanted import Wanted, wanted
from sajaro.wish import Wish
from sajaro.workers import beside


@plain
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


def look(wish: Wish, library: Library, store: Store) -> tuple[list[Problem], dict[str, File]]:
    """What is known of the files that documents name, and what is wrong with them."""
    facts = Facts(wish.settings.content, store.facts())
    problems = [*checks.check_files(library, wish.settings, facts)]
    store.put_facts(facts.new)
    library.digests = {path: file.digest for path, file in facts.files.items()}
    return problems, facts.files


def check(wish: Wish, content: Content, library: Library, of_files: list[Problem]) -> list[Problem]:
    """All problems in their order."""
    problems = [
        *content.problems,
        *checks.same_id(content.documents),
        *checks.check(library, wish.settings),
        *of_files,
    ]
    return in_order(_without_echoes(problems, content, library))


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


def view(wish: Wish, library: Library, facts: dict[str, File], store: Store, record: Record | None = None) -> Wanted:
    """Everything that the site is made of; what the record knows to be the same is not looked at."""
    build = Build(wish.settings, library, facts, store, code_of(), wish.search)
    given = (each for output in outputs.outputs(wish.settings.plugins) for each in output(build))
    return wanted(given, record)


def clashes(wanted: Wanted, record: Record | None = None) -> list[Problem]:
    """Paths that are claimed twice."""
    return claimed.clashes(wanted, record)


def render(wish: Wish, wanted: Wanted, record: Record, store: Store) -> rendering.Made:
    """The output folder holds what is wanted and nothing else that a build has made."""
    return rendering.render(
        wanted, wish.output, record, store, wish.jobs, lambda done, whole: wish.progress("render", done, whole)
    )


def verify(wish: Wish, made: rendering.Made, record: Record) -> None:
    """Raises Broken where a page that was made links to nothing; the next build makes the pages again. Meanwhile the manifest is written."""
    read_back = partial(_verify, wish, record)
    try:
        with beside(partial(read_back, made.unseen[::2]), wish.jobs) as others:
            rendering.list_files(wish.output, record, made.left)
            read_back(made.unseen[1::2])
            others()
    except verifying.Broken:
        record.intend(made.unseen)
        raise


def _verify(wish: Wish, record: Record, paths: list[str]) -> None:
    with record.asked() as holds:
        verifying.verify(wish.output, paths, holds, Addresses(wish.settings.siteurl).root)


def remember(content: Content, record: Record, store: Store) -> None:
    """Tells the store what is in use."""
    bodies = (edition.html for document in content.documents for edition in document.editions.values())
    store.use(record.fingerprints(), bodies)
    store.commit()
