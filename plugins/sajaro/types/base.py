"""What every document has, and what every type says of itself.

A type is one class: its fields, its rules, how a card and a page of it look beyond the common, and what it is to
machines (schema.org). Relations between documents are the library's matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, ClassVar, Literal

from sajaro.fields import (
    N_,
    Choice,
    Day,
    Email,
    LanguageTag,
    Line,
    Moment,
    Name,
    Part,
    Path,
    Phone,
    Ref,
    When,
    Yes,
    field,
)
from sajaro.types.licences import Licence
from sajaro.types.page import Page
from sajaro.views import Block, Span, State

Rule = tuple[str, str, dict[str, object]]
"""A rule that is broken: the field, the code of the message, its facts. Items of lists count from 1: `files[1].file`."""

Group = Literal["newsroom", "acts", "information", "participation", "institution"]


class Picture(Part):
    """A picture of the document."""

    file: Path = field("The picture's file, beside the document.", required=True)
    alt: Line | None = field("What the picture shows, for people who cannot see it.")
    decorative: Yes = field("true where the picture says nothing that the text does not.", default=False)
    caption: Line | None = field("A line under the picture.")
    credit: Line | None = field("Who made it.")
    licence: Licence | None = field("Under which licence it may be used again, like CC-BY-4.0.")


class Attachment(Part):
    """A file to download."""

    short: ClassVar[str] = "file"

    file: Path = field("The file, beside the document.", required=True)
    title: Line | None = field("What it is called on the page; else its name.")
    language: LanguageTag | None = field("The file's language, where it is not the page's.")
    kind: Line | None = field("What it is: annex, form, scan.")
    alternative: Path | None = field("The same in an accessible form: another file.")


class Withdrawn(Part):
    """When and why a document was withdrawn."""

    date: Day = field("The day.", required=True)
    reason: Line = field("Why, in a sentence for readers.", required=True)


class Correction(Part):
    """A correction that readers should know of."""

    date: Day = field("The day of the correction.", required=True)
    note: Line = field("What was corrected.", required=True)


STATUS = Choice(published=N_("Published"), draft=N_("Draft"), withdrawn=N_("Withdrawn"))
TRANSLATION = Choice(
    official=N_("Official translation"), unofficial=N_("Unofficial translation"), machine=N_("Machine translation")
)


class Fields(Part):
    """The fields of every document."""

    section: ClassVar[str]
    group: ClassVar[Group]
    singular: ClassVar[str]
    plural: ClassVar[str]
    dated: ClassVar[bool] = True
    """Whether a document must say its `date`; lists of the others are in order of `order` and title."""
    registered: ClassVar[bool] = False
    """Whether documents are in the register of public information unless they say otherwise."""
    spans: ClassVar[str] = N_("Period")
    """What its time of its own (`card_span`) is called on its page."""
    tables: ClassVar[bool] = False
    """Whether a CSV table may hold documents of this type."""
    opens_plainly: ClassVar[bool] = True
    """Whether its first paragraph may stand for a summary that is missing: a preamble or a salutation may not."""
    schema_type: ClassVar[str] = "WebPage"
    """The schema.org class."""

    title: Line = field("The title: what it is about, in one line, without a full stop.", required=True)
    date: When | None = field("The day it was issued, like 2026-11-22, or with a time: 2026-11-22 14:30.")
    updated: Day | None = field("The day of a change that readers should know of.")
    corrections: tuple[Correction, ...] = field("What was corrected, and when; readers see it.", default=())
    summary: Line | None = field("Two sentences for lists and search; else the first paragraph is taken.")
    unit: Ref("units") | None = field("The unit that issued it.", label=N_("Unit"))  # type: ignore[valid-type]
    topics: tuple[Ref("topics"), ...] = field("Topics, by their ids.", label=N_("Topics"), default=())  # type: ignore[valid-type]
    territories: tuple[Ref("territories"), ...] = field(
        "Territories it is about, by their ids.", label=N_("Territories"), default=()
    )  # type: ignore[valid-type]
    status: STATUS = field("published, draft or withdrawn.", default="published")
    withdrawn: Withdrawn | None = field("With status: withdrawn, when and why.")
    embargo: Moment | None = field("Until this moment neither the text nor its files leave the repository.")
    expires: Moment | None = field("After this moment it is archived: out of lists, still at its address.")
    review_by: Day | None = field("A day after which the check reminds you to look at it again.")
    image: Picture | None = field("The picture of the document.")
    attachments: tuple[Attachment, ...] = field("Files to download.", default=())
    contact: Ref("units", "people") | None = field("Whom to ask: a unit or a person.", label=N_("Contact"))  # type: ignore[valid-type]
    hotline: Phone | None = field("A number that is answered around the clock.", label=N_("Hotline"))
    phone: Phone | None = field("A telephone number.", label=N_("Telephone"))
    email: Email | None = field("An e-mail address.", label=N_("E-mail"))
    address: Line | None = field("A postal address.", label=N_("Address"))
    hours: Line | None = field("When it is open.", label=N_("Hours"))
    translation: TRANSLATION = field("On a translation: official, unofficial or machine.", default="unofficial")
    translated_from: Name | None = field(
        "On a translation: the digest of the text that was translated; a command writes it."
    )
    source_language: LanguageTag | None = field("The language of the original, where it is not the site's first.")
    aliases: tuple[Name, ...] = field("Earlier addresses on this site, which lead here.", default=())
    related: tuple[Ref(), ...] = field("Documents that belong to it, by their ids.", default=())  # type: ignore[valid-type]
    nomenclature: Name | None = field("The code in the records schedule.", label=N_("Nomenclature code"))
    retention: Name | None = field("Years that it is kept, or permanent.")
    register_: Choice(in_=N_("In the register"), out=N_("Not in the register")) | None = field(  # type: ignore[valid-type]
        "in or out of the register of public information, where the section's rule is not meant.", alias="register"
    )
    personal_data_reviewed: Name | None = field("Why personal data may stand here; the reason is listed.")

    def rules(self) -> Iterator[Rule]:
        """What is wrong within the document itself; each type adds its own."""
        if self.dated and self.date is None:
            yield "date", "missing", {}
        if self.status == "withdrawn" and self.withdrawn is None:
            yield "withdrawn", "withdrawn-why", {}
        if self.image and not self.image.alt and not self.image.decorative:
            yield "image.alt", "no-alt", {"file": self.image.file}
        if self.retention and self.retention != "permanent" and not self.retention.isdigit():
            yield "retention", "no-retention", {"value": self.retention}

    @property
    def kind_word(self) -> str:
        """The message that names the document's kind within its type, for cards; empty where there are no kinds."""
        return ""

    @property
    def listed_by(self) -> date | datetime | None:
        """What lists and archives date it by."""
        return self.date

    @property
    def covers(self) -> str | None:
        """The period that it is about, where it has one: the archive of years has it in that one's year."""
        return None

    @property
    def open(self) -> bool:
        """Whether each day that passes may change what the site says of it, though none of its own days is near."""
        return False

    @property
    def gathers(self) -> bool:
        """Whether its page shows documents that neither it nor they name."""
        return False

    @property
    def card_number(self) -> str:
        return ""

    @property
    def card_span(self) -> Span | None:
        """When it takes place, for what has a time of its own."""
        return None

    @property
    def card_place(self) -> str:
        return ""

    @property
    def card_role(self) -> str:
        return ""

    def state(self, page: Page) -> State | None:
        """The state that lists and pages show, where documents of this type have one."""
        return None

    def blocks(self, page: Page) -> Iterator[Block]:
        """What the page shows after the body, beyond the common parts."""
        return iter(())

    def json_ld(self, page: Page) -> dict[str, Any]:
        """What schema.org's vocabulary says of it, beyond name, address, dates, language and publisher."""
        return {}
