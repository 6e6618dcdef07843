"""Values: what a fact, a column or a card holds, ready to print. A text in another language is a `Text` that knows which."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import ClassVar, Literal

from sajaro.plain import plain

Tone = Literal["neutral", "good", "attention", "severe"]


class Text(str):
    """A text in another language than the page's; a plain `str` is in the page's own."""

    lang: str

    def __new__(cls, text: str, lang: str) -> Text:
        self = super().__new__(cls, text)
        self.lang = lang
        return self

    def __repr__(self) -> str:
        """With its language: the key of a view is made of representations."""
        return f"Text({str(self)!r}, {self.lang!r})"

    def __reduce__(self):
        return Text, (str(self), self.lang)


@plain
class Link:
    """A link to a page or a file. `lang` says the target's language where it is not the page's (hreflang, lang), and
    `language` its name in itself («English»), to be shown beside the title. Where only the title is in another language, that is
    a `Text`."""

    kind: ClassVar[str] = "link"
    url: str
    title: str
    lang: str | None = None
    note: str = ""
    language: str = ""


@plain
class Day:
    kind: ClassVar[str] = "day"
    day: date


@plain
class Moment:
    kind: ClassVar[str] = "moment"
    moment: datetime


@plain
class Span:
    """From one day or moment to another; `end` None where it is open."""

    kind: ClassVar[str] = "span"
    start: date | datetime
    end: date | datetime | None


@plain
class Since:
    """From a day that has come until now."""

    kind: ClassVar[str] = "since"
    day: date


@plain
class Words:
    """A text value: a line, or several kept apart by line breaks."""

    kind: ClassVar[str] = "words"
    text: str


@plain
class Number:
    """A number to align right: `text` is already written in the page's language, `value` is what a table is sorted by."""

    kind: ClassVar[str] = "number"
    text: str
    value: int | float | Decimal | None = None


@plain
class Email:
    kind: ClassVar[str] = "email"
    address: str


@plain
class Phone:
    """`digits` is what a telephone dials (`+995…`), `text` what people read."""

    kind: ClassVar[str] = "phone"
    digits: str
    text: str


@plain
class Line:
    """A line of text in which telephone numbers and e-mail addresses are links."""

    kind: ClassVar[str] = "line"
    pieces: tuple[Value, ...]


@plain
class State:
    """A state as a word; the tone chooses colour and shape, never the meaning alone."""

    kind: ClassVar[str] = "state"
    word: str
    tone: Tone = "neutral"


Value = Link | Day | Moment | Span | Since | Words | Line | Number | Email | Phone | State


@plain
class Fact:
    """One line of what a document *is*: a label and its values."""

    label: str
    values: tuple[Value, ...]


@plain
class Source:
    """One format of a picture: `(address, width in CSS pixels)`, narrowest first."""

    media_type: str
    files: tuple[tuple[str, int], ...]


@plain
class Picture:
    """A picture. `alt` is empty where it decorates only; `url` is the form that every browser shows. `licence_url`
    is where the licence stands, if that is known."""

    url: str
    width: int
    height: int
    alt: str
    sources: tuple[Source, ...] = ()
    caption: str = ""
    credit: str = ""
    licence: str = ""
    licence_url: str = ""
