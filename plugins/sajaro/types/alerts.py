"""Alerts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, ClassVar

from sajaro.fields import N_, Choice, Moment, Url, When, field, word_of
from sajaro.types.base import Fields, Group, Rule
from sajaro.types.page import Page
from sajaro.types.parts import begun, named_all, ordered, over
from sajaro.views import Span, State, Tone

SEVERITY = Choice(information=N_("Information"), warning=N_("Warning"), emergency=N_("Emergency"))
TONES: dict[str, Tone] = {"information": "neutral", "warning": "attention", "emergency": "severe"}


class Alert(Fields):
    """What everyone must know now, on every page until it ends. Not for notices that can wait (announcements)."""

    section: ClassVar[str] = "alerts"
    group: ClassVar[Group] = "institution"
    singular: ClassVar[str] = N_("Alert")
    plural: ClassVar[str] = N_("Alerts")
    dated: ClassVar[bool] = False
    spans: ClassVar[str] = N_("Notice valid")
    schema_type: ClassVar[str] = "SpecialAnnouncement"

    severity: SEVERITY = field("information, warning or emergency.", required=True)
    from_: Moment = field("From when it holds, like 2026-11-20 18:00.", required=True, alias="from")
    until: When = field(
        "Until when it holds; a day counts whole. No alert is for ever: prolong it when it is due.", required=True
    )
    url: Url | None = field("Where there is more to read.", label=N_("More information"))

    def rules(self) -> Iterator[Rule]:
        yield from super().rules()
        yield from ordered("until", self.from_, self.until)

    @property
    def kind_word(self) -> str:
        return word_of(SEVERITY, self.severity)

    @property
    def listed_by(self) -> datetime:
        return self.from_

    @property
    def card_span(self) -> Span:
        return Span(self.from_, self.until)

    def state(self, page: Page) -> State:
        if over(self.until, page):
            return State(page.word(N_("Over")))
        if not begun(self.from_, page):
            return State(page.word(N_("Not yet in force")), "attention")
        return State(page.word(N_("In force")), TONES[self.severity])

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {
            "text": self.summary,
            "datePosted": self.from_.isoformat(),
            "expires": self.until.isoformat(),
            "spatialCoverage": named_all("AdministrativeArea", page, self.territories),
        }
