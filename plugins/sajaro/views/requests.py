"""The log of requests for information, and what it comes to in numbers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sajaro.plain import plain
from sajaro.views.blocks import Notice, Table
from sajaro.views.pages import Heading
from sajaro.views.values import Link, State, Tone


@plain
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


@plain
class Log:
    """Requests as a table."""

    component: ClassVar[str] = "log"
    caption: str
    requests: tuple[Asked, ...]


@plain
class Bar:
    """One row of a chart: how much of each part, and what stands at its end."""

    label: str
    amounts: tuple[float, ...]
    figure: str


@plain
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


@plain
class Statistics:
    """Charts, each with its table; `years` lead to the same of other years."""

    template: ClassVar[str] = "requests-statistics.html"
    crumbs: tuple[Link, ...]
    title: str
    summary: str
    blocks: tuple[Chart | Table | Notice, ...]
    contents: tuple[Heading, ...]
    downloads: tuple[Link, ...]
    years: tuple[Link, ...] = ()
