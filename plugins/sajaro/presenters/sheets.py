"""The tables that disclosures and datasets carry as CSV, as pages show them: a short one whole, of a long one the first rows.

Of columns that say the same in several languages (`item_ka`, `item_en`) readers see the one in theirs. What a budget's table says of
plan and execution is drawn, too. What is wrong with a table, `check` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sajaro.fields import N_
from sajaro.plain import plain
from sajaro.presenters.build import Build
from sajaro.presenters.figures import Cell, Figures, chart
from sajaro.reading import Reading
from sajaro.sheets import Local, Schema, Sheet, Unusable, read, truths
from sajaro.views import Block, Chart, Column, Day, Link, Number, Table, Text, Value, Words

WHOLE = 30
"""Rows of a table that is shown whole."""
FIRST = 10
"""Rows that are shown of a longer one."""
LARGEST = 20_000_000
"""Bytes of a file beyond which a page offers it to download and does not look into it."""
_PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?$", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d$", re.ASCII)
_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2]|Q[1-4])$", re.ASCII)
_YEAR = re.compile(r"(19|20)\d\d$", re.ASCII)


@plain
class Shown:
    """A column that readers see: its place, its head, the language of its cells where that is not the readers', whether the file has it in
    languages at all, and what its codes mean."""

    at: int
    title: str
    lang: str | None
    numeric: bool
    spoken: bool
    labels: dict[str, str]


def sheets(build: Build, reading: Reading, body: str) -> Iterator[Block]:
    """The tables of a document, without those that its text shows already."""
    document = reading.document
    assert document is not None
    fields: Any = document.editions[reading.lang].fields
    if document.section not in ("disclosures", "datasets"):
        return
    carried = fields.files if document.section == "disclosures" else fields.distributions
    schema = _schema(build, reading, fields.schema_)
    execution = getattr(fields, "execution", None)
    for number, each in enumerate(carried):
        sheet = _sheet(build, reading, each.file)
        if sheet is None or not sheet.rows:
            continue
        if execution and not number and (drawn := _executed(reading, sheet, execution)):
            yield drawn
        if body.count("<tr") <= len(sheet.rows):
            yield _table(build, reading, sheet, schema, each)


def _content(build: Build, reading: Reading, name: str) -> bytes | None:
    path, facts = reading.found(name)
    return (build.settings.content / path).read_bytes() if facts.size <= LARGEST else None


def _sheet(build: Build, reading: Reading, name: str | None) -> Sheet | None:
    if not name or not name.lower().endswith((".csv", ".tsv")):
        return None
    content = _content(build, reading, name)
    return read(content)[0] if content else None


def _schema(build: Build, reading: Reading, name: str | None) -> Schema | None:
    content = _content(build, reading, name) if name else None
    try:
        return Schema.read(content) if content else None
    except Unusable:
        return None


def _table(build: Build, reading: Reading, sheet: Sheet, schema: Schema | None, carried: Any) -> Table:
    columns = _columns(reading, sheet, schema)
    rows = sheet.rows if len(sheet.rows) <= WHOLE else sheet.rows[:FIRST]
    file = reading.file(carried.file, carried.title or "")
    notes = []
    if len(rows) < len(sheet.rows):
        said = reading.word(N_("The first {shown} of {count} rows; the file has all of them."))
        number = reading.language.number
        notes.append(said.replace("{shown}", number(len(rows))).replace("{count}", number(len(sheet.rows))))
    if len(columns) < len(sheet.header):
        notes.append(reading.word(N_("The file has columns in other languages, too.")))
    title = carried.title or file.title
    return Table(
        title,
        tuple(Column(each.title, each.numeric) for each in columns),
        tuple(tuple(_cell(reading, each, cells[each.at]) for each in columns) for _, cells in rows),
        more=Link(file.url, f"{reading.word(N_('Download the table'))} ({file.format}, {file.size})"),
        script=build.sorting if len(rows) == len(sheet.rows) > 5 else "",
        note=" ".join(notes),
    )


def _columns(reading: Reading, sheet: Sheet, schema: Schema | None) -> list[Shown]:
    """The columns for readers of one language; of each that there is in several, theirs or else the site's first."""
    families: dict[str, dict[str, int]] = {}
    for at, name in enumerate(sheet.header):
        stem, lang = _spoken(reading, name)
        families.setdefault(stem if lang else f"{name}\0{at}", {})[lang] = at
    found = []
    for stem, by_lang in families.items():
        lang = next((tag for tag in (reading.lang, *reading.site.languages) if tag in by_lang), "")
        at = by_lang[lang]
        cells = [row[at] for _, row in sheet.rows]
        name = stem.partition("\0")[0]
        title, kind = name.replace("_", " ").strip() or str(at + 1), ""
        labels: dict[str, str] = {}
        if schema and (field := schema.field(sheet.header[at])):
            others = (schema.field(sheet.header[other]) for other in by_lang.values() if other != at)
            title = _said(reading, schema, field.title, *(each.title for each in others if each)) or title
            labels = {code: text for code, label in field.labels.items() if (text := _said(reading, schema, label))}
            if (kind := field.type) == "boolean":
                labels = {said: reading.word("Yes" if yes else "No") for said, yes in truths(field).items()} | labels
        labels = labels or _territories(reading, name, cells)
        numeric = _numeric(cells, kind) and not labels
        found.append(Shown(at, title, lang if lang and lang != reading.lang else None, numeric, bool(lang), labels))
    return found


