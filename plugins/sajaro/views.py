"""What pages show, as plain data: a template sees one of these and nothing else.

Words are ready to print in the page's language, addresses are ready to link to, states are results and not clocks.
Where a text could only be had in another language it is a `Text` that knows which. How these become HTML is the
theme's matter; where they come from is the outputs'.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Literal

from markupsafe import Markup

Tone = Literal["neutral", "good", "attention", "severe"]


class Text(str):
    """A text in another language than the page's; a plain `str` is in the page's own."""

    lang: str

    def __new__(cls, text: str, lang: str) -> Text:
        self = super().__new__(cls, text)
        self.lang = lang
        return self

    def __repr__(self) -> str:
        """With its language: the key of a view is made of representations."""
        return f"Text({str(self)!r}, {self.lang!r})"

    def __reduce__(self):
        return Text, (str(self), self.lang)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page or a file. `lang` says the target's language where it is not the page's (hreflang, lang), and
    `language` its name in itself («English»), to be shown beside the title."""

    kind: ClassVar[str] = "link"
    url: str
    title: str
    lang: str | None = None
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    kind: ClassVar[str] = "day"
    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    kind: ClassVar[str] = "moment"
    moment: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """From one day or moment to another; `end` None where it is open."""

    kind: ClassVar[str] = "span"
    start: date | datetime
    end: date | datetime | None


@dataclass(frozen=True, slots=True)
class Words:
    """A text value: a line, or several kept apart by line breaks."""

    kind: ClassVar[str] = "words"
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number to align right: `text` is already written in the page's language."""

    kind: ClassVar[str] = "number"
    text: str


@dataclass(frozen=True, slots=True)
class Email:
    kind: ClassVar[str] = "email"
    address: str


@dataclass(frozen=True, slots=True)
class Phone:
    """`digits` is what a telephone dials (`+995…`), `text` what people read."""

    kind: ClassVar[str] = "phone"
    digits: str
    text: str


@dataclass(frozen=True, slots=True)
class State:
    """A state as a word; the tone chooses colour and shape, never the meaning alone."""

    kind: ClassVar[str] = "state"
    word: str
    tone: Tone = "neutral"


Value = Link | Day | Moment | Span | Words | Number | Email | Phone | State


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what a document *is*: a label and its values."""

    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One format of a picture: `(address, width in CSS pixels)`, narrowest first."""

    media_type: str
    files: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture. `alt` is empty where it decorates only; `url` is the form that every browser shows."""

    url: str
    width: int
    height: int
    alt: str
    sources: tuple[Source, ...] = ()
    caption: str = ""
    credit: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A document as lists show it. `lang` where it is read in another language than the page's, `language` that one's
    name in itself."""

    url: str
    title: str
    section: str
    type: str
    lang: str | None = None
    kind: str = ""
    number: str = ""
    day: date | None = None
    span: Span | None = None
    place: str = ""
    summary: str = ""
    state: State | None = None
    picture: Picture | None = None
    role: str = ""
    language: str = ""


# Blocks: the parts of a page's wide column. Each is drawn by the component of its name.


@dataclass(frozen=True, slots=True)
class Prose:
    """Markup under a heading; without `title` the document's own body. `lang` where it is in another language."""

    component: ClassVar[str] = "prose"
    title: str
    markup: Markup
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    component: ClassVar[str] = "facts"
    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Documents in a list, with a way to all of them."""

    component: ClassVar[str] = "cards"
    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to download. `size` and `pages` are written out; `alternative` is the same in an accessible form."""

    url: str
    title: str
    format: str
    size: str
    pages: str = ""
    language: str = ""
    note: str = ""
    digest: str = ""
    alternative: Link | None = None


@dataclass(frozen=True, slots=True)
class Files:
    component: ClassVar[str] = "files"
    title: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    component: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Value, ...], ...], ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    component: ClassVar[str] = "steps"
    title: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    person: Link | None = None
    role: str = ""


@dataclass(frozen=True, slots=True)
class Quotes:
    component: ClassVar[str] = "quotes"
    title: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Gallery:
    component: ClassVar[str] = "gallery"
    title: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Player:
    """A recording held here. `captions` are WebVTT files; `transcript` is text or a link to it."""

    component: ClassVar[str] = "player"
    title: str
    medium: Literal["audio", "video"]
    url: str
    media_type: str
    captions: tuple[Link, ...] = ()
    transcript: Markup | None = None


