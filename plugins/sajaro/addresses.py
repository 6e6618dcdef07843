"""Every address of the site is made here: the one place that knows under which path the site lives."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote, urlsplit

from sajaro.files import portable


class Addresses:
    """Addresses under a SITEURL such as `https://town.example` or `https://forge.example/town`; empty for a site at `/`."""

    def __init__(self, siteurl: str) -> None:
        self.siteurl = siteurl.rstrip("/")
        parts = urlsplit(self.siteurl)
        self.root = parts.path.rstrip("/") if parts.netloc else ""
        self.origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""

    @property
    def host(self) -> str:
        return urlsplit(self.siteurl).hostname or "localhost"

    def to(self, place: str) -> str:
        """The address of a place of the site (`ka/acts/`, `robots.txt`), from the host's root, percent-encoded once."""
        return f"{self.root}/{quote(place, safe='/-._~')}"

    def whole(self, place: str) -> str:
        """The same with scheme and host, where SITEURL has them."""
        return self.origin + self.to(place)


def document(id: str, lang: str) -> str:
    """The place of a document: the path is the address; pages stand at the language's root."""
    if id == "pages":
        return f"{lang}/"
    return f"{lang}/{id.removeprefix('pages/')}/"


def file_of(place: str) -> str:
    """The output file that a place is served from."""
    return place + "index.html" if place.endswith("/") or not place else place


def file_of_alias(alias: str) -> str | None:
    """The output file of an earlier address; None where it is no path of this site, or none that a file can have."""
    path = unicodedata.normalize("NFC", unquote(alias))
    parts = path[1:].removesuffix("/").split("/")
    if not path.startswith("/") or " " in alias or "#" in alias or len(path.encode()) > _LONGEST_PATH:
        return None
    if any(part in {"", ".", ".."} or not portable(part) for part in parts) or parts[0].startswith("."):
        return None
    return "/".join(parts) if parts[-1].endswith((".html", ".htm")) else "/".join((*parts, "index.html"))


_LONGEST_PATH = 900
"""Bytes; what systems allow ends at 1,024, and the output folder comes before."""
