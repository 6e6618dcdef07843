"""Builds in real processes: killed at any moment, or two at once."""

from __future__ import annotations

import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests import sites
from tests.engine.test_equality import assert_same, clean
from tests.engine.town import Town

KILLED = 6


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return Town(tmp_path_factory.mktemp("town"), 11)


@pytest.fixture(scope="module")
def expected(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clean(town, tmp_path_factory.mktemp("clean"))


def start(root: Path, now: str, *words: str | Path) -> subprocess.Popen[str]:
    command = sites.command("build", "--site", root, "--no-search", "--now", now, *words)
    return subprocess.Popen(
        command,
        env=sites.environment(),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def family(leader: int) -> list[int]:
    """The processes of a session that still run."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(session) == leader and state != "Z":
            found.append(int(folder.name))
    return found


def ended(process: subprocess.Popen[str]) -> None:
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 0, output + errors
    assert not errors, errors


def test_a_killed_build_loses_nothing(town: Town, expected: Path) -> None:
    """Killed with what it was about to write half written; what its workers hold is let go, or the next would wait for ever."""
    by_chance = random.Random(4)
    begun = time.monotonic()
    ended(start(town.root, town.moment, "--jobs", "2", "--output", town.root / "timed"))
    took = time.monotonic() - begun
    for number in range(KILLED):
        town.documents["press-releases/2026/first"].texts["ka"]["title"] = f"სხვა {number}"
        town.options["phone"] = f"+995 000 00 00 0{number}"
        town.write()
        process = start(town.root, town.moment, "--jobs", "2")
        time.sleep(took * by_chance.uniform(0.3, 0.95))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert (town.root / "content/press-releases/2026/first.ka.md").exists()
        until = time.monotonic() + 5
        while family(process.pid) and time.monotonic() < until:
            time.sleep(0.1)
        assert not family(process.pid)
    town.documents["press-releases/2026/first"].texts["ka"]["title"] = "წყალი"
    town.write()
    ended(start(town.root, town.moment))
    assert_same(town.root / "output", clean(town, expected.parent / "after"))


def test_two_builds_at_once(town: Town, tmp_path: Path) -> None:
    """Into one folder, and into two with one store: begun when there is no store yet."""
    root = town.copy(tmp_path / "site")
    running = [start(root, town.moment, "--output", tmp_path / name) for name in ("one", "one", "two")]
    for process in running:
        ended(process)
    expected = clean(town, tmp_path / "clean")
    assert_same(tmp_path / "one", expected)
    assert_same(tmp_path / "two", expected)
