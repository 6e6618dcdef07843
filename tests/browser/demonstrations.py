"""The three demonstrations as visitors meet them: built, sorted by kinds of pages, and served under a strict policy."""

from __future__ import annotations

import mimetypes
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from sajaro.types import BY_SECTION
from tests import sites

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = {"municipality": ROOT, "ombudsman": ROOT / "examples/ombudsman", "ministry": ROOT / "examples/ministry"}

SCRIPTS = {
    "ka": "municipality", "hy": "municipality", "az": "municipality", "ru": "municipality", "en": "ombudsman",
    "sq": "ministry", "sr-Cyrl": "ministry",
}  # fmt: skip
"""The languages in which every kind of page is looked at, each on one site: all scripts, all long words."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    + "; ".join(f"{kind}-src 'self'" for kind in ("connect", "font", "img", "manifest", "media", "script", "style")),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_REDIRECT = '<meta http-equiv="refresh"'
_ARTICLE = '<meta property="og:type" content="article">'
_NOINDEX = '<meta name="robots" content="noindex">'


@dataclass(frozen=True)
class Demonstration:
    """One of the sites: its output, the address it will have, and its languages in their order."""

    name: str
    output: Path
    origin: str
    languages: tuple[str, ...]

    @cached_property
    def pages(self) -> dict[str, str]:
        """The HTML of every page by its place: `en/acts/`, `404.html`."""
        found = sorted(self.output.rglob("*.html"))
        return {
            path.relative_to(self.output).as_posix().removesuffix("index.html"): path.read_text("utf-8")
            for path in found
        }

    def documents(self, lang: str) -> dict[str, list[str]]:
        """Places of the documents' own pages by section, the longest first."""
        found: dict[str, list[str]] = {}
        for place, html in self.pages.items():
            if place.startswith(f"{lang}/") and _ARTICLE in html and _NOINDEX not in html:
                section = place.split("/")[1]
                found.setdefault(section if section in BY_SECTION else "pages", []).append(place)
        return {
            section: sorted(places, key=lambda each: (-len(self.pages[each]), each))
            for section, places in found.items()
        }

    def kinds(self, lang: str) -> dict[str, str]:
        """One place of each kind of page in a language; kinds that it lacks are left out."""
        fixed = {
            "home": "",
            "sections": "sections/",
            "search": "search/",
            "components": "components/",
            "duties": "duties/",
            "register": "register/",
            "register in part": "register/access/partial/",
            "not found": "404.html",
        }
        fixed |= {"list": "acts/", "list without days": "people/"}
        found = {kind: f"{lang}/{place}" for kind, place in fixed.items() if f"{lang}/{place}" in self.pages}
        patterns = {
            "year": r"acts/\d{4}/",
            "duty": r"duties/4\.2/",
            "facet": r"acts/(topics|units|territories)/[\w-]+/",
            "archive": r".*/page-1/",
            "documents of a topic": r"topics/[\w-]+/documents/",
            "version": r"acts/\d{4}/[\w-]+/\d{4}-\d\d-\d\d/",
        }
        for kind, pattern in patterns.items():
            place = next((each for each in self.pages if re.fullmatch(f"{lang}/{pattern}", each)), None)
            if place:
                found[kind] = place
        documents = self.documents(lang)
        for section in ("acts", "units", "people", "topics", "events"):
            if section in documents:
                found[BY_SECTION[section].singular] = documents[section][0]
        withdrawn = (place for place, html in self.pages.items() if _ARTICLE in html and _NOINDEX in html)
        moved = (place for place, html in self.pages.items() if _REDIRECT in html)
        for kind, places in (("tombstone", withdrawn), ("redirect", moved)):
            place = next((each for each in places if each.startswith(f"{lang}/")), None)
            if place:
                found[kind] = place
        return found

    def sample(self, every: int) -> list[str]:
        """Every so many-th page, and one of each kind in each language."""
        chosen = dict.fromkeys(list(self.pages)[::every])
        for lang in self.languages:
            chosen |= dict.fromkeys(self.kinds(lang).values())
            chosen |= dict.fromkeys(places[0] for places in self.documents(lang).values())
        return list(chosen)


def build(name: str, folder: Path) -> None:
    """Builds a copy of a demonstration into `folder/output`, with a store of its own and without the search index."""
    source, target = FOLDERS[name], folder / "site"
    shutil.copytree(source / "content", target / "content")
    for name in ("pelicanconf.py", "duties.toml"):
        shutil.copy(source / name, target)
    done = sites.call("build", "--site", target, "--output", folder / "output", "--no-search", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {
        **mimetypes.types_map,
        ".avif": "image/avif",
        ".webmanifest": "application/manifest+json",
        ".ics": "text/calendar",
    }

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None: ...

    def handle(self) -> None:
        # A browser that leaves a page hangs up.
        with suppress(ConnectionError):
            super().handle()


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address, without a slash at its end, of a server that is gone afterwards."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
