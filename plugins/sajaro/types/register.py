"""Hand-made entries of the register of public information."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Day, Line, Url, field, word_of
from sajaro.types.base import Attachment, Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import day_of, files
from sajaro.views import Block, State, Tone

KIND = Choice(
    received=N_("Received document"),
    created=N_("Created document"),
    processed=N_("Processed document"),
    issued=N_("Issued document"),
)
ACCESS = Choice(open=N_("Open to everyone"), partial=N_("Open in part"), closed=N_("Not open"))
TONES: dict[str, Tone] = {"open": "good", "partial": "attention"}


class Entry(Fields):
    """Public information that is no document of this site. Not for documents of the site, which enter by themselves."""

    section: ClassVar[str] = "register"
    group: ClassVar[Group] = "information"
    singular: ClassVar[str] = N_("Register entry")
    plural: ClassVar[str] = N_("Register of public information")
    tables: ClassVar[bool] = True

    kind: KIND = field("received, created, processed or issued; the date is the day of that.", required=True)
    entered: Day = field("The day it was entered in the register.", label=N_("Entered"), required=True)
    from_: Line | None = field(
        "The body that it came from. A person only as a category, never by name.", label=N_("From"), alias="from"
    )
    to: Line | None = field("The body that it was sent to. A person only as a category, never by name.", label=N_("To"))
    access: ACCESS = field("open, partial or closed.", required=True)
    ground: Line | None = field("Why it is not open, or only in part: the provision of the law.", label=N_("Ground"))
    place_kept: Line | None = field("Where it is kept: archive, room, system.", label=N_("Kept at"))
    url: Url | None = field("Where it can be read, if it can.", label=N_("Web address"))
    files: tuple[Attachment, ...] = field("The document itself, if it can be given here.", default=())

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        if self.access != "open" and not self.ground:
            yield "ground", "no-ground", {}
        if self.date and self.entered < day_of(self.date):
            yield "entered", "before-date", {"date": day_of(self.date)}

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind)

    def state(self, page: Page) -> State:
        return State(page.word(word_of(ACCESS, self.access)), TONES.get(self.access, "neutral"))

    def blocks(self, page: Page) -> Iterator[Block]:
        yield from files(page, N_("Files"), self.files)

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"conditionsOfAccess": page.word(word_of(ACCESS, self.access)), "sameAs": self.url}
