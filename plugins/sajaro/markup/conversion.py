"""One body, from Markdown to HTML with numbered places."""

from __future__ import annotations

import re
from collections.abc import Callable

from sajaro.markup.body import Body, Words
from sajaro.markup.bounds import excess
from sajaro.markup.finish import Finish
from sajaro.markup.lists import indent_by_four
from sajaro.markup.safe import SCHEMES, clean

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
    from sajaro.markup.quick import converter

    source = indent_by_four(text)
    footnotes = (("BACKLINK_TITLE", words.back.replace("{number}", "{}")), ("BACKLINK_TEXT", "↩"))
    try:
        raw = converter(source, footnotes).convert(source)
    except RecursionError:
        body.faults.append(("too-deep", 1, {"limit": 50}))
        return body, ""
    finish = Finish(body, text, title, slug, words)
    for scheme in sorted({each.lower() for each in _SCHEME.findall(raw)} - SCHEMES):
        finish.fault("link-refused", scheme + ":", scheme=scheme)
    return body, finish.finish(clean(raw))
