"""What several types share: spans of days, references to acts, ways to reach a person, and the blocks made of them.

Groups of fields that one type alone has stand in its file; what every document has stands in `base`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any, ClassVar, Protocol, Self

from markupsafe import Markup
from pydantic import model_validator

from sajaro.fields import N_, Count, Day, Email, Line, Part, Phone, Ref, Url, Yes, field, refuse
from sajaro.languages import language
from sajaro.types.base import Attachment, Fields, Rule
from sajaro.types.page import Page
from sajaro.views import Block, Cards, Fact, Facts, File, Files, Link, Prose, Text, Value, Words


class Interval(Part):
    """From one day to another, both included."""

    from_: Day = field("The first day.", required=True, alias="from")
    to: Day | None = field("The last day; empty while it goes on.")

    @model_validator(mode="after")
    def in_order(self) -> Self:
        if self.to and self.to < self.from_:
            raise refuse("before-start", start=self.from_)
        return self

    @property
    def iso(self) -> str:
        """As ISO 8601 writes intervals; `..` where it is open."""
        return f"{self.from_}/{self.to or '..'}"


class ActRef(Part):
    """An act that another document refers to: one of this site by its id, one of elsewhere by title and address."""

    short: ClassVar[str] = "id"

    id: Ref("acts") | None = field("The act's id, where it is on this site.")
    title: Line | None = field("The act's title, where it is elsewhere.")
    url: Url | None = field("Where the act stands, if it is elsewhere.")
    provisions: Line | None = field("Which articles are meant, where not the whole.")
    note: Line | None = field("A remark for readers.")

    @model_validator(mode="after")
    def here_or_elsewhere(self) -> Self:
        given = bool(self.id), bool(self.title), bool(self.url)
        if given not in {(True, False, False), (False, True, True)}:
            raise refuse("act-reference")
        return self

    def link(self, page: Page) -> Link | None:
        """The act as a link that says which provisions are meant; None where it is withheld."""
        link = page.link(self.id) if self.id else Link(self.url or "", self.title or "")
        return link and replace(link, note=joined("; ", self.provisions, self.note))

    def cited(self, page: Page) -> tuple[Link | Words, ...]:
        """The act as acts are cited, with the provisions that are meant; empty where it is withheld. A remark in another
        language than the act's title stands apart."""
        link = designated(page, self.id) if self.id else None
        if link is None or not link.note:
            plain = self.link(page)
            return (plain,) if plain else ()
        foreign = isinstance(self.provisions, Text)
        title = listed(link.title, "" if foreign else self.provisions or "")
        link = replace(link, title=Text(title, page.lang) if link.lang else title)
        remark = joined("; ", self.provisions if foreign else None, self.note)
        if remark and getattr(remark, "lang", None) != getattr(link.note, "lang", None):
            return link, Words(remark)
        return (replace(link, note=joined(" – ", link.note, remark)),)

    def thing(self, page: Page) -> dict[str, Any] | None:
        """The act as a thing of schema.org; None where it is withheld."""
        link = self.link(page)
        return thing("Legislation", name=link.title, url=link.url) if link else None


def designated(page: Page, id: str) -> Link | None:
    """An act as acts are cited: «Ordinance No. 7, 28 March 2025», its title as the note. None where it is withheld."""
    link, card = page.link(id), page.card(id)
    if link is None or card is None or not card.number:
        return link
    number = page.word(N_("No. %(number)s")) % {"number": card.number}
    day = unbroken(language(page.lang).date(card.day)) if card.day else ""
    title = listed(f"{card.kind} {number}".strip(), day)
    if not link.lang:
        return replace(link, title=title, note=link.title)
    return replace(link, title=Text(title, page.lang), note=Text(link.title, link.lang))


def listed(*texts: str) -> str:
    """Texts with commas between them."""
    found = [text for text in texts if text]
    return ", ".join((*map(unstopped, found[:-1]), *found[-1:]))


def unstopped(text: str) -> str:
    """Without the stop of an ordinal, which a Serbian day ends with and which falls away before another mark (Pravopis)."""
    return re.sub(r"(?<=[0-9])\.$", "", text)


def unbroken(text: str) -> str:
    """A day that no line breaks."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")


class Reach(Part):
    """A way to reach a person: an address, hours. Without leave to publish it the value never enters the library."""

    short: ClassVar[str] = "value"

    value: Line | None = field("What people read.", required=True)
    publish: Yes = field("false keeps it out of the site.", default=True)

    @model_validator(mode="after")
    def unless_withheld(self) -> Self:
        return self if self.publish else self.model_copy(update={"value": None})


class ReachPhone(Reach):
    """A telephone number of a person."""

    value: Phone | None = field("The number.", required=True)


class ReachMobile(ReachPhone):
    """A mobile number of a person, which is published only where that is said."""

    publish: Yes = field("true publishes the number; without it the number stays out of the site.", default=False)


class ReachEmail(Reach):
    """An e-mail address of a person."""

    value: Email | None = field("The address.", required=True)


class Standing(Fields):
    """Documents without a day of issue, such as units and services. Not a type of its own."""

    dated: ClassVar[bool] = False

    order: Count | None = field("Its place in lists: 1 comes first; the others follow by title.")


def ordered(name: str, start: date | datetime | None, end: date | datetime | None) -> Iterator[Rule]:
    """The rule that the field `name` holds an `end` after `start`. A day counts whole, so it may be the start's."""
    if start and end:
        moments = isinstance(start, datetime) and isinstance(end, datetime)
        if end <= start if moments else day_of(end) < day_of(start):
            yield name, "before-start", {"start": written(start)}


