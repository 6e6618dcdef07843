"""The linter's and the formatter's opinion, by the rules in `pyproject.toml`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.setup.conftest import ROOT


@pytest.mark.parametrize("command", [["check", "--output-format=concise"], ["format", "--check"]], ids=" ".join)
def test_ruff_finds_nothing(command):
    ruff = Path(sys.executable).with_name("ruff")
    done = subprocess.run([ruff, *command, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
