"""What requests come to in numbers: pure functions from cases to tables of figures.

Every table of counts has one form: what was received, and which of it was answered in time, answered late, is being considered or
is overdue; the four make up the first. Not here: words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from sajaro.types.requests import Handling

if TYPE_CHECKING:
    from sajaro.read.gist import RequestGist


class Case(NamedTuple):
    """A request, and how it stood on the day that is told of."""

    id: str
    request: RequestGist
    handling: Handling


class Counts(NamedTuple):
    """Of the requests `received`: answered in time or late, being considered (waiting for the requester too), overdue."""

    received: int
    answered: int
    late: int
    pending: int
    overdue: int

    @property
    def closed(self) -> int:
        return self.answered + self.late

    @property
    def open(self) -> int:
        return self.pending + self.overdue


class Days(NamedTuple):
    """How long answers took: how many there are, half of them within `median` days, nine of ten within `ninth`, the `longest`."""

    answers: int
    median: float
    ninth: int
    longest: int


class Appeals(NamedTuple):
    """Appeals before one instance, and how many of them have been decided; `case` is the id of the first."""

    appeals: int
    decided: int
    case: str


class Grounds(NamedTuple):
    """How often something was refused on one ground, wholly or in part; `case` is the id of the first."""

    refused: int
    partly: int
    case: str


class Fees(NamedTuple):
    paid: int
    sum: Decimal


def counts(cases: Iterable[Case]) -> Counts:
    states = [each.handling.state for each in cases]
    waiting = states.count("pending") + states.count("waiting")
    return Counts(len(states), states.count("answered"), states.count("late"), waiting, states.count("overdue"))


def grouped(cases: Iterable[Case], by: Callable[[Case], str | None]) -> dict[str, list[Case]]:
    """The cases by a name, in the order in which the names first come; those without one left out."""
    found: dict[str, list[Case]] = {}
    for each in cases:
        if (name := by(each)) is not None:
            found.setdefault(name, []).append(each)
    return found


def year(case: Case) -> str:
    return str(case.handling.received.year)


def quarter(case: Case) -> str:
    day = case.handling.received
    return f"{day.year}-Q{(day.month + 2) // 3}"


def channel(case: Case) -> str | None:
    return case.request.channel


def requester(case: Case) -> str | None:
    return case.request.requester


def outcome(case: Case) -> str:
    return case.handling.outcome


def days(cases: Iterable[Case]) -> Days | None:
    """None where nothing was answered. The ninth tenth is by nearest rank: a day on which there was an answer."""
    found = sorted(each.handling.days for each in cases if each.handling.days is not None)
    if not found:
        return None
    return Days(len(found), median(found), found[-(-9 * len(found) // 10) - 1], found[-1])


def grounds(cases: Iterable[Case]) -> dict[str, Grounds]:
    """By the ground as it was written in the original, the most frequent first."""
    refused = [each for each in cases if each.handling.outcome in ("refused", "partly-granted")]
    found = grouped(refused, lambda each: each.request.ground)
    tables = {ground: _ground(each) for ground, each in found.items()}
    return dict(sorted(tables.items(), key=lambda each: (-each[1].refused - each[1].partly, each[0])))


def _ground(cases: list[Case]) -> Grounds:
    outcomes = [each.handling.outcome for each in cases]
    return Grounds(outcomes.count("refused"), outcomes.count("partly-granted"), cases[0].id)


def fees(cases: Iterable[Case], last: date) -> Fees:
    """What was paid for what had been answered by a day."""
    paid = [each.request.fee for each in cases if each.request.fee and _by(each.handling.answered, last)]
    return Fees(len(paid), sum(paid, Decimal()))


def appeals(cases: Iterable[Case], last: date) -> dict[str, Appeals]:
    """Those that had been made by a day, by the instance as it was written in the original."""
    made = [each for each in cases if each.request.appeal and _by(each.request.appeal[1], last)]
    found = grouped(made, lambda each: each.request.appeal[0] if each.request.appeal else None)
    return {
        level: Appeals(
            len(each), sum(bool(case.request.appeal and case.request.appeal[2]) for case in each), each[0].id
        )
        for level, each in found.items()
    }


def _by(day: date | None, last: date) -> bool:
    return day is None or day <= last
