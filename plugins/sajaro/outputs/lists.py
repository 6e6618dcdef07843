"""Lists: each section, its years, what belongs to a topic, a unit or a territory; and the page of all sections.

A list shows the newest; older ones are in pages numbered from the oldest, so that `page-1` never changes and a new
document changes one page of a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sajaro.artifacts import Artifact, key
from sajaro.cards import mixed
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.presenters import json_ld
from sajaro.presenters.build import Build
from sajaro.presenters.facets import FACETS
from sajaro.presenters.page import Page, page
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION, TYPES
from sajaro.views import Choice, Head, Link, Listing, Pages, Prose, SiteMap

__all__ = ["artifacts", "register"]

NEWEST = 30
VOCABULARIES = {"topics": N_("Topics"), "units": N_("Unit"), "territories": N_("Territories")}
"""What lists are narrowed by, as headings."""
GROUPS = {
    "newsroom": N_("News"),
    "acts": N_("Law"),
    "information": N_("Public information"),
    "participation": N_("Participation and services"),
    "institution": N_("The institution"),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a list is of: documents, its place below the language, its title in a language, and the lists above it."""

    base: str
    section: str
    documents: list[Document]
    title: Callable[[Reading], str]
    above: tuple[Callable[[Reading], Link | None], ...] = ()
    introduction: Document | None = None
    choices: bool = False
    feed: str | None = None
    about: str = ""

    @property
    def mixed(self) -> bool:
        """Whether documents of several sections are in it: of a topic, a unit, a territory."""
        return self.base.endswith("/documents/")

    @property
    def dated(self) -> bool:
        return self.mixed or BY_SECTION[self.section].dated


def artifacts(build: Build) -> Iterator[Artifact]:
    for scope in scopes(build):
        yield from _pages(build, scope)
    for lang in build.site.languages:
        yield _sections(build, lang)


def scopes(build: Build) -> Iterator[Scope]:
    """Every list of the site."""
    library = build.library
    for section, documents in library.listed.items():
        if section == "pages":
            continue
        plural = BY_SECTION[section].plural
        title = _word(plural)
        above = (_list(section),)
        feed = f"{section}/" if BY_SECTION[section].dated else None
        yield Scope(f"{section}/", section, documents, title, (), library.introductions.get(section), True, feed)
        for year, of_year in library.years.get(section, {}).items():
            yield Scope(f"{section}/{year}/", section, of_year, _of_year(plural, year), above)
        for facet, found in build.facets(section).items():
            for id, of_facet in found.items():
                yield Scope(
                    f"{section}/{facet}/{id.split('/', 1)[1]}/", section, of_facet, _of(title, id), above, about=id
                )
    for facet in FACETS:
        for document in library.listed.get(facet, ()):
            about = library.about(document.id)
            if about:
                above = (_list(facet), _document(document.id))
                feed = f"{document.id}/" if facet == "topics" else None
                yield Scope(
                    f"{document.id}/documents/",
                    facet,
                    about,
                    _of(_word(N_("Documents")), document.id),
                    above,
                    feed=feed,
                    about=document.id,
                )


def _word(message: str) -> Callable[[Reading], str]:
    return lambda reading: reading.word(message)


def _list(section: str) -> Callable[[Reading], Link]:
    return lambda reading: Link(
        reading.places.to(f"{reading.lang}/{section}/"), reading.word(BY_SECTION[section].plural)
    )


def _document(id: str) -> Callable[[Reading], Link | None]:
    return lambda reading: reading.link(id)


def _of_year(plural: str, year: int) -> Callable[[Reading], str]:
    return lambda reading: f"{reading.word(plural)}, {year}"


def _of(title: Callable[[Reading], str], id: str) -> Callable[[Reading], str]:
    def written(reading: Reading) -> str:
        link = reading.link(id)
        return f"{title(reading)}: {link.title if link else id}"

    return written


# Pages of a list.


