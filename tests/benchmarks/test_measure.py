"""What is measured of a command: of all its processes, and of a failing one nothing."""

from __future__ import annotations

import sys

import pytest

from benchmarks.measure import cost, machine

FORKED = """
import os, time
held = bytearray(os.urandom(1)) * 60_000_000
if os.fork():
    os.wait()
else:
    end = time.process_time() + 0.2
    while time.process_time() < end:
        pass
    own = bytearray(os.urandom(1)) * 40_000_000
    time.sleep(0.3)
    os._exit(0)
"""


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_time_and_memory_are_of_all_processes_together():
    found = cost(python(FORKED), watched=True)
    assert found.wall > 0.5
    assert 0.2 < found.cpu < found.wall
    # What the two share counts once.
    assert 100_000_000 < found.memory < 150_000_000


def test_nobody_looks_where_times_count():
    assert cost(python("")).memory == 0


def test_a_failing_command_tells_what_it_said():
    with pytest.raises(RuntimeError, match="ended with 3:\nwhat went wrong"):
        cost(python("import sys; print('what went wrong'); sys.exit(3)"))


def test_the_machine_is_described():
    found = machine()
    assert "cores" in found["processor"]
    assert found["memory"] != "0 GB"
