"""A print as PDF. Typst gets it as JSON, so that nothing that it says can be taken for markup."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from unicodedata import category

from sajaro.outputs.prints.markup import nodes
from sajaro.refused import Refused
from sajaro.views import Notice, Prose, Table
from sajaro.views.prints import Print

STANDARDS = ["a-2a", "ua-1"]
"""ISO 19005-2, level A, and ISO 14289-1. Typst refuses to write what does not conform, as far as a program can tell."""


def typeset(template: Path, fonts: tuple[Path, ...], view: Print) -> bytes:
    """The PDF; the same for the same view. Where a text has letters that none of the fonts has, which both standards forbid, it is tagged
    but claims neither. Raises Refused where the template is at fault, naming its line."""
    import typst

    said = json.dumps(told(view), ensure_ascii=False)
    source, folders = template.read_bytes(), sorted({str(font.parent) for font in fonts})
    moment = datetime.combine(view.day, time(), UTC)

    def compiled(standards: list[str]) -> bytes:
        return typst.compile(
            source,
            font_paths=folders,
            ignore_system_fonts=True,
            sys_inputs={"view": said},
            pdf_standards=standards,
            timestamp=moment,
        )

    try:
        return compiled(STANDARDS)
    except typst.TypstError:
        try:
            return compiled([])
        except typst.TypstError as error:
            raise Refused("{place}: {error}", place=template.name, error=str(error)) from None


def told(view: Print) -> dict[str, Any]:
    """A view as the template reads it."""
    lang, _, script = view.lang.partition("-")
    return {
        "lang": lang,
        "script": script.lower() or None,
        "title": _visible(view.title),
        "institution": _visible(view.institution),
        "line": _visible(view.line),
        "lead": _visible(view.lead),
        "address": view.address,
        "blocks": [each for block in view.blocks for each in _blocks(block, view)],
    }


def _visible(text: object) -> str:
    """Without what has no form of its own, such as soft hyphens, for which no font has a glyph."""
    return "".join(letter for letter in str(text) if category(letter) != "Cf")


def _blocks(block: Prose | Table | Notice, view: Print) -> Iterator[dict[str, Any]]:
    match block:
        case Prose():
            if block.title:
                yield {"kind": "heading", "level": 1, "text": _visible(block.title)}
            if block.markup:
                lang = (block.lang or view.lang).partition("-")[0]
                yield {"kind": "prose", "lang": lang, "in": nodes(_visible(block.markup), view.origin)}
        case Table():
            yield _table(block)
        case Notice():
            yield {"kind": "notice", "title": _visible(block.title), "text": _visible(block.text)}


def _table(table: Table) -> dict[str, Any]:
    return {
        "kind": "table",
        "caption": _visible(table.caption),
        "columns": [{"title": _visible(column.title), "numeric": column.numeric} for column in table.columns],
        "rows": [[[_visible(getattr(value, "text", value)) for value in cell] for cell in row] for row in table.rows],
        "totals": table.totals,
        "note": _visible(table.note),
    }
