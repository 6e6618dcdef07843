"""Documents as an institution has them, made by rule: the same number always gives the same bytes.

A document of 4 to 5 KB has headings, paragraphs, lists, a table and links to earlier documents. Which files a generator
wants is in `sites` and `peers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.words import SLUGS, TERRITORIES, TONGUES, TOPICS, UNITS, Tongue

LAST, DAYS = date(2026, 11, 20), 3650
SECTIONS = ("press-releases",) * 6 + ("announcements",) * 3 + ("events",)
"""Every ten documents, by what they are."""
SIZE = 3500
"""Bytes after which no further chapter is begun."""
LINK = re.compile(r"\(/([a-z-]+/\d{4}/[a-z0-9-]+)\)")
"""A link in a body, by the id of the document that it leads to."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a document says in one language."""

    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document: its id (`section/year/name`), its facts, its texts by language."""

    id: str
    date: date
    unit: str
    topics: tuple[str, ...]
    territory: str
    texts: dict[str, Text]

    @property
    def section(self) -> str:
        return self.id.split("/")[0]

    @property
    def year(self) -> int:
        return self.date.year


def languages(count: int) -> tuple[str, ...]:
    """The languages of a benchmark with so many. ValueError: there are no words in so many."""
    if not 1 <= count <= len(TONGUES):
        raise ValueError(f"documents can be made in 1 to {len(TONGUES)} languages, not in {count}")
    return tuple(TONGUES)[:count]


def documents(count: int, langs: tuple[str, ...]) -> Iterator[Document]:
    """So many documents, the oldest first."""
    return (document(number, count, langs) for number in range(count))


def document(number: int, count: int, langs: tuple[str, ...]) -> Document:
    """The document of that number among so many."""
    chosen = Random(number)
    work, place = _subject(number)
    unit, topics = chosen.randrange(len(UNITS)), chosen.sample(TOPICS, chosen.randint(1, 2))
    linked = tuple(chosen.randrange(number) for _ in range(4)) if number else ()
    seed = chosen.random()
    texts = {lang: _Writer(TONGUES[lang], Random(seed), count).text(number, unit, linked) for lang in langs}
    return Document(_id(number, count), _day(number, count), UNITS[unit], tuple(topics), TERRITORIES[place], texts)


def _subject(number: int) -> tuple[int, int]:
    return number % len(SLUGS), number // len(SLUGS) % len(TERRITORIES)


def _day(number: int, count: int) -> date:
    return LAST - timedelta(days=DAYS - (number + 1) * DAYS // count)


def _id(number: int, count: int) -> str:
    return f"{SECTIONS[number % len(SECTIONS)]}/{_day(number, count).year}/{SLUGS[_subject(number)[0]]}-{number}"


class _Writer:
    """Writes the text of one document in one language; chance is the same in all its languages."""

    def __init__(self, tongue: Tongue, chosen: Random, count: int) -> None:
        self.tongue, self.chosen, self.count = tongue, chosen, count

    def text(self, number: int, unit: int, linked: tuple[int, ...]) -> Text:
        tongue, (work, place) = self.tongue, _subject(number)
        self.about = {"doer": tongue.doers[unit], "done": tongue.done[work], "where": tongue.where[place]}
        summary = f"{tongue.finished.format(**self.about)} {self._sentences(1)}"
        parts = [summary, self._sentences(3)]
        if linked:
            links = ", ".join(f"[{self._title(each)}](/{_id(each, self.count)})" for each in linked)
            parts.append(tongue.see.format(links=links))
        kinds = (self._points, self._table, self._steps)
        turn = 0
        while sum(len(part.encode()) + 2 for part in parts) < SIZE:
            parts.append(f"## {tongue.headings[turn % len(tongue.headings)]}")
            parts += [self._sentences(4), kinds[turn % len(kinds)](), self._sentences(2)]
            turn += 1
        return Text(self._title(number), summary.replace("*", ""), "\n\n".join(parts))

    def _title(self, number: int) -> str:
        work, place = _subject(number)
        return f"{self.tongue.works[work]}: {self.tongue.territories[place]}, {number + 1}"

    def _sentences(self, count: int) -> str:
        return " ".join(self._filled(each) for each in self.chosen.sample(self.tongue.sentences, count))

    def _filled(self, pattern: str) -> str:
        tongue, chosen = self.tongue, self.chosen
        amount = f"{chosen.randrange(4000, 900000):,}".replace(",", "\u202f")
        day = tongue.day.format(day=chosen.randint(1, 28), month=tongue.months[chosen.randrange(12)])
        return pattern.format(
            **self.about, day=day, amount=amount, few=chosen.randint(2, 19), many=chosen.randint(20, 400)
        )

    def _points(self) -> str:
        first, *rest = (self._filled(each) for each in self.chosen.sample(self.tongue.items, 4))
        return "\n".join((f"- {first}", f"    - {rest[0]}", *(f"- {each}" for each in rest[1:])))

    def _steps(self) -> str:
        return "\n".join(f"{number}. {self._sentences(1)}" for number in range(1, 4))

    def _table(self) -> str:
        columns, chosen = self.tongue.columns, self.chosen
        rows = [
            f"| {chosen.choice(self.tongue.territories)} | {chosen.choice(self.tongue.works)} | {chosen.randrange(4000, 90000)} |"
            for _ in range(5)
        ]
        return "\n".join((f"| {' | '.join(columns)} |", "|---|---|--:|", *rows))
