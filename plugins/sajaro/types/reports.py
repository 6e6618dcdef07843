"""Reports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Name, Part, Period, Words, Yes, field, word_of
from sajaro.types.base import Attachment, Fields, Group
from sajaro.types.page import Page
from sajaro.types.parts import files, iso_interval
from sajaro.views import Block

KIND = Choice(
    annual=N_("Annual report"),
    quarterly=N_("Quarterly report"),
    activity=N_("Activity report"),
    mayor=N_("Report of the mayor"),
    information_requests=N_("Report on requests for information"),
    audit=N_("Audit report"),
    communication_plan=N_("Report on the communication plan"),
    other=N_("Report"),
)


class Answer(Part):
    """What the institution says under a heading of the annual report of requests."""

    id: Name = field("The code of the heading in the list of the institution, like b.", required=True)
    text: Words = field("What is to be said there and cannot be counted from the log.", required=True)


class Report(Fields):
    """An account of what was done in a period. Not for what is intended (plans) or for bare figures (datasets)."""

    section: ClassVar[str] = "reports"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Report")
    plural: ClassVar[str] = N_("Reports")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "Report"

    kind: KIND = field("What kind of report it is, like annual or audit.", required=True)
    period: Period = field("What it covers: 2026, 2026-Q3 or 2026-10.", label=N_("Period"), required=True)
    answers: tuple[Answer, ...] = field(
        "In a report of requests for information: what the law asks for and the log cannot tell; the rest is counted.",
        default=(),
    )
    files: tuple[Attachment, ...] = field("The report's files.", default=())
    frozen: Yes = field("true once it is issued: computed tables change no more. A command writes it.", default=False)

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind)

    @property
    def covers(self) -> str:
        return self.period

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from files(page, N_("Files"), self.files)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"headline": self.title, "temporalCoverage": iso_interval(self.period)}
