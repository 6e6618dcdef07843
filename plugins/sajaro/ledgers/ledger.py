"""What a register is made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Literal

from sajaro.artifacts import key
from sajaro.fields import N_
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.shards import position, shards
from sajaro.types import BY_SECTION
from sajaro.views import Block, Choice, Filter, Form, LedgerPage, Link

Columns = dict[str, tuple[str, str, dict[str, Any]]]
"""Of a table: each column's type in the Table Schema, what it means, and what holds of its values."""

STRETCH = 256
"""Rows of a table that are made anew together, at most."""

Encoding = Literal["day", "count", "text", "code", "flag"]
"""How a column of the index is written: `ledgers.index`."""


@plain
class Scope:
    """A list of rows: all, or those of one `value` of a `kind`; its place below the language."""

    base: str
    documents: list[Document]
    kind: str = ""
    value: str = ""


class Ledger(ABC):
    """A register of one build: its documents, the newest first."""

    section: ClassVar[str]
    """Its section, which is its folder and the name of its tables, too."""
    component: ClassVar[str]
    """What draws its rows."""
    rows: ClassVar[str]
    """What they are called in its JSON."""
    full: ClassVar[int]
    """Documents in a part of its index, at most."""
    kinds: ClassVar[dict[str, str]]
    """What narrows it, and what that is called."""
    columns: ClassVar[Columns]
    shown: ClassVar[dict[str, Encoding]]
    """Columns of the index; by the first one, a day, rows are told apart by year."""
    sought: ClassVar[tuple[str, ...]]
    """Columns of the index that words are looked for in, beside the title."""

    def __init__(self, build: Build, documents: list[Document]) -> None:
        self.build, self.documents = build, documents

    # What each register says of itself.

    @abstractmethod
    def narrowed(self) -> dict[str, dict[str, list[Document]]]:
        """By kind and value, the documents of each; in the order in which they are offered."""

    @abstractmethod
    def key(self, document: Document) -> bytes:
        """Changes with whatever the register may show of a document."""

    @abstractmethod
    def day(self, document: Document) -> date | None:
        """Where it stands in time."""

    @abstractmethod
    def tables(self, reading: Reading, scope: Scope, shown: list[Document]) -> Iterator[Block]:
        """The rows of a page."""

    @abstractmethod
    def record(self, document: Document, reading: Reading) -> dict[str, Any]:
        """A row as data, by the names of columns."""

    @abstractmethod
    def row(self, document: Document, reading: Reading) -> dict[str, Any]:
        """A row of the index: a value, or None, for each of `shown`."""

    @abstractmethod
    def names(self, reading: Reading) -> dict[str, dict[str, Any]]:
        """What values of codes are called in the index: a word, or a word and its tone."""

    @abstractmethod
    def title(self, reading: Reading, kind: str, value: str) -> str:
        """What documents of one value are called; units and years have their own names."""

    @abstractmethod
    def counted(self, reading: Reading, count: int) -> str:
        """So many rows, in words."""

    @abstractmethod
    def form(self, reading: Reading) -> Form:
        """The words of the form that narrows; filters and addresses come to it."""

    @abstractmethod
    def downloads(self, reading: Reading) -> str:
        """What its tables are called."""

    def parted(self, scope: Scope) -> bool:
        """Whether a long list is divided into pages."""
        return True

    def choices(self, reading: Reading) -> Iterator[Choice]:
        """Further ways to narrow, which lead elsewhere."""
        return iter(())

    def filters(self, reading: Reading) -> Iterator[Filter]:
        """Further filters of the form."""
        return iter(())

    def feeds(self, reading: Reading) -> tuple[Link, ...]:
        return self.build.feeds(reading.lang, f"{self.section}/", self.home(reading).title)

    def adorned(self, page: LedgerPage, reading: Reading, scope: Scope) -> LedgerPage:
        """The page with what only this register has to say."""
        return page

    def said(self) -> Iterable[object]:
        """What the first page says beyond its rows."""
        return ()

    def head(self) -> dict[str, Any]:
        """What its JSON says of the whole."""
        return {}

    # What all have in common.

    def home(self, reading: Reading) -> Link:
        place = self.build.places.to(f"{reading.lang}/{self.section}/")
        return Link(place, reading.word(BY_SECTION[self.section].plural))

    @cached_property
    def whole(self) -> Scope:
        return Scope(f"{self.section}/", self.documents)

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """Every list but the whole."""
        return tuple(
            Scope(f"{self.section}/{value if kind == 'years' else f'{kind}/{value}'}/", documents, kind, value)
            for kind, found in self.narrowed().items()
            for value, documents in found.items()
        )

    @cached_property
    def units(self) -> bytes:
        """Changes with the names of units."""
        return self.build.library.key(*(f"units/{each.value}" for each in self.scopes if each.kind == "units"))

    @cached_property
    def parts(self) -> dict[str, list[Document]]:
        """The documents of a part of its index each."""
        return self._divided(self.full)

    @cached_property
    def part_keys(self) -> dict[str, bytes]:
        """Change with whatever a part may say."""
        return self._keys(self.parts)

    @cached_property
    def stretches(self) -> dict[str, list[Document]]:
        """The documents of a stretch of its tables each."""
        return self._divided(STRETCH)

    @cached_property
    def stretch_keys(self) -> dict[str, bytes]:
        """Change with whatever a stretch may say."""
        return self._keys(self.stretches)

    def _divided(self, full: int) -> dict[str, list[Document]]:
        """Documents by stretches of time, the oldest first: one that is new or changed makes one stretch anew."""
        documents, ages = self.build.library.documents, self._ages
        return {
            name: [documents[id] for id in sorted(ids, key=ages.__getitem__)]
            for name, ids in shards(self._positions, full).items()
        }

    @cached_property
    def _positions(self) -> list[tuple[int, str]]:
        days = ((self.day(each), each.id) for each in self.documents)
        return sorted((position(day.toordinal() if day else 0, id), id) for day, id in days)

    @cached_property
    def _ages(self) -> dict[str, int]:
        return {each.id: -number for number, each in enumerate(self.documents)}

    def _keys(self, divided: dict[str, list[Document]]) -> dict[str, bytes]:
        common = key(self.units, *self.head().values())
        return {name: key(common, b"".join(map(self.key, found))) for name, found in divided.items()}


def by_value(pairs: Iterable[tuple[str | None, Document]]) -> dict[str, list[Document]]:
    """Documents by a value of theirs; those without one are in none."""
    found: dict[str, list[Document]] = {}
    for value, document in pairs:
        if value is not None:
            found.setdefault(value, []).append(document)
    return found


YEAR, UNIT = N_("Year"), N_("Unit")
