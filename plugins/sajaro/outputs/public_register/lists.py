"""The pages of the register: the last entries, and all of them by year, unit, section and access. None needs a script.

Pages are numbered from the oldest, so that an entry changes one page of each list that it is in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs.lists.pages import split
from sajaro.presenters import json_ld
from sajaro.presenters.introduction import introduction
from sajaro.presenters.page import Page, page
from sajaro.presenters.register import Entries, access, home, section
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import Choice, Head, Link, Pages, Text
from sajaro.views.register import Filter, Ledger
from sajaro.views.register import Register as View

SIZE = 50
WAYS = 24
"""Links to older parts, at most; between them one goes on from part to part."""

Kind = str
TITLES = {"years": N_("Year of entry"), "units": N_("Unit"), "sections": N_("Section"), "access": N_("Access")}


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of entries: all, or those of one `value` of a kind; its place below the language."""

    base: str
    documents: list[Document]
    kind: Kind = ""
    value: str = ""


def lists(entries: Entries, lang: str) -> Iterator[Artifact]:
    """Every page in one language."""
    build, found = entries.build, _narrowed(entries)
    whole = Scope("register/", entries.register.entries)
    first = _Pages(entries, lang, whole, [("", whole.documents[:SIZE])], found)
    rest = (_Pages(entries, lang, each, split(each.documents, True, SIZE), ()) for each in found)
    for pages in (first, *rest):
        for number, (name, _) in enumerate(pages.parts):
            yield page(
                build,
                f"{lang}/{pages.scope.base}{name}",
                lang,
                "register",
                "register.html",
                partial(pages.fingerprint, number),
                partial(pages.page, number),
                permanent=not pages.scope.kind,
            )


def _narrowed(entries: Entries) -> tuple[Scope, ...]:
    """Every list but the whole."""
    register = entries.register
    years = (Scope(f"register/{year}/", found, "years", str(year)) for year, found in register.years.items())
    units = ((id.split("/", 1)[1], found) for id, found in register.units.items())
    return (
        *years,
        *(Scope(f"register/units/{stem}/", found, "units", stem) for stem, found in units),
        *(Scope(f"register/sections/{name}/", found, "sections", name) for name, found in register.sections.items()),
        *(Scope(f"register/access/{name}/", found, "access", name) for name, found in register.accesses.items()),
    )


def named(entries: Entries, reading: Reading, scope: Scope) -> Link:
    """A list by what it is about."""
    url = entries.build.places.to(f"{reading.lang}/{scope.base}")
    if scope.kind == "units":
        link = reading.link(f"units/{scope.value}")
        assert link is not None
        return Link(url, Text(link.title, link.lang) if link.lang else link.title, language=link.language)
    if scope.kind == "access":
        return Link(url, access(reading, scope.value).word)
    return Link(url, section(reading, scope.value) if scope.kind == "sections" else scope.value)


