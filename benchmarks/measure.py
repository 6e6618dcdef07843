"""What a command costs: seconds by the wall's clock and by the processors', and the memory of all its processes.

Processor time is what the system accounts to the process and to all that it has waited for. Memory is the sum of the
proportional set sizes (PSS) of the process and its descendants, looked up every 20 ms: pages that forked processes share count
once. To look slows what is looked at, so it is done in a run of its own, whose times count for nothing. Linux alone tells PSS.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

EVERY = 0.02
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, seconds, bytes; 0 bytes where nobody looked."""

    wall: float
    cpu: float
    memory: int = 0


def cost(command: Sequence[str | Path], *, watched: bool = False) -> Cost:
    """Runs a command to its end. RuntimeError, with what it said: it failed."""
    os.sync()
    with tempfile.TemporaryFile() as said:
        begun = perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT)
        watch = _Watch(process.pid) if watched else None
        _, status, used = os.wait4(process.pid, 0)
        wall = perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = watch.end() if watch else 0
        if process.returncode:
            said.seek(0)
            words = " ".join(map(str, command))
            raise RuntimeError(
                f"{words} ended with {process.returncode}:\n{said.read()[-4000:].decode(errors='replace')}"
            )
    return Cost(wall, used.ru_utime + used.ru_stime, peak)


class _Watch:
    """Looks at a process and its descendants until it is told to end."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak = pid, 0
        self._over = Event()
        self._thread = Thread(target=self._look)
        self._thread.start()

    def end(self) -> int:
        self._over.set()
        self._thread.join()
        return self.peak

    def _look(self) -> None:
        over = False
        while not over:
            self.peak = max(self.peak, sum(map(memory, family(self.pid))))
            over = self._over.wait(EVERY)


def family(pid: int) -> Iterator[int]:
    """A process and its descendants, as far as they are still there."""
    yield pid
    for tasks in (PROC / str(pid) / "task").glob("*/children"):
        for child in _read(tasks).split():
            yield from family(int(child))


def memory(pid: int) -> int:
    """The proportional set size of a process in bytes; 0 where it is gone, or the system does not tell."""
    for line in _read(PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except (OSError, ProcessLookupError):
        return ""


def machine() -> dict[str, str]:
    """What figures depend on, in words."""
    import platform

    models = [
        line.split(":", 1)[1].strip() for line in _read(PROC / "cpuinfo").splitlines() if line.startswith("model name")
    ]
    kilobytes = next(
        (line.split()[1] for line in _read(PROC / "meminfo").splitlines() if line.startswith("MemTotal")), "0"
    )
    return {
        "processor": f"{models[0] if models else platform.machine()}, {os.cpu_count()} cores",
        "memory": f"{int(kilobytes) / 2**20:.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "load when it began": f"{os.getloadavg()[0]:.1f}",
    }
