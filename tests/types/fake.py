"""A page for types to be shown on: every document exists unless it is withheld, words stay as they are.

It shows fields as plainly as it can; how a real page shows them is the library's matter and tested there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from sajaro import views
from sajaro.fields import shapes
from sajaro.types.parts import Interval

TBILISI = ZoneInfo("Asia/Tbilisi")


class FakePage:
    lang = "en"

    def __init__(
        self, now: str = "2026-11-22 12:00", *, withheld: bool = False, referring: dict[str, Any] | None = None
    ):
        self.now = datetime.fromisoformat(now).replace(tzinfo=TBILISI)
        self.withheld = withheld
        self.references = referring or {}

    @property
    def today(self) -> date:
        return self.now.date()

    def word(self, message: str) -> str:
        assert message, "the empty message is the header of a catalog"
        return message

    def link(self, id: str) -> views.Link | None:
        return None if self.withheld else views.Link(f"/en/{id}/", id.rpartition("/")[2])

    def card(self, id: str) -> views.Card | None:
        return None if self.withheld else views.Card(f"/en/{id}/", id, id.partition("/")[0], "type")

    def cards(self, ids: Iterable[str]) -> tuple[views.Card, ...]:
        return tuple(card for id in ids if (card := self.card(id)))

    def referring(self, field: str, section: str = "") -> tuple[str, ...]:
        return self.references.get((field, section), ())

    def issued(self, first: date, last: date, sections=(), topics=(), territories=()) -> tuple[str, ...]:
        names = "+".join([*sections, *topics, *territories])
        return (f"{names}/{first}/{last}",)

    def act_state(self) -> views.State:
        return views.State("In force", "good")

    def handling(self):
        return None

    def act_force(self) -> str:
        return "InForce"

    def picture(
        self, file: str, alt: str = "", caption: str = "", credit: str = "", licence: str = ""
    ) -> views.Picture:
        return views.Picture(f"/{file}", 300, 200, alt, (), caption, credit, licence)

    def file(self, file: str, title: str = "", language: str = "", note: str = "", alternative: str = "") -> views.File:
        other = views.Link(f"/{alternative}", alternative) if alternative else None
        name = file.rpartition("/")[2]
        return views.File(
            f"/{file}", title or name, name.rpartition(".")[2].upper(), "1 KB", "", language, note, "", other
        )

    def facts(self, part: object) -> tuple[views.Fact, ...]:
        labelled = [each for each in shapes(type(part)).values() if each.label]
        facts = (views.Fact(self.word(each.label), self.value(part, each.name)) for each in labelled)
        return tuple(fact for fact in facts if fact.values)

    def value(self, part: object, field: str) -> tuple[views.Value, ...]:
        declared = shapes(type(part))[field]
        value = getattr(part, field)
        if isinstance(value, Interval):
            return (views.Span(value.from_, value.to),)
        assert declared.shape, f"{field} is a group and no value"
        values = value if declared.many else () if value is None else (value,)
        return tuple(each for each in (self._shown(declared.shape.name, one) for one in values) if each)

    def _shown(self, shape: str, value: Any) -> views.Value | None:
        match shape:
            case "reference":
                return self.link(value)
            case "day" | "when" if not isinstance(value, datetime):
                return views.Day(value)
            case "moment" | "when":
                return views.Moment(value)
            case "amount" | "count":
                return self.number(value)
            case "email":
                return views.Email(value)
            case "phone":
                return views.Phone(value.replace(" ", ""), value)
            case _:
                return views.Words(str(value))

    def number(self, number: int | Decimal) -> views.Number:
        return views.Number(str(number))

    def markdown(self, text: str) -> Markup:
        return Markup("<p>{}</p>").format(escape(text))
