"""The register of acts, and the page that compares two texts of one."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sajaro.plain import plain
from sajaro.views.blocks import Diff
from sajaro.views.values import Link, State


@plain
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


@plain
class ActRow:
    """An act in the register: its number as written, the day of its adoption, how it stands; `entry` is from when it is in force."""

    number: str
    link: Link
    kind: str
    issuer: str
    day: date | None
    entry: date | None
    state: State


@plain
class ActTable:
    """Acts as a table."""

    component: ClassVar[str] = "ledger-acts"
    caption: str
    rows: tuple[ActRow, ...]
