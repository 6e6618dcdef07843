"""Numbers of acts: forms of one number recognised as such, and what is missing in a series.

Each issuer numbers each kind for itself; a series begins anew with a year or a convocation where its numbers fall back, else it
goes on. Not here: what is told of a gap (`check.acts`), and one number twice (`check.rules`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

_SIGN = re.compile(r"(?:\b(?:n|no|nr|number|ბრ|say)[.°º]?|#)\s*(?=\d)")
_ENDING = re.compile(r"(?<=\d)\s*-?\s*(?:ე|ою|го|й|րդ)\b")
_FORM = re.compile(r"[^\w/-]+")
_COUNTED = re.compile(r"(\d+)(?:-?[^\W\d]|/\d+)?")


def compact(number: str) -> str:
    """A number without what is only form: «N 45», «№45» and «No. 045» are all `45`; «45/2018» stays two numbers."""
    text = unicodedata.normalize("NFKC", number.replace("№", "#")).casefold()
    text = _FORM.sub("", _SIGN.sub("", _ENDING.sub("", text)))
    return re.sub(r"(?<!\d)0+(?=\d)", "", text)


def leading(number: str) -> int | None:
    """The number by which a series counts: 45 of `45/2018` and of `N 45-a`; None where that is not plain, as in `01-45/18`."""
    found = _COUNTED.fullmatch(compact(number))
    return int(found[1]) if found else None


class Numbered(NamedTuple):
    """An act among others of its issuer and kind."""

    id: str
    number: str
    day: date
    convocation: str


class Gap(NamedTuple):
    """What a series lacks: the act that comes after the first gap, and all gaps as pairs of first and last number."""

    after: str
    missing: tuple[tuple[int, int], ...]

    @property
    def written(self) -> str:
        return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in self.missing)


def series(acts: Iterable[Numbered]) -> Iterator[list[tuple[int, Numbered]]]:
    """The series of one issuer's acts of one kind, in the order of time."""
    counted = [(number, each) for each in acts if (number := leading(each.number)) is not None]
    current: list[tuple[int, Numbered]] = []
    for number, each in sorted(counted, key=lambda pair: (pair[1].day, pair[0])):
        if current and _begins(current, number, each):
            yield current
            current = []
        current.append((number, each))
    if current:
        yield current


def _begins(current: list[tuple[int, Numbered]], number: int, act: Numbered) -> bool:
    last, before = current[-1]
    return number <= last and (act.day.year, act.convocation) != (before.day.year, before.convocation)


def gaps(acts: Iterable[Numbered]) -> Iterator[Gap]:
    """What is missing. The first series may have begun before the site; one of which less than half is here is a selection."""
    for position, found in enumerate(series(acts)):
        numbers = sorted({number for number, _ in found})
        first = numbers[0] if position == 0 else 1
        missing = tuple(_between([first - 1, *numbers]))
        if missing and 2 * len(numbers) > numbers[-1] - first + 1:
            after = next(each.id for number, each in sorted(found) if number > missing[0][1])
            yield Gap(after, missing)


def _between(numbers: list[int]) -> Iterator[tuple[int, int]]:
    for one, other in zip(numbers, numbers[1:], strict=False):
        if other > one + 1:
            yield one + 1, other - 1