def split(documents: list[Document], dated: bool) -> list[tuple[str, list[Document]]]:
    """The pages of a list, the first at its own place: dated ones keep what is on `page-1` for ever."""
    if not dated:
        rest = [documents[start : start + 2 * NEWEST] for start in range(0, len(documents), 2 * NEWEST)]
        return [("", rest[0] if rest else []), *((f"page-{number}/", each) for number, each in enumerate(rest[1:], 2))]
    closed = max(0, len(documents) // NEWEST - 1)
    first = documents[: len(documents) - closed * NEWEST]
    oldest = documents[::-1]
    pages = [
        (f"page-{number}/", oldest[(number - 1) * NEWEST : number * NEWEST][::-1]) for number in range(closed, 0, -1)
    ]
    return [("", first), *pages]


def _pages(build: Build, scope: Scope) -> Iterator[Artifact]:
    dated = scope.dated
    newest_only = scope.choices and dated
    for lang in build.site.languages:
        reading = build.reading(lang)
        documents = [each for each in scope.documents if not reading.hidden(each)]
        if not dated and scope.section != "alerts":
            documents = _in_order(reading, documents)
        pages = [("", documents[:NEWEST])] if newest_only else split(documents, dated)
        for number, (name, shown) in enumerate(pages):
            fingerprint = key(
                *(build.library.card_keys[each.id] for each in shown),
                len(documents) if not name else 0,
                tuple(each for each, _ in pages[max(0, number - 1) : number + 2]) if name else len(pages),
                build.library.key(scope.about),
                build.key_of(scope.introduction) if scope.introduction else b"",
                _choice_key(build, scope) if scope.choices else b"",
            )
            view = _View(build, scope, lang, pages, number, len(documents))
            yield page(build, f"{lang}/{scope.base}{name}", lang, scope.section, "list.html", fingerprint, view)


def _in_order(reading: Reading, documents: list[Document]) -> list[Document]:
    def place(document: Document) -> tuple[int, object]:
        title = document.editions[reading.language_of(document)].fields.title
        return getattr(document.fields, "order", None) or 10**6, reading.language.sort_key(str(title))

    return sorted(documents, key=place)


def _choice_key(build: Build, scope: Scope) -> bytes:
    years = {year: len(found) for year, found in build.library.years.get(scope.section, {}).items()}
    facets = {
        facet: [(build.library.card_keys[id], len(of)) for id, of in sorted(found.items())]
        for facet, found in build.facets(scope.section).items()
    }
    return key(years, facets)


class _View:
    """Makes the view of one page of a list."""

    def __init__(
        self, build: Build, scope: Scope, lang: str, pages: list[tuple[str, list[Document]]], number: int, count: int
    ) -> None:
        self.build, self.scope, self.lang, self.pages, self.number, self.count = (
            build,
            scope,
            lang,
            pages,
            number,
            count,
        )

    def __call__(self) -> Page:
        build, scope, lang = self.build, self.scope, self.lang
        reading = build.reading(lang)
        name, shown = self.pages[self.number]
        title = scope.title(reading)
        crumbs = [Link(build.places.to(f"{lang}/"), reading.word(N_("Home")))]
        crumbs += [link for above in scope.above if (link := above(reading))]
        if name:
            crumbs.append(Link(build.places.to(f"{lang}/{scope.base}"), title))
        rest = f"{scope.base}{name}"
        feeds = build.feeds(lang, scope.feed, title) if scope.feed is not None and not name else ()
        if scope.base == "events/" and not name:
            feeds += build.calendar(lang)
        introduction = self._introduction(reading) if not name else None
        cards = reading.cards(each.id for each in shown)
        main = Listing(
            crumbs=tuple(crumbs),
            section=scope.section,
            title=title
            if not name
            else f"{title}, {reading.word(N_('page {number}')).replace('{number}', name.strip('/').split('-')[1])}",
            intro=introduction,
            count=(len(shown) if name else self.count) if scope.dated else 0,
            cards=tuple(map(mixed, cards)) if scope.mixed else cards,
            choices=tuple(self._choices(reading)) if scope.choices else (),
            pages=self._neighbours(reading),
            feeds=feeds,
        )
        head = Head(
            title=main.title,
            description=self._description(reading, main),
            canonical=build.places.whole(f"{lang}/{rest}"),
            alternates=build.alternates_everywhere(rest) if build.site.missing == "show" else (),
            feeds=feeds,
            json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, tuple(crumbs))}),
        )
        languages = build.everywhere(lang, rest if build.site.missing == "show" else scope.base)
        return Page(lang, head, languages, main)

    def _introduction(self, reading: Reading) -> Prose | None:
        document = self.scope.introduction
        if document is None:
            return None
        drawn, lang = reading.of(document).body(self.build.draw(self.lang))
        spoken = reading.language_of(document)
        return Prose("", drawn, lang or (None if spoken == self.lang else spoken)) if drawn else None

    def _description(self, reading: Reading, main: Listing) -> str:
        document = self.scope.introduction
        if main.intro and document and self.lang in document.editions:
            edition = document.editions[self.lang]
            return str(edition.fields.summary or edition.body.summary)
        count = reading.words.ngettext("%(count)s document", "%(count)s documents", main.count)
        said = count % {"count": reading.language.number(main.count)} if main.count else ""
        return ". ".join(filter(None, (main.title, said, str(self.build.title(self.lang)))))

    def _neighbours(self, reading: Reading) -> Pages | None:
        to = self.build.places.to
        if self.scope.choices and self.count > len(self.pages[0][1]) and self.scope.dated:
            years = self.build.library.years[self.scope.section]
            return Pages(
                None,
                None,
                tuple((Link(to(f"{self.lang}/{self.scope.section}/{year}/"), str(year)), False) for year in years),
            )
        if len(self.pages) < 2:
            return None

        def link(number: int, title: str) -> Link | None:
            if not 0 <= number < len(self.pages):
                return None
            return Link(to(f"{self.lang}/{self.scope.base}{self.pages[number][0]}"), title)

        name = self.pages[self.number][0]
        every = []
        if not name:
            for number, (each, _) in enumerate(self.pages):
                found = link(number, each.strip("/").removeprefix("page-") or reading.word(N_("Newest")))
                assert found is not None
                every.append((found, number == self.number))
        newer, older = (
            link(self.number - 1, reading.word(N_("Newer"))),
            link(self.number + 1, reading.word(N_("Older"))),
        )
        return Pages(newer, older, tuple(every))

    def _choices(self, reading: Reading) -> Iterator[Choice]:
        build, scope = self.build, self.scope
        to = build.places.to
        years = build.library.years.get(scope.section, {})
        if years:
            options = [
                (Link(to(f"{self.lang}/{scope.section}/{year}/"), str(year)), len(of)) for year, of in years.items()
            ]
            yield Choice(reading.word(N_("Year")), tuple(options))
        for facet, found in build.facets(scope.section).items():
            options = []
            for id, of in found.items():
                link = reading.link(id)
                if link:
                    place = to(f"{self.lang}/{scope.section}/{facet}/{id.split('/', 1)[1]}/")
                    options.append((Link(place, link.title, link.lang), len(of)))
            if len(options) > 1 or any(count < self.count for _, count in options):
                options.sort(key=lambda option: reading.language.sort_key(option[0].title))
                yield Choice(reading.word(VOCABULARIES[facet]), tuple(options))


