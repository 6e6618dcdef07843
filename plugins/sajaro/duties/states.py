"""What has become of a duty on a day: pure functions of the duty, what was disclosed under it, and the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from sajaro.duties import periods
from sajaro.duties.profile import Duty
from sajaro.plain import plain

State = Literal["published", "due", "late", "nil", "withheld", "upcoming"]
STATES: tuple[State, ...] = ("published", "nil", "withheld", "due", "late", "upcoming")
ANSWERED = frozenset({"published", "nil", "withheld"})


@plain
class Disclosed:
    """What a site has published under a duty: `id` of the document and the `day` on which readers first had it.

    `ground` and `until` (its last day, if that is known) are of what is withheld.
    """

    id: str
    duty: str
    period: str
    day: date
    nil: bool = False
    withheld: bool = False
    until: date | None = None

    @property
    def state(self) -> State:
        return "nil" if self.nil else "withheld" if self.withheld else "published"


@plain
class Status:
    """A duty for one period, or for good (`period` empty).

    `since` is the day from which it is published, nil or withheld; `days_late` how late that was; `until` the last day that it is withheld.
    """

    period: str
    state: State
    due: date | None = None
    since: date | None = None
    days_late: int = 0
    until: date | None = None
    documents: tuple[str, ...] = ()


def statuses(duty: Duty, disclosed: Iterable[Disclosed], since: date, today: date) -> tuple[Status, ...]:
    """A periodic duty for each of its periods, newest first; any other once.

    Periods that fell due before `since` are there only where something was published for them, which was not late then. Where nothing has
    begun yet, the first that will fall due is there.
    """
    mine = sorted((each for each in disclosed if each.duty == duty.code), key=lambda each: (each.day, each.id))
    if not duty.periodic:
        return (_standing(duty, mine, since, today),)
    of_periods: dict[str, list[Disclosed]] = {period: [] for period in periods.periods(duty, since, today)}
    for each in mine:
        if periods.fits(each.period, duty.period):
            of_periods.setdefault(each.period, []).append(each)
    if not of_periods:
        of_periods[next(periods.periods(duty, since, date.max))] = []
    return tuple(
        _of_period(duty, period, found, since, today) for period, found in sorted(of_periods.items(), reverse=True)
    )


def ahead(duty: Duty, today: date, until: date) -> Iterator[tuple[str, date]]:
    """The periods of a duty that fall due from today until a day, each with its own."""
    if duty.periodic:
        yield from ((period, periods.due(duty, period)) for period in periods.falling_due(duty, today, until))


def _of_period(duty: Duty, period: str, disclosed: list[Disclosed], since: date, today: date) -> Status:
    own = day = periods.due(duty, period)
    kept_back = [each for each in disclosed if each.state == "withheld"]
    if ends := [each.until for each in kept_back if each.until]:
        day = max(day, max(ends))
    for state in ("published", "nil"):
        if found := [each for each in disclosed if each.state == state]:
            return _answered(state, period, day, found, disclosed, since)
    if kept_back and _holds(kept_back, today):
        return _answered("withheld", period, own, kept_back, disclosed, since)
    if today > day:
        return Status(period, "late", day, documents=_ids(disclosed))
    return Status(period, "due" if today >= periods.opens(duty, period) else "upcoming", day)


def _standing(duty: Duty, disclosed: list[Disclosed], since: date, today: date) -> Status:
    """What is to be there at all times, as the newest disclosure says it; without one since when it is lacking."""
    day = periods.after(since, duty.grace)
    if not disclosed:
        return Status("", "late" if today > day else "due", day)
    newest = disclosed[-1]
    if newest.state == "withheld" and not _holds([newest], today):
        assert newest.until
        return Status("", "late", newest.until, documents=_ids(disclosed))
    return Status("", newest.state, since=newest.day, until=newest.until, documents=_ids(disclosed))


def _answered(
    state: State, period: str, day: date, found: list[Disclosed], every: list[Disclosed], since: date
) -> Status:
    until = max((each.until for each in found if each.until), default=None)
    late = max(timedelta(), found[0].day - max(day, since)).days
    return Status(period, state, day, found[0].day, late, until, _ids(every))


def _holds(kept_back: list[Disclosed], today: date) -> bool:
    """Whether something may still be withheld today."""
    return any(each.until is None or today <= each.until for each in kept_back)


def _ids(disclosed: list[Disclosed]) -> tuple[str, ...]:
    """Newest first."""
    return tuple(each.id for each in reversed(disclosed))
