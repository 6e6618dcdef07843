"""Hostile and mistaken content: each folder is laid over a small good site, and behaves as EXPECT.tsv says.

What cannot be checked out everywhere (names that differ by case or normal form) and what is large is made here.
"""

from __future__ import annotations

import csv
import re
import shutil
import struct
import zlib
from pathlib import Path

import pytest

from tests import sites

HERE = Path(__file__).parent
RELEASE = "---\ntitle: სატესტო სიახლე\ndate: 2026-03-01\n---\n\n"
TEXT = frozenset({".html", ".atom", ".json", ".ics", ".csv", ".svg", ".xml", ".txt", ".webmanifest", ".css", ".js"})


def bomb() -> bytes:
    """A PNG of 50,000 × 50,000 pixels in few bytes."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 50_000, 50_000, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(6251) * 50_000, 9)) + chunk(b"IEND", b"")


MADE = {
    "033-slug-case-collision": lambda: {"Test.ka.md": RELEASE, "test.ka.md": RELEASE},
    "048-png-bomb": lambda: {
        "bomb.png": bomb(),
        "test-item.ka.md": RELEASE.replace("---\n\n", "image: {file: bomb.png, alt: Picture}\n---\n\n") + "![b](bomb.png)\n",
    },
    "056-nfc-nfd-collision": lambda: {"ბრძანება-\u00e9.ka.md": RELEASE, "ბრძანება-e\u0301.ka.md": RELEASE},
    "103-nested-lists": lambda: {"a.ka.md": RELEASE + "".join("  " * depth + "- x\n" for depth in range(600))},
    "105-nested-brackets": lambda: {"a.ka.md": RELEASE + "[" * 20_000 + "]" * 20_000},
    "107-open-links": lambda: {"a.ka.md": RELEASE + "[a](<b" * 20_000},
    "109-open-comments": lambda: {"a.ka.md": RELEASE + "<!-- " * 20_000},
    "111-link-refs": lambda: {
        "a.ka.md": RELEASE + "".join(f"[x{number}]: /u\n" for number in range(30_000)) + "\n" + "[x1] " * 5_000
    },
    "113-footnotes": lambda: {
        "a.ka.md": RELEASE
        + " ".join(f"a[^{number}]" for number in range(8_000))
        + "\n\n"
        + "".join(f"[^{number}]: t[^{number + 1}]\n" for number in range(8_000))
    },
    "115-title-regex": lambda: {"a.ka.md": RELEASE.replace("სატესტო სიახლე", '"' + "-" * 60_000 + '"')},
}
"""What each made case lays into `press-releases/`."""

NAMED = {
    "001-yaml-unclosed-quote": r"a\.ka\.md:2:",
    "003-yaml-no-closing-fence": r"a\.ka\.md:1: the front matter is never closed",
    "009-utf16": r"a\.ka\.md: the file is not UTF-8",
    "013-nul": r"test-item\.ka\.md:6: .*U\+0000",
    "015-zero-byte": r"a\.ka\.md: the file is empty",
    "017-empty-title": r"test-item\.ka\.md:2: title:",
    "019-date-31-feb": r"test-item\.ka\.md:3: date: \"2026-02-31\" is no date",
    "021-date-ambiguous": r"test-item\.ka\.md:3: date: .* two ways",
    "023-date-year-0001": r"test-item\.ka\.md:3: date: .*years from",
    "025-end-before-start": r"test-item\.ka\.md:5: end: is before start",
    "027-unknown-type": r"presss-releases.* press-releases",
    "029-merge-conflict": r"test-item\.ka\.md:6: holds a merge conflict",
    "033-slug-case-collision": r"differs from .*Test\.ka\.md only by letter case",
    "038-save-as-traversal": r"a\.ka\.md:4: save_as:",
    "042-attachment-missing": r"test-item\.ka\.md:4: .*files/not-there\.pdf",
    "044-pdf-is-html": r"notice\.pdf is not what its name says",
    "048-png-bomb": r"bomb\.png has more than",
    "050-jpeg-truncated": r"t\.jpg is cut off",
    "054-image-no-alt": r"test-item\.ka\.md:6: .*photo\.jpg has no text",
    "056-nfc-nfd-collision": r"by the form of its letters",
    "075-redirect-open": r"aliases\[1\]: .*evil\.example",
    "079-rst-raw-include": r"a\.rst",
    "087-personal-id": r"test-item\.ka\.md:8: .*eleven-digit",
    "093-homograph": r"a\.ka\.md:2: title: .* mixes letters",
    "119-bare-link-text": r"test-item\.ka\.md:6: .*has no text",
    "122-translation-date-mismatch": r"t\.en\.md:3: date: is a fact and differs",
    "124-amends-itself": r"test-item\.ka\.md:5: amends.*itself",
    "126-in-force-before-adopted": r"effective_from: is before the act was adopted \(2026-03-01\)",
    "128-list-where-string": r"topics: must be a list",
}
"""What a problem of a case says, where it has one."""

with (HERE / "EXPECT.tsv").open(encoding="utf-8") as file:
    CASES = {row["case"]: row for row in csv.DictReader(file, delimiter="\t")}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    site = sites.small(tmp_path / "site", {"press-releases/good.ka.md": RELEASE.replace("სატესტო", "კარგი") + "ტექსტი.\n"})
    if request.param in MADE:
        sites.write(site / "content" / "press-releases", MADE[request.param]())
    else:
        shutil.copytree(HERE / request.param / "content", site / "content", dirs_exist_ok=True)
    return request.param, site


def test_bad_input_behaves_as_expected(case: tuple[str, Path]) -> None:
    name, site = case
    row = CASES[name]
    done = sites.call("build", "--site", site, "--lang", "en")
    output = site / "output"
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)
    if row["verdict"] in {"PUBLISH", "SANITIZE", "WITHHOLD", "WARN"}:
        assert done.returncode == 0, done.stdout
    if row["verdict"] == "ERROR":
        assert done.returncode == 1, done.stdout
    if done.returncode:
        assert not output.exists()
    if name in NAMED:
        assert re.search(NAMED[name], done.stdout), done.stdout
    if row["must_not_appear"]:
        never = re.compile(row["must_not_appear"])
        for path in output.rglob("*"):
            if path.suffix in TEXT:
                assert not never.search(path.read_bytes().decode("utf-8", "replace")), path
    assert not list(site.rglob("sajaro-*wned")) and not list(site.rglob("sajaro-escaped*"))


def test_the_cases_are_all_there() -> None:
    assert set(MADE) | {path.name for path in HERE.iterdir() if (path / "content").is_dir()} == set(CASES)
