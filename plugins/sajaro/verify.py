"""Reads back what was written: every link on a page that was made leads to something that the site holds."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

from sajaro.addresses import file_of
from sajaro.artifacts import Artifact

_LINK = re.compile(r'(?:href|src)="(/[^"#?]*)')


class Broken(Exception):
    """The engine has made a page that links to nothing; the message says which, and whereto. Never an editor's mistake."""


def verify(output: Path, made: Iterable[str], artifacts: Iterable[Artifact], root: str = "") -> None:
    """Raises Broken for links that lead nowhere within the site."""
    paths = {artifact.path for artifact in artifacts}
    broken = []
    for path in made:
        if not path.endswith(".html"):
            continue
        for address in set(_LINK.findall((output / path).read_text("utf-8"))):
            target = unquote(html.unescape(address))
            if target.startswith("//") or not target.startswith(root + "/"):
                continue
            place = file_of(target[len(root) + 1 :])
            owned = any(place.startswith(owner) for owner in _owners(place))
            if place not in paths and not (owned and any(owner in paths for owner in _owners(place))):
                broken.append(f"{path}: {address}")
    if broken:
        raise Broken("\n".join(sorted(broken)[:20]))


def _owners(place: str) -> list[str]:
    """The folders above a place, as an artifact that owns one names it."""
    parts = place.split("/")
    return ["/".join(parts[:number]) + "/" for number in range(1, len(parts))]
