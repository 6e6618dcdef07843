"""Feeds of the whole site, of each dated section and of each topic, in each language: Atom and JSON Feed, the newest 30.

The site's feeds leave out the log of requests and the register: a day's entries there would push all news out. They have
feeds of their own. Alerts are no feed's: they hold for hours and stand on every page. A feed that is there stays
when its last entry goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.outputs.feeds.atom import atom
from sajaro.outputs.feeds.entries import Entry, Feed, entry
from sajaro.outputs.feeds.json_feed import json_feed
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION

__all__ = ["artifacts", "register"]

NEWEST = 30
ASIDE = frozenset({"requests", "register"})
"""Sections that the site's own feeds leave out."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a feed is of: its place below the language, its documents from the newest, what it is called, the place of the page
    that it belongs to. `about` is the id of the topic."""

    base: str
    documents: list[Document]
    title: Callable[[Reading], str]
    home: Callable[[Reading], str]
    about: str = ""


def artifacts(build: Build) -> Iterator[Artifact]:
    keys: dict[str, bytes] = {}
    entries = lru_cache(maxsize=512)(partial(_entry, build))
    for source in sources(build):
        for lang in build.site.languages:
            reading = build.reading(lang)
            shown = list(islice((each for each in source.documents if not reading.hidden(each)), NEWEST))
            for document in shown:
                if document.id not in keys:
                    keys[document.id] = _key(build, document)
            fingerprint = key(
                build.base,
                source.base,
                lang,
                source.home(reading),
                build.library.key(source.about),
                *(keys[each.id] for each in shown),
            )
            view = partial(_feed, build, source, lang, shown, entries)
            for name, render in (("feed.atom", atom), ("feed.json", json_feed)):
                yield Artifact(
                    path=f"{lang}/{source.base}{name}",
                    fingerprint=key(fingerprint, name),
                    view=view,
                    render=render,
                    code=partial(_code, build.engine, name),
                    permanent=True,
                )


def _code(engine: bytes, name: str, _: Feed) -> bytes:
    return key(engine, name)


def sources(build: Build) -> Iterator[Source]:
    """Every feed of the site, without its language."""
    library = build.library
    dated = [
        document
        for id, document in library.documents.items()
        if id not in library.withheld and BY_SECTION[document.section].dated
    ]
    by_section: dict[str, list[Document]] = defaultdict(list)
    listed = sorted(filter(library.is_listed, dated), key=_newest_first)
    for each in listed:
        by_section[each.section].append(each)
    name = build.title
    yield Source(
        "", [each for each in listed if each.section not in ASIDE], lambda reading: name(reading.lang), _language_root
    )
    used = {each.section for each in dated}
    for section, model in BY_SECTION.items():
        if section in used:
            yield Source(
                f"{section}/",
                by_section[section],
                partial(_of_section, build, model.plural),
                partial(_list, section) if section in library.listed else _language_root,
            )
    for id, topic in library.documents.items():
        if topic.section == "topics" and id not in library.withheld:
            documents = sorted(library.about(id), key=_newest_first)
            yield Source(f"{id}/", documents, partial(_of_topic, build, id), partial(_page, topic), about=id)


def _newest_first(document: Document) -> tuple[float, str]:
    assert document.gist.issued is not None
    return -document.gist.issued, document.id


def _of_section(build: Build, plural: str, reading: Reading) -> str:
    return f"{reading.word(plural)} – {build.title(reading.lang)}"


def _of_topic(build: Build, id: str, reading: Reading) -> str:
    link = reading.link(id)
    assert link is not None
    return f"{link.title} – {build.title(reading.lang)}"


def _language_root(reading: Reading) -> str:
    return f"{reading.lang}/"


def _list(section: str, reading: Reading) -> str:
    return f"{reading.lang}/{section}/"


def _page(document: Document, reading: Reading) -> str:
    return addresses.document(document.id, reading.language_of(document))


def _key(build: Build, document: Document) -> bytes:
    """The key of an entry in all languages: the document, its files, and what its body and its topics lead to."""
    library = build.library
    targets = {
        place.document
        for edition in document.editions.values()
        for link in edition.links
        if (place := library.place(link)) and place.document
    }
    targets |= {target for field, target in library.targets.get(document.id, ()) if field == "topics" and target}
    files = {use.path for use in library.uses(document) if use.path}
    editions = (each.digest for each in document.editions.values())
    return key(
        document.id,
        *editions,
        library.key(document.id, *sorted(targets)),
        *(build.facts[path].digest for path in sorted(files)),
    )


def _entry(build: Build, id: str, spoken: str) -> Entry:
    return entry(build, build.library.documents[id], spoken)


def _feed(build: Build, source: Source, lang: str, shown: list[Document], entries: Callable[[str, str], Entry]) -> Feed:
    reading, whole = build.reading(lang), build.places.whole
    return Feed(
        lang=lang,
        title=printable(source.title(reading)),
        atom=whole(f"{lang}/{source.base}feed.atom"),
        json=whole(f"{lang}/{source.base}feed.json"),
        home=whole(source.home(reading)),
        author=printable(build.title(lang)),
        author_url=whole(f"{lang}/"),
        entries=tuple(entries(each.id, reading.language_of(each)) for each in shown),
    )