class _Pages:
    """Makes the views of the pages of one list when they are wanted; `narrowed` are the lists that a page of all leads to."""

    def __init__(
        self,
        entries: Entries,
        lang: str,
        scope: Scope,
        parts: list[tuple[str, list[Document]]],
        narrowed: tuple[Scope, ...],
    ) -> None:
        self.entries, self.lang, self.scope, self.parts, self.narrowed = entries, lang, scope, parts, narrowed

    def fingerprint(self, number: int) -> bytes:
        entries, build, scope = self.entries, self.entries.build, self.scope
        name, shown = self.parts[number]
        said: list[object] = [entries.register.term, *map(entries.key, shown)]
        if scope.kind:
            said += [each for each, _ in self.parts[number - 1 : number + 2]] if name else [len(self.parts)]
            said += [build.library.key(f"units/{scope.value}")] if scope.kind == "units" else []
        if not name:
            said.append(len(scope.documents))
        if not scope.kind:
            introduction = build.library.introductions.get("register")
            said += [build.key_of(introduction) if introduction else b"", build.assets.script("register.js")]
            said += [(each.base, len(each.documents)) for each in self.narrowed]
            said.append(build.library.key(*sorted(entries.register.units)))
        return key(*said)

    def page(self, number: int) -> Page:
        build = self.entries.build
        rest = self.scope.base + self.parts[number][0]
        main = self._view(build.reading(self.lang), number)
        written = ", ".join(filter(None, (_written(main), main.page)))
        head = Head(
            title=written,
            description=". ".join((written, build.title(self.lang))),
            canonical=build.places.whole(f"{self.lang}/{rest}"),
            alternates=build.alternates_everywhere(rest),
            feeds=main.feeds,
            json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, main.crumbs)}),
        )
        return Page(self.lang, head, build.everywhere(self.lang, rest), main)

    def _view(self, reading: Reading, number: int) -> View:
        build, entries, scope = self.entries.build, self.entries, self.scope
        name, shown = self.parts[number]
        whole = not scope.kind
        own = home(build, reading)
        about = None if whole else named(entries, reading, scope)
        crumbs = [Link(build.places.to(f"{self.lang}/"), reading.word(N_("Home")))]
        crumbs += [] if whole else [own]
        crumbs += [about] if name and about else []
        caption = reading.word(N_("The last entries")) if whole else reading.word(N_("Entries"))
        return View(
            crumbs=tuple(crumbs),
            title=own.title,
            about=about,
            page=reading.word(N_("page {number}")).replace("{number}", name.strip("/").split("-")[1]) if name else "",
            intro=introduction(build, reading, build.library.introductions.get("register")) if whole else None,
            term=entries.register.term,
            count=len(shown) if name else len(scope.documents),
            ledger=Ledger(caption, tuple(entries.entry(each, reading) for each in shown)),
            choices=tuple(self._choices(reading)),
            pages=self._ways(reading, number),
            downloads=tuple(self._downloads(reading)) if whole else (),
            feeds=self._feeds(own.title) if whole else (),
            filters=tuple(self._filters(reading)),
            index=build.places.to(f"{self.lang}/register/entries/index.json") if whole else "",
            script=build.assets.script("register.js") if whole else "",
        )

    def _options(self, reading: Reading, kind: Kind) -> list[tuple[Scope, Link]]:
        found = [(each, named(self.entries, reading, each)) for each in self.narrowed if each.kind == kind]
        if kind in ("units", "sections"):
            found.sort(key=lambda each: reading.language.sort_key(each[1].title))
        return found

    def _choices(self, reading: Reading) -> Iterator[Choice]:
        for kind, title in TITLES.items():
            if options := self._options(reading, kind):
                yield Choice(reading.word(title), tuple((link, len(scope.documents)) for scope, link in options))

    def _filters(self, reading: Reading) -> Iterator[Filter]:
        for kind, title in TITLES.items():
            options = self._options(reading, kind)
            if len(options) > 1:
                yield Filter(kind, reading.word(title), tuple((scope.value, link.title) for scope, link in options))

    def _downloads(self, reading: Reading) -> Iterator[Link]:
        place = self.entries.build.places.to(f"{self.lang}/register/register")
        whole, columns = reading.word(N_("The whole register")), reading.word(N_("What the columns mean"))
        yield Link(f"{place}.csv", f"{whole} (CSV)")
        yield Link(f"{place}.json", f"{whole} (JSON)")
        yield Link(f"{place}.schema.json", f"{columns} (Table Schema)")

    def _feeds(self, title: str) -> tuple[Link, ...]:
        """Of what was entered by hand; documents of the site are in the feeds of their sections."""
        build = self.entries.build
        return build.feeds(self.lang, "register/", title) if "register" in build.library.listed else ()

    def _ways(self, reading: Reading, number: int) -> Pages | None:
        to = self.entries.build.places.to
        if not self.scope.kind:
            years = [link for _, link in self._options(reading, "years")]
            older = len(self.scope.documents) > SIZE
            return Pages(None, None, tuple((link, False) for link in years)) if older else None
        if len(self.parts) < 2:
            return None

        def link(at: int, title: str) -> Link | None:
            if not 0 <= at < len(self.parts):
                return None
            return Link(to(f"{self.lang}/{self.scope.base}{self.parts[at][0]}"), title)

        every = []
        if number == 0:
            step = max(1, -(-len(self.parts) // WAYS))
            for at in sorted({0, *range(0, len(self.parts), step), len(self.parts) - 1}):
                title = self.parts[at][0].strip("/").removeprefix("page-") or reading.word(N_("Newest"))
                found = link(at, title)
                assert found is not None
                every.append((found, at == 0))
        newer, older = reading.word(N_("Newer")), reading.word(N_("Older"))
        return Pages(link(number - 1, newer), link(number + 1, older), tuple(every))


def _written(main: View) -> str:
    return f"{main.title}: {main.about.title}" if main.about else main.title
