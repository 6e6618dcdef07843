"""What the contents of a page lead to: the headings of its body, and the blocks that stand under titles of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from sajaro.markup import Body
from sajaro.markup.finish import RESERVED
from sajaro.views import Block, Heading, Notice, Prose, Text

_ID = re.compile(r' id="([^"]*)"')


def outlined(
    body: Body, lang: str | None, blocks: Iterable[Block], slug: Callable[[str], str]
) -> tuple[tuple[Block, ...], tuple[Heading, ...]]:
    """The blocks with a place on the page for each title, and all headings in their order; `lang` is the body's, where it is in
    another language than the page."""
    headings = [
        Heading(each.level, each.id, Text(each.text, lang) if lang else each.text)
        for each in body.headings
        if each.level <= 3
    ]
    blocks = tuple(blocks)
    taken = RESERVED.union(*(_ID.findall(each.markup) for each in blocks if isinstance(each, Prose)))
    found: list[Block] = []
    for block in blocks:
        title = getattr(block, "title", "")
        if title and hasattr(block, "id") and not isinstance(block, Notice):
            id = _free(slug(title), taken)
            taken |= {id}
            headings.append(Heading(2, id, title))
            block = replace(block, id=id)  # type: ignore[call-arg]
        found.append(block)
    return tuple(found), tuple(headings)


def _free(wanted: str, taken: frozenset[str]) -> str:
    found, number = wanted, 1
    while found in taken:
        number += 1
        found = f"{wanted}-{number}"
    return found
