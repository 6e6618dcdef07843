"""What was read lies in bundles: an edit writes one of them, and nothing that is gone stays in any."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from sajaro import garbage, shelf
from sajaro.artifacts import Artifact
from sajaro.database import unsealed
from sajaro.store import Store
from tests import sites

COUNT = 40
RELEASES = {f"press-releases/n{number}.ka.md": sites.release(f"ამბავი {number}") for number in range(COUNT)}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(shelf, "_BUNDLE", 5)
    root = sites.small(tmp_path, RELEASES | {"topics.csv": "id,title.ka\nroads,გზები\n"})
    assert sites.build(root).written
    return root


def bundles(root: Path) -> dict[str, list[str]]:
    """The ids of units by the name of their bundle, and what the bundles hold."""
    with closing(Store(root / ".sajaro")) as store:
        rows = store.database.execute("select id, value from bundles").fetchall()
    return {
        name: [(each[0], each[2] or [(one.id, one.front) for one in each[3]]) for each in unsealed(value)]
        for name, value in rows
    }


def ids(found: dict[str, list[str]]) -> list[str]:
    """A table's documents lie apart from it."""
    return sorted(id for name, bundle in found.items() for id, _ in bundle if " 0" not in name)


def test_an_edit_writes_one_bundle(site: Path) -> None:
    before = bundles(site)
    path = site / "content/press-releases/n7.ka.md"
    path.write_text(path.read_text("utf-8") + "\nმეტი.\n", "utf-8")
    assert sites.build(site).written
    after = bundles(site)
    (changed,) = [name for name in after if after[name] != before[name]]
    assert "press-releases/n7" in dict(after[changed])
    assert len(after) > 4 and ids(after) == ids(before)


def test_an_edited_row_writes_only_the_rows_around_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_ROWS", 4)
    rows = [f"t{number},თემა {number}" for number in range(20)]
    table = site / "content/topics.csv"
    table.write_text("\n".join(("id,title.ka", *rows)) + "\n", "utf-8")
    assert sites.build(site).written
    before = bundles(site)
    table.write_text(table.read_text("utf-8").replace("თემა 9", "სხვა"), "utf-8")
    assert sites.build(site).written
    after = bundles(site)
    assert {name for name in after if after[name] != before.get(name)} == {"topics.csv", "topics.csv 000008"}
    table.write_text("id,title.ka\nt1,თემა 1\n", "utf-8")
    assert sites.build(site).documents == COUNT + 2
    assert [name for name in bundles(site) if name.startswith("topics")] == ["topics.csv", "topics.csv 000000"]


def test_what_is_gone_goes(site: Path) -> None:
    (site / "content/press-releases/n7.ka.md").unlink()
    (site / "content/topics.csv").unlink()
    before = ids(bundles(site))
    assert sites.build(site).written
    assert set(before) - set(ids(bundles(site))) == {"press-releases/n7", "topics.csv"}


def test_a_site_that_has_become_larger_has_more_bundles_and_everything_once(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bundles(site)
    more = {f"press-releases/m{number}.ka.md": sites.release(f"სხვა {number}") for number in range(COUNT)}
    sites.write(site / "content", more)
    assert sites.build(site).written
    after = bundles(site)
    assert len(after) > len(before)
    found = ids(after)
    assert len(found) == len(set(found)) == len(ids(before)) + COUNT


def test_a_check_makes_no_fingerprint(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It only asks which paths there are; and it writes nothing."""
    before = bundles(site)
    sites.write(site / "content", {"press-releases/new.ka.md": sites.release("ახალი")})
    monkeypatch.setattr(Artifact, "fingerprint", property(lambda _: pytest.fail("asked for a fingerprint")))
    assert not [each for each in sites.checked(site).problems if each.level == "error"]
    assert bundles(site) == before


def test_a_build_leaves_the_collector_as_it_was(site: Path) -> None:
    import gc

    usual = gc.get_threshold()
    sites.write(site / "content", {"press-releases/new.ka.md": sites.release("ახალი")})
    assert sites.build(site).written
    assert (gc.get_threshold(), gc.isenabled(), gc.get_freeze_count()) == (usual, True, 0)
    with pytest.raises(ZeroDivisionError), garbage.staying():
        _ = 1 / 0
    assert gc.isenabled()
    gc.unfreeze()
