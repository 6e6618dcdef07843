"""Numbered places in converted HTML, where links and pictures go once the library is known."""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACE = re.compile(r'<a data-place="(\d+)"((?: [a-z-]+="[^"]*")*)>(.*?)</a>|<img data-place="(\d+)">', re.DOTALL)


def fill(html: str, link: Callable[[int, str, str], str], picture: Callable[[int], str]) -> str:
    """`html` with each place filled: `link(number, attributes, inner)` and `picture(number)` give HTML."""

    def one(match: re.Match[str]) -> str:
        if match[4] is not None:
            return picture(int(match[4]))
        inner = _PLACE.sub(one, match[3]) if "data-place" in match[3] else match[3]
        return link(int(match[1]), match[2], inner)

    return _PLACE.sub(one, html)
