"""Partners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Path, Period, Url, field, word_of
from sajaro.types.base import Group
from sajaro.types.page import Page
from sajaro.types.parts import Standing
from sajaro.views import Block, Files

KIND = Choice(
    twin=N_("Twin town"),
    donor=N_("Donor"),
    ngo=N_("Non-governmental organisation"),
    association=N_("Association"),
    media=N_("Media organisation"),
    body=N_("Public body"),
)


class Partner(Standing):
    """An organisation that the institution works with. Not for private contacts, which are kept outside the site."""

    section: ClassVar[str] = "partners"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Partner")
    plural: ClassVar[str] = N_("Partners")
    schema_type: ClassVar[str] = "Organization"

    kind: KIND | None = field("twin, donor, ngo, association, media or body.")
    since: Period | None = field("Since when, as a year or a month: 2019 or 2019-05.", label=N_("Partner since"))
    url: Url | None = field("Its site.", label=N_("Web address"))
    agreement: Path | None = field("The agreement, a file.")

    @property
    def kind_word(self) -> str:
        return word_of(KIND, self.kind) if self.kind else ""

    def blocks(self, page: Page) -> Iterator[Block]:
        if self.agreement:
            yield Files(page.word(N_("Agreement")), (page.file(self.agreement, page.word(N_("Agreement"))),))

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"sameAs": self.url}
