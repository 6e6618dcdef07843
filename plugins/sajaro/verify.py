"""Reads back what was written: every link on a page that was made leads to something that the site holds, and what programs
read can be read.

Whether pages are good HTML, and feeds good feeds, is for the tests of the engine: it does not depend on a site's content.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote

from sajaro.addresses import file_of
from sajaro.refused import Refused

_LINK = re.compile(r'(?:href|src)="(/[^"#?]*)')


class Broken(Refused):
    """The engine has made a page that links to nothing, or a file that no program reads. Never an editor's mistake."""


def verify(output: Path, made: Iterable[str], holds: Callable[[str], bool], root: str = "") -> None:
    """Raises Broken for what cannot be read, and for links that lead nowhere within the site, which `holds` paths."""
    leads = cache(partial(_leads, root, holds))
    broken: list[str] = []
    for path in made:
        file = output / path
        if path.endswith(".html"):
            links = set(_LINK.findall(file.read_text("utf-8")))
            broken += (f"{path}: {link}" for link in links if not leads(link))
        elif path.endswith((".json", ".webmanifest", ".atom", ".xml")):
            broken += (f"{path}: {fault}" for fault in _unread(file))
    if broken:
        raise Broken(
            "Sajaro itself has made a mistake; no document is to blame. Please report it with these lines: {lines}",
            lines="\n" + "\n".join(sorted(broken)[:20]),
        )


def _leads(root: str, holds: Callable[[str], bool], address: str) -> bool:
    """Whether an address is of another site, or something lies there."""
    target = unquote(html.unescape(address))
    if target.startswith("//") or not target.startswith(root + "/"):
        return True
    place = file_of(target[len(root) + 1 :])
    return holds(place) or any(map(holds, _owners(place)))


def _owners(place: str) -> list[str]:
    """The folders above a place, as an artifact that owns one names it."""
    parts = place.split("/")
    return ["/".join(parts[:number]) + "/" for number in range(1, len(parts))]


def _unread(file: Path) -> Iterator[str]:
    from xml.etree import ElementTree

    try:
        json.loads(file.read_bytes()) if file.suffix in {".json", ".webmanifest"} else ElementTree.parse(file)
    except (ValueError, ElementTree.ParseError) as error:
        yield str(error)
