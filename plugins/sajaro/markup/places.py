"""Numbered places in converted HTML, where links and pictures go once the library is known."""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACE = re.compile(
    r'<a data-place="(\d+)"((?: [a-z-]+="[^"]*")*)>(.*?)</a>|<p><img data-place="(\d+)"></p>|<img data-place="(\d+)">',
    re.DOTALL,
)


def fill(html: str, link: Callable[[int, str, str], str], picture: Callable[[int, bool], str]) -> str:
    """`html` with each place filled: `link(number, attributes, inner)` and `picture(number, alone)` give HTML.

    A picture that stands alone takes the place of its paragraph; another stands within the text and is no block.
    """

    def one(match: re.Match[str]) -> str:
        if match[4] is not None:
            return picture(int(match[4]), True)
        if match[5] is not None:
            return picture(int(match[5]), False)
        inner = _PLACE.sub(one, match[3]) if "data-place" in match[3] else match[3]
        return link(int(match[1]), match[2], inner)

    return _PLACE.sub(one, html)
