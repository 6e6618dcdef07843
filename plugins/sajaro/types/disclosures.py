"""Proactive disclosures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, ClassVar

from sajaro.fields import N_, Currency, Day, Line, Name, Part, Path, Period, Yes, field
from sajaro.languages import language
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import download, iso_interval, unbroken
from sajaro.views import Block, Files, Notice, State

MACHINE_READABLE = {".csv", ".tsv", ".json", ".geojson", ".xml", ".rdf", ".ttl", ".ods", ".xlsx"}
"""Formats whose cells and fields a program can read without guessing."""


class Withheld(Part):
    """Why and until when something is not disclosed."""

    ground: Line = field("The ground: the provision of the law, and why it applies.", required=True)
    until: Day | None = field("The last day it is withheld, if that is known.")

    def title(self, page: Page) -> str:
        if self.until is None:
            return page.word(N_("This information is withheld"))
        return page.word(N_("Withheld until {day}")).replace("{day}", unbroken(language(page.lang).date(self.until)))


class Execution(Part):
    """Which columns of a table say how far a budget is executed, a row for each item of it."""

    item: Line = field("The column that names each item, in this language.", required=True)
    planned: Name = field("The column of the amounts planned.", required=True)
    executed: Name = field("The column of the amounts executed.", required=True)
    currency: Currency | None = field("The currency, like GEL; without it the country's.")


class Disclosure(Fields):
    """What a duty of proactive publication asks for. Not for answers to requests or for other data (datasets)."""

    section: ClassVar[str] = "disclosures"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Disclosure")
    plural: ClassVar[str] = N_("Public information")
    registered: ClassVar[bool] = True
    tables: ClassVar[bool] = True
    schema_type: ClassVar[str] = "DigitalDocument"

    duty: Name = field(
        "The code of the duty in the list of the institution, like 5.3.",
        label=N_("Duty to publish, item"),
        required=True,
    )
    period: Period | None = field(
        "What it covers: 2026, 2026-Q3 or 2026-10. Periodic duties need it.", label=N_("Period")
    )
    files: tuple[Attachment, ...] = field(
        "The files; one at least that a program can read, like a CSV table.", default=()
    )
    nil: Yes = field("true where there is nothing to report; say so in a sentence, too.", default=False)
    schema_: Path | None = field(
        "A Table Schema (JSON) that says what the columns of the CSV files mean; they are checked against it.",
        alias="schema",
    )
    execution: Execution | None = field(
        "Of a budget: the columns of the first table that hold what was planned and what was executed."
    )
    withheld: Withheld | None = field("Instead of files: on which ground it is withheld, and until when.")

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if self.nil and (self.files or self.withheld):
            yield "nil", "nil-but-more", {}
        if self.nil or self.withheld:
            return
        if not any(PurePosixPath(each.file).suffix.lower() in MACHINE_READABLE for each in self.files):
            yield "files", "no-machine-readable", {"formats": ", ".join(sorted(MACHINE_READABLE))}

    @property
    def covers(self) -> str | None:
        return self.period

    def state(self, page: Page) -> State | None:
        if self.nil:
            return State(page.word(N_("Nothing to report")))
        return State(page.word(N_("Withheld")), "attention") if self.withheld else None

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.nil:
            yield Notice(page.word(N_("Nothing to report")))
        if self.withheld:
            yield Notice(self.withheld.title(page), self.withheld.ground, "attention")
        shown = tuple(download(page, each) for each in self.files)
        if self.schema_:
            shown += (page.file(self.schema_, page.word(N_("Description of the columns"))),)
        if shown:
            yield Files(page.word(N_("Files")), shown)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "identifier": self.duty,
            "temporalCoverage": iso_interval(self.period) if self.period else None,
            "conditionsOfAccess": self.withheld.ground if self.withheld else None,
        }
