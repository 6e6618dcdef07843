"""The pages of one list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial

from sajaro.artifacts import Artifact, Sheaf, key
from sajaro.cards import mixed
from sajaro.fields import N_
from sajaro.outputs.lists.choices import choices, choices_key
from sajaro.outputs.lists.scopes import Scope
from sajaro.pagination import split
from sajaro.presenters import json_ld
from sajaro.presenters.build import Build
from sajaro.presenters.coming import PAST, coming, unfilled
from sajaro.presenters.in_numbers import in_numbers
from sajaro.presenters.introduction import introduction
from sajaro.presenters.listed_table import as_table
from sajaro.presenters.page import Page, page, pages
from sajaro.presenters.purchase_figures import found_purchases, totals
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import Card, Cards, Head, Link, Listing, Pages, State

NEWEST = 30


def lists(build: Build, scope: Scope) -> Iterator[Sheaf]:
    """The list in each language."""
    said = cache(partial(_said, build, scope))
    for lang in build.site.languages:
        yield pages(build, f"list {lang}/{scope.base}", ("list.html",), said, partial(_pages, build, scope, lang))


def _said(build: Build, scope: Scope) -> tuple[bytes, ...]:
    """What the pages of a list depend on."""
    what = (scope.base, scope.section, scope.above, scope.year, scope.about, scope.choices, scope.feed)
    introduced = build.key_of(scope.introduction) if scope.introduction else b""
    ways = choices_key(build, scope) if scope.choices else b""
    documents = build.library.key(scope.about, *[each.id for each in scope.documents])
    return key(what, introduced, ways, _counted(build, scope)), documents


def _pages(build: Build, scope: Scope, lang: str) -> Iterator[Artifact]:
    newest_only = scope.choices and scope.dated
    reading = build.reading(lang)
    documents = list(reading.shown(scope.documents))
    if not scope.dated and scope.section != "alerts":
        documents = _in_order(reading, documents)
    if newest_only:
        documents = _coming_first(build, scope, documents)
        parts = [("", documents[:NEWEST])]
    else:
        parts = split(documents, scope.dated, NEWEST)
        parts[0] = ("", _coming_first(build, scope, parts[0][1]))
    for number, (name, _) in enumerate(parts):
        view = _View(build, scope, lang, parts, number, len(documents))
        yield page(build, f"{lang}/{scope.base}{name}", lang, scope.section, "list.html", view.fingerprint, view)


def _in_order(reading: Reading, documents: list[Document]) -> list[Document]:
    def place(document: Document) -> tuple[int, object]:
        title = document.editions[reading.language_of(document)].fields.title
        return getattr(document.fields, "order", None) or 10**6, reading.language.sort_key(str(title))

    return sorted(documents, key=place)


def _coming(build: Build, scope: Scope, documents: list[Document]) -> list[Document]:
    """Of a list of events those that are not over, of vacancies those that are open, the next first."""
    if scope.mixed or scope.section not in PAST:
        return []
    return (coming if scope.section == "events" else unfilled)(build.library, documents)


def _coming_first(build: Build, scope: Scope, documents: list[Document]) -> list[Document]:
    """Which document is on which page does not change with the day, only where it stands on the first one."""
    first = _coming(build, scope, documents)
    shown = {each.id for each in first}
    return first + [each for each in documents if each.id not in shown] if first else documents


def _counted(build: Build, scope: Scope) -> bytes:
    """What the totals of procurements may say."""
    if scope.section != "procurements":
        return b""
    found = build.once(found_purchases)
    return found.counted if found else b""


class _View:
    """Makes the view of one page of a list."""

    def __init__(
        self, build: Build, scope: Scope, lang: str, parts: list[tuple[str, list[Document]]], number: int, count: int
    ) -> None:
        self.build, self.scope, self.lang, self.parts, self.number, self.count = (
            build,
            scope,
            lang,
            parts,
            number,
            count,
        )

    def fingerprint(self) -> bytes:
        build, scope, number, parts = self.build, self.scope, self.number, self.parts
        card_keys = build.library.card_keys
        name, shown = parts[number]
        cards = b"".join([card_keys[each.id] for each in shown])
        about = card_keys[scope.about] if scope.about else b""
        if name:
            return key(cards, about, [each for each, _ in parts[max(0, number - 1) : number + 2]])
        return key(
            cards,
            about,
            (self.count, len(parts), len(_coming(build, scope, shown))),
            build.key_of(scope.introduction) if scope.introduction else b"",
            choices_key(build, scope) if scope.choices else b"",
            _counted(build, scope),
        )

    def __call__(self) -> Page:
        build, scope, lang = self.build, self.scope, self.lang
        reading = build.reading(lang)
        name, shown = self.parts[self.number]
        rest = f"{scope.base}{name}"
        main = self._listing(reading, name, shown)
        head = Head(
            title=_written(reading, main),
            description=self._description(reading, main),
            canonical=build.places.whole(f"{lang}/{rest}"),
            alternates=build.alternates_everywhere(rest) if build.site.missing == "show" else (),
            feeds=main.feeds,
            json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, main.crumbs)}),
        )
        languages = build.everywhere(lang, rest if build.site.missing == "show" else scope.base)
        return Page(lang, head, languages, main)

    def _listing(self, reading: Reading, name: str, shown: list[Document]) -> Listing:
        build, scope = self.build, self.scope
        title, about = scope.title(reading), scope.named(reading)
        cards, over = self._cards(reading, name, shown)
        table = None if scope.mixed else as_table(build, reading, scope.section, title, shown)
        return Listing(
            crumbs=tuple(self._crumbs(reading, name, about)),
            section=scope.section,
            title=title,
            about=about,
            page=reading.word(N_("page {number}")).replace("{number}", name.strip("/").split("-")[1]) if name else "",
            intro=introduction(build, reading, scope.introduction) if not name else None,
            count=(len(shown) if name else self.count) if scope.dated else 0,
            cards=cards if table is None else (),
            over=over,
            table=table,
            totals=totals(build, reading, scope.documents)
            if table and scope.section == "procurements" and not name
            else None,
            choices=tuple(choices(build, scope, reading, self.count)) if scope.choices else (),
            pages=self._neighbours(reading),
            feeds=self._feeds(reading, title, about) if not name else (),
            downloads=build.catalogue(self.lang) if scope.base == "datasets/" and not name else (),
            ways=tuple(in_numbers(build, reading, scope.base)) if not name else (),
        )

    def _crumbs(self, reading: Reading, name: str, about: Link | None) -> Iterator[Link]:
        to = self.build.places.to
        yield Link(to(f"{self.lang}/"), reading.word(N_("Home")))
        yield from self.scope.crumbs(reading)
        if name:
            itself = Link(to(f"{self.lang}/{self.scope.base}"), self.scope.title(reading))
            yield about if about and not self.scope.mixed else itself

    def _cards(self, reading: Reading, name: str, shown: list[Document]) -> tuple[tuple[Card, ...], Cards | None]:
        """What the page shows, and of events on a first page apart from them what is over."""
        ahead = len(_coming(self.build, self.scope, shown)) if not name else 0
        first = shown[:ahead] or shown
        cards = reading.cards(each.id for each in first)
        ended = State(reading.word(N_("Ended")))
        past = reading.cards(each.id for each in shown[len(first) :])
        over = tuple(replace(card, state=None) if card.state == ended else card for card in past)
        if self.scope.mixed:
            cards = tuple(map(mixed, cards))
        return cards, Cards(reading.word(PAST[self.scope.section]), over) if over else None

    def _feeds(self, reading: Reading, title: str, about: Link | None) -> tuple[Link, ...]:
        if self.scope.feed is None:
            return ()
        found = self.build.feeds(self.lang, self.scope.feed, _joined(reading, title, about))
        return found + self.build.calendar(self.lang) if self.scope.base == "events/" else found

    def _description(self, reading: Reading, main: Listing) -> str:
        document = self.scope.introduction
        if main.intro and document and self.lang in document.editions:
            edition = document.editions[self.lang]
            return str(edition.fields.summary or edition.body.summary)
        count = reading.words.ngettext("%(count)s document", "%(count)s documents", main.count)
        said = count % {"count": reading.language.number(main.count)} if main.count else ""
        return ". ".join(filter(None, (_written(reading, main), said, str(self.build.title(self.lang)))))

    def _neighbours(self, reading: Reading) -> Pages | None:
        to = self.build.places.to
        if self.scope.choices and self.count > len(self.parts[0][1]) and self.scope.dated:
            years = self.build.library.years[self.scope.section]
            return Pages(
                None,
                None,
                tuple((Link(to(f"{self.lang}/{self.scope.section}/{year}/"), str(year)), False) for year in years),
            )
        if len(self.parts) < 2:
            return None

        def link(number: int, title: str) -> Link | None:
            if not 0 <= number < len(self.parts):
                return None
            return Link(to(f"{self.lang}/{self.scope.base}{self.parts[number][0]}"), title)

        name = self.parts[self.number][0]
        every = []
        if not name:
            for number, (each, _) in enumerate(self.parts):
                found = link(number, each.strip("/").removeprefix("page-") or reading.word(N_("Newest")))
                assert found is not None
                every.append((found, number == self.number))
        newer, older = (
            link(self.number - 1, reading.word(N_("Newer"))),
            link(self.number + 1, reading.word(N_("Older"))),
        )
        return Pages(newer, older, tuple(every))


def _joined(reading: Reading, title: str, about: Link | None) -> str:
    return reading.word(N_("%(list)s: %(name)s")) % {"list": title, "name": about.title} if about else title


def _written(reading: Reading, main: Listing) -> str:
    """The title of a list where there is no markup."""
    title = _joined(reading, main.title, main.about)
    return f"{title}, {main.page}" if main.page else title
