"""Units of the institution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Count, Line, Ref, field
from sajaro.types.base import Group
from sajaro.types.page import Page
from sajaro.types.parts import Standing, cards, named, points, thing
from sajaro.views import Block


class Unit(Standing):
    """A part of the institution with tasks and contacts of its own. Not for other institutions (partners) or places."""

    section: ClassVar[str] = "units"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Unit")
    plural: ClassVar[str] = N_("Structure")
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "GovernmentOrganization"

    parent: Ref("units") | None = field("The unit that it belongs to; none at the top.", label=N_("Part of"))
    head: Ref("people") | None = field("Who heads it.")
    functions: tuple[Line, ...] = field("What it does, a line for each task.", default=())
    staff: Count | None = field("How many people work in it.", label=N_("Staff"))

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from cards(page, N_("Head"), [self.head] if self.head else [], pictures=True)
        yield from points(page, N_("What it does"), self.functions)
        yield from cards(page, N_("People"), [id for id in page.referring("unit", "people") if id != self.head])
        yield from cards(page, N_("Units that belong to it"), page.referring("parent", "units"))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "parentOrganization": named("GovernmentOrganization", page, self.parent),
            "employee": named("Person", page, self.head),
            "numberOfEmployees": thing("QuantitativeValue", value=self.staff),
            "telephone": self.phone,
            "email": self.email,
            "address": self.address,
            "contactPoint": thing("ContactPoint", telephone=self.hotline),
        }
