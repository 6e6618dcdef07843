"""The pages of a register: the newest rows, and all of them by whatever narrows it. None needs a script.

Pages are numbered from the oldest, so that a row changes one page of each list that it is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from sajaro.artifacts import Artifact, Sheaf, key
from sajaro.fields import N_
from sajaro.ledgers.ledger import Ledger, Scope
from sajaro.pagination import split
from sajaro.presenters import json_ld
from sajaro.presenters.introduction import introduction
from sajaro.presenters.page import Page, page, pages
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import Choice, Filter, Form, Head, LedgerPage, Link, Pages, Text

SIZE = 50
WAYS = 24
"""Links to older parts, at most; between them one goes on from part to part."""
ORDERED = ("units", "sections")
"""Kinds whose values are offered in the order of their names."""

Parts = list[tuple[str, list[Document]]]


def lists(ledger: Ledger, lang: str) -> Iterator[Artifact | Sheaf]:
    """Every page in one language."""
    yield from _pages(_List(ledger, lang, ledger.whole, [("", ledger.documents[:SIZE])]))
    for scope in ledger.scopes:
        name, said = f"{ledger.section} list {lang}/{scope.base}", partial(_said, ledger, scope)
        yield pages(ledger.build, name, (LedgerPage.template,), said, partial(_narrowed, ledger, lang, scope))


def _said(ledger: Ledger, scope: Scope) -> tuple[bytes, ...]:
    """What the pages of a list depend on."""
    years = [each.value for each in ledger.scopes if each.kind == "years"]
    common = key(scope.kind, scope.value, years, ledger.units, *ledger.head().values())
    return common, b"".join(map(ledger.key, scope.documents))


def _narrowed(ledger: Ledger, lang: str, scope: Scope) -> Iterator[Artifact]:
    parts = split(scope.documents, True, SIZE) if ledger.parted(scope) else [("", scope.documents)]
    return _pages(_List(ledger, lang, scope, parts))


def _pages(listed: _List) -> Iterator[Artifact]:
    ledger, scope = listed.ledger, listed.scope
    for number, (name, _) in enumerate(listed.parts):
        yield page(
            ledger.build,
            f"{listed.lang}/{scope.base}{name}",
            listed.lang,
            ledger.section,
            LedgerPage.template,
            partial(listed.fingerprint, number),
            partial(listed.page, number),
            permanent=not scope.kind,
        )


def named(ledger: Ledger, reading: Reading, scope: Scope) -> Link:
    """A list by what it is about."""
    url = ledger.build.places.to(f"{reading.lang}/{scope.base}")
    if scope.kind == "years":
        return Link(url, scope.value)
    if scope.kind == "units" and (link := reading.link(f"units/{scope.value}")):
        return Link(url, Text(link.title, link.lang) if link.lang else link.title, language=link.language)
    return Link(url, ledger.title(reading, scope.kind, scope.value))


class _List:
    """Makes the views of the pages of one list when they are wanted."""

    def __init__(self, ledger: Ledger, lang: str, scope: Scope, parts: Parts) -> None:
        self.ledger, self.lang, self.scope, self.parts = ledger, lang, scope, parts

    def fingerprint(self, number: int) -> bytes:
        ledger, build, scope = self.ledger, self.ledger.build, self.scope
        name, shown = self.parts[number]
        said: list[object] = [scope.kind, *map(ledger.key, shown)]
        said += [each for each, _ in self.parts[max(0, number - 1) : number + 2]] if name else [len(self.parts)]
        if scope.kind == "units":
            said.append(build.library.key(f"units/{scope.value}"))
        if scope.kind == "years":
            said += [each.value for each in ledger.scopes if each.kind == "years"]
        if not name:
            said.append(len(scope.documents))
        if not scope.kind:
            introduced = build.library.introductions.get(ledger.section)
            said += [build.key_of(introduced) if introduced else b"", build.assets.script("ledger.js"), ledger.units]
            said += [(each.base, len(each.documents)) for each in ledger.scopes]
            said += ledger.said()
        return key(*said)

    def page(self, number: int) -> Page:
        build = self.ledger.build
        rest = self.scope.base + self.parts[number][0]
        main = self._view(build.reading(self.lang), number)
        title = f"{main.title}: {main.about.title}" if main.about else main.title
        written = ", ".join(filter(None, (title, main.page)))
        head = Head(
            title=written,
            description=". ".join((written, build.title(self.lang))),
            canonical=build.places.whole(f"{self.lang}/{rest}"),
            alternates=build.alternates_everywhere(rest),
            feeds=main.feeds,
            json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, main.crumbs)}),
        )
        return Page(self.lang, head, build.everywhere(self.lang, rest), main)

    def _view(self, reading: Reading, number: int) -> LedgerPage:
        ledger, build, scope = self.ledger, self.ledger.build, self.scope
        name, shown = self.parts[number]
        own, about = ledger.home(reading), named(ledger, reading, scope) if scope.kind else None
        crumbs = [Link(build.places.to(f"{self.lang}/"), reading.word(N_("Home")))]
        crumbs += [own] if about else []
        crumbs += [about] if name and about else []
        found = LedgerPage(
            crumbs=tuple(crumbs),
            title=own.title,
            about=about,
            page=reading.word(N_("page {number}")).replace("{number}", name.strip("/").split("-")[1]) if name else "",
            count=ledger.counted(reading, len(shown) if name else len(scope.documents)),
            tables=tuple(ledger.tables(reading, scope, shown)),
            pages=self._ways(reading, number),
        )
        return ledger.adorned(found if about else self._first(found, reading), reading, scope)

    def _first(self, page: LedgerPage, reading: Reading) -> LedgerPage:
        """The page of the whole, from which all others are reached."""
        ledger, build = self.ledger, self.ledger.build
        introduced = build.library.introductions.get(ledger.section)
        return replace(
            page,
            intro=introduction(build, reading, introduced),
            choices=(*self._choices(reading), *ledger.choices(reading)),
            downloads=tuple(self._downloads(reading)),
            feeds=ledger.feeds(reading),
            form=self._form(reading),
        )

    def _form(self, reading: Reading) -> Form:
        ledger, build = self.ledger, self.ledger.build
        return replace(
            ledger.form(reading),
            filters=(*self._filters(reading), *ledger.filters(reading)),
            index=build.places.to(f"{self.lang}/{ledger.section}/entries/index.json"),
            script=build.assets.script("ledger.js"),
        )

    def _options(self, reading: Reading, kind: str) -> list[tuple[Scope, Link]]:
        found = [(each, named(self.ledger, reading, each)) for each in self.ledger.scopes if each.kind == kind]
        if kind in ORDERED:
            found.sort(key=lambda each: reading.language.sort_key(each[1].title))
        return found

    def _choices(self, reading: Reading) -> Iterator[Choice]:
        for kind, title in self.ledger.kinds.items():
            if options := self._options(reading, kind):
                yield Choice(reading.word(title), tuple((link, len(scope.documents)) for scope, link in options))

    def _filters(self, reading: Reading) -> Iterator[Filter]:
        for kind, title in self.ledger.kinds.items():
            options = self._options(reading, kind)
            if len(options) > 1:
                yield Filter(kind, reading.word(title), tuple((scope.value, link.title) for scope, link in options))

    def _downloads(self, reading: Reading) -> Iterator[Link]:
        section = self.ledger.section
        place = self.ledger.build.places.to(f"{self.lang}/{section}/{section}")
        whole, columns = self.ledger.downloads(reading), reading.word(N_("What the columns mean"))
        yield Link(f"{place}.csv", f"{whole} (CSV)")
        yield Link(f"{place}.json", f"{whole} (JSON)")
        yield Link(f"{place}.schema.json", f"{columns} (Table Schema)")

    def _ways(self, reading: Reading, number: int) -> Pages | None:
        """To what is older and newer: other pages of this list; from a list of one page to other years."""
        if len(self.parts) > 1:
            return self._parts(reading, number)
        years = [link for _, link in self._options(reading, "years")]
        if not self.scope.kind:
            return Pages(None, None, tuple((link, False) for link in years)) if self._goes_on() else None
        if self.scope.kind != "years" or len(years) < 2:
            return None
        at = next(place for place, link in enumerate(years) if link.title == self.scope.value)
        return Pages(years[at - 1] if at else None, years[at + 1] if at + 1 < len(years) else None, ())

    def _goes_on(self) -> bool:
        return len(self.scope.documents) > SIZE

    def _parts(self, reading: Reading, number: int) -> Pages:
        def link(at: int, title: str) -> Link:
            return Link(self.ledger.build.places.to(f"{self.lang}/{self.scope.base}{self.parts[at][0]}"), title)

        every, last = [], len(self.parts) - 1
        if number == 0:
            step = max(1, -(-len(self.parts) // WAYS))
            for at in sorted({*range(0, len(self.parts), step), last}):
                title = self.parts[at][0].strip("/").removeprefix("page-") or reading.word(N_("Newest"))
                every.append((link(at, title), at == 0))
        newer = link(number - 1, reading.word(N_("Newer"))) if number else None
        older = link(number + 1, reading.word(N_("Older"))) if number < last else None
        return Pages(newer, older, tuple(every))
