"""Vacancies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Amount, Currency, Line, When, Words, field
from sajaro.types.base import Fields, Group
from sajaro.types.page import Page
from sajaro.types.parts import named, over, points, prose, thing
from sajaro.views import Block, State


class Vacancy(Fields):
    """A post to be filled, and who was appointed. Not for the list of staff (disclosures) or for people in office."""

    section: ClassVar[str] = "vacancies"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Vacancy")
    plural: ClassVar[str] = N_("Vacancies")
    registered: ClassVar[bool] = True
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "JobPosting"

    position: Line = field("The post.", label=N_("Post"), required=True)
    deadline: When = field("Until when one can apply; a day counts whole.", label=N_("Apply until"), required=True)
    category: Line | None = field("The rank or category of the post.", label=N_("Category"))
    salary: Amount | None = field("The monthly salary before tax, as a number like 1450.00.", label=N_("Salary"))
    currency: Currency | None = field("The currency, like GEL; without it the country's.")
    requirements: tuple[Line, ...] = field("What applicants need, a line for each.", default=())
    rules_: Words | None = field("How the competition is held and judged.", alias="rules")
    result: Line | None = field("Who was appointed. Only the appointed, never the other applicants.")
    appeal: Words | None = field("How, where and until when the result can be appealed.")

    def state(self, page: Page) -> State:
        if self.result:
            return State(page.word(N_("Filled")))
        if over(self.deadline, page):
            return State(page.word(N_("Applications closed")))
        return State(page.word(N_("Open for applications")), "good")

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from points(page, N_("What is asked for"), self.requirements)
        yield from prose(page, N_("Rules of the competition"), self.rules_)
        yield from prose(page, N_("Result of the competition"), self.result)
        yield from prose(page, N_("Appeal"), self.appeal)

    def json_ld(self, page: Page) -> dict[str, Any]:
        salary = thing("QuantitativeValue", value=float(self.salary), unitText="MONTH") if self.salary else None
        return {
            "title": self.position,
            "datePosted": self.date.isoformat() if self.date else None,
            "validThrough": self.deadline.isoformat(),
            "hiringOrganization": named("GovernmentOrganization", page, self.unit),
            "jobLocation": thing("Place", address=self.address),
            "qualifications": "; ".join(self.requirements) or None,
            "baseSalary": thing("MonetaryAmount", currency=self.currency, value=salary),
            "description": self.summary,
        }
