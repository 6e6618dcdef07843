"""What held on any day, as a table of an act's page; and which texts of it are compared with which."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sajaro import addresses
from sajaro.acts import WORDS
from sajaro.acts.periods import Period, periods
from sajaro.fields import N_
from sajaro.library import Library
from sajaro.presenters.act_history import version_title
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types.parts import designated
from sajaro.views import Link, State, Text, Versions
from sajaro.views import Period as Row

CHANGES = "changes/"
"""Where a version is compared with the text before it, below its own address."""


def versions(reading: Reading, id: str, comparing: bool) -> Versions | None:
    """What held when, with ways to what changed where the site is `comparing` texts; None where an act has stood in one way only, ever
    since its adoption.
    """
    acts = reading.library.acts
    found = periods(acts, acts.versions.get(id, id))
    if len(found) < 2:
        return None
    rows = tuple(_row(reading, id, each, comparing) for each in reversed(found))
    return Versions(reading.word(N_("On any day")), rows)


def _row(reading: Reading, id: str, period: Period, comparing: bool) -> Row:
    word, tone = WORDS[period.state]
    causes = tuple(replace(link, note="") for each in period.causes if (link := designated(reading, each)))
    text = _text(reading, id, period)
    began = text is not None and period.text and reading.library.acts.adopted(period.text) == period.start
    return Row(
        start=period.start,
        end=period.end,
        state=State(reading.word(word), tone),
        causes=causes,
        text=text,
        changes=compared(reading, period.text) if comparing and began and period.text else None,
        current=period.start <= reading.today and (period.end is None or reading.today <= period.end),
    )


def _text(reading: Reading, id: str, period: Period) -> Link | None:
    """The text of then, under what it is; that of the page itself leads to its beginning."""
    link = reading.link(period.text) if period.text else None
    if link is None or period.text is None:
        return None
    title = title_of(reading, period.text)
    return replace(link, title=Text(title, reading.lang) if link.lang else title, note="")


def title_of(reading: Reading, text: str) -> str:
    """What a text of an act is: as adopted, or as of a day."""
    return version_title(reading, text) if text in reading.library.acts.versions else reading.word(N_("As adopted"))


def texts(library: Library, act: str, lang: str) -> list[str]:
    """The texts of an act that there are in a language, the oldest first: as adopted, then its versions."""
    days = {each: library.acts.adopted(each) or date.min for each in library.acts.texts.get(act, ())}
    every = [act, *sorted(days, key=lambda each: (days[each], each))]
    return [each for each in every if _has_text(library.documents[each], lang)]


def _has_text(document: Document, lang: str) -> bool:
    edition = document.editions.get(lang)
    return edition is not None and edition.own_body and document.gist.status != "withdrawn"


def comparisons(library: Library, version: str) -> dict[str, str]:
    """What a version can be compared with: by language, the id of the text before it."""
    act = library.acts.versions.get(version)
    found: dict[str, str] = {}
    for lang in library.documents[version].editions if act else ():
        every = texts(library, act or "", lang)
        if version in every[1:]:
            found[lang] = every[every.index(version) - 1]
    return found


def compared(reading: Reading, version: str) -> Link | None:
    """The way to what a version changed, in the page's language or in the one there is; None where nothing came before it."""
    langs = comparisons(reading.library, version)
    lang = reading.lang if reading.lang in langs else next(iter(langs), None)
    if lang is None:
        return None
    place = reading.places.to(addresses.document(version, lang) + CHANGES)
    title = reading.word(N_("What changed"))
    return Link(place, title) if lang == reading.lang else Link(place, Text(title, reading.lang), lang)
