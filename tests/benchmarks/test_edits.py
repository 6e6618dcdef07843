"""Every edit is one: it shows, it makes what it should make and no more, and it can be taken back."""

from __future__ import annotations

import pytest

from benchmarks import edits
from benchmarks.edits import Files
from benchmarks.preview import saves
from benchmarks.steps import EDITS, SAJARO
from tests import sites

EVERYWHERE = {"alert", "menu", "style"}
"""Edits that reach every page."""


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_shows_and_can_be_taken_back(full, name):
    files = Files(full)
    sources = {path: path.read_bytes() for path in full.glob("content/**/*") if path.is_file()}
    before = sites.published(full / "output")
    said = EDITS[name](files, 1)
    outcome = sites.build(full)
    assert outcome.written, sites.told(outcome)
    after = sites.published(full / "output")
    changed = {path for path, content in after.items() if before.get(path) != content}
    assert any(said.encode() in after[path] for path in changed if path.endswith(".html"))
    assert (len(changed) > len(before) // 2) == (name in EVERYWHERE)
    files.restore()
    assert {path: path.read_bytes() for path in full.glob("content/**/*") if path.is_file()} == sources
    sites.build(full)
    assert sites.published(full / "output") == before


def test_another_number_is_another_edit(full):
    files = Files(full)
    names = {files.release(number) for number in range(-3, 4)}
    assert len(names) == 7
    assert edits.document(files, 1) != edits.document(files, 2)
    files.restore()


def test_a_save_is_seen(full):
    seconds = saves(SAJARO, full, 1)
    assert len(seconds) == 1
    assert 0 < seconds[0] < 60
