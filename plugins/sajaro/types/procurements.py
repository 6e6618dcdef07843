"""Public procurement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Amount, Choice, Currency, Day, Line, Name, When, field, word_of
from sajaro.types.base import Fields, Group
from sajaro.types.page import Page
from sajaro.types.parts import over, rows
from sajaro.views import Block, State, Tone, Words

STAGE = Choice(
    planned=N_("Planned"),
    open=N_("Open for offers"),
    awarded=N_("Awarded"),
    cancelled=N_("Cancelled"),
    completed=N_("Completed"),
)
TONES: dict[str, Tone] = {"open": "good", "cancelled": "severe"}


class Procurement(Fields):
    """One purchase, from its announcement to its payment. Not for the year's plan of purchases (plans)."""

    section: ClassVar[str] = "procurements"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Procurement")
    plural: ClassVar[str] = N_("Procurements")
    registered: ClassVar[bool] = True
    tables: ClassVar[bool] = True

    number: Name = field("The number of the procedure.", label=N_("Number"), required=True)
    method: Line | None = field("How it is awarded: tender, direct purchase.", label=N_("Method"))
    cpv: Name | None = field("The code of the common procurement vocabulary, like 45231300-8.", label=N_("CPV code"))
    value: Amount | None = field("The estimated value, like 1250.50.", label=N_("Estimated value"))
    currency: Currency | None = field("The currency, like GEL; without it the country's.")
    deadline: When | None = field("Until when offers are taken; a day counts whole.", label=N_("Deadline"))
    stage: STAGE | None = field("planned, open, awarded, cancelled or completed.")
    supplier: Line | None = field("Who won, as registered.")
    contract_date: Day | None = field("The day of the contract.")
    price: Amount | None = field("The price that the contract agrees, like 1198.00.")
    paid: Amount | None = field("What has been paid until now.")

    @property
    def card_number(self) -> str:
        return self.number

    def state(self, page: Page) -> State | None:
        if not self.stage:
            return None
        if self.stage == "open" and self.deadline and over(self.deadline, page):
            return State(page.word(N_("Offers are being examined")))
        return State(page.word(word_of(STAGE, self.stage)), TONES.get(self.stage, "neutral"))

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from rows(
            page,
            N_("Contract"),
            (N_("Supplier"), page.value(self, "supplier")),
            (N_("Date of the contract"), page.value(self, "contract_date")),
            (N_("Agreed price"), page.value(self, "price")),
            (N_("Paid"), page.value(self, "paid") if self.paid else self._unpaid(page)),
        )

    def _unpaid(self, page: Page) -> tuple[Words, ...]:
        return () if self.paid is None else (Words(page.word(N_("Nothing yet"))),)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"identifier": self.number}
