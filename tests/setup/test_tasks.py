"""What `tasks.py` decides before it sets anything up."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.setup.conftest import BARE_PYTHON, ROOT

PRETENDED = "import runpy, sys; {}; sys.argv = ['tasks.py', 'build']; runpy.run_path({!r}, run_name='__main__')"


def pretend(pretence: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """`tasks.py` in a folder with an empty lock, in a bare interpreter of which something is pretended."""
    (folder / "tasks.py").write_bytes((ROOT / "tasks.py").read_bytes())
    (folder / "requirements.lock").touch()
    code = PRETENDED.format(pretence, str(folder / "tasks.py"))
    return subprocess.run([BARE_PYTHON, "-c", code], capture_output=True, text=True)


def test_an_old_python_gets_a_sentence(tmp_path):
    done = pretend("sys.version_info = (3, 9, 2)", tmp_path)
    assert (done.returncode, done.stderr) == (1, "Sajaro needs Python 3.11 or newer; this is 3.9.\n")
    assert not (tmp_path / ".venv").exists()


def test_an_old_python_can_read_the_file():
    tree = ast.parse((ROOT / "tasks.py").read_text("utf-8"), feature_version=(3, 6))
    future = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in future, "annotations from the future are a SyntaxError in Python 3.6"


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(tmp_path, lacking):
    finder = f"import importlib.util as u; f = u.find_spec; u.find_spec = lambda n: None if n == {lacking!r} else f(n)"
    done = pretend(finder, tmp_path)
    assert done.returncode == 1
    assert "apt-get install python{}.{}-venv".format(*sys.version_info) in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_without_pins_there_is_a_sentence(tmp_path, tasks):
    with pytest.raises(SystemExit, match="requirements.lock is missing"):
        tasks.set_up()


def test_a_package_that_was_tampered_with_ends_the_set_up(tasks, environ, monkeypatch, capfd):
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    tasks.LOCK.write_text(f"sajaro==1.0 --hash=sha256:{'0' * 64}\n")
    tasks.PYTHON = sys.executable
    tasks.run = lambda command, run=tasks.run: None if "venv" in command else run([*command, "--dry-run"])
    with pytest.raises(SystemExit, match="Set-up failed at: .*--require-hashes"):
        tasks.set_up()
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert not tasks.is_current()


@pytest.fixture
def completed(tasks, tmp_path):
    """A folder whose environment looks complete."""
    base = tmp_path / "python"
    base.write_bytes(b"an interpreter")
    tasks.LOCK.write_text("some==1.0")
    tasks.PYTHON.parent.mkdir(parents=True)
    tasks.PYTHON.symlink_to(base)
    tasks.STAMP.write_text(f"{base}\n{tasks.digest(str(base))}")
    assert tasks.is_current()
    return tasks


@pytest.mark.parametrize(
    "change",
    {
        "another pin": lambda folder: (folder / "requirements.lock").write_text("some==1.1"),
        "a second pin": lambda folder: (folder / "requirements.txt").write_text("sajaro==1.0"),
        "another interpreter": lambda folder: (folder / "python").write_bytes(b"another interpreter"),
        "no interpreter": lambda folder: (folder / "python").unlink(),
        "no link to it": lambda folder: (folder / ".venv/bin/python").unlink(),
        "set-up begun again": lambda folder: (folder / ".venv/sajaro.stamp").unlink(),
        "half a stamp": lambda folder: os.truncate(folder / ".venv/sajaro.stamp", 20),
    }.items(),
    ids=lambda change: change[0],
)
def test_what_makes_an_environment_stale(completed, tmp_path, change):
    change[1](tmp_path)
    assert not completed.is_current()


def test_a_moved_folder_makes_it_stale(completed):
    completed.ROOT = completed.ROOT.parent / "elsewhere"
    assert not completed.is_current()


def test_it_imports_little_before_it_hands_over():
    file = str(ROOT / "tasks.py")
    code = f"import sys; exec(open({file!r}).read(), {{'__name__': 'x', '__file__': {file!r}}}); print(*sys.modules)"
    bare = subprocess.run([BARE_PYTHON, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert not {"subprocess", "argparse", "typing", "venv", "importlib.util"} & set(bare.stdout.split())