def _said(reading: Reading, schema: Schema, *told: Local) -> str:
    """A text in the readers' language, from whichever column of a family has it there; else what is said to readers of any other."""
    tag = reading.lang
    for local in told:
        if text := local.get(tag) or local.get(tag.partition("-")[0]):
            return _in_cyrillic(text) if tag == "sr-Cyrl" and tag not in local else text
        if tag == "sr-Cyrl" and (text := local.get("sr-Latn")):
            return _in_cyrillic(text)
    text = next((local[""] for local in told if local.get("")), "")
    return Text(text, schema.language) if text and schema.language not in ("", tag) else text


def _in_cyrillic(text: str) -> str:
    from sajaro.languages.serbian import to_cyrillic

    return to_cyrillic(text)


def _territories(reading: Reading, name: str, cells: list[str]) -> dict[str, str]:
    """The names of the site's territories, where a column is of them."""
    if name != "territory":
        return {}
    found = {cell: reading.library.find(cell, ("territories",)) for cell in {*cells} - {""}}
    links = {cell: reading.link(id) for cell, id in found.items() if id}
    return {cell: Text(link.title, link.lang) if link.lang else link.title for cell, link in links.items() if link}


def _spoken(reading: Reading, name: str) -> tuple[str, str]:
    """A column's name without its language, and that language as the site has it."""
    stem, _, tail = name.rpartition("_")
    if stem:
        for tag in (reading.lang, *reading.site.languages):
            if tail in (tag, tag.partition("-")[0]):
                return stem, tag
    return name, ""


def _numeric(cells: list[str], kind: str) -> bool:
    """Whether a column is of amounts: neither years nor codes."""
    filled = [cell for cell in cells if cell]
    if kind in ("string", "year", "any") or not filled or not all(map(_PLAIN.match, filled)):
        return False
    return not all(map(_YEAR.match, filled))


def _cell(reading: Reading, column: Shown, cell: str) -> tuple[Value, ...]:
    if not cell:
        return ()
    if cell in column.labels:
        return (Words(column.labels[cell]),)
    if column.numeric:
        value = Decimal(cell)
        return (Number(reading.language.number(value), value),)
    if _ISO.match(cell):
        try:
            return (Day(date.fromisoformat(cell)),)
        except ValueError:
            return (Words(cell),)
    if _PERIOD.match(cell):
        return (Words(reading.period(cell)),)
    if cell in ("true", "false"):
        return (Words(reading.word("Yes") if cell == "true" else reading.word("No")),)
    if column.lang is None and column.spoken and reading.lang == "sr-Cyrl":
        return (Words(_in_cyrillic(cell)),)
    return (Words(Text(cell, column.lang) if column.lang else cell),)


# Plan and execution.


def _executed(reading: Reading, sheet: Sheet, named: Any) -> Chart | None:
    """What was planned and what of it was executed, item by item, and in all."""
    places = [sheet.column(str(name)) for name in (named.item, named.planned, named.executed)]
    if None in places:
        return None
    item, planned, executed = (at or 0 for at in places)
    found = [
        (cells[item], Decimal(cells[planned]), Decimal(cells[executed]))
        for _, cells in sheet.rows
        if _PLAIN.match(cells[planned]) and _PLAIN.match(cells[executed])
    ]
    if not found:
        return None
    word, percent = reading.word, reading.language.percent
    lang = getattr(named.item, "lang", None)
    whole = (sum(each[1] for each in found), sum(each[2] for each in found))
    labels = [Text(name, lang) if lang else name for name, _, _ in found]
    rows: list[tuple[Cell, ...]] = [(name, plan, done, _share(percent, plan, done)) for name, plan, done in found]
    if len(found) > 1:
        labels.append(word(N_("Total")))
        rows.append(("", *map(Decimal, whole), _share(percent, *map(Decimal, whole))))
    figures = Figures(
        "execution",
        word(N_("Planned and executed")),
        (
            ("item", word(N_("Item"))),
            ("planned", word(N_("Plan"))),
            ("executed", word(N_("Executed"))),
            ("share", word(N_("Share of the plan"))),
        ),
        tuple(rows),
        tuple(labels),
        ((word(N_("Executed")), "good"), (word(N_("Not yet executed")), "neutral")),
        tuple(
            ((float(done), float(max(Decimal(), plan - done))), _share(percent, plan, done)) for _, plan, done in found
        )
        + ((((), ""),) if len(found) > 1 else ()),
        money=frozenset({"planned", "executed"}),
        currency=named.currency,
    )
    return chart(reading, figures)


def _share(percent: Any, planned: Decimal, executed: Decimal) -> str:
    return percent(executed / planned) if planned else ""
