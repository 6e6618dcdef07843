"""Territories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Count, Ref, field
from sajaro.types.base import Group
from sajaro.types.page import Page
from sajaro.types.parts import Standing, cards, named
from sajaro.views import Block


class Territory(Standing):
    """A town, a village, a district that documents are about. Not for the offices there (units) or single addresses."""

    section: ClassVar[str] = "territories"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Territory")
    plural: ClassVar[str] = N_("Territories")
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "AdministrativeArea"

    parent: Ref("territories") | None = field("The territory that it belongs to; none at the top.", label=N_("Part of"))
    representative: Ref("people") | None = field("Who represents the institution there.")
    population: Count | None = field("How many people live there.", label=N_("Population"))

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from cards(
            page, N_("Representative"), [self.representative] if self.representative else [], pictures=True
        )
        yield from cards(page, N_("Territories that belong to it"), page.referring("parent", "territories"))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"containedInPlace": named("AdministrativeArea", page, self.parent)}
