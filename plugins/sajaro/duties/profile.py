"""What a duty is, and the law that sets it, as plain data."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Literal

from sajaro.plain import plain

Texts = dict[str, str]
"""A text in several languages."""

Kind = Literal["annual", "quarterly", "monthly", "on-change", "event"]
PERIODIC = frozenset({"annual", "quarterly", "monthly"})


@plain
class Grace:
    """How long after the period, the change or the event there is time: months first, then days."""

    months: int = 0
    days: int = 0


@plain
class Duty:
    """Something that is to be published.

    `counts` tells from which end of a period its grace runs: plans and budgets fall due after its beginning. `unit` is the id of
    who answers for it, `at` the sections or ids of documents where the site publishes it without disclosures. `formats` are
    endings of files (`csv`), one of which there must be. `verified` says that a lawyer has found duty, period and term in the law.
    """

    code: str
    title: Texts
    period: Kind
    section: str
    grace: Grace = Grace()
    counts: Literal["end", "start"] = "end"
    basis: Texts = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    unit: str = ""
    at: tuple[str, ...] = ()
    verified: bool = False

    @property
    def periodic(self) -> bool:
        return self.period in PERIODIC


@plain
class Requests:
    """The law's terms for answers: `term` and `extension` in days, working ones where `working`; `urgent` in hours, 0 for none.

    Days off are the holidays of the country, or of its `subdivision` (the second half of ISO 3166-2), and the site's own `days_off`.
    """

    term: int
    working: bool = False
    extension: int = 0
    urgent: int = 0
    subdivision: str = ""
    days_off: tuple[date, ...] = ()
    basis: Texts = field(default_factory=dict)
    verified: bool = False


@plain
class Register:
    """Within how many days a reference to public information is entered in the register."""

    days: int
    basis: Texts = field(default_factory=dict)
    verified: bool = False


Figures = Literal["requests", "corrections", "outcomes", "grounds", "days", "fees", "appeals"]
"""What can be counted from the log of requests."""


@plain
class Heading:
    """A heading of the annual report of requests: the `tables` that are computed under it, and what it `asks` for besides, which the
    institution writes."""

    code: str
    title: Texts
    tables: tuple[Figures, ...] = ()
    asks: Texts = field(default_factory=dict)
    verified: bool = False


@plain
class Profile:
    """The duties of an institution: a law's own list, or that list as a site has changed it.

    `since` is the first day on which something can fall due; `act` the id of the institution's own act that sets the duties.
    `model` marks a list that stands for what each institution adopts for itself. `country` is ISO 3166-1.
    """

    law: Texts
    sections: dict[str, Texts]
    duties: tuple[Duty, ...]
    country: str = ""
    model: bool = False
    since: date | None = None
    act: str = ""
    requests: Requests | None = None
    register: Register | None = None
    report: tuple[Heading, ...] = ()
