"""Pagefind's service as a pure function: the same entries are the same bytes, wherever it is asked."""

from __future__ import annotations

import asyncio
import gzip
import multiprocessing
from pathlib import Path

import pytest

from sajaro.outputs.search import pagefind
from sajaro.outputs.search.pagefind import END, Entry, PagefindFailed

ENTRIES = [
    Entry(f"key{number}", ("title", str(number)), [f"word{number % part}" for part in range(2, 40)])
    for number in range(60)
]


def test_the_same_entries_are_the_same_bytes() -> None:
    assert len({repr(pagefind.index("5-a", ENTRIES)) for _ in range(4)}) == 1


def test_every_entry_has_an_id_that_no_other_index_has() -> None:
    _, keys = pagefind.index("5-a", ENTRIES)
    assert sorted(keys.values()) == sorted(entry.key for entry in ENTRIES)
    assert all(id.startswith("5-a_") and id.count("_") == 1 for id in keys)
    _, others = pagefind.index("5-b", ENTRIES)
    assert not set(keys) & set(others)


def test_an_entry_that_is_shown_anew_has_a_new_id() -> None:
    (one,) = pagefind.index("5-a", [Entry("before", ("title",), ("word",))])[1]
    (other,) = pagefind.index("5-a", [Entry("after", ("title",), ("word",))])[1]
    assert one != other


def test_an_index_is_only_what_browsers_ask_of_it() -> None:
    files, _ = pagefind.index("5-a", ENTRIES)
    assert {Path(name).suffix for name in files} == {".pf_meta", ".pf_index", ".json"}
    index = b"".join(gzip.decompress(content) for name, content in files.items() if name.endswith(".pf_index"))
    assert f"word1{END}".encode() in index


def test_more_than_pipes_hold() -> None:
    many = [Entry(f"key{number}", ("title",), ["word"] * 50) for number in range(1500)]
    assert len(pagefind.index("5-a", many)[1]) == 1500


def test_the_engine_is_all_that_a_browser_runs() -> None:
    files = pagefind.engine()
    assert {"pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind", "pagefind-entry.json"} < set(files)
    assert files == pagefind.engine()
    assert not any("ui" in name for name in files)


def _size(_: int) -> int:
    return len(pagefind.index("5-a", ENTRIES)[0])


def test_under_a_running_loop_and_in_a_forked_process() -> None:
    async def under_a_loop() -> int:
        return _size(0)

    assert asyncio.run(under_a_loop()) == _size(0)
    if "fork" in multiprocessing.get_all_start_methods():
        with multiprocessing.get_context("fork").Pool(2) as pool:
            assert set(pool.map(_size, range(4))) == {_size(0)}


def test_says_why_there_is_no_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(PagefindFailed):
        pagefind._ask([{"type": "GetFiles", "index_id": 7}])
    other = tmp_path / "other"
    other.write_text("#!/bin/sh\nexit 3\n")
    other.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(other))
    with pytest.raises(PagefindFailed, match="ended with 3"):
        pagefind.index("5-a", ENTRIES)
