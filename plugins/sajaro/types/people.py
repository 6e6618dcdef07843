"""People of the institution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Line, field
from sajaro.types.base import Group
from sajaro.types.page import Page
from sajaro.types.parts import (
    Interval,
    Reach,
    ReachEmail,
    ReachMobile,
    ReachPhone,
    Standing,
    named,
    over,
    rows,
)
from sajaro.views import Block, State

WAYS = {
    "hotline": N_("Hotline"),
    "phone": N_("Telephone"),
    "mobile": N_("Mobile telephone"),
    "email": N_("E-mail"),
    "address": N_("Address"),
    "hours": N_("Hours"),
}


class Person(Standing):
    """Someone who holds an office or speaks for the institution. Not for staff without a public role or citizens."""

    section: ClassVar[str] = "people"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Person")
    plural: ClassVar[str] = N_("People")
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "Person"

    role: Line = field("The office or post.", label=N_("Position"), required=True)
    term: Interval | None = field("The term of office, from and to.", label=N_("In office"))
    hotline: ReachPhone | None = field("A number that is answered around the clock.")
    phone: ReachPhone | None = field("The office telephone.")
    mobile: ReachMobile | None = field("A mobile number; it is published only with publish: true.")
    email: ReachEmail | None = field("The office e-mail address.")
    address: Reach | None = field("The address of the office.")
    hours: Reach | None = field("When people are received.")

    @property
    def card_role(self) -> str:
        return self.role

    def reach(self, way: str) -> str | None:
        """What is published of a contact field; None where there is nothing or no leave to publish it."""
        field: Reach | None = getattr(self, way)
        return field.value if field else None

    def state(self, page: Page) -> State | None:
        left = self.term is not None and self.term.to is not None and over(self.term.to, page)
        return State(page.word(N_("No longer in office"))) if left else None

    def blocks(self, page: Page) -> Iterator[Block]:
        reached = [(label, page.value(getattr(self, way), "value")) for way, label in WAYS.items() if self.reach(way)]
        yield from rows(page, N_("Contact details"), *reached)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "jobTitle": self.role,
            "worksFor": named("GovernmentOrganization", page, self.unit),
            "telephone": self.reach("phone"),
            "email": self.reach("email"),
            "address": self.reach("address"),
        }
