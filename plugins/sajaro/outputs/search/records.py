"""What search knows of a document: the card that a result shows, and the texts that words are looked for in.

It is what readers see on the document's page and not what the page only names: other documents' titles are found where
they stand themselves, except people, units, territories and topics, under which a document is looked for.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

from pydantic import BaseModel

from sajaro import addresses
from sajaro.addresses import Addresses
from sajaro.fields import N_, Declared, shapes
from sajaro.languages import language
from sajaro.library import Library, fields_of
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.types.base import Fields

NAMED = frozenset({"people", "units", "territories", "topics"})
"""Sections whose titles belong to the documents that refer to them."""

_TOLD = frozenset({"supplier", "outlet"})
"""Names that pages show though they have no label in the margin; other names without one are for editors."""

_APART = frozenset({"title", "summary", "image", "withdrawn"})
_BELOW = Addresses("")
_CUT = re.compile(r"</(?:p|h[1-6]|li|dt|dd|th|td|caption|pre|figcaption)>|<br>")
_NOTE = re.compile(r"<sup\b[^>]*>.*?</sup>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@plain
class Record:
    """One document in one language's index.

    `place` is its address below the site's root; `kind` says which of its section it is («Ordinance No. 12»), if there
    are kinds or numbers; `day` is ISO 8601, `date` written out, both empty where it has none; `lang` and `language` (the
    name in itself) where it is in another language than the index. Words are looked for in the title and kind, in `labels`
    and in `texts`; of the latter excerpts are made.
    """

    place: str
    section: str
    title: str
    kind: str
    day: str
    date: str
    lang: str
    language: str
    labels: tuple[str, ...]
    texts: tuple[str, ...]


def named(library: Library, document: Document) -> tuple[Document, ...]:
    """The people, units, territories and topics that a document names and that are out."""
    found = dict.fromkeys(
        target
        for reference in document.mentions.references
        if (target := library.find(reference.target, reference.sections))
        and target.split("/")[0] in NAMED
        and library.is_out(target)
    )
    return tuple(library.documents[target] for target in found)


def record(build: Build, document: Document, lang: str, about: tuple[Document, ...]) -> Record:
    """The record of a document in the index of `lang`."""
    reading = build.reading(lang, document)
    fields, spoken = fields_of(document, lang)
    edition = document.editions[spoken]
    when = fields.listed_by
    day = build.library.day(when) if when else None
    other = spoken if spoken != lang else ""
    kind = _kind(reading, fields)
    type_ = reading.word(BY_SECTION[document.section].singular)
    summary = (str(fields.summary),) if fields.summary else ()
    return Record(
        place=_BELOW.to(addresses.document(document.id, spoken))[1:],
        section=document.section,
        title=str(fields.title),
        kind=kind,
        day=day.isoformat() if day else "",
        date=reading.language.date(day) if day else "",
        lang=other,
        language=language(other).name if other else "",
        labels=(type_, *(str(fields_of(each, lang)[0].title) for each in about), *told(reading, fields, _is_name)),
        texts=(*summary, *paragraphs(build.store.body(edition.html)), *told(reading, fields, _is_text)),
    )


def _kind(reading: Reading, fields: Fields) -> str:
    assert reading.document is not None
    number = fields.card_number
    written = reading.word(N_("No. %(number)s")).replace("%(number)s", number) if number else ""
    return " ".join(filter(None, (str(reading.kind(reading.document)), written)))


def paragraphs(body: str) -> Iterator[str]:
    """The text of sanitised HTML, block by block."""
    for part in _CUT.split(_NOTE.sub("", body)):
        text = " ".join(html.unescape(_TAG.sub("", part)).split())
        if text:
            yield text


def told(reading: Reading, part: BaseModel, wanted: Callable[[Declared], bool]) -> Iterator[str]:
    """What those fields of a document, or of a group in it, that are `wanted` say to readers."""
    for name, declared in shapes(type(part)).items():
        value = getattr(part, name)
        if value is None or value == () or (name in _APART and isinstance(part, Fields)):
            continue
        for each in value if declared.many else (value,):
            if declared.part is not None:
                yield from told(reading, each, wanted)
            elif wanted(declared) and declared.shape and declared.shape.name == "words":
                yield from paragraphs(reading.markdown(each))
            elif wanted(declared):
                yield " ".join(str(each).split())


def _is_text(field: Declared) -> bool:
    return field.shape is not None and field.shape.text


def _is_name(field: Declared) -> bool:
    return field.shape is not None and field.shape.name == "name" and (field.label is not None or field.name in _TOLD)
