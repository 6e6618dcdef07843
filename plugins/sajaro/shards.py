"""Parts of an index: so few documents that one is made anew in a second or two, neighbours in time, so that a day's work is in one.

The parts are a tree over time that divides in two where it is too full. A document that comes or goes changes the part that
it is in; only where that becomes too full, or two have become small enough for one, others change with it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from zlib import crc32

FULL = 800
"""Documents in a shard, at most."""

_DAY, _ID = 22, 32
"""Bits for a day's number and for what tells the documents of one day, or of none, apart."""


def position(day: int, id: str) -> int:
    """Where a document stands: by the number of its day, 0 where it has none."""
    return day << _ID | crc32(id.encode())


def shards(positions: Iterable[tuple[int, str]], full: int = FULL) -> dict[str, list[str]]:
    """Ids by the name of their shard, in the order of their positions."""
    return dict(_divided(sorted(positions), _DAY + _ID, 0, full))


def _divided(found: list[tuple[int, str]], bits: int, prefix: int, full: int) -> Iterator[tuple[str, list[str]]]:
    if not found:
        return
    if len(found) <= full or not bits:
        yield f"{bits}-{prefix:x}", [id for _, id in found]
        return
    bits -= 1
    later = bisect_left(found, ((2 * prefix + 1) << bits, ""))
    yield from _divided(found[:later], bits, 2 * prefix, full)
    yield from _divided(found[later:], bits, 2 * prefix + 1, full)
