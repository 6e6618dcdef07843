"""The pages of the log: the last requests, and all of them by year, outcome and unit. None needs a script.

Pages are numbered from the oldest, so that a request changes one page of each list that it is in.
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
from sajaro.presenters.request_words import Requests, category, home, state, statistics, terms
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.views import Choice, Filter, Head, Link, Log, Notice, Pages, Text
from sajaro.views import Requests as View

SIZE = 50
WAYS = 24
"""Links to older parts, at most; between them one goes on from part to part."""
TITLES = {"years": N_("Year of receipt"), "outcomes": N_("Result"), "units": N_("Unit")}


@dataclass(frozen=True, slots=True)
class Scope:
    """A list of requests: all, or those of one `value` of a kind; its place below the language."""

    base: str
    documents: list[Document]
    kind: str = ""
    value: str = ""


def lists(requests: Requests, lang: str) -> Iterator[Artifact]:
    """Every page in one language."""
    found = _narrowed(requests)
    whole = Scope("requests/", requests.log.requests)
    first = _Pages(requests, lang, whole, [("", whole.documents[:SIZE])], found)
    rest = (_Pages(requests, lang, each, split(each.documents, True, SIZE), ()) for each in found)
    for pages in (first, *rest):
        for number, (name, _) in enumerate(pages.parts):
            yield page(
                requests.build,
                f"{lang}/{pages.scope.base}{name}",
                lang,
                "requests",
                "requests.html",
                partial(pages.fingerprint, number),
                partial(pages.page, number),
                permanent=not pages.scope.kind,
            )


def _narrowed(requests: Requests) -> tuple[Scope, ...]:
    """Every list but the whole."""
    log = requests.log
    units = ((id.split("/", 1)[1], found) for id, found in log.units.items())
    return (
        *(Scope(f"requests/{year}/", found, "years", str(year)) for year, found in log.years.items()),
        *(Scope(f"requests/outcomes/{name}/", found, "outcomes", name) for name, found in log.outcomes.items()),
        *(Scope(f"requests/units/{stem}/", found, "units", stem) for stem, found in units),
    )


def named(requests: Requests, reading: Reading, scope: Scope) -> Link:
    """A list by what it is about."""
    url = requests.build.places.to(f"{reading.lang}/{scope.base}")
    if scope.kind == "units":
        link = reading.link(f"units/{scope.value}")
        assert link is not None
        return Link(url, Text(link.title, link.lang) if link.lang else link.title, language=link.language)
    return Link(url, state(reading, "", scope.value).word if scope.kind == "outcomes" else scope.value)


class _Pages:
    """Makes the views of the pages of one list when they are wanted; `narrowed` are the lists that a page of all leads to."""

    def __init__(
        self,
        requests: Requests,
        lang: str,
        scope: Scope,
        parts: list[tuple[str, list[Document]]],
        narrowed: tuple[Scope, ...],
    ) -> None:
        self.requests, self.lang, self.scope, self.parts, self.narrowed = requests, lang, scope, parts, narrowed

    def fingerprint(self, number: int) -> bytes:
        requests, build, scope = self.requests, self.requests.build, self.scope
        name, shown = self.parts[number]
        said: list[object] = [*map(requests.key, shown)]
        if scope.kind:
            said += [each for each, _ in self.parts[number - 1 : number + 2]] if name else [len(self.parts)]
            said += [build.library.key(f"units/{scope.value}")] if scope.kind == "units" else []
        if not name:
            said.append(len(scope.documents))
        if not scope.kind:
            introduction = build.library.introductions.get("requests")
            said += [build.key_of(introduction) if introduction else b"", build.assets.script("register.js")]
            said += [(each.base, len(each.documents)) for each in self.narrowed]
            said += [requests.key(each) for each in requests.log.overdue]
            said.append(build.library.key(*sorted(requests.log.units)))
        return key(*said)

    def page(self, number: int) -> Page:
        build = self.requests.build
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

    def _view(self, reading: Reading, number: int) -> View:
        build, requests, scope = self.requests.build, self.requests, self.scope
        name, shown = self.parts[number]
        whole, own = not scope.kind, home(self.requests.build, reading)
        about = None if whole else named(requests, reading, scope)
        crumbs = [Link(build.places.to(f"{self.lang}/"), reading.word(N_("Home")))]
        crumbs += [] if whole else [own]
        crumbs += [about] if name and about else []
        caption = reading.word(N_("The last requests")) if whole else own.title
        return View(
            crumbs=tuple(crumbs),
            title=own.title,
            about=about,
            page=reading.word(N_("page {number}")).replace("{number}", name.strip("/").split("-")[1]) if name else "",
            intro=introduction(build, reading, build.library.introductions.get("requests")) if whole else None,
            count=len(shown) if name else len(scope.documents),
            log=Log(caption, tuple(requests.row(each, reading) for each in shown)),
            choices=tuple(self._choices(reading)),
            pages=self._ways(reading, number),
            terms=terms(requests, reading) if whole else "",
            overdue=self._overdue(reading) if whole else None,
            ways=(statistics(build, reading),) if whole else (),
            downloads=tuple(self._downloads(reading)) if whole else (),
            feeds=build.feeds(self.lang, "requests/", own.title) if whole else (),
            filters=tuple(self._filters(reading)),
            index=build.places.to(f"{self.lang}/requests/entries/index.json") if whole else "",
            script=build.assets.script("register.js") if whole else "",
        )

    def _overdue(self, reading: Reading) -> Notice | None:
        """What should have been answered, by name."""
        found = self.requests.log.overdue
        if not found:
            return None
        counted = reading.plural("{count} request is overdue", "{count} requests are overdue", len(found))
        return Notice(counted, tone="severe", links=reading.links(each.id for each in found[:5]))

    def _options(self, reading: Reading, kind: str) -> list[tuple[Scope, Link]]:
        found = [(each, named(self.requests, reading, each)) for each in self.narrowed if each.kind == kind]
        if kind == "units":
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
        asked = {each.gist.request.requester for each in self.requests.log.requests if each.gist.request}
        words = [(each, category(reading, each)) for each in sorted(filter(None, asked))]
        if self.narrowed and len(words) > 1:
            yield Filter("requesters", reading.word(N_("Applicant")), tuple(words))

    def _downloads(self, reading: Reading) -> Iterator[Link]:
        place = self.requests.build.places.to(f"{self.lang}/requests/requests")
        yield Link(f"{place}.csv", f"{reading.word(N_('The whole log'))} (CSV)")
        yield Link(f"{place}.schema.json", f"{reading.word(N_('What the columns mean'))} (Table Schema)")

    def _ways(self, reading: Reading, number: int) -> Pages | None:
        to = self.requests.build.places.to
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
                if found := link(at, title):
                    every.append((found, at == 0))
        newer, older = reading.word(N_("Newer")), reading.word(N_("Older"))
        return Pages(link(number - 1, newer), link(number + 1, older), tuple(every))