class Now(Protocol):
    """Whoever knows the moment that is shown, and its day."""

    now: datetime

    @property
    def today(self) -> date: ...


def begun(when: date | datetime, page: Now) -> bool:
    """Whether the day or the moment has come."""
    return page.now >= when if isinstance(when, datetime) else page.today >= when


def over(when: date | datetime, page: Now) -> bool:
    """Whether it has passed: a day when it has ended, a moment when it is reached."""
    return page.now >= when if isinstance(when, datetime) else page.today > when


def day_of(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


def written(when: date | datetime) -> str:
    """As editors write it in front matter."""
    return when.strftime("%Y-%m-%d %H:%M") if isinstance(when, datetime) else when.isoformat()


def days_of(period: str) -> tuple[date, date]:
    """The first and the last day of `2026`, `2026-Q3` or `2026-10`."""
    year, _, part = period.partition("-")
    if not part:
        first, last = 1, 12
    elif part.startswith("Q"):
        first, last = 3 * int(part[1]) - 2, 3 * int(part[1])
    else:
        first = last = int(part)
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])


def iso_interval(period: str) -> str:
    """A period as ISO 8601 writes it, which knows no quarters: `2026-07-01/2026-09-30`."""
    return "/".join(day.isoformat() for day in days_of(period))


def rows(page: Page, title: str, *rows: tuple[str, tuple[Value, ...]]) -> Iterator[Block]:
    """A block of facts: each a label and its values. Rows without values fall away, and with all of them the block."""
    if found := tuple(Fact(page.word(label), values) for label, values in rows if values):
        yield Facts(page.word(title), found)


def prose(page: Page, title: str, text: str | None) -> Iterator[Block]:
    """A text under a heading, which stays in the page's language where the text is in another."""
    if text:
        word, lang = page.word(title), getattr(text, "lang", None)
        yield Prose(Text(word, page.lang) if lang else word, page.markdown(text), lang)


def cards(page: Page, title: str, ids: Iterable[str], *, pictures: bool = False) -> Iterator[Block]:
    if found := page.cards(ids):
        yield Cards(page.word(title), found, pictures=pictures)


def points(page: Page, title: str, lines: Iterable[str]) -> Iterator[Block]:
    """Lines as a list of points."""
    if items := Markup("").join(map(_point, lines)):
        yield Prose(page.word(title), Markup("<ul>\n{}</ul>").format(items))


def _point(line: str) -> Markup:
    if isinstance(line, Text):
        return Markup('<li lang="{}" dir="auto">{}</li>\n').format(line.lang, line)
    return Markup("<li>{}</li>\n").format(line)


def joined(separator: str, *texts: str | None) -> str:
    """Texts as one, those that are empty left out; in the language that all of them have."""
    found = [text for text in texts if text]
    langs = {getattr(text, "lang", None) for text in found}
    whole = separator.join(found)
    lang = langs.pop() if len(langs) == 1 else None
    return Text(whole, lang) if lang else whole


def recordings(page: Page, ids: Iterable[str]) -> Iterator[Block]:
    """Documents of the media archive."""
    yield from cards(page, N_("Pictures and recordings"), ids, pictures=True)


FORMS = {
    N_("Document"): "pdf doc docx odt rtf",
    N_("Table"): "csv tsv ods xls xlsx",
    N_("Data"): "json geojson xml rdf ttl gpx kml",
    N_("Text"): "txt md",
    N_("Presentation"): "odp ppt pptx",
    N_("Picture"): "jpg jpeg png webp avif svg gif",
    N_("Recording"): "mp3 m4a ogg opus wav mp4 webm",
}
"""What files are in words, by the endings of their names."""


def download(page: Page, file: Attachment) -> File:
    title, note = called(page, file.file, file.title, file.kind)
    found = page.file(file.file, title, file.language or "", note, file.alternative or "")
    if file.language and file.language != page.lang:
        return replace(found, language=Text(found.language, file.language))
    return found


def called(page: Page, path: str, title: str | None, note: str | None = None) -> tuple[str, str]:
    """The title of a file and the note beside it; one without a title is called what it is, and its name is noted."""
    if title:
        return title, note or ""
    name = PurePosixPath(path)
    form = next((form for form, endings in FORMS.items() if name.suffix[1:].lower() in endings.split()), N_("File"))
    return page.word(form), joined(", ", note, name.name)


def files(page: Page, title: str, attachments: Iterable[Attachment]) -> Iterator[Block]:
    if found := tuple(download(page, each) for each in attachments):
        yield Files(page.word(title), found)


def thing(kind: str, **properties: Any) -> dict[str, Any] | None:
    """A thing of schema.org with the properties that are known; None where none is."""
    known = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    return {"@type": kind, **known} if known else None


def named(kind: str, page: Page, id: str | None) -> dict[str, Any] | None:
    """A document as a thing of schema.org: its name and address; None where there is none or it is withheld."""
    link = page.link(id) if id else None
    return thing(kind, name=link.title, url=link.url) if link else None


def named_all(kind: str, page: Page, ids: Iterable[str]) -> list[dict[str, Any]] | None:
    """Several documents as things of schema.org."""
    return [found for id in ids if (found := named(kind, page, id))] or None
