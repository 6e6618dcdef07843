"""What a visitor's telephone gets: the bytes of each kind of page, and what Lighthouse says of it on its mobile profile.

The site is the project's own, whole and with its search, served as hosting does it: compressed, with addresses kept.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from benchmarks import environment
from benchmarks.steps import SAJARO
from tests import tools

LANGUAGES = ("ka", "en")
KINDS = {
    "home": "index.html",
    "list": "press-releases/index.html",
    "release": "press-releases/[0-9]*/*/index.html",
    "act": "acts/[0-9]*/*/index.html",
    "register": "register/index.html",
    "search": "search/index.html",
}
"""Kinds of pages, and where they are below a language's folder; of several the heaviest is taken."""
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = ("--headless=new", "--no-sandbox", *tools.QUIET)
RUNS = 3
"""Of which the middle counts: Lighthouse measures the processor too."""

Row = dict[str, Any]
"""One page: `kind`, `lang`, `page` (compressed bytes of HTML and CSS), `fonts`, `scripts` (how many), scores of 0 to 100 by category."""


def of_own_site() -> list[Row]:
    """The pages of the project's own site, built anew. RuntimeError: it does not build, or Lighthouse has failed."""
    with TemporaryDirectory(prefix="bench-") as folder:
        words = [SAJARO, "build", "--site", environment.LOCK.parents[1], "--output", folder]
        done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")
        if done.returncode:
            raise RuntimeError(done.stderr)
        return measured(Path(folder))


def measured(output: Path) -> list[Row]:
    """The pages of the site built into `output`. RuntimeError: Lighthouse has failed."""
    with served(output) as address:
        return [
            {"kind": kind, "lang": lang, **page(address + place(output, lang, pattern))}
            for kind, pattern in KINDS.items()
            for lang in LANGUAGES
        ]


def place(output: Path, lang: str, pattern: str) -> str:
    """The address, within the site, of the heaviest page of a kind."""
    heaviest = max((output / lang).glob(pattern), key=lambda path: (path.stat().st_size, path))
    return f"/{heaviest.parent.relative_to(output).as_posix()}/"


def page(address: str) -> Row:
    runs = sorted((of_report(lighthouse(address)) for _ in range(RUNS)), key=lambda row: row["performance"])
    return runs[RUNS // 2]


def lighthouse(address: str) -> dict[str, Any]:
    """Lighthouse's report of a page, in its own form."""
    words = [
        environment.node(),
        environment.LIGHTHOUSE,
        address,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
    ]
    words += [f"--chrome-flags={' '.join(FLAGS)}", f"--only-categories={','.join(CATEGORIES)}"]
    chromium = {"CHROME_PATH": str(tools.chromium_path())}
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=os.environ | chromium)
    if done.returncode:
        raise RuntimeError(f"Lighthouse: {done.stderr}")
    return json.loads(done.stdout)


def of_report(report: dict[str, Any]) -> Row:
    """The figures in a report of Lighthouse."""
    requests = report["audits"]["network-requests"]["details"]["items"]

    def sent(*kinds: str) -> int:
        return sum(each["transferSize"] for each in requests if each["resourceType"] in kinds)

    return {
        "page": sent("Document", "Stylesheet"),
        "fonts": sent("Font"),
        "scripts": sum(each["resourceType"] == "Script" for each in requests),
        **{name: round(report["categories"][name]["score"] * 100) for name in CATEGORIES},
    }


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        kind, content = self.guess_type(str(path)), path.read_bytes()
        self.send_response(200)
        if kind.startswith("text/") or path.suffix in {".js", ".json", ".svg", ".webmanifest", ".xml"}:
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if "/assets/" in self.path else "no-cache")
        self.end_headers()
        return BytesIO(content)

    def log_message(self, *_: object) -> None: ...

    def handle(self) -> None:
        with suppress(ConnectionError):
            super().handle()


@contextmanager
def served(root: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
