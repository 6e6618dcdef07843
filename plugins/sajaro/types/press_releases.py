"""Press releases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Line, Name, Part, Ref, Words, field
from sajaro.types.base import Fields, Group
from sajaro.types.page import Page
from sajaro.types.parts import prose, recordings
from sajaro.views import Block, Quote, Quotes, Text


class Said(Part):
    """A quotation."""

    text: Words = field("What was said.", required=True)
    person: Ref("people") | None = field("Who said it: a person of the site.")

    def quote(self, page: Page) -> Quote:
        card = page.card(self.person) if self.person else None
        role = card.role if card else ""
        if card and card.lang and role:
            role = Text(role, card.lang)
        return Quote(self.text, page.link(self.person) if self.person else None, role)


class PressRelease(Fields):
    """Official news for the media and the public. Not for short notices (announcements) or speeches."""

    section: ClassVar[str] = "press-releases"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Press release")
    plural: ClassVar[str] = N_("Press releases")
    registered: ClassVar[bool] = True
    schema_type: ClassVar[str] = "NewsArticle"

    number: Name | None = field("The number, unique within the year.", label=N_("Number"))
    location: Line | None = field("Where it was issued.", label=N_("Place"))
    spokesperson: Ref("people") | None = field("Who speaks to it.", label=N_("Spokesperson"))
    quotes: tuple[Said, ...] = field("What was said, and by whom.", default=())
    media: tuple[Ref("media"), ...] = field("Pictures and recordings from the media archive.", default=())
    notes: Words | None = field("Notes to editors.")
    audience: tuple[Name, ...] = field("Groups that it is sent to.", default=())
    reply_to: Line | None = field("What it answers: a report, a claim.", label=N_("In reply to"))

    @property
    def card_number(self) -> str:
        return self.number or ""

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.quotes:
            yield Quotes("", tuple(said.quote(page) for said in self.quotes))
        yield from prose(page, N_("Notes to editors"), self.notes)
        yield from recordings(page, self.media)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"headline": self.title}
