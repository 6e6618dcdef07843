"""The pages of the register of acts: the newest, and all of them by year, kind, issuer and state. None needs a script.

A year is one page with a table for each kind and issuer, in the order of numbers: made to be printed. The others are numbered
from the oldest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from sajaro.acts.numbering import leading
from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs.lists.choices import VOCABULARIES
from sajaro.outputs.lists.pages import split
from sajaro.outputs.lists.scopes import localised
from sajaro.presenters import json_ld
from sajaro.presenters.act_register import ABOUT, Register, home, kind_of, state_of, unit
from sajaro.presenters.introduction import introduction
from sajaro.presenters.page import Page, page
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import ActRegister, ActTable, Choice, Filter, Head, Link, Pages

SIZE = 50
FACETS = ("topics", "territories")
"""By these other lists narrow acts."""
CHANGED = {"amended": N_("Amended acts"), "repealed": N_("Repealed acts")}
"""What has feeds of its own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of acts: all, or those of one `value` of a kind; its place below the language."""

    base: str
    documents: list[Document]
    kind: str = ""
    value: str = ""


def narrowed(register: Register) -> tuple[Scope, ...]:
    """Every list but the whole."""
    return (
        *(Scope(f"acts/{year}/", found, "years", year) for year, found in register.years.items()),
        *(Scope(f"acts/kinds/{name}/", found, "kinds", name) for name, found in register.kinds.items()),
        *(Scope(f"acts/units/{name}/", found, "units", name) for name, found in register.units.items()),
        *(Scope(f"acts/states/{name}/", found, "states", name) for name, found in register.states.items()),
    )


def lists(register: Register, lang: str) -> Iterator[Artifact]:
    """Every page in one language."""
    found = narrowed(register)
    whole = Scope("acts/", register.documents)
    yield from _pages(_Pages(register, lang, whole, [("", whole.documents[:SIZE])], found))
    for scope in found:
        parts = [("", scope.documents)] if scope.kind == "years" else split(scope.documents, True, SIZE)
        yield from _pages(_Pages(register, lang, scope, parts, found))


def _pages(pages: _Pages) -> Iterator[Artifact]:
    for number, (name, _) in enumerate(pages.parts):
        place = f"{pages.lang}/{pages.scope.base}{name}"
        fingerprint, view = partial(pages.fingerprint, number), partial(pages.page, number)
        permanent = pages.scope.kind in ("", "years")
        yield page(pages.register.build, place, pages.lang, "acts", "acts.html", fingerprint, view, permanent=permanent)


def named(register: Register, reading: Reading, scope: Scope) -> Link:
    """A list by what it is about."""
    url = register.build.places.to(f"{reading.lang}/{scope.base}")
    match scope.kind:
        case "units":
            return Link(url, unit(reading, scope.value))
        case "kinds":
            return Link(url, kind_of(reading, scope.value))
        case "states":
            return Link(url, state_of(reading, scope.value).word)  # type: ignore[arg-type]
    return Link(url, scope.value)


class _Pages:
    """Makes the views of the pages of one list when they are wanted."""

    def __init__(
        self,
        register: Register,
        lang: str,
        scope: Scope,
        parts: list[tuple[str, list[Document]]],
        narrowed: tuple[Scope, ...],
    ) -> None:
        self.register, self.lang, self.scope, self.parts, self.narrowed = register, lang, scope, parts, narrowed

    def fingerprint(self, number: int) -> bytes:
        register, build, scope = self.register, self.register.build, self.scope
        name, shown = self.parts[number]
        said: list[object] = [len(scope.documents), *map(register.key, shown)]
        said += [each for each, _ in self.parts]
        said += [build.library.key(*(f"units/{each}" for each in register.units))]
        if not scope.kind:
            introduced = build.library.introductions.get("acts")
            said += [build.key_of(introduced) if introduced else b"", build.assets.script("acts.js")]
            said += [(each.base, len(each.documents)) for each in self.narrowed]
            said += [(facet, id, len(of)) for facet in FACETS for id, of in build.facets("acts").get(facet, {}).items()]
            said += [build.library.key(*(id for facet in FACETS for id in build.facets("acts").get(facet, {})))]
        return key(*said)

    def page(self, number: int) -> Page:
        build, rest = self.register.build, self.scope.base + self.parts[number][0]
        main = self._view(build.reading(self.lang), number)
        about = f"{main.title}: {main.about.title}" if main.about else main.title
        written = ", ".join(filter(None, (about, main.page)))
        head = Head(
            title=written,
            description=". ".join((written, build.title(self.lang))),
            canonical=build.places.whole(f"{self.lang}/{rest}"),
            alternates=build.alternates_everywhere(rest),
            feeds=main.feeds,
            json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, main.crumbs)}),
        )
        return Page(self.lang, head, build.everywhere(self.lang, rest), main)

    def _view(self, reading: Reading, number: int) -> ActRegister:
        build, register, scope = self.register.build, self.register, self.scope
        name, shown = self.parts[number]
        whole, own = not scope.kind, home(build, reading)
        about = None if whole else named(register, reading, scope)
        crumbs = [Link(build.places.to(f"{self.lang}/"), reading.word(N_("Home"))), *([] if whole else [own])]
        crumbs += [about] if name and about else []
        return ActRegister(
            crumbs=tuple(crumbs),
            title=own.title,
            about=about,
            page=reading.word(N_("page {number}")).replace("{number}", name.strip("/").split("-")[1]) if name else "",
            intro=introduction(build, reading, build.library.introductions.get("acts")) if whole else None,
            count=len(shown) if name else len(scope.documents),
            tables=tuple(self._tables(reading, shown)),
            choices=tuple(self._choices(reading)) if whole else (),
            pages=self._ways(reading, number),
            downloads=tuple(self._downloads(reading)) if whole else (),
            feeds=self._feeds(reading, own.title) if whole else (),
            filters=tuple(self._filters(reading)) if whole else (),
            index=build.places.to(f"{self.lang}/acts/entries/index.json") if whole else "",
            script=build.assets.script("acts.js") if whole else "",
        )

    def _tables(self, reading: Reading, shown: list[Document]) -> Iterator[ActTable]:
        register = self.register
        if self.scope.kind != "years":
            caption = reading.word(N_("Legal acts") if self.scope.kind else N_("The newest acts"))
            yield ActTable(caption, tuple(register.row(each, reading) for each in shown))
            return
        series: dict[tuple[str, str], list[Document]] = defaultdict(list)
        for each in shown:
            series[(each.gist.act.kind or "") if each.gist.act else "", register.issuer(each) or ""].append(each)
        order = {kind: place for place, kind in enumerate(register.kinds)}
        for (kind, issuer), of in sorted(series.items(), key=lambda pair: (order.get(pair[0][0], 99), pair[0][1])):
            name = kind_of(reading, kind)
            issued = unit(reading, issuer) if issuer else ""
            caption = f"{name} · {issued}" if issued else name
            of.sort(key=self._by_number)
            rows = (register.row(each, reading) for each in of)
            yield ActTable(caption, tuple(replace(row, kind="", issuer="") for row in rows))

    @staticmethod
    def _by_number(document: Document) -> tuple[object, ...]:
        day = document.gist.act.day if document.gist.act else None
        return day.toordinal() if day else 0, leading(document.fields.card_number) or 0, document.id

    def _options(self, reading: Reading, kind: str) -> list[tuple[Scope, Link]]:
        found = [(each, named(self.register, reading, each)) for each in self.narrowed if each.kind == kind]
        if kind == "units":
            found.sort(key=lambda each: reading.language.sort_key(each[1].title))
        return found

    def _choices(self, reading: Reading) -> Iterator[Choice]:
        for kind, title in ABOUT.items():
            if options := self._options(reading, kind):
                yield Choice(reading.word(title), tuple((link, len(scope.documents)) for scope, link in options))
        build = self.register.build
        for facet in FACETS:
            found = build.facets("acts").get(facet, {})
            ways = [
                (localised(link, build.places.to(f"{self.lang}/acts/{id}/")), len(of))
                for id, of in found.items()
                if (link := reading.link(id))
            ]
            if ways:
                ways.sort(key=lambda way: reading.language.sort_key(way[0].title))
                yield Choice(reading.word(VOCABULARIES[facet]), tuple(ways))

    def _filters(self, reading: Reading) -> Iterator[Filter]:
        for kind, title in ABOUT.items():
            options = self._options(reading, kind)
            if len(options) > 1:
                yield Filter(kind, reading.word(title), tuple((scope.value, link.title) for scope, link in options))

    def _downloads(self, reading: Reading) -> Iterator[Link]:
        place = self.register.build.places.to(f"{self.lang}/acts/acts")
        whole, columns = reading.word(N_("All acts")), reading.word(N_("What the columns mean"))
        yield Link(f"{place}.csv", f"{whole} (CSV)")
        yield Link(f"{place}.json", f"{whole} (JSON)")
        yield Link(f"{place}.schema.json", f"{columns} (Table Schema)")

    def _feeds(self, reading: Reading, title: str) -> tuple[Link, ...]:
        build = self.register.build
        new = build.feeds(self.lang, "acts/", title)
        changed = (build.feeds(self.lang, f"acts/{name}/", reading.word(word)) for name, word in CHANGED.items())
        return (*new, *(link for links in changed for link in links))

    def _ways(self, reading: Reading, number: int) -> Pages | None:
        to, scope = self.register.build.places.to, self.scope
        years = [(link, each.value == scope.value) for each, link in self._options(reading, "years")]
        if not scope.kind:
            return Pages(None, None, tuple(years)) if len(scope.documents) > SIZE else None
        if scope.kind == "years":
            at = next(place for place, (_, here) in enumerate(years) if here)
            newer, older = years[at - 1][0] if at else None, years[at + 1][0] if at + 1 < len(years) else None
            return Pages(newer, older, ()) if len(years) > 1 else None
        if len(self.parts) < 2:
            return None

        def link(at: int, title: str) -> Link | None:
            inside = 0 <= at < len(self.parts)
            return Link(to(f"{self.lang}/{scope.base}{self.parts[at][0]}"), title) if inside else None

        return Pages(link(number - 1, reading.word(N_("Newer"))), link(number + 1, reading.word(N_("Older"))), ())
