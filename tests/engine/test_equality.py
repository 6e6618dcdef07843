"""What a build leaves depends on the site and on nothing else: not on what was built before, by how many, or in what order.

The permanent test of the engine: after any edits, the incremental output is byte for byte that of a clean build.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sajaro.render import ForeignFolder
from tests import sites
from tests.engine.town import Town

STEPS = (5, 20, 50)


def clean(town: Town, root: Path, jobs: int = 1) -> Path:
    """The output of a site that has never been built."""
    town.copy(root)
    assert sites.build(root, now=town.moment, jobs=jobs).written
    return root / "output"


def assert_same(output: Path, expected: Path, why: object = "") -> None:
    """The same files with the same bytes in the same folders; `why` tells what has happened before."""
    left, right = sites.published(output), sites.published(expected)
    wrong = sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))
    assert not wrong, (wrong[:20], why)
    assert sites.folders(output) == sites.folders(expected)


@pytest.mark.parametrize("seed", (2026, 1122))
def test_incremental_equals_clean(tmp_path: Path, seed: int) -> None:
    town = Town(tmp_path / "town", seed)
    assert sites.build(town.root, now=town.moment).written
    for step in range(1, max(STEPS) + 1):
        town.edit()
        outcome = sites.build(town.root, now=town.moment)
        assert outcome.written, (town.log, sites.told(outcome))
        if step in STEPS:
            expected = clean(town, tmp_path / f"clean-{step}", jobs=1 + step % 2)
            assert_same(town.root / "output", expected, town.log)
            shutil.rmtree(expected.parent)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """A town that has been built once; tests edit it and leave it built."""
    town = Town(tmp_path_factory.mktemp("town"), 7)
    assert sites.build(town.root, now=town.moment).written
    return town


@pytest.fixture(scope="module")
def expected(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clean(town, tmp_path_factory.mktemp("clean"), jobs=2)


def test_one_process_gives_what_two_give(town: Town, expected: Path) -> None:
    assert_same(town.root / "output", expected)


def test_nothing_changed_makes_nothing(town: Town) -> None:
    outcome = sites.build(town.root, now=town.moment)
    assert outcome.written
    assert outcome.made == outcome.removed == 0
    assert outcome.kept


def test_the_store_only_saves_time(town: Town, expected: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (town.root / "output").rglob("*") if path.is_file()}
    shutil.rmtree(town.root / ".sajaro")
    outcome = sites.build(town.root, now=town.moment)
    assert outcome.made == len(before) or outcome.kept == 0
    assert_same(town.root / "output", expected)


HARM_TO_THE_STORE = {
    "empty": lambda whole: b"",
    "no database": lambda whole: b"no database at all" * 100,
    "cut off": lambda whole: whole[: len(whole) // 2],
    "overwritten after its head": lambda whole: whole[:8192] + b"\xa5" * (len(whole) - 8192),
    "every tenth page lost": lambda whole: b"".join(
        b"\0" * 4096 if number % 10 == 9 else whole[number * 4096 : (number + 1) * 4096]
        for number in range(len(whole) // 4096)
    ),
    "one byte in a hundred lost": lambda whole: bytes(
        byte ^ 0x55 if number % 100 == 99 and number > 8192 else byte for number, byte in enumerate(whole)
    ),
}


@pytest.mark.parametrize("name", HARM_TO_THE_STORE)
def test_a_damaged_store_is_begun_anew(town: Town, expected: Path, name: str) -> None:
    for path in (town.root / ".sajaro").rglob("*.sqlite"):
        path.write_bytes(HARM_TO_THE_STORE[name](path.read_bytes()))
    for path in (*(town.root / ".sajaro").rglob("*-wal"), *(town.root / ".sajaro").rglob("*-shm")):
        path.unlink()
    sites.checked(town.root)
    assert sites.build(town.root, now=town.moment).written
    assert_same(town.root / "output", expected)


def damaged(path: Path) -> None:
    path.write_bytes(b"something else")


def shortened(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def deleted(path: Path) -> None:
    path.unlink()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("x")


HARM = ("ka/index.html", "ka/feed.atom", "media/bridge", "site.webmanifest", "manifest.json", "icons/favicon.svg")


@pytest.mark.parametrize("harm", (damaged, shortened, deleted, a_folder))
@pytest.mark.parametrize("path", HARM)
def test_what_is_damaged_by_hand_is_healed(town: Town, expected: Path, path: str, harm) -> None:
    target = town.root / "output" / path
    if not target.is_file():
        pytest.fail(f"the town publishes no {path}") if path != "media/bridge" else None
        target = next(each for each in sorted((town.root / "output" / "pictures").rglob("*")) if each.is_file())
    harm(target)
    assert sites.build(town.root, now=town.moment).written
    assert_same(town.root / "output", expected)


def test_a_whole_folder_is_healed(town: Town, expected: Path) -> None:
    shutil.rmtree(town.root / "output" / "ka")
    assert sites.build(town.root, now=town.moment).written
    assert_same(town.root / "output", expected)


def test_an_output_deleted_whole_is_made_again(town: Town, expected: Path) -> None:
    shutil.rmtree(town.root / "output")
    assert sites.build(town.root, now=town.moment).written
    assert_same(town.root / "output", expected)


def test_what_no_build_has_made_stays(town: Town) -> None:
    output = town.root / "output"
    foreign = {"CNAME", ".well-known/own.txt", "ka/own.html", "icons/own.png", "pictures/own.txt"}
    sites.write(output, dict.fromkeys(foreign, "mine"))
    town.documents["press-releases/2026/first"].texts["ka"]["title"] = "სხვა"
    town.write()
    assert sites.build(town.root, now=town.moment).made
    shutil.rmtree(town.root / ".sajaro")
    assert sites.build(town.root, now=town.moment).written
    assert {path for path in foreign if not (output / path).is_file()} == set()
    assert not foreign & {each["path"] for each in manifest(output)}
    for path in foreign:
        (output / path).unlink()


def manifest(output: Path) -> list[dict[str, object]]:
    import json

    return json.loads((output / "manifest.json").read_bytes())["files"]


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    root = sites.small(tmp_path / "site")
    for name, files in {
        "photos": {"one.jpg": "x"},
        "notes": {"manifest.json": "[]"},
        "other": {"manifest.json": "{"},
    }.items():
        sites.write(tmp_path / name, files)
        with pytest.raises(ForeignFolder):
            sites.build(root, tmp_path / name)
        assert sites.published(tmp_path / name) == {path: content.encode() for path, content in files.items()}
    for inside in (".", "content"):
        before = sites.published(root / "content")
        with pytest.raises(ForeignFolder):
            sites.build(root, root / inside)
        assert sites.published(root / "content") == before


def test_a_folder_with_hidden_files_only_is_taken(tmp_path: Path) -> None:
    root = sites.small(tmp_path / "site")
    sites.write(tmp_path / "branch", {".git/HEAD": "ref: refs/heads/site\n", ".nojekyll": ""})
    assert sites.build(root, tmp_path / "branch").written
    assert (tmp_path / "branch/.git/HEAD").read_text() == "ref: refs/heads/site\n"


def test_a_manifest_cannot_reach_out(tmp_path: Path) -> None:
    """The files of a forgotten build are those that its manifest names, but never one elsewhere."""
    import json

    root = sites.small(tmp_path / "site")
    sites.write(tmp_path, {"precious.txt": "x"})
    output = tmp_path / "public"
    names = ("../precious.txt", str(tmp_path / "precious.txt"), "stale.html", "a/../../precious.txt")
    sites.write(output, {"manifest.json": json.dumps({"files": [{"path": name} for name in names]}), "stale.html": "x"})
    assert sites.build(root, output).written
    assert (tmp_path / "precious.txt").read_text() == "x"
    assert not (output / "stale.html").exists()


def test_folders_that_have_become_empty_go(tmp_path: Path) -> None:
    root = sites.small(
        tmp_path, {"press-releases/2026/a/b/deep.ka.md": sites.release(), "announcements/2026/x.ka.md": sites.release()}
    )
    sites.build(root)
    assert (root / "output/ka/press-releases/2026/a/b/deep").is_dir()
    shutil.rmtree(root / "content/press-releases")
    outcome = sites.build(root)
    assert outcome.removed
    assert not list((root / "output").glob("*/press-releases"))
    assert not [path for path in (root / "output").rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_two_outputs_share_a_store(tmp_path: Path) -> None:
    root = sites.small(tmp_path / "site", {"press-releases/a.ka.md": sites.release()})
    assert sites.build(root, tmp_path / "one").made
    assert sites.build(root, tmp_path / "two").made
    (root / "content/press-releases/a.ka.md").unlink()
    assert sites.build(root, tmp_path / "one").removed
    assert (tmp_path / "two/ka/press-releases/a/index.html").exists()
    assert sites.build(root, tmp_path / "two").removed
    assert_same(tmp_path / "one", tmp_path / "two")


def test_a_file_replaced_by_one_of_the_same_size_and_time(tmp_path: Path) -> None:
    """As copying programs that keep times do."""
    import os

    root = sites.small(
        tmp_path, {"press-releases/a.ka.md": sites.release(attachments=["t.csv"]), "press-releases/t.csv": "a,b\n1,2\n"}
    )
    sites.build(root)
    path = root / "content/press-releases/t.csv"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_text("a,b\n3,4\n")
    os.utime(path, ns=times)
    sites.build(root)
    assert (root / "output/press-releases/t.csv").read_text() == "a,b\n3,4\n"


def test_problems_are_told_again(tmp_path: Path) -> None:
    """A build with nothing to do tells the same warnings, and is refused by `strict` as the first was."""
    root = sites.small(tmp_path, {"press-releases/a.ka.md": sites.release(date="2026-12-24")})
    first, second = sites.build(root), sites.build(root)
    assert second.made == 0
    assert sites.told(first) == sites.told(second) != []
    assert sites.build(root, strict=True).problems == first.problems
