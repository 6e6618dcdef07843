"""Tables: each in a region of its own, which a keyboard reaches and which scrolls, with heads that say what they head.

A narrow screen has no room for several columns. Where a table is plain enough, its rows become blocks there and its cells
lines: each cell then says in `data-label` what its column is called.
"""

from __future__ import annotations

import html as entities
import re

MOST = 6
"""Columns of which blocks are made that one still reads as a row."""

_ATTRIBUTES = r'(?: [a-z-]+="[^"]*")*'
_OPENED = re.compile(rf"<table{_ATTRIBUTES}>")
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_UNSCOPED = re.compile(r"<th(?=[ >])(?![^>]* scope=)")
_FRAMED = re.compile(rf'<div class="table"([^>]*)>(<table{_ATTRIBUTES}>(?:(?!<table[ >]).)*?</table>)', re.DOTALL)
_ROW = re.compile(rf"(<tr{_ATTRIBUTES}>)(.*?)</tr>", re.DOTALL)
_CELL = re.compile(rf"<(t[hd])({_ATTRIBUTES})>(.*?)</\1>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")


def framed(html: str, label: str) -> str:
    """`html` with its tables in regions named by `label`, in which `{number}` is the table's place in the text."""
    number = 0

    def opened(table: re.Match[str]) -> str:
        nonlocal number
        number += 1
        name = entities.escape(label.replace("{number}", str(number)))
        return f'<div class="table" role="region" tabindex="0" aria-label="{name}">{table[0]}'

    html = _OPENED.sub(opened, html).replace("</table>", "</table></div>")
    html = _HEAD.sub(lambda head: _UNSCOPED.sub('<th scope="col"', head[0]), html)
    return _FRAMED.sub(_stacked, html)


def _stacked(framed: re.Match[str]) -> str:
    """The beginning of a frame, with the labels that its table needs as blocks, if it can stand so."""
    head, end, rest = framed[2].partition("</thead>")
    heads = [_plain(inner) for _, _, inner in _CELL.findall(head)]
    plain = head.count("<tr") == 1 and "<tr" in rest and "<thead" not in rest and "span=" not in framed[2]
    # A column of figures is narrow enough to stand beside another one on any screen.
    narrow = len(heads) < 2 or (len(heads) == 2 and 'class="numeric"' in head)
    ragged = any(len(_CELL.findall(row[2])) != len(heads) for row in _ROW.finditer(rest))
    if not plain or narrow or ragged or len(heads) > MOST:
        return framed[0]
    rest = _ROW.sub(lambda row: _labelled(row, heads), rest)
    return f'<div class="table stacks"{framed[1]}>{head}{end}{rest}'


def _labelled(row: re.Match[str], heads: list[str]) -> str:
    names = iter(heads)
    first = True

    def labelled(cell: re.Match[str]) -> str:
        nonlocal first
        name = next(names)
        # The first cell heads its block; a bare number does not say what it is the number of.
        told = name and (not first or not re.search(r"[^\W\d_]", _plain(cell[3])))
        first = False
        label = f' data-label="{entities.escape(name)}"' if told else ""
        return f"<{cell[1]}{label}{cell[2]}>{cell[3]}</{cell[1]}>"

    return f"{row[1]}{_CELL.sub(labelled, row[2])}</tr>"


def _plain(html: str) -> str:
    return " ".join(entities.unescape(_MARKUP.sub("", html)).split())
