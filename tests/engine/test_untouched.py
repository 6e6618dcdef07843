"""A build writes to its output folder and its store, a check writes nothing at all, and nothing in `content/` is executed."""

from __future__ import annotations

from pathlib import Path

from tests import sites
from tests.engine.town import Town


def seen(root: Path, apart: tuple[Path, ...] = ()) -> dict[Path, tuple[object, ...]]:
    """Everything below: files with their times and what they hold, folders."""
    found: dict[Path, tuple[object, ...]] = {}
    for path in root.rglob("*"):
        if not any(each in (path, *path.parents) for each in apart):
            stat = path.lstat()
            content = (stat.st_mtime_ns, stat.st_ino, path.read_bytes()) if path.is_file() else ()
            found[path] = (stat.st_mode, *content)
    return found


def test_a_build_writes_nothing_elsewhere(tmp_path: Path) -> None:
    town = Town(tmp_path / "site", 3)
    town.theme["templates/tombstone.html"] = "<h1>{{ view.title }}</h1>\n"
    town.write()
    apart = (town.root / ".sajaro", town.root / "output", tmp_path / "elsewhere")
    before = seen(tmp_path, apart)
    assert sites.build(town.root, now=town.moment, jobs=2).written
    assert sites.build(town.root, tmp_path / "elsewhere", now="2026-12-01").written
    assert seen(tmp_path, apart) == before
    assert not list((tmp_path / "elsewhere").rglob(".sajaro*"))


def test_a_refused_build_leaves_the_last_one(tmp_path: Path) -> None:
    root = sites.small(tmp_path, {"press-releases/a.ka.md": sites.release()})
    sites.build(root)
    before = seen(root / "output")
    sites.write(root / "content", {"press-releases/a.ka.md": "no front matter"})
    assert not sites.build(root).written
    sites.write(root / "content", {"press-releases/a.ka.md": sites.release(date="2026-12-24")})
    assert not sites.build(root, strict=True).written
    assert seen(root / "output") == before


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    town = Town(tmp_path / "site", 4)
    before = seen(tmp_path)
    assert not sites.checked(town.root).failed
    assert seen(tmp_path) == before


def test_a_check_writes_nothing_where_there_is_a_store(tmp_path: Path) -> None:
    town = Town(tmp_path / "site", 4)
    sites.build(town.root, now=town.moment)
    town.edit()
    before = seen(tmp_path)
    assert not sites.checked(town.root).failed
    assert seen(tmp_path) == before


def test_a_check_says_what_a_build_says(tmp_path: Path) -> None:
    """Also what only shows when pages are made."""
    broken = {
        "press-releases/a.ka.md": sites.release(date="2026-02-31"),
        "press-releases/b.ka.md": sites.release(body="[x](nowhere.md)"),
        "press-releases/c.ka.md": sites.release(aliases=["/ka/units/"]),
    }
    for number in range(len(broken) + 1):
        root = sites.small(tmp_path / str(number), dict(list(broken.items())[number:]))
        assert sites.told(sites.checked(root)) == sites.told(sites.build(root))


def test_nothing_in_content_is_executed(tmp_path: Path) -> None:
    mark = tmp_path / "executed"
    evil = f"open({str(mark)!r}, 'w')"
    files = {
        "press-releases/conftest.py": evil,
        "press-releases/a.ka.md": sites.release(
            title="{{ ''.__class__.__mro__ }}{% raw %}", body="{{ 7 * 7 }} {% include 'layout.html' %}"
        ),
        "pelicanconf.py": evil,
    }
    root = sites.small(tmp_path / "site", files)
    outcome = sites.build(root)
    assert len(outcome.problems) == 2
    for name in ("press-releases/conftest.py", "pelicanconf.py"):
        (root / "content" / name).unlink()
    assert sites.build(root).written
    page = (root / "output/ka/press-releases/a/index.html").read_text()
    assert "{{ 7 * 7 }}" in page
    assert "{{ &#39;&#39;.__class__.__mro__ }}{% raw %}" in page
    assert not mark.exists()
