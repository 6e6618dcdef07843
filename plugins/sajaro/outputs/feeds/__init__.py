"""Feeds of the whole site, of each dated section and of each topic, in each language: Atom and JSON Feed, the newest 30.

The site's feeds leave out the log of requests and the register: a day's entries there would push all news out. They have
feeds of their own. Alerts are no feed's: they hold for hours and stand on every page. A feed that is there stays
when its last entry goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache, partial
from heapq import merge
from itertools import islice

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.outputs.feeds.atom import atom
from sajaro.outputs.feeds.entries import Entry, Feed, entry
from sajaro.outputs.feeds.json_feed import json_feed
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.characters import printable
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION

__all__ = ["artifacts", "register"]

NEWEST = 30
ASIDE = frozenset({"requests", "register"})
"""Sections that the site's own feeds leave out."""


@plain
class Source:
    """What a feed is of: its place below the language, what gives its documents from the newest, what it is called, the place
    of the page that it belongs to. `about` is the id of the topic."""

    base: str
    documents: Callable[[], Iterable[Document]]
    title: Callable[[Reading], str]
    home: Callable[[Reading], str]
    about: str = ""


def artifacts(build: Build) -> Iterator[Artifact]:
    keys, entries = cache(partial(_key, build)), lru_cache(maxsize=512)(partial(_entry, build))
    for source in sources(build):
        for lang in build.site.languages:
            view = _View(build, source, lang, keys, entries)
            for name, render in (("feed.atom", atom), ("feed.json", json_feed)):
                yield Artifact(
                    path=f"{lang}/{source.base}{name}",
                    fingerprint=partial(view.fingerprint, name),
                    view=view,
                    render=render,
                    code=partial(_code, build.engine, name),
                    permanent=True,
                )


class _View:
    """Makes the view of the feeds of one source in one language when it is wanted."""

    def __init__(
        self,
        build: Build,
        source: Source,
        lang: str,
        keys: Callable[[str], bytes],
        entries: Callable[[str, str], Entry],
    ) -> None:
        self.build, self.source, self.lang, self.keys, self.entries = build, source, lang, keys, entries

    @cached_property
    def shown(self) -> list[Document]:
        reading = self.build.reading(self.lang)
        return list(islice(reading.shown(self.source.documents()), NEWEST))

    def fingerprint(self, name: str) -> bytes:
        return key(self._said, name)

    @cached_property
    def _said(self) -> bytes:
        build, source, reading = self.build, self.source, self.build.reading(self.lang)
        about = build.library.key(source.about)
        return key(
            build.base,
            source.base,
            self.lang,
            source.home(reading),
            about,
            *(self.keys(each.id) for each in self.shown),
        )

    def __call__(self) -> Feed:
        source, lang, whole = self.source, self.lang, self.build.places.whole
        reading = self.build.reading(lang)
        return Feed(
            lang=lang,
            title=printable(source.title(reading)),
            atom=whole(f"{lang}/{source.base}feed.atom"),
            json=whole(f"{lang}/{source.base}feed.json"),
            home=whole(source.home(reading)),
            author=printable(self.build.title(lang)),
            author_url=whole(f"{lang}/"),
            entries=tuple(self.entries(each.id, reading.language_of(each)) for each in self.shown),
        )


def _code(engine: bytes, name: str, _: Feed) -> bytes:
    return key(engine, name)


def sources(build: Build) -> Iterator[Source]:
    """Every feed of the site, without its language."""
    library, name = build.library, build.title
    out = {id: each for id, each in library.documents.items() if id not in library.withheld}
    used = {each.section for each in out.values()}

    @cache
    def newest(section: str) -> list[Document]:
        return sorted(library.listed.get(section, ()), key=_newest_first)

    def news() -> Iterator[Document]:
        sections = (each for each in library.listed if BY_SECTION[each].dated and each not in ASIDE)
        return merge(*map(newest, sections), key=_newest_first)

    yield Source("", news, lambda reading: name(reading.lang), _language_root)
    for section, model in BY_SECTION.items():
        if model.dated and section in used:
            home = partial(_list, section) if section in library.listed else _language_root
            yield Source(f"{section}/", partial(newest, section), partial(_of_section, build, model.plural), home)
    for id, topic in out.items():
        if topic.section == "topics":
            about = partial(_about, build, id)
            yield Source(f"{id}/", about, partial(_of_topic, build, id), partial(_page, topic), about=id)


def _about(build: Build, id: str) -> list[Document]:
    return sorted(build.library.about(id), key=_newest_first)


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


def _key(build: Build, id: str) -> bytes:
    """The key of an entry in all languages: the document, its files, and what its body and its topics lead to."""
    library = build.library
    document = library.documents[id]
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
        id,
        *editions,
        library.key(id, *sorted(targets)),
        *(build.facts[path].digest for path in sorted(files)),
    )


def _entry(build: Build, id: str, spoken: str) -> Entry:
    return entry(build, build.library.documents[id], spoken)
