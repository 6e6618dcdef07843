"""After fifty edits by chance, the output is byte for byte that of a site that has never been built.

The edits are those of the engine's permanent test, `tests/engine/town.py`; here the town has as many documents more as the
benchmark has. They are in two of its three languages.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import documents
from tests import sites
from tests.engine.town import Doc, Town

EDITS, SEED = 50, 2026
LANGS = ("ka", "en")


def differences(root: Path, count: int, edits: int = EDITS) -> list[str]:
    """Paths at which the two outputs differ, for a town with so many documents more. RuntimeError: it does not build."""
    town = Town(root / "town", SEED)
    town.documents |= {each.id: each for each in _documents(count)}
    town.write()
    _build(town, town.root)
    for _ in range(edits):
        town.edit()
        _build(town, town.root)
    (root / "clean").mkdir()
    _build(town, town.copy(root / "clean"))
    left, right = (sites.digests(each / "output") for each in (town.root, root / "clean"))
    for name in ("town", "clean"):
        shutil.rmtree(root / name)
    return sorted({path for path, _ in left.items() ^ right.items()})


def _build(town: Town, root: Path) -> None:
    outcome = sites.build(root, now=town.moment, jobs=0)
    if not outcome.written:
        raise RuntimeError("\n".join(("the town does not build", *town.log, *sites.told(outcome))))


def _documents(count: int) -> Iterator[Doc]:
    """The benchmark's documents with the town's topics, units and territories."""
    for number, each in enumerate(documents(count, LANGS)):
        facts = {
            "date": each.date.isoformat(),
            "unit": ("council", "administration", "press-office")[number % 3],
            "topics": [("roads", "water", "budget")[number % 3]],
            "territories": [("center", "upper")[number % 2]],
        }
        if each.section == "events":
            facts |= {"kind": "public-meeting", "start": f"{each.date} 12:00"}
        texts = {
            lang: {"title": text.title, "summary": text.summary, "body": text.body} for lang, text in each.texts.items()
        }
        yield Doc(each.id, facts, texts)