@dataclass(frozen=True, slots=True)
class Stop:
    """One point of a timeline. `current` is where the reader stands."""

    day: date | None
    label: str
    links: tuple[Link, ...] = ()
    note: str = ""
    current: bool = False
    future: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    component: ClassVar[str] = "timeline"
    title: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Shares of a whole, each `(label, count, tone)`, with a sentence that says it in words."""

    component: ClassVar[str] = "progress"
    title: str
    sentence: str
    parts: tuple[tuple[str, int, Tone], ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know first: withdrawn, an unofficial translation, an older text…"""

    component: ClassVar[str] = "notice"
    title: str
    text: str = ""
    tone: Tone = "neutral"
    links: tuple[Link, ...] = ()


Block = Prose | Facts | Cards | Files | Table | Steps | Quotes | Gallery | Player | Timeline | Progress | Notice


# What stands around a page's main part.


@dataclass(frozen=True, slots=True)
class Language:
    """One entry of the language switcher. `url` leads to this very page where it exists in that language (`same`),
    else to the nearest page that does."""

    tag: str
    name: str
    url: str
    current: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Alert:
    title: str
    severity: Literal["information", "warning", "emergency"]
    word: str
    url: str
    span: Span
    summary: str = ""
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class MenuItem:
    title: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Chrome:
    """Header and footer: the same on all pages of a language and section.

    `icons` are `(sizes, address)`: `any` is the SVG, `180x180` the one for a telephone's home screen. `preload` are
    the addresses of the faces that every page of this language is set in.
    """

    lang: str
    direction: Literal["ltr", "rtl"]
    institution: str
    home: str
    emblem: str
    accent: str
    menu: tuple[MenuItem, ...]
    search: str
    hotline: Phone | None
    hotline_note: str
    footer_facts: tuple[Fact, ...]
    footer_links: tuple[Link, ...]
    feeds: tuple[Link, ...]
    note: str
    stylesheet: str
    icons: tuple[tuple[str, str], ...]
    webmanifest: str
    interface_lang: str | None = None
    preload: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself to machines."""

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    feeds: tuple[Link, ...] = ()
    json_ld: Markup | None = None
    picture: str = ""
    kind: Literal["website", "article"] = "website"
    indexed: bool = True


# Pages: what the main part shows.


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
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
    span: Span | None = None
    history: Timeline | None = None
    subjects: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a withdrawn document: its address, what it was (`type`, or `kind` and `number`), when and why it went."""

    template: ClassVar[str] = "tombstone.html"
    crumbs: tuple[Link, ...]
    type: str
    title: str
    day: date
    reason: str
    address: str = ""
    kind: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to narrow a list: by year, topic, unit, territory."""

    title: str
    options: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Neighbours of a list's page: `newer` and `older` (either may be missing) and all pages by name."""

    newer: Link | None
    older: Link | None
    all: tuple[tuple[Link, bool], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of documents: a section, a year of it, a topic's, a unit's."""

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


@dataclass(frozen=True, slots=True)
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
    duties: Progress | None
    consultations: Cards
    people: Cards
    facts: tuple[Fact, ...]
    information: Cards | None = None
    archives: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class NotFound:
    template: ClassVar[str] = "not-found.html"
    title: str
    search: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SiteMap:
    """All sections of the site and what each holds: the page that the menu's «all» leads to."""

    template: ClassVar[str] = "sections.html"
    crumbs: tuple[Link, ...]
    title: str
    groups: tuple[tuple[str, tuple[tuple[Link, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A component drawn with one example: `markup` is what it gave in the example's own language."""

    name: str
    lang: str
    direction: Literal["ltr", "rtl"]
    markup: Markup


@dataclass(frozen=True, slots=True)
class Specimen:
    """One component: what it must fulfil, and how it looks."""

    component: str
    criteria: tuple[str, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Components:
    """The gallery of all components, for those who make themes."""

    template: ClassVar[str] = "components.html"
    crumbs: tuple[Link, ...]
    title: str
    specimens: tuple[Specimen, ...]
