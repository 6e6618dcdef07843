"""Which lists there are, and what each is of."""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.fields import N_
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.facets import FACETS
from sajaro.presenters.listed import listed
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.views import Link, Text

OWN = {"register": "public_register", "requests": "requests"}
"""Sections whose lists another output makes, where the site has that one."""


@plain
class Scope:
    """What a list is of: documents, and its place below the language.

    Called by the plural of its section, or as documents of any; after it comes the `year`, or what they are `about` (an id). `above` is
    the section of the list above it, `feed` the place of its feeds.
    """

    base: str
    section: str
    documents: list[Document]
    above: str = ""
    year: int | None = None
    about: str = ""
    introduction: Document | None = None
    choices: bool = False
    feed: str | None = None

    @property
    def mixed(self) -> bool:
        """Whether documents of several sections are in it: of a topic, a unit, a territory."""
        return self.base.endswith("/documents/")

    @property
    def dated(self) -> bool:
        return self.mixed or BY_SECTION[self.section].dated

    def title(self, reading: Reading) -> str:
        word = reading.word(N_("Documents") if self.mixed else BY_SECTION[self.section].plural)
        return f"{word}, {self.year}" if self.year else word

    def named(self, reading: Reading) -> Link | None:
        """The list itself, by the name of what it is about."""
        link = reading.link(self.about) if self.about else None
        return localised(link, reading.places.to(f"{reading.lang}/{self.base}")) if link else None

    def crumbs(self, reading: Reading) -> Iterator[Link]:
        """The ways to the lists above it, and to what it is about where that is above it."""
        if self.above:
            place = reading.places.to(f"{reading.lang}/{self.above}/")
            yield Link(place, reading.word(BY_SECTION[self.above].plural))
        if self.mixed and (link := reading.link(self.about)):
            yield link


def localised(link: Link, url: str) -> Link:
    """A way to a page in the reader's own language that is called as something else is, perhaps in another one."""
    return Link(url, Text(link.title, link.lang) if link.lang else link.title, language=link.language)


def scopes(build: Build) -> Iterator[Scope]:
    """Every list of the site."""
    library = build.library
    for section, documents in listed(build).items():
        if section == "pages" or section in OWN and build.has(OWN[section]):
            continue
        own = section == "acts" and build.has("acts")
        feed = f"{section}/" if BY_SECTION[section].dated else None
        introduction = library.introductions.get(section)
        if not own:
            yield Scope(f"{section}/", section, documents, introduction=introduction, choices=True, feed=feed)
        for year, of_year in library.years.get(section, {}).items() if not own else ():
            yield Scope(f"{section}/{year}/", section, of_year, section, year=year)
        for facet, found in build.facets(section).items():
            if own and facet == "units":
                continue
            for id, of_facet in found.items():
                yield Scope(f"{section}/{facet}/{id.split('/', 1)[1]}/", section, of_facet, section, about=id)
    for facet in FACETS:
        for document in library.listed.get(facet, ()):
            about = library.about(document.id)
            if about:
                feed = f"{document.id}/" if facet == "topics" else None
                yield Scope(f"{document.id}/documents/", facet, about, facet, about=document.id, feed=feed)
