"""The register of public information: its entries, and the pages that they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sajaro.views.blocks import File, Prose
from sajaro.views.pages import Choice, Pages
from sajaro.views.values import Link, State


@dataclass(frozen=True, slots=True)
class Entry:
    """A reference to public information. `number` is empty where none has been given; `kind` is what happened on the `day`, `type`
    what it is; `days` passed between that and its entry, more than the law gives where it is `late`. `ground` says why not
    everybody may see it. Texts of other languages are `Text`s."""

    number: str
    link: Link
    kind: str
    type: str
    day: date | None
    entered: date | None
    days: int
    late: bool
    unit: str
    sender: str
    recipient: str
    access: State
    ground: str
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries as a table."""

    component: ClassVar[str] = "ledger"
    caption: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice in the form that narrows the register where there is JavaScript: values, and what each is called."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Register:
    """A page of the register: the last entries, or those of a year, a unit, a section, an access; what they are `about` stands after
    the title, and then, of an older part, which `page` it is. `index` is the address of what the script reads, `term` the law's."""

    template: ClassVar[str] = "register.html"
    crumbs: tuple[Link, ...]
    title: str
    about: Link | None
    page: str
    intro: Prose | None
    term: int | None
    count: int
    ledger: Ledger
    choices: tuple[Choice, ...]
    pages: Pages | None
    downloads: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    filters: tuple[Filter, ...] = ()
    index: str = ""
    script: str = ""
