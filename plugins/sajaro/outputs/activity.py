"""The reports of the department: what was published when, by section, unit, territory, language; the communication plan against it;
where people were met. Pages of charts, each with its table, and every table as CSV.

What is counted is in `sajaro.activity`. Not here: requests, which have statistics of their own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sajaro.artifacts import Artifact, key
from sajaro.fields import N_
from sajaro.outputs import register
from sajaro.presenters import json_ld
from sajaro.presenters.activity_figures import TABLES, Activity, Told, activity
from sajaro.presenters.build import Build
from sajaro.presenters.figures import Figures, chart, csv_file
from sajaro.presenters.page import Page, page
from sajaro.presenters.tables import csv_text
from sajaro.reading import Reading
from sajaro.types import BY_SECTION
from sajaro.views import Block, Head, Heading, Link, Notice, Statistics

__all__ = ["artifacts", "register"]

BASE = "reports/activity/"
TITLE = N_("Report on activity")
QUARTERS = 8
"""Quarters on the page; the table to download has all."""
COLUMNS: dict[str, tuple[str, str]] = {
    "quarter": ("string", N_("Quarter")),
    "by": ("string", N_("Counted by")),
    "id": ("string", N_("Identifier, which never changes")),
    "title": ("string", N_("Title")),
    "documents": ("integer", N_("Documents")),
}
"""The columns of the whole table, their types in the Table Schema and what they mean."""


def artifacts(build: Build) -> Iterator[Artifact]:
    found = build.once(activity)
    if found is None:
        return
    years = found.published.years
    for lang in build.site.languages:
        for year in years:
            rest = BASE if year == years[0] else f"{BASE}{year}/"
            view = partial(_page, found, lang, year, rest)
            yield page(
                build, f"{lang}/{rest}", lang, "reports", "requests-statistics.html", found.key, view, permanent=True
            )
        base = f"{lang}/{BASE}"
        yield _file(build, f"{base}activity.csv", found.key, partial(_records, found, lang), _csv)
        yield _file(build, f"{base}activity.schema.json", b"", partial(_schema, build, lang), _json)
        for name, view in _tables(found, lang).items():
            yield csv_file(build, f"{base}{name}.csv", found.key, view, permanent=True)


def _told(found: Activity, lang: str) -> Told:
    return Told(found, found.build.reading(lang))


def _tables(found: Activity, lang: str) -> dict[str, Callable[[], Figures]]:
    """What stands on the pages as tables, each to download."""

    def table(make: Callable[[Told], Figures]) -> Callable[[], Figures]:
        return lambda: make(_told(found, lang))

    made = {"quarters": table(Told.quarters)} | {kind: table(partial(_kind, kind)) for kind in TABLES}
    if found.plans:
        made["communication-plan"] = table(Told.records)
    if found.coverage:
        made["coverage"] = table(Told.coverage)
    return made


def _kind(kind: str, told: Told) -> Figures:
    return told.table(kind)


def _file(build: Build, path: str, said: bytes, view: Callable[[], Any], render: Callable[[Any], bytes]) -> Artifact:
    code = key(build.engine, "activity", path.rpartition("/")[2])
    return Artifact(path, key(build.base, path, said), view, render, lambda _: code, permanent=True)


def _records(found: Activity, lang: str) -> tuple[tuple[object, ...], ...]:
    """A row for each quarter and each thing that it is counted by; the whole of a quarter first."""
    told, counts = _told(found, lang), found.published
    rows: list[tuple[object, ...]] = []
    for quarter in sorted(counts.quarters):
        rows.append((quarter, "all", "", "", counts.quarters[quarter]))
        for kind in TABLES:
            by: dict[str, Any] = getattr(counts, kind)
            for id in told.order(kind, by):
                if count := by[id][quarter]:
                    rows.append((quarter, kind, id, str(told.label(kind, id)), count))
    return tuple(rows)


def _csv(rows: tuple[tuple[object, ...], ...]) -> bytes:
    return csv_text(tuple(COLUMNS), rows)


def _schema(build: Build, lang: str) -> dict[str, Any]:
    word = build.reading(lang).word
    enum = {"constraints": {"enum": ["all", *TABLES]}}
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [
            {"name": name, "type": kind, "title": word(title)} | (enum if name == "by" else {})
            for name, (kind, title) in COLUMNS.items()
        ],
        "missingValues": [""],
        "primaryKey": ["quarter", "by", "id"],
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def _page(found: Activity, lang: str, year: int, rest: str) -> Page:
    build = found.build
    reading = build.reading(lang)
    blocks = tuple(_blocks(found, reading, year, rest == BASE))
    main = Statistics(
        crumbs=tuple(_crumbs(build, reading, rest)),
        title=_title(reading, year if rest != BASE else None),
        summary=reading.word(
            N_(
                "Counted are the documents that this website shows, by the day on which they were published. A document of several territories or languages counts in each."
            )
        ),
        blocks=blocks,
        contents=tuple(
            Heading(2, each.id, getattr(each, "title", "") or getattr(each, "caption", ""))
            for each in blocks
            if getattr(each, "id", "")
        ),
        downloads=tuple(_downloads(build, reading)),
        years=tuple(_years(found, reading, year)),
    )
    head = Head(
        main.title,
        main.summary,
        build.places.whole(f"{lang}/{rest}"),
        build.alternates_everywhere(rest),
        json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, main.crumbs)}),
    )
    return Page(lang, head, build.everywhere(lang, rest), main)


def _title(reading: Reading, year: int | None) -> str:
    return f"{reading.word(TITLE)}, {year}" if year else reading.word(TITLE)


def _blocks(found: Activity, reading: Reading, year: int, whole: bool) -> Iterator[Block]:
    told, build = Told(found, reading), found.build

    def drawn(figures: Figures) -> Block:
        place = build.places.to(f"{reading.lang}/{BASE}{figures.name}.csv")
        return chart(reading, figures, (Link(place, f"{reading.word(N_('Table'))} (CSV)"),), build.sorting)

    if whole:
        yield drawn(told.quarters(QUARTERS))
    for kind in TABLES:
        yield drawn(told.table(kind, year))
    if not whole:
        return
    if found.plans:
        yield drawn(told.plans())
        yield from (told.steps(plan, steps) for plan, steps in found.plans.values())
    if found.coverage:
        yield drawn(told.coverage())
        none = [
            each.territory
            for each in found.coverage
            if not each.of_year(build.library.today.year) and each.next is None
        ]
        if none:
            title = reading.word(N_("Without a meeting in {year}")).replace("{year}", str(build.library.today.year))
            yield Notice(title, links=reading.links(none))


def _crumbs(build: Build, reading: Reading, rest: str) -> Iterator[Link]:
    to, lang = build.places.to, reading.lang
    yield Link(to(f"{lang}/"), reading.word(N_("Home")))
    if "reports" in build.library.listed:
        yield Link(to(f"{lang}/reports/"), reading.word(BY_SECTION["reports"].plural))
    if rest != BASE:
        yield Link(to(f"{lang}/{BASE}"), reading.word(TITLE))


def _years(found: Activity, reading: Reading, shown: int) -> Iterator[Link]:
    """The ways to the other years."""
    years, to = found.published.years, found.build.places.to
    for year in years:
        if year != shown:
            rest = BASE if year == years[0] else f"{BASE}{year}/"
            yield Link(to(f"{reading.lang}/{rest}"), str(year))


def _downloads(build: Build, reading: Reading) -> Iterator[Link]:
    place = build.places.to(f"{reading.lang}/{BASE}activity")
    yield Link(f"{place}.csv", f"{reading.word(N_('The whole table'))} (CSV)")
    yield Link(f"{place}.schema.json", f"{reading.word(N_('What the columns mean'))} (Table Schema)")
