"""Blocks: the parts of a page's wide column. Each is drawn by the component of its name; the contents of a page lead to the `id` of
its title."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

from markupsafe import Markup

from sajaro.plain import plain
from sajaro.views.values import Fact, Link, Picture, Since, Span, State, Tone, Value


@plain
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
    span: Span | Since | None = None
    place: str = ""
    summary: str = ""
    state: State | None = None
    picture: Picture | None = None
    role: str = ""
    language: str = ""


@plain
class Prose:
    """Markup under a heading; without `title` the document's own body. `lang` where it is in another language, `language` that
    one's name in itself where nothing else says it."""

    component: ClassVar[str] = "prose"
    title: str
    markup: Markup
    lang: str | None = None
    language: str = ""
    id: str = ""


@plain
class Facts:
    component: ClassVar[str] = "facts"
    title: str
    facts: tuple[Fact, ...]
    id: str = ""


@plain
class Cards:
    """Documents in a list, with a way to all of them."""

    component: ClassVar[str] = "cards"
    title: str
    cards: tuple[Card, ...]
    more: Link | None = None
    pictures: bool = False
    id: str = ""


@plain
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


@plain
class Files:
    component: ClassVar[str] = "files"
    title: str
    files: tuple[File, ...]
    id: str = ""


@plain
class Column:
    title: str
    numeric: bool = False


@plain
class Table:
    """`script` is the address of what lets readers sort it; with `totals` its last row sums up the others; `note` says what it
    leaves out."""

    component: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Value, ...], ...], ...]
    more: Link | None = None
    script: str = ""
    totals: bool = False
    note: str = ""
    id: str = ""


@plain
class Steps:
    component: ClassVar[str] = "steps"
    title: str
    items: tuple[str, ...]
    id: str = ""


@plain
class Quote:
    text: str
    person: Link | None = None
    role: str = ""


@plain
class Quotes:
    component: ClassVar[str] = "quotes"
    title: str
    quotes: tuple[Quote, ...]
    id: str = ""


@plain
class Gallery:
    component: ClassVar[str] = "gallery"
    title: str
    pictures: tuple[Picture, ...]
    id: str = ""


@plain
class Player:
    """A recording held here. `captions` are WebVTT files; `transcript` is text or a link to it."""

    component: ClassVar[str] = "player"
    title: str
    medium: Literal["audio", "video"]
    url: str
    media_type: str
    captions: tuple[Link, ...] = ()
    transcript: Markup | None = None
    id: str = ""


@plain
class Stop:
    """One point of a timeline. `current` is where the reader stands."""

    day: date | None
    label: str
    links: tuple[Link, ...] = ()
    note: str = ""
    current: bool = False
    future: bool = False


@plain
class Timeline:
    component: ClassVar[str] = "timeline"
    title: str
    stops: tuple[Stop, ...]


@plain
class Citation:
    """An act in the words in which others cite it; `article` is the address of one article, as an example, `forms`
    lead to the same for machines."""

    component: ClassVar[str] = "citation"
    title: str
    text: str
    address: str
    article: str = ""
    forms: tuple[Link, ...] = ()
    id: str = ""


@plain
class Period:
    """Days on which an act stood in one way: from `start` to `end`, both included; `end` None where nothing known ends it. `causes`
    made it so, `text` is how it read then, `changes` what that changed."""

    start: date
    end: date | None
    state: State
    causes: tuple[Link, ...] = ()
    text: Link | None = None
    changes: Link | None = None
    current: bool = False


@plain
class Versions:
    """What held on any day, as a table."""

    component: ClassVar[str] = "versions"
    title: str
    periods: tuple[Period, ...]
    id: str = ""


@plain
class Run:
    """A stretch of a passage that both texts have, or only one."""

    kind: Literal["same", "added", "removed"]
    text: str


@plain
class Passage:
    """A paragraph, a heading (of a `level`) or a row of a table as two texts have it; a `gap` says how many that are alike are left out."""

    kind: Literal["same", "changed", "added", "removed", "gap"]
    runs: tuple[Run, ...] = ()
    level: int = 0
    gap: str = ""


@plain
class Diff:
    """What differs between two texts, in their order."""

    component: ClassVar[str] = "diff"
    title: str
    passages: tuple[Passage, ...]
    lang: str | None = None
    id: str = ""


@plain
class Progress:
    """Shares of a whole, each `(label, count, tone)`, with a sentence that says it in words: then labels may be empty."""

    component: ClassVar[str] = "progress"
    title: str
    sentence: str
    parts: tuple[tuple[str, int, Tone], ...]
    more: Link | None = None
    id: str = ""


@plain
class Due:
    """How much of what had to be published is; what is `late`, by name, after that word."""

    component: ClassVar[str] = "due"
    progress: Progress
    word: str
    late: tuple[Link, ...]
    more: Link | None = None


@plain
class Mark:
    """What has become of a duty for one period."""

    period: str
    state: State
    remark: str = ""


@plain
class Standing:
    """A duty, by its page, and a mark for each period of the block, None where it has none."""

    duty: Link
    marks: tuple[Mark | None, ...]


@plain
class Standings:
    """Duties and the same periods of all of them."""

    component: ClassVar[str] = "standings"
    title: str
    rows: tuple[Standing, ...]


@plain
class Notice:
    """Something the reader must know first: withdrawn, an unofficial translation, an older text…"""

    component: ClassVar[str] = "notice"
    title: str
    text: str = ""
    tone: Tone = "neutral"
    links: tuple[Link, ...] = ()


Block = (
    Prose
    | Facts
    | Cards
    | Files
    | Table
    | Steps
    | Quotes
    | Gallery
    | Player
    | Timeline
    | Citation
    | Versions
    | Diff
    | Progress
    | Due
    | Standings
    | Notice
)
