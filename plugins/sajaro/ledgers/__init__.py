"""Long tables that people narrow, the registers of a site: pages of all rows, the same as CSV and JSON, and an index for browsers.

A `Ledger` says what is in a register, what a row shows and what it is narrowed by; the artifacts of every register are made here, in
one way. Not here: what an entry, a request or an act comes to (`public_register`, `requests`, `acts`), nor its words (`presenters`).
"""

from __future__ import annotations

from collections.abc import Iterator

from sajaro.artifacts import Artifact, Sheaf
from sajaro.ledgers.index import index
from sajaro.ledgers.ledger import Ledger
from sajaro.ledgers.lists import lists
from sajaro.ledgers.tables import tables

__all__ = ["Ledger", "artifacts"]


def artifacts(ledger: Ledger, lang: str) -> Iterator[Artifact | Sheaf]:
    """All of a register in one language."""
    yield from lists(ledger, lang)
    yield from tables(ledger, lang)
    yield from index(ledger, lang)
