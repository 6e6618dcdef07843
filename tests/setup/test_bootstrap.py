"""`tasks.py` for real: a bare interpreter, a folder, and one tiny wheel to install."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from tests.setup.conftest import BARE_PYTHON


def test_starts_at_once_from_nothing_share_one_environment(new_site, start):
    site = new_site()
    processes = [start(site, "greet", "--whom", "you") for _ in range(3)]
    outputs = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [7, 7, 7], outputs
    assert {out for out, _ in outputs} == {f"hello you {site / '.venv'}\nFalse False\n"}
    assert sum("Setting up" in error for _, error in outputs) == 1


def test_moved_then_killed_in_the_middle_then_repaired(new_site, start, tmp_path):
    site = new_site(pinned="version")
    assert start(site, "greet").wait(120) == 7
    moved = tmp_path / "elsewhere"
    site.rename(moved)

    killed = start(moved, "greet")
    wait_for(lambda: not (moved / ".venv" / "sajaro.stamp").exists())
    os.killpg(killed.pid, signal.SIGKILL)
    killed.communicate()
    assert not (moved / ".venv" / "sajaro.stamp").exists()

    repaired = start(moved, "greet")
    out, error = repaired.communicate(timeout=120)
    assert (repaired.returncode, "Setting up" in error) == (7, True), error
    assert str(moved / ".venv") in out

    check_second_start(moved, start)


def check_second_start(site: Path, start: Callable[..., subprocess.Popen[str]]) -> None:
    """It says nothing, and takes less than two and a half bare starts and what argparse costs."""
    assert start(site, "greet").communicate()[1] == ""
    bare = fastest([BARE_PYTHON, "-c", "import argparse, dataclasses, hashlib, inspect, pathlib, typing"])
    ours = fastest([BARE_PYTHON, str(site / "tasks.py"), "greet"])
    assert ours < 2.5 * bare + 0.02, (ours, bare)


def fastest(command: list[str], runs: int = 7) -> float:
    """Seconds of the fastest run."""

    def once() -> float:
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True)
        return time.perf_counter() - begin

    return min(once() for _ in range(runs))


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)
