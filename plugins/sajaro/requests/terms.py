"""When the answer to a request falls due, and what has become of the request on a day.

The day of receipt is not counted. A term in working days ends on one; one in calendar days that would end on a day off ends on
the next working day. Where the time was extended, the new last day is the request's own.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from sajaro.duties.profile import Profile, Requests
from sajaro.types.requests import Handling
from sajaro.working_days import WorkingDays

if TYPE_CHECKING:
    from sajaro.read.gist import RequestGist

BY_COUNTRY = {"GE": Requests(10, working=True), "XK": Requests(7, extension=15)}
"""Terms where no profile of duties says them. Georgia: General Administrative Code, art. 40; Kosovo: Law No. 06/L-081."""
LASTING = frozenset({"granted", "partly-granted", "refused", "not-held", "forwarded"})
"""Outcomes that answer a request, so that their days can be counted: a requester who withdraws it has no answer."""


class Terms:
    """The law's terms for requests, for a country; `law` is None where none is known."""

    def __init__(self, profile: Profile | None, country: str) -> None:
        known = profile.requests if profile else None
        self.country = (profile.country if profile else "") or country
        self.law = known or BY_COUNTRY.get(self.country)
        self._due: dict[date, date] = {}

    @property
    def working(self) -> bool:
        """Whether days are working days."""
        return self.law is not None and self.law.working

    @cached_property
    def calendar(self) -> WorkingDays:
        """Raises UnknownCountry."""
        law = self.law
        return WorkingDays(self.country, law.subdivision, law.days_off) if law else WorkingDays()

    def due(self, received: date) -> date | None:
        """The last day for an answer, where the time was not extended."""
        if self.law is None:
            return None
        if received not in self._due:
            self._due[received] = self._after(received, self.law.term)
        return self._due[received]

    def longest(self, received: date) -> date | None:
        """The last day to which the time may be extended; None where the law does not say."""
        return self._after(received, self.law.term + self.law.extension) if self.law and self.law.extension else None

    def _after(self, day: date, count: int) -> date:
        return self.calendar.after(day, count) if self.working else self.calendar.next(day + timedelta(days=count))

    def between(self, first: date, last: date) -> int:
        """The days of a term that passed after the first day, until the last."""
        return self.calendar.between(first, last) if self.working else max(0, (last - first).days)

    def outcome(self, request: RequestGist, today: date) -> str:
        """The outcome by a day."""
        return "pending" if request.answered and request.answered > today else request.outcome

    def handling(self, request: RequestGist, today: date) -> Handling:
        """What has become of a request on a day: what was to come then has not happened."""
        received, answered, outcome = request.received, request.answered, self.outcome(request, today)
        due = request.extended_to or self.due(received)
        if outcome == "clarification":
            return Handling("waiting", outcome, received, due, answered, None, 0, 0, self.working)
        if outcome == "pending":
            state = "overdue" if due and today > due else "pending"
            over = self.between(due, today) if due and today > due else 0
            left = self.between(today, due) if due and due > today else 0
            return Handling(state, outcome, received, due, None, None, over, left, self.working)
        over = self.between(due, answered) if due and answered and answered > due else 0
        days = self.between(received, answered) if answered and outcome in LASTING else None
        return Handling("late" if over else "answered", outcome, received, due, answered, days, over, 0, self.working)
