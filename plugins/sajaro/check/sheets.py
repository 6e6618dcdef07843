"""Tables that disclosures and datasets carry as CSV: that programs can read them, and that they are as their schema says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sajaro.check.files import Facts
from sajaro.check.places import Where
from sajaro.library import Library
from sajaro.problems import Problem, problem
from sajaro.read import Document, Found
from sajaro.sheets import Flaw, Schema, Unusable, flaws, read

CARRIED = {"disclosures": "files", "datasets": "distributions"}
"""The sections whose tables are shown and checked, and the fields that name them."""
ENDINGS = (".csv", ".tsv")


def check(library: Library, where: Where, facts: Facts) -> Iterator[Problem]:
    told: set[tuple[str, str | None]] = set()
    for document in library.documents.values():
        if document.section not in CARRIED:
            continue
        named = [
            (library.files[use.path], use.field[0])
            for use in library.uses(document)
            if use.field and use.path in library.files
        ]
        schema = next((found for found, field in named if field == "schema"), None)
        tables = [
            found
            for found, field in named
            if field == CARRIED[document.section] and found.path.lower().endswith(ENDINGS)
        ]
        for found in tables:
            if (this := (found.path, schema.path if schema else None)) not in told:
                told.add(this)
                yield from _problems(facts, found, schema)
        if document.section == "disclosures" and tables:
            yield from _execution(where, document, facts, tables[0])


def _problems(facts: Facts, found: Found, schema: Found | None) -> Iterator[Problem]:
    content = facts.content
    name = f"{found.path} as a table"
    if schema:
        name += f" of {schema.path} {schema.size} {schema.modified} {schema.changed}"

    def look() -> tuple[tuple[Flaw, ...], bool]:
        sheet, flawed = _read((content / found.path).read_bytes)
        try:
            declared = Schema.read((content / schema.path).read_bytes()) if schema else None
        except Unusable:
            return flawed, False
        if declared is None or sheet is None:
            return flawed, True
        typed = {each.name for each in declared.fields if each.type != "string"}
        stumbles = (each for each in flawed if each.code != "sheet-day" or each.column not in typed)
        return (*stumbles, *flaws(sheet, declared)), True

    flawed, usable = facts.seen(name, found, look)
    if schema and not usable:
        yield problem(schema.file, "schema-unusable")
    for flaw in flawed:
        yield problem(found.file, flaw.code, line=flaw.line, field=flaw.column, **dict(flaw.facts))


def _read(content: Callable[[], bytes]) -> tuple[Any, tuple[Flaw, ...]]:
    """A file that is no text is told of as such, by `check.files`."""
    try:
        sheet, flawed = read(content())
    except (UnicodeDecodeError, OSError):
        return None, ()
    return sheet, tuple(flawed)


def _execution(where: Where, document: Document, facts: Facts, table: Found) -> Iterator[Problem]:
    """The columns that a disclosure names are those of its first table."""
    for edition in document.editions.values():
        execution = getattr(edition.fields, "execution", None)
        if execution is None:
            continue

        def look() -> tuple[str, ...]:
            sheet, _ = _read((facts.content / table.path).read_bytes)
            return sheet.header if sheet else ()

        header = facts.seen(f"{table.path} as columns", table, look)
        for name in ("item", "planned", "executed"):
            column = getattr(execution, name)
            if column not in header:
                known = ", ".join(header) or "–"
                yield where.problem(edition, "sheet-column-named", ("execution", name), column=column, known=known)
