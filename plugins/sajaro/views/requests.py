"""The log of requests for information, and what it comes to in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sajaro.views.blocks import Notice, Prose, Table
from sajaro.views.pages import Choice, Heading, Pages
from sajaro.views.register import Filter
from sajaro.views.values import Link, State, Tone


@dataclass(frozen=True, slots=True)
class Asked:
    """A request. `who` is a category, `state` its outcome or that it is overdue; it was `answered` on a day, or it is `due` on one;
    `remark` says how long that took or how late it is, and `severe` that the law gives less. Texts of other languages are `Text`s."""

    ref: str
    link: Link
    received: date
    who: str
    unit: str
    state: State
    ground: str
    answered: date | None
    due: date | None
    remark: str
    severe: bool


@dataclass(frozen=True, slots=True)
class Log:
    """Requests as a table."""

    component: ClassVar[str] = "log"
    caption: str
    requests: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: how much of each part, and what stands at its end."""

    label: str
    amounts: tuple[float, ...]
    figure: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, drawn for eyes, and the same as a table. `parts` are what bars are made of: a word and how it is drawn; one part needs
    no key. `files` are the table to download."""

    component: ClassVar[str] = "chart"
    title: str
    parts: tuple[tuple[str, Tone], ...]
    bars: tuple[Bar, ...]
    table: Table
    files: tuple[Link, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Requests:
    """A page of the log: the last requests, or those of a year, an outcome, a unit; what they are `about` stands after the title, and
    then, of an older part, which `page` it is. `terms` say what the law gives; `ways` lead to the procedure and the statistics.
    `index` is the address of what the script reads."""

    template: ClassVar[str] = "requests.html"
    crumbs: tuple[Link, ...]
    title: str
    about: Link | None
    page: str
    intro: Prose | None
    count: int
    log: Log
    choices: tuple[Choice, ...]
    pages: Pages | None
    terms: str = ""
    overdue: Notice | None = None
    ways: tuple[Link, ...] = ()
    downloads: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    filters: tuple[Filter, ...] = ()
    index: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Charts of requests, each with its table."""

    template: ClassVar[str] = "requests-statistics.html"
    crumbs: tuple[Link, ...]
    title: str
    summary: str
    blocks: tuple[Chart, ...]
    contents: tuple[Heading, ...]
    downloads: tuple[Link, ...]
