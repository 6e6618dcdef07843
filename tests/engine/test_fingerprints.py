"""The engine's idea, guarded: an artifact's fingerprint stands for its view, so equal fingerprints give equal views.

The views are made anew after every edit, whatever the engine itself would have kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from sajaro import steps
from sajaro.artifacts import Artifact
from sajaro.build import moment
from sajaro.files import walk
from sajaro.record import Record
from sajaro.settings import load
from sajaro.store import Store
from sajaro.views import Card
from sajaro.wanted import Wanted
from sajaro.wish import Wish
from tests.engine.town import Town

EDITS = 40


def artifacts(town: Town, store: Store) -> list[Artifact]:
    return view(town, store).artifacts


def view(town: Town, store: Store, record: Record | None = None) -> Wanted:
    settings = load(town.root)
    wish = Wish(settings, town.root / "output", moment(town.moment, settings), jobs=1, search=False)
    content = steps.read(wish, walk(settings.content), store)
    library = steps.relate(wish, content)
    of_files, facts = steps.look(wish, library, store)
    problems = steps.check(wish, content, library, of_files)
    assert not [each for each in problems if each.level == "error"], (town.log, problems)
    return steps.view(wish, library, facts, store, record)


@pytest.mark.parametrize("seed", (5, 6))
def test_equal_fingerprints_give_equal_sheaves(tmp_path: Path, seed: int) -> None:
    """A sheaf whose fingerprint is known is not opened: its artifacts must be the same ones."""
    town, store = Town(tmp_path / "town", seed), Store(None)
    sheaves: dict[tuple[str, bytes], list[tuple[object, ...]]] = {}
    for number in range(EDITS):
        if number:
            town.edit()
        with Record(tmp_path / "empty", tmp_path / "output").held() as record:
            found = view(town, store, record)
        held: dict[str, list[tuple[object, ...]]] = {name: [] for name in found.opened}
        for each in found.artifacts:
            if each.sheaf:
                digest = each.frame.digest if each.frame else b""
                held[each.sheaf].append((each.path, each.fingerprint, digest, each.permanent, each.source))
        for name, fingerprint in found.opened.items():
            assert sheaves.setdefault((name, fingerprint), held[name]) == held[name], (name, town.log)
    assert len(sheaves) > 2 * len(found.opened)
    store.close()


@pytest.mark.parametrize("seed", (1, 2))
def test_equal_fingerprints_give_equal_views(tmp_path: Path, seed: int) -> None:
    town, store = Town(tmp_path, seed), Store(None)
    views: dict[tuple[str, bytes], str] = {}
    told: dict[tuple[str, bytes], int] = {}
    for number in range(EDITS):
        if number:
            town.edit()
        for artifact in artifacts(town, store):
            known = artifact.path, artifact.fingerprint
            view = repr(artifact.view())
            assert views.setdefault(known, view) == view, (artifact.path, town.log[told[known] :])
            told.setdefault(known, number)
    store.close()


def test_equal_keys_give_equal_bytes(tmp_path: Path) -> None:
    """The other half: a view with the code that draws it decides all bytes of a part."""
    from sajaro.artifacts import key

    town, store = Town(tmp_path, 3), Store(None)
    made: dict[bytes, object] = {}
    for number in range(3):
        if number:
            town.options["phone"] = f"+995 000 00 00 1{number}"
            town.edit()
        for artifact in artifacts(town, store):
            view = artifact.view()
            part = artifact.render(view)
            assert made.setdefault(key(view, artifact.code(view)), part) == part, artifact.path
    store.close()


def test_equal_cards_say_the_same(tmp_path: Path) -> None:
    """A card is drawn once for equal views in one language; a text in another language equals the same text in the page's own."""
    store = Store(None)
    seen: dict[tuple[str, Card], str] = {}
    for artifact in artifacts(Town(tmp_path, 4), store):
        view = artifact.view()
        for card in cards(view):
            assert seen.setdefault((view.lang, card), repr(card)) == repr(card), artifact.path
    store.close()
    assert len(seen) > 20


def cards(view: object) -> Iterator[Card]:
    if isinstance(view, Card):
        yield view
    for part in view if isinstance(view, tuple) else _parts(view):
        yield from cards(part)


def _parts(view: object) -> list[object]:
    return [getattr(view, each.name) for each in fields(view)] if is_dataclass(view) else []
