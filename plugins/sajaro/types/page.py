"""What a type may ask while its page is made: the library as it is read in one language, on one day.

The answers leave out what is withheld. The library's side of this is `reading.Reading`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, Protocol

from markupsafe import Markup

from sajaro.views import Card, Fact, File, Link, Number, Picture, State, Value

if TYPE_CHECKING:
    from sajaro.types.requests import Handling


class Page(Protocol):
    lang: str
    now: datetime

    @property
    def today(self) -> date: ...

    def word(self, message: str) -> str:
        """An interface message in the page's language."""

    def plural(self, one: str, many: str, count: int) -> str:
        """A counted message, its `{count}` filled in."""

    def link(self, id: str) -> Link | None:
        """A link to a document in the page's language, or in the one there is; None where it is withheld."""

    def card(self, id: str) -> Card | None: ...

    def cards(self, ids: Iterable[str]) -> tuple[Card, ...]: ...

    def referring(self, field: str, section: str = "") -> tuple[str, ...]:
        """Ids of the documents whose `field` refers to this one, newest first."""

    def issued(
        self,
        first: date,
        last: date,
        sections: Iterable[str] = (),
        topics: Iterable[str] = (),
        territories: Iterable[str] = (),
    ) -> tuple[str, ...]:
        """Ids of the documents dated from `first` to `last`, newest first; a filter that is empty lets everything through."""

    def act_state(self) -> State | None:
        """The state of this act on the page's day, as the library computes it; None for a consolidated version."""

    def act_force(self) -> Literal["InForce", "PartiallyInForce", "NotInForce"] | None:
        """The same as schema.org's LegalForceStatus."""

    def handling(self) -> Handling | None:
        """What has become of this request for information by the page's day; None where the site keeps no log of them."""

    def picture(self, file: str, alt: str = "", caption: str = "", credit: str = "", licence: str = "") -> Picture: ...

    def file(self, file: str, title: str = "", language: str = "", note: str = "", alternative: str = "") -> File: ...

    def facts(self, part: object) -> tuple[Fact, ...]:
        """The labelled fields of a group (or of the document), as values to show."""

    def value(self, part: object, field: str) -> tuple[Value, ...]:
        """One field as values to show."""

    def number(self, number: int | Decimal) -> Number: ...

    def money(self, amount: Decimal, currency: str | None) -> Number:
        """Money; without a currency in the country's."""

    def period(self, period: str) -> str: ...

    def markdown(self, text: str) -> Markup:
        """Plain words as paragraphs: escaped, blank lines part them."""
