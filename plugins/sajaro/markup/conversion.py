"""One body, from Markdown to HTML with numbered places."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from sajaro.markup.body import Body, Words
from sajaro.markup.bounds import excess
from sajaro.markup.finish import Finish
from sajaro.markup.lists import indent_by_four
from sajaro.markup.safe import SCHEMES, clean

EXTENSIONS = ("tables", "footnotes", "def_list", "abbr", "admonition", "attr_list", "sane_lists", "fenced_code")

_SCHEME = re.compile(r'(?:href|src)="\s*([A-Za-z][A-Za-z0-9+.-]*):')


ENGLISH = Words()


def convert(text: str, *, title: str, slug: Callable[[str], str], words: Words = ENGLISH) -> tuple[Body, str]:
    """Converts a body; faults are in `Body.faults`, and with an error among them the HTML is empty.

    `title` is the document's: a leading heading equal to it is dropped. `slug` makes the anchors of headings.
    """
    body = Body()
    if fault := excess(text):
        body.faults.append(fault)
        return body, ""
    try:
        raw = _markdown(words.back).reset().convert(indent_by_four(text))
    except RecursionError:
        body.faults.append(("too-deep", 1, {"limit": 50}))
        return body, ""
    finish = Finish(body, text, title, slug, words)
    for scheme in sorted({each.lower() for each in _SCHEME.findall(raw)} - SCHEMES):
        finish.fault("link-refused", scheme + ":", scheme=scheme)
    return body, finish.finish(clean(raw))


@cache
def _markdown(back: str) -> Any:
    import markdown

    from sajaro.markup.inline import quicken

    return quicken(
        markdown.Markdown(
            extensions=list(EXTENSIONS),
            extension_configs={"footnotes": {"BACKLINK_TITLE": back.replace("{number}", "{}"), "BACKLINK_TEXT": "↩"}},
            output_format="html",
        )
    )
