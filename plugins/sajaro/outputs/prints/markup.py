"""The HTML of a text as the tree that the template for paper draws: words, and nodes with a tag and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

Node = dict[str, Any]

_LEVELS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
_AS_THEY_ARE = frozenset({"p", "strong", "em", "sub", "sup", "code", "ul", "ol", "li", "blockquote", "br"})
_OF_BLOCKS = frozenset({"div", "ul", "ol", "blockquote"})
_SPACE = re.compile(r"[ \t\r\n]+")
_LEFT_OUT = frozenset({"script", "style", "input"})


def nodes(markup: str, origin: str) -> list[Node | str]:
    """Of a body or a text field. Addresses of the site get its `origin`; a picture is what its alternative text says."""
    return [*_within(html.fragment_fromstring(markup, create_parent="div"), origin, [0])]


def _within(element: html.HtmlElement, origin: str, above: list[int]) -> Iterator[Node | str]:
    yield from _words(element.text, element)
    for each in element:
        if isinstance(each.tag, str) and each.tag not in _LEFT_OUT:
            yield from _node(each, origin, above)
        yield from _words(each.tail, element)


def _words(text: str | None, within: html.HtmlElement) -> Iterator[str]:
    """Text as HTML means it: white space is one space, and between blocks nothing."""
    if text and not (text.isspace() and within.tag in _OF_BLOCKS):
        yield _SPACE.sub(" ", text)


def _node(element: html.HtmlElement, origin: str, above: list[int]) -> Iterator[Node | str]:
    tag = element.tag
    if tag == "table":
        yield _table(element, origin, above)
    elif tag == "img":
        yield {"tag": "em", "in": [element.get("alt") or ""]}
    elif tag in _LEVELS:
        # A program that reads it aloud must find no level left out.
        above[0] = min(_LEVELS[tag], above[0] + 1) if above[0] else 2
        yield {"tag": "heading", "level": above[0], "in": [*_within(element, origin, above)]}
    elif tag == "a" and (href := element.get("href", "")) and not href.startswith("#"):
        yield {
            "tag": "a",
            "href": origin + href if href.startswith("/") else href,
            "in": [*_within(element, origin, above)],
        }
    elif tag in _AS_THEY_ARE:
        yield {"tag": tag, "in": [*_within(element, origin, above)]}
    else:
        yield from _within(element, origin, above)


def _table(table: html.HtmlElement, origin: str, above: list[int]) -> Node:
    rows = [[[*_within(cell, origin, above)] for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    head, *body = rows or [[]]
    return {"tag": "table", "head": head, "rows": [row for row in body if len(row) == len(head)], "in": []}
