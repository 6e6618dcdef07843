"""Questions and answers."""

from __future__ import annotations

from typing import Any, ClassVar

from sajaro.fields import N_
from sajaro.types.base import Group
from sajaro.types.page import Page
from sajaro.types.parts import Standing, thing


class Question(Standing):
    """A question that people often ask: the title asks, the body answers. Not for what takes steps (services)."""

    section: ClassVar[str] = "faqs"
    group: ClassVar[Group] = "participation"
    singular: ClassVar[str] = N_("Question")
    plural: ClassVar[str] = N_("Questions and answers")
    schema_type: ClassVar[str] = "FAQPage"

    def json_ld(self, page: Page) -> dict[str, Any]:
        return {"mainEntity": thing("Question", name=self.title), "description": self.summary}
