"""E-mail addresses in a text become links: nothing that can be written to is dead."""

from __future__ import annotations

import re

EMAIL = r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![A-Za-z0-9])"
"""An address as it stands in a text; endings that some languages append follow a hyphen and are none of it."""

_ADDRESS = re.compile(EMAIL)
_APART = re.compile(r"(<(a|code|pre)\b.*?</\2>|<[^>]*>)", re.DOTALL)
"""Where an address stays as it is: in links, in code, in tags."""


def linked(html: str) -> str:
    """Sanitised HTML whose addresses are links; they break where a reader would part them."""
    if "@" not in html:
        return html
    pieces = _APART.split(html)
    pieces[::3] = (_ADDRESS.sub(_link, text) for text in pieces[::3])
    del pieces[2::3]
    return "".join(pieces)


def _link(found: re.Match[str]) -> str:
    name, _, host = found[0].partition("@")
    return f'<a href="mailto:{found[0]}">{name}@<wbr>{host.replace(".", ".<wbr>")}</a>'
