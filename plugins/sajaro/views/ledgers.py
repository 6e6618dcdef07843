"""Pages of registers: long tables, and the form that narrows them."""

from __future__ import annotations

from typing import ClassVar

from sajaro.plain import plain
from sajaro.views.blocks import Block, Notice, Prose
from sajaro.views.pages import Choice, Pages
from sajaro.views.values import Link


@plain
class Filter:
    """A choice in the form that narrows a register where there is JavaScript: values, and what each is called."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]


@plain
class Form:
    """The form that narrows a register: its own name, what its field takes, what it says of rows that were `found`, how they are `all`
    shown again, what its box says that leaves only the `late`. `index` is the address of what the `script` reads; `rows` draws a row.
    """

    rows: str
    title: str
    words: str
    found: str
    all: str
    late: str = ""
    filters: tuple[Filter, ...] = ()
    index: str = ""
    script: str = ""


@plain
class LedgerPage:
    """A page of a register: the newest rows, or those of a year, a unit and the like, which they are `about`; of an older part, which
    `page` it is. `count` is in words, `notes` stand below the tables, `ways` lead to what else there is.
    """

    template: ClassVar[str] = "ledger.html"
    crumbs: tuple[Link, ...]
    title: str
    about: Link | None
    page: str
    count: str
    tables: tuple[Block, ...]
    pages: Pages | None
    intro: Prose | None = None
    notice: Notice | None = None
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    ways: tuple[Link, ...] = ()
    downloads: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    form: Form | None = None