# All sections.


def _sections(build: Build, lang: str) -> Artifact:
    counts = [(section, len(documents)) for section, documents in build.library.listed.items()]
    pages = [build.library.card_keys[each.id] for each in build.library.listed.get("pages", ())]
    return page(
        build,
        f"{lang}/sections/",
        lang,
        "",
        "sections.html",
        key("sections", counts, *pages),
        lambda: _sections_view(build, lang),
    )


def _sections_view(build: Build, lang: str) -> Page:
    reading, library, to = build.reading(lang), build.library, build.places.to
    title = reading.word(N_("All sections"))
    groups = []
    for group, word in GROUPS.items():
        links = tuple(
            (Link(to(f"{lang}/{model.section}/"), reading.word(model.plural)), len(library.listed[model.section]))
            for model in TYPES
            if model.group == group and model.section in library.listed and model.section != "pages"
        )
        if group == "institution":
            links += tuple((link, 0) for each in library.listed.get("pages", ()) if (link := reading.link(each.id)))
        if links:
            groups.append((reading.word(word), links))
    crumbs = (Link(to(f"{lang}/"), reading.word(N_("Home"))),)
    main = SiteMap(crumbs, title, tuple(groups))
    description = f"{title}. {build.title(lang)}"
    head = Head(title, description, build.places.whole(f"{lang}/sections/"), build.alternates_everywhere("sections/"))
    return Page(lang, head, build.everywhere(lang, "sections/"), main)
