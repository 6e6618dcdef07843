"""What procurements come to in numbers: pages of charts by year, stage, method and supplier, each table as CSV; and all of them as one table.

What is counted is in `sajaro.purchases`. Not here: the lists, which `lists` makes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from sajaro import addresses
from sajaro.artifacts import Artifact, key
from sajaro.database import packed
from sajaro.fields import N_
from sajaro.library import fields_of
from sajaro.outputs import register
from sajaro.presenters import json_ld
from sajaro.presenters.build import Build
from sajaro.presenters.figures import Figures, chart, csv_file
from sajaro.presenters.page import Page, page
from sajaro.presenters.purchase_figures import NAMES, Counted, Purchases, found_purchases
from sajaro.presenters.tables import csv_text
from sajaro.read import Document
from sajaro.shards import shards
from sajaro.types import BY_SECTION
from sajaro.types.procurements import STAGE
from sajaro.views import Head, Heading, Link, Statistics

__all__ = ["artifacts", "register"]

BASE = "procurements/"
FULL = 500
"""Procurements in a part of the table, at most: a change makes one part anew."""
COLUMNS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "number": ("string", N_("Number"), {"required": True}),
    "id": ("string", N_("Identifier, which never changes"), {"required": True, "unique": True}),
    "date": ("date", N_("Date"), {"required": True}),
    "title": ("string", N_("Title"), {"required": True}),
    "title_language": ("string", N_("Language of the title"), {"required": True}),
    "unit": ("string", N_("Unit"), {}),
    "method": ("string", N_("Method"), {}),
    "cpv": ("string", N_("CPV code"), {}),
    "stage": ("string", N_("Stage"), {"enum": [name for name, _ in STAGE.__metadata__[0].words]}),
    "deadline": ("any", N_("Deadline"), {}),
    "currency": ("string", N_("Currency"), {"required": True}),
    "value": ("number", N_("Estimated value"), {}),
    "price": ("number", N_("Agreed price"), {}),
    "paid": ("number", N_("Paid"), {}),
    "supplier": ("string", N_("Supplier"), {}),
    "contract_date": ("date", N_("Date of the contract"), {}),
    "url": ("string", N_("Permanent address"), {"required": True, "unique": True}),
}
"""Each column's type in the Table Schema, what it means, and what holds of its values."""


def artifacts(build: Build) -> Iterator[Artifact]:
    found = build.once(found_purchases)
    if found is None:
        return
    parts = _parts(found)
    for lang in build.site.languages:
        base = f"{lang}/{BASE}statistics/"
        view = partial(_page, found, lang)
        yield page(build, base, lang, "procurements", "requests-statistics.html", found.key, view, permanent=True)
        for name in NAMES:
            yield csv_file(build, f"{base}{name}.csv", found.key, partial(_table, found, lang, name), permanent=True)
        yield _file(build, f"{lang}/{BASE}procurements.csv", found.whole_key, partial(_lines, found, parts, lang), _csv)
        yield _file(build, f"{lang}/{BASE}procurements.schema.json", b"", partial(_schema, build, lang), _json)


def _file(build: Build, path: str, said: bytes, view: Any, render: Any) -> Artifact:
    code = key(build.engine, "procurements", path.rpartition("/")[2])
    return Artifact(path, key(build.base, path, said), view, render, lambda _: code, permanent=True)


def _table(found: Purchases, lang: str, name: str) -> Figures:
    return getattr(Counted(found, found.build.reading(lang)), name)()


def _parts(found: Purchases) -> tuple[list[Document], ...]:
    """All procurements in stretches of time, the oldest first."""
    by_id = {each.id: each for each in found.documents}
    days = ((at, id) for at, id in found.build.library.positions if id in by_id)
    return tuple([by_id[id] for id in ids] for ids in shards(days, FULL).values())


def _lines(found: Purchases, parts: tuple[list[Document], ...], lang: str) -> tuple[bytes, ...]:
    return tuple(_part(found, each, lang) for each in parts)


def _part(found: Purchases, documents: list[Document], lang: str) -> bytes:
    """What the store knows is not made again; only the process that holds the store writes to it."""
    build = found.build
    known = key("procurements", build.base, lang, *(build.library.card_keys[each.id] for each in documents))
    lines = build.store.part_of(known)
    if lines is None:
        records = (_record(build, each, lang) for each in documents)
        lines = csv_text((), ([record[column] for column in COLUMNS] for record in records)).partition(b"\r\n")[2]
        build.store.put_part(known, known, packed(lines))
    return lines


def _record(build: Build, document: Document, lang: str) -> dict[str, Any]:
    """A procurement as data, by the names of columns."""
    fields, spoken = fields_of(document, lang)
    own: Any = fields
    facts = {name: getattr(own, name) for name in COLUMNS if hasattr(own, name)}
    texts = {name: str(facts[name]) if facts[name] else None for name in ("title", "method", "supplier")}
    address = addresses.document(document.id, build.reading(lang).language_of(document))
    return (
        facts
        | texts
        | {
            "id": document.id,
            "title_language": spoken,
            "date": build.library.day(own.date),
            "deadline": own.deadline.isoformat() if own.deadline else None,
            "currency": own.currency or build.site.currency,
            "url": build.places.whole(address),
        }
    )


def _csv(parts: tuple[bytes, ...]) -> bytes:
    return csv_text(tuple(COLUMNS), ()) + b"".join(parts)


def _schema(build: Build, lang: str) -> dict[str, Any]:
    word = build.reading(lang).word
    return {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [
            {"name": name, "type": kind, "title": word(title)} | ({"constraints": rules} if rules else {})
            for name, (kind, title, rules) in COLUMNS.items()
        ],
        "missingValues": [""],
        "primaryKey": ["id"],
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def _page(found: Purchases, lang: str) -> Page:
    build, reading = found.build, found.build.reading(lang)
    word, to = reading.word, build.places.to
    rest = f"{BASE}statistics/"
    counted = Counted(found, reading, drawn=True)
    tables = [each for name in NAMES if (each := getattr(counted, name)()).rows]
    crumbs = (
        Link(to(f"{lang}/"), word(N_("Home"))),
        Link(to(f"{lang}/{BASE}"), word(BY_SECTION["procurements"].plural)),
    )
    title = word(N_("Procurements in numbers"))
    summary = word(N_("What was bought, from whom, by which method, and what of it has been paid."))
    main = Statistics(
        crumbs=crumbs,
        title=title,
        summary=summary,
        blocks=tuple(
            chart(
                reading, each, (Link(to(f"{lang}/{rest}{each.name}.csv"), f"{word(N_('Table'))} (CSV)"),), build.sorting
            )
            for each in tables
        ),
        contents=tuple(Heading(2, each.name, each.title) for each in tables),
        downloads=downloads(build, lang),
    )
    head = Head(
        title,
        summary,
        build.places.whole(f"{lang}/{rest}"),
        build.alternates_everywhere(rest),
        json_ld=json_ld.script({"@context": "https://schema.org", **json_ld.breadcrumbs(build, crumbs)}),
    )
    return Page(lang, head, build.everywhere(lang, rest), main)


def downloads(build: Build, lang: str) -> tuple[Link, ...]:
    place, word = build.places.to(f"{lang}/{BASE}procurements"), build.reading(lang).word
    return (
        Link(f"{place}.csv", f"{word(N_('The whole table'))} (CSV)"),
        Link(f"{place}.schema.json", f"{word(N_('What the columns mean'))} (Table Schema)"),
    )
