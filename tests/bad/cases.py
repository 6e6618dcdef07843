"""The bad inputs: each a `content/` to lay over a small good site, with what must happen in `EXPECT.tsv`.

Most are folders beside this file. Those that no checkout can hold, or that would make the repository large, are made here.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import struct
import unicodedata
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sajaro.cli import main
from tests import sites

FOLDER = Path(__file__).parent
Files = dict[str, "str | bytes"]

with (FOLDER / "EXPECT.tsv").open(encoding="utf-8") as file:
    EXPECT = {row["case"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}

BASE: Files = {
    **sites.GOOD,
    "press-releases/good.ka.md": "---\ntitle: კარგი ამბავი\ndate: 2026-03-01\n---\n\nტექსტი.\n",
}
"""The small good site."""

TEXT = tuple(".atom .css .csv .html .ics .js .json .svg .txt .webmanifest .xml".split())
HEAD = "---\ntitle: სატესტო სიახლე\ndate: 2026-03-01\n---\n\n"
ITEM = "press-releases/test-item.ka.md"


def _item(body: str) -> Callable[[], Files]:
    return lambda: {ITEM: HEAD + body + "\n"}


def _collision() -> Files:
    name = unicodedata.normalize("NFD", "ბრძანება-é")
    return {
        "press-releases/ბრძანება-é.ka.md": "---\ntitle: é nfc\ndate: 2026-03-01\n---\n\nტექსტი. Body.\n",
        f"press-releases/{name}.ka.md": "---\ntitle: é nfd\ndate: 2026-03-01\n---\n\nტექსტი. Body.\n",
    }


def _bomb() -> Files:
    text = (
        "---\ntitle: სატესტო სიახლე\ndate: 2026-03-01\nimage: {file: bomb.png, alt: Picture}\n---\n\n![b](bomb.png)\n"
    )
    return {ITEM: text, "press-releases/bomb.png": blank_png(50_000, 50_000)}


def blank_png(width: int, height: int) -> bytes:
    """A black picture of any size, one bit a pixel."""
    packing = zlib.compressobj(9)
    row = b"\0" * (1 + (width + 7) // 8)
    rows = b"".join(packing.compress(row * 1000) for _ in range(height // 1000)) + packing.compress(
        row * (height % 1000)
    )
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows + packing.flush()), (b"IEND", b""))
    made = (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(made)


GENERATED: dict[str, Callable[[], Files]] = {
    "033-slug-case-collision": lambda: {
        "press-releases/Test.ka.md": HEAD + "ტექსტი. Body.\n",
        "press-releases/test.ka.md": "---\ntitle: Other\ndate: 2026-03-01\n---\n\nტექსტი. Body.\n",
    },
    "048-png-bomb": _bomb,
    "056-nfc-nfd-collision": _collision,
    "103-nested-lists": _item("\n".join("  " * level + "- x" for level in range(600))),
    "105-nested-brackets": _item("[" * 20_000 + "]" * 20_000),
    "107-open-links": _item("[a](<b" * 20_000),
    "109-open-comments": _item("<!-- " * 20_000),
    "111-link-refs": _item("".join(f"[x{number}]: /u\n" for number in range(40_000)) + "\n" + "[x1] " * 20_000),
    "113-footnotes": _item(
        " ".join(f"a[^{number}]" for number in range(8000))
        + "\n\n"
        + "".join(f"[^{number}]: n [^{(number + 1) % 8000}]\n" for number in range(8000))
    ),
    "115-title-regex": lambda: {
        "press-releases/a.ka.md": f'---\ntitle: "{"-" * 60_000}"\ndate: 2026-03-01\n---\n\nტექსტი. Body.\n'
    },
}


def files(case: str) -> Files:
    """The case's files, by path below `content/`."""
    if case in GENERATED:
        return GENERATED[case]()
    content = FOLDER / case / "content"
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def lay(root: Path, more: Files, **options: object) -> Path:
    """The small good site with more files."""
    sites.make(root, BASE | more, **options)
    sites.warm(root)
    return root


@dataclass(frozen=True)
class Told:
    """What the command line has said and done."""

    status: int
    problems: list[dict[str, Any]]
    errors: str
    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def lines(self) -> list[str]:
        """Problems, each as `file:line: field: level: message`, without those of the settings."""
        return [
            ":".join(str(each[name]) for name in ("file", "line") if each[name])
            + f": {each['field'] or '-'}: {each['level']}: {each['message']}"
            for each in self.problems
            if each["file"] != "pelicanconf.py"
        ]

    def text(self, path: str) -> str:
        return (self.output / path).read_text("utf-8")

    @property
    def published(self) -> dict[str, str]:
        """Every file that was published and is text; of tables what they say."""
        published = sites.published(self.output).items()
        return {path: _said(path, content) for path, content in published if path.endswith(TEXT)}


def _said(path: str, content: bytes) -> str:
    """A table has a mark of order and CRLF for spreadsheets (RFC 4180), and is no markup."""
    if not path.endswith(".csv"):
        return content.decode()
    return content.decode("utf-8-sig").replace("\r\n", "\n").replace("</", "< /")


def build(root: Path, *words: str) -> Told:
    """The command `build`, in this process."""
    said, errors = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(errors):
        status = main(
            ["build", "--site", str(root), "--no-search", "--jobs", "1", "--format", "json", "--lang", "en", *words]
        )
    for stream in (said, errors):
        stream.seek(0)
    return Told(status, json.loads(said.read() or "[]"), errors.read(), root)
