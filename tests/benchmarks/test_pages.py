"""A page as a telephone gets it: compressed, the heaviest of its kind, counted by what was sent."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from benchmarks import pages, report


def test_the_heaviest_page_of_a_kind_is_taken(tmp_path: Path):
    for name, size in (("2025/short", 10), ("2026/long", 30), ("topics/roads", 90)):
        (tmp_path / "ka/acts" / name).mkdir(parents=True)
        (tmp_path / "ka/acts" / name / "index.html").write_text("x" * size)
    assert pages.place(tmp_path, "ka", pages.KINDS["act"]) == "/ka/acts/2026/long/"


def test_pages_are_sent_as_hosting_does(tmp_path: Path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "face.woff2").write_bytes(b"face" * 99)
    (tmp_path / "index.html").write_text("<p>საჯარო</p>" * 99, "utf-8")
    with pages.served(tmp_path) as address:
        html = urlopen(Request(address + "/", headers={"Accept-Encoding": "gzip"}))
        assert gzip.decompress(html.read()).decode() == "<p>საჯარო</p>" * 99
        face = urlopen(address + "/assets/face.woff2")
        assert face.read() == b"face" * 99
        assert "immutable" in face.headers["Cache-Control"]
        with pytest.raises(OSError, match="404"):
            urlopen(address + "/nothing/")


def test_a_report_gives_bytes_and_scores():
    kinds = ("Document", 9000), ("Stylesheet", 8000), ("Font", 20_000), ("Font", 17_500), ("Script", 3), ("Image", 70)
    found = pages.of_report(
        {
            "audits": {
                "network-requests": {"details": {"items": [{"resourceType": k, "transferSize": n} for k, n in kinds]}}
            },
            "categories": {name: {"score": 0.994} for name in pages.CATEGORIES},
        }
    )
    assert found == {"page": 17_000, "fonts": 37_500, "scripts": 1, **dict.fromkeys(pages.CATEGORIES, 99)}


def test_pages_are_kept_apart_from_sizes(tmp_path: Path):
    row = {"kind": "home", "lang": "ka", "page": 15_700, "fonts": 38_200, "scripts": 0}
    report.keep_pages([row | dict.fromkeys(pages.CATEGORIES, 100)], tmp_path)
    assert report.of_pages(tmp_path).splitlines()[-1] == "| home, ka | 15.7 | 38.2 | 0 | 100 | 100 | 100 | 100 |"


def test_a_telephone_gets_what_was_promised():
    """What stands in the documents is within the goals: 25 kB of HTML and CSS, 60 kB of faces, scores of 99."""
    rows = json.loads((report.HERE / report.PAGES).read_text("utf-8"))
    assert {(row["kind"], row["lang"]) for row in rows} == {
        (kind, lang) for kind in pages.KINDS for lang in pages.LANGUAGES
    }
    assert all(row["page"] <= 25_000 and row["fonts"] <= 60_000 for row in rows)
    assert all(row[name] >= 99 for row in rows for name in pages.CATEGORIES)
