"""Pages: what the main part shows. Each is drawn by the template it names."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from markupsafe import Markup

from sajaro.plain import plain
from sajaro.views.blocks import Block, Card, Cards, Due, Facts, Notice, Prose, Table, Timeline
from sajaro.views.values import Fact, Link, Picture, Since, Span, State


@plain
class Heading:
    level: int
    id: str
    text: str


@plain
class Document:
    """A document's page: a margin that says what it is (`facts`, `contents`), a wide column that says it (`blocks`).

    `span` is when it takes place, of what is no older than that: an event, an alert. `address` is the whole address of the page, printed on paper. `filters` are what the search narrows by, as pairs of
    a filter's name and this document's value: `("section", "Acts")`. `history` is the life of an act, `subjects` what the
    document is about and filed under.
    """

    template: ClassVar[str] = "document.html"
    crumbs: tuple[Link, ...]
    section: str
    type: str
    kind: str
    number: str
    title: str
    day: date | None
    updated: date | None
    summary: str
    state: State | None
    sentence: str
    notices: tuple[Notice, ...]
    picture: Picture | None
    facts: tuple[Fact, ...]
    contents: tuple[Heading, ...]
    blocks: tuple[Block, ...]
    related: tuple[Block, ...]
    address: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    span: Span | Since | None = None
    history: Timeline | None = None
    subjects: tuple[Fact, ...] = ()


@plain
class Tombstone:
    """What is left of a withdrawn document: its address, what it was (`type`, or `kind` and `number`, or an act in `kind` as acts
    are cited), when and why it went."""

    template: ClassVar[str] = "tombstone.html"
    crumbs: tuple[Link, ...]
    type: str
    title: str
    day: date
    reason: str
    address: str = ""
    kind: str = ""
    number: str = ""


@plain
class Choice:
    """A way to narrow a list: by year, topic, unit, territory."""

    title: str
    options: tuple[tuple[Link, int], ...]


@plain
class Pages:
    """Neighbours of a list's page: `newer` and `older` (either may be missing) and all pages by name."""

    newer: Link | None
    older: Link | None
    all: tuple[tuple[Link, bool], ...]


@plain
class Listing:
    """A list of documents: a section, a year of it, a topic's, a unit's. After its title stand what it is `about` (itself, by that
    name) and, of an older part, which `page` it is. `over` are events that have taken place, apart from those to come, `ways` lead to the same in numbers. What is
    compared more than read stands in a `table` instead of cards; `totals` say what it comes to.
    """

    template: ClassVar[str] = "list.html"
    crumbs: tuple[Link, ...]
    section: str
    title: str
    intro: Prose | None
    count: int
    cards: tuple[Card, ...]
    choices: tuple[Choice, ...]
    pages: Pages | None
    feeds: tuple[Link, ...]
    about: Link | None = None
    page: str = ""
    over: Cards | None = None
    downloads: tuple[Link, ...] = ()
    ways: tuple[Link, ...] = ()
    table: Table | None = None
    totals: Facts | None = None


@plain
class Home:
    """Today first, then what people come for, then who we are. `archives` lead to all of each kind of news."""

    template: ClassVar[str] = "home.html"
    institution: str
    intro: Prose | None
    picture: Picture | None
    lead: Card | None
    news: Cards
    events: Cards
    acts: Cards
    services: Cards
    duties: Due | None
    consultations: Cards
    people: Cards
    information: Cards | None = None
    archives: tuple[Link, ...] = ()


@plain
class Search:
    """The search page. Without JavaScript, and without an index, it is the way to the archives.

    `index` is the address of what the index holds and where, empty where the site was built without one; `script` that of
    the theme's module, which reads it.
    """

    template: ClassVar[str] = "search.html"
    title: str
    index: str
    script: str
    archives: tuple[Choice, ...]


@plain
class NotFound:
    template: ClassVar[str] = "not-found.html"
    title: str
    search: str
    links: tuple[Link, ...]


@plain
class SiteMap:
    """All sections of the site and what each holds: the page that the menu's «all» leads to."""

    template: ClassVar[str] = "sections.html"
    crumbs: tuple[Link, ...]
    title: str
    groups: tuple[tuple[str, tuple[tuple[Link, int], ...]], ...]


@plain
class Example:
    """A component drawn with one example: `markup` is what it gave in the example's own language."""

    name: str
    lang: str
    direction: Literal["ltr", "rtl"]
    markup: Markup


@plain
class Specimen:
    """One component: what it must fulfil, and how it looks."""

    component: str
    criteria: tuple[str, ...]
    examples: tuple[Example, ...]


@plain
class Components:
    """The gallery of all components, for those who make themes."""

    template: ClassVar[str] = "components.html"
    crumbs: tuple[Link, ...]
    title: str
    specimens: tuple[Specimen, ...]
