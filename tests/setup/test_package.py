"""The package: what the wheel carries, and where an environment made by `tasks.py` finds the engine."""

from __future__ import annotations

import subprocess
import sys
import zipfile

from tests.setup.conftest import ROOT


def test_the_wheel_carries_the_engine_the_theme_and_what_a_site_begins_with(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("sajaro-*-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        assert archive.read("sajaro/skeleton/tasks.py") == (ROOT / "tasks.py").read_bytes()
        assert archive.read("sajaro/skeleton/requirements.lock") == (ROOT / "requirements.lock").read_bytes()
        [metadata] = (archive.read(name).decode() for name in names if name.endswith(".dist-info/METADATA"))
    theme = {path.relative_to(ROOT) for path in (ROOT / "theme").rglob("*") if path.is_file()}
    assert theme
    assert {f"sajaro/{path.as_posix()}" for path in theme if "__pycache__" not in path.parts} <= names
    assert {"sajaro/__init__.py", "sajaro/cli.py"} <= names
    assert not [name for name in names if name.startswith(("tests/", "plugins/", "content/"))]
    assert "License-Expression: AGPL-3.0-or-later" in metadata
    assert "Requires-Python: >=3.11" in metadata


def test_the_environment_takes_the_engine_from_this_folder(tmp_path):
    code = "import sajaro; print(sajaro.__file__)"
    found = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(ROOT / "plugins" / "sajaro" / "__init__.py")


def test_the_licence_is_whole():
    text = (ROOT / "LICENSE").read_text("utf-8").splitlines()
    assert text[0].strip() == "GNU AFFERO GENERAL PUBLIC LICENSE"
    assert (len(text), text[-1]) == (661, "<https://www.gnu.org/licenses/>.")
