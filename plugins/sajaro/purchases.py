"""Public procurement in numbers: how many purchases, for how much, from whom, by which method.

Pure functions over gists, so that sums of thousands open none. Amounts of different currencies are never added. Not here: words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sajaro.read import Document
    from sajaro.read.gist import PurchaseGist

DONE = ("awarded", "completed")
"""Stages in which there is a contract."""


class Purchase(NamedTuple):
    """A procurement by its id, and the year under which lists have it."""

    id: str
    year: int | None
    gist: PurchaseGist


class Sums(NamedTuple):
    """What some purchases in one currency come to: how many, how many of them have a contract; estimated, agreed, paid."""

    currency: str
    count: int
    contracts: int
    value: Decimal
    price: Decimal
    paid: Decimal


def purchases(documents: Iterable[Document], currency: str) -> list[Purchase]:
    """The procurements of a section; one that names no currency is in the country's."""
    return [
        Purchase(each.id, each.gist.year, each.gist.purchase._replace(currency=each.gist.purchase.currency or currency))
        for each in documents
        if each.gist.purchase
    ]


def sums(found: Iterable[Purchase]) -> list[Sums]:
    """For each currency, the most frequent first."""
    by_currency: dict[str, list[PurchaseGist]] = {}
    for each in found:
        by_currency.setdefault(each.gist.currency or "", []).append(each.gist)
    tables = [_sums(currency, gists) for currency, gists in by_currency.items()]
    return sorted(tables, key=lambda each: (-each.count, each.currency))


def _sums(currency: str, gists: list[PurchaseGist]) -> Sums:
    return Sums(
        currency,
        len(gists),
        sum(each.stage in DONE for each in gists),
        _sum(each.value for each in gists),
        _sum(each.price for each in gists),
        _sum(each.paid for each in gists),
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((each for each in amounts if each is not None), Decimal())


def grouped(found: Iterable[Purchase], by: Callable[[Purchase], str | None]) -> dict[str, list[Purchase]]:
    """The purchases by a name; those that have none under the empty one."""
    groups: dict[str, list[Purchase]] = {}
    for each in found:
        groups.setdefault(by(each) or "", []).append(each)
    return groups
