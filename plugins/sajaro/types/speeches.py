"""Speeches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Ref, field
from sajaro.types.base import Fields, Group
from sajaro.types.page import Page
from sajaro.types.parts import named, recordings
from sajaro.views import Block

DELIVERED = Choice(as_delivered=N_("As delivered"), as_written=N_("As written"))


class Speech(Fields):
    """The text of a speech. Not for the occasion itself (events) or for news of what was said (press-releases)."""

    section: ClassVar[str] = "speeches"
    group: ClassVar[Group] = "newsroom"
    singular: ClassVar[str] = N_("Speech")
    plural: ClassVar[str] = N_("Speeches")
    registered: ClassVar[bool] = True
    opens_plainly: ClassVar[bool] = False
    schema_type: ClassVar[str] = "Article"

    speaker: Ref("people") = field("Who spoke: a person of the site.", label=N_("Speaker"), required=True)
    event: Ref("events") | None = field("The event at which it was held.", label=N_("Event"))
    delivered: DELIVERED | None = field(
        "as-delivered where the text is what was said, as-written where it is what was prepared.", label=N_("Text")
    )
    media: tuple[Ref("media"), ...] = field("Pictures and recordings from the media archive.", default=())

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from recordings(page, self.media)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"headline": self.title, "author": named("Person", page, self.speaker)}
