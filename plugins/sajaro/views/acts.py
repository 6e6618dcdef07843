"""The register of acts, and the page that compares two texts of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sajaro.views.blocks import Diff, Prose
from sajaro.views.pages import Choice, Pages
from sajaro.views.register import Filter
from sajaro.views.values import Link, State


@dataclass(frozen=True, slots=True)
class Comparison:
    """A page that compares two texts of an act: the `older` and the `newer`, what brought the change about, and what differs."""

    template: ClassVar[str] = "act-comparison.html"
    crumbs: tuple[Link, ...]
    title: str
    subject: str
    older: Link
    newer: Link
    causes: tuple[Link, ...]
    summary: str
    diff: Diff
    newest: Link | None = None


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act in the register: its number as written, the day of its adoption, how it stands; `entry` is from when it is in force."""

    number: str
    link: Link
    kind: str
    issuer: str
    day: date | None
    entry: date | None
    state: State


@dataclass(frozen=True, slots=True)
class ActTable:
    """Acts as a table."""

    caption: str
    rows: tuple[ActRow, ...]


@dataclass(frozen=True, slots=True)
class ActRegister:
    """A page of the register of acts: the newest, or those of a year, a kind, an issuer, a state, which they are `about`; of an older
    part, which `page` it is. `index` is the address of what the script reads."""

    template: ClassVar[str] = "acts.html"
    crumbs: tuple[Link, ...]
    title: str
    about: Link | None
    page: str
    intro: Prose | None
    count: int
    tables: tuple[ActTable, ...]
    choices: tuple[Choice, ...]
    pages: Pages | None
    downloads: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    filters: tuple[Filter, ...] = ()
    index: str = ""
    script: str = ""
