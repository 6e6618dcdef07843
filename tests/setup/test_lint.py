"""The linter's opinion, by the rules in `pyproject.toml`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.setup.conftest import ROOT


def test_ruff_finds_nothing():
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run(
        [ruff, "check", "--no-cache", "--output-format=concise"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
