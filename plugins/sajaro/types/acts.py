"""Legal acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from sajaro.fields import N_, Choice, Day, Name, Ref, Url, field
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import ActRef, day_of, designated, files, named, ordered, rows
from sajaro.views import Block, Link, State, Words

TEXT = Choice(as_adopted=N_("As adopted"), consolidated=N_("Consolidated"))

Acts = Annotated[
    tuple[ActRef, ...], BeforeValidator(lambda value: [value] if isinstance(value, (str, dict)) else value)
]
"""Acts that this one refers to; one alone needs no list."""

RELATIONS = {
    "amends": (N_("Amends"), N_("Amended by"), "legislationAmends"),
    "repeals": (N_("Repeals"), N_("Repealed by"), "legislationRepeals"),
    "repeals_in_part": (N_("Repeals in part"), N_("Repealed in part by"), "legislationChanges"),
    "corrects": (N_("Corrects"), N_("Corrected by"), "legislationCorrects"),
    "consolidates": (N_("Consolidates"), N_("Consolidated versions"), "legislationConsolidates"),
    "based_on": (N_("Based on"), N_("Basis of"), "isBasedOn"),
}
"""What an act does to others, in its own words, in theirs and in schema.org's."""

_SIGN = re.compile(r"^(?:№|#|(?:n|no|nr)[.°º]?)\s*(?=\d)", re.IGNORECASE)

PASSIVE = ("amends", "repeals_in_part", "repeals", "corrects")
"""What is done to an act: its history, which pages draw as a line of days."""


NO_TEXT = N_("The text of this act is in the attached file only.")
"""What stands for the text where there are only pictures of it."""


class Act(Fields):
    """A legal act as adopted, or a consolidated version of one. Not for drafts under discussion (consultations)."""

    section: ClassVar[str] = "acts"
    group: ClassVar[Group] = "acts"
    singular: ClassVar[str] = N_("Legal act")
    plural: ClassVar[str] = N_("Legal acts")
    registered: ClassVar[bool] = True
    opens_plainly: ClassVar[bool] = False
    schema_type: ClassVar[str] = "Legislation"

    kind: Name | None = field(
        "The kind, from the site's list, like ordinance. Only a consolidated version goes without."
    )
    number: Name | None = field("The number as it is written on the act. Only a consolidated version goes without.")
    issuer: Ref("units") | None = field(
        "The unit that adopted it. Only a consolidated version goes without.", label=N_("Issued by")
    )
    signatory: Ref("people") | None = field("Who signed it.", label=N_("Signed by"))
    convocation: Name | None = field("The convocation of the council, like 8.", label=N_("Convocation"))
    registration_code: Name | None = field("The code in the state register of acts.", label=N_("Registration code"))
    official_url: Url | None = field("Where the official text stands.", label=N_("Official text"))
    official_published: Day | None = field("The day of its official publication.", label=N_("Officially published"))
    published: Day | None = field("The day it was made public here.", label=N_("Made public"))
    effective_from: Day | None = field(
        "The day it enters into force; without it the day of publication.", label=N_("In force from")
    )
    effective_to: Day | None = field("The last day it is in force, if that is fixed.", label=N_("In force until"))
    amends: Acts = field("Acts that it amends.", default=())
    repeals: Acts = field("Acts that it repeals.", default=())
    repeals_in_part: Acts = field("Acts of which it repeals some provisions.", default=())
    corrects: Acts = field("Acts in which it corrects errors.", default=())
    consolidates: Acts = field("On a consolidated version: the act of which this is the text.", default=())
    based_on: Acts = field("Acts that give the power to adopt it.", default=())
    authentic: Attachment | None = field("The signed original as a PDF, beside the document; its digest is shown.")
    text: TEXT = field("as-adopted or consolidated.", label=N_("Text"), default="as-adopted")

    @property
    def version_of(self) -> str | None:
        """The id of the act whose consolidated text this is; such a version is no act of its own."""
        if self.text == "consolidated" and self.consolidates:
            return self.consolidates[0].id
        return None

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        for name in ("kind", "number", "issuer"):
            if not self.version_of and getattr(self, name) is None:
                yield name, "missing", {}
        yield from ordered("effective_to", self.effective_from, self.effective_to)
        if self.date and self.effective_from and self.effective_from < day_of(self.date) and not self.version_of:
            yield "effective_from", "retroactive", {"date": day_of(self.date)}

    @property
    def kind_word(self) -> str:
        """The id of the kind; its name in every language is in the site's settings."""
        return self.kind or ""

    @property
    def card_number(self) -> str:
        """Without a sign of its own: pages put that of their language before it."""
        return _SIGN.sub("", self.number or "")

    def state(self, page: Page) -> State | None:
        return page.act_state()

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.authentic:
            yield from files(page, N_("Authentic text"), (self.authentic,))
        yield from rows(page, N_("Relations to other acts"), *self.relations(page))

    def relations(self, page: Page) -> Iterator[tuple[str, tuple[Link | Words, ...]]]:
        """What it does to other acts and what rests on it, each under its word; what is done to it is its history."""
        for relation, (active, passive, _) in RELATIONS.items():
            if not (relation == "consolidates" and self.version_of):
                yield active, tuple(link for act in getattr(self, relation) for link in act.cited(page))
            if relation not in PASSIVE and relation != "consolidates":
                yield passive, tuple(link for id in page.referring(relation, "acts") if (link := designated(page, id)))

    def json_ld(self, page: Page) -> dict[str, Any]:
        force = page.act_force()
        relations = {
            term: [act for each in getattr(self, relation) if (act := each.thing(page))] or None
            for relation, (_, _, term) in RELATIONS.items()
        }
        return {
            "legislationIdentifier": self.registration_code or self.number,
            "legislationType": self.kind,
            "legislationDate": day_of(self.date).isoformat() if self.date and not self.version_of else None,
            "legislationDateVersion": day_of(self.date).isoformat() if self.date and self.version_of else None,
            "legislationPassedBy": named("GovernmentOrganization", page, self.issuer),
            "legislationLegalForce": f"https://schema.org/{force}" if force else None,
            "sameAs": self.official_url,
            **relations,
        }
