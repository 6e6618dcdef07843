"""Where links in bodies aim, as far as a file alone can tell; what lies there is the library's to say."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_PELICAN = ("{filename}", "{static}", "{attach}", "|filename|")


class Aim(NamedTuple):
    """A path below `content/` without its language, None for the page itself; and a place within."""

    path: str | None
    fragment: str = ""


def aim(folder: str, href: str, languages: tuple[str, ...]) -> Aim | None:
    """Where an address that is written in `folder` aims; None where it is none, or leads out of `content/`."""
    for mark in _PELICAN:
        href = href.removeprefix(mark)
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    path = unicodedata.normalize("NFC", unquote(parts.path))
    fragment = unquote(parts.fragment)
    if not path:
        return Aim(None, fragment)
    below = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
    if below.startswith(".."):
        return None
    if below.split("/")[0] in languages:
        below = below.partition("/")[2]
    return Aim("" if below == "." else below, fragment)
