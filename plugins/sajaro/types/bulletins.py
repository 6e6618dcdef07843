"""Information bulletins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Line, Name, Part, Ref, Yes, field
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import Interval, cards, thing
from sajaro.views import Block


class Query(Part):
    """Which documents of the period an issue gathers."""

    sections: tuple[Name, ...] = field("Sections, like press-releases; none for all.", default=())
    topics: tuple[Ref("topics"), ...] = field("Topics, by their ids; none for all.", default=())
    territories: tuple[Ref("territories"), ...] = field("Territories, by their ids; none for all.", default=())


class Bulletin(Fields):
    """An issue of an information bulletin, made of the site's documents. Not for the press's own articles (digests)."""

    section: ClassVar[str] = "bulletins"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Bulletin")
    plural: ClassVar[str] = N_("Bulletins")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "PublicationIssue"

    series: Line = field("The series that it belongs to, the same in every issue.", label=N_("Series"), required=True)
    issue: Name = field("The issue's number, unique in its series and year.", label=N_("Issue"), required=True)
    period: Interval = field("The days that it tells of, from and to.", label=N_("Period"), required=True)
    items: tuple[Ref(), ...] = field(
        "The documents that it holds, by their ids, in the order of the issue.", default=()
    )
    query: Query | None = field("Instead of items: which documents of the period it gathers.")
    frozen: Yes = field("true once it is issued: nothing changes it any more. A command writes it.", default=False)

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if self.period.to is None:
            yield "period.to", "missing", {}
        if bool(self.items) == bool(self.query):
            yield "items", "items-or-query", {}

    @property
    def gathers(self) -> bool:
        return self.query is not None

    @property
    def card_number(self) -> str:
        return self.issue

    def held(self, page: Page) -> tuple[str, ...]:
        """Ids of what the issue holds, named or gathered."""
        if not self.query or not self.period.to:
            return self.items
        return page.issued(
            self.period.from_, self.period.to, self.query.sections, self.query.topics, self.query.territories
        )

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from cards(page, N_("In this issue"), self.held(page))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "issueNumber": self.issue,
            "isPartOf": thing("Periodical", name=self.series),
            "temporalCoverage": self.period.iso,
        }
