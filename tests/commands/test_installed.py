"""The wheel in an environment of its own: without this repository it begins a site, builds it, and lets Pelican build it.

What the wheel needs is taken from the environment that the tests run in; that the wheel names all of it is a test here too.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.commands.conftest import tree

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def bin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=os.name != "nt")
    [packages] = (folder / "venv").rglob("site-packages")
    # A path in a .pth file is searched last, and the .pth files in it, an editable installation's among them, are not read.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    install = [
        sys.executable,
        "-m",
        "pip",
        f"--python={folder / 'venv'}",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        str(wheel),
    ]
    subprocess.run(install, check=True, capture_output=True)
    return folder / "venv" / ("Scripts" if os.name == "nt" else "bin")


def run(command: list[str | Path], cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_site_begins_and_builds_without_this_repository(bin, tmp_path):
    where = run(
        [bin / "python", "-c", "import sajaro, sajaro.paths; print(sajaro.__file__, sajaro.paths.THEME)"], tmp_path
    )
    assert str(ROOT) not in where
    run(
        [
            bin / "sajaro",
            "init",
            "town",
            "--name",
            "Хевская мэрия",
            "--kind",
            "municipality",
            "--languages",
            "ka,hy,en",
        ],
        tmp_path,
    )
    site = tmp_path / "town"
    assert (site / "tasks.py").read_bytes() == (ROOT / "tasks.py").read_bytes()
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace('SITEURL = ""', 'SITEURL = "https://forge.example/sub"'), "utf-8")
    said = run([bin / "sajaro", "build"], site)
    assert "0 errors, 0 warnings" in said
    pages = {path: content.decode() for path, content in tree(site / "output").items() if path.endswith(".html")}
    assert 'href="/sub/ka/about/"' in pages["ka/index.html"]
    # Every address of the site is under its path.
    assert not [path for path, page in pages.items() if re.search(r'(?:href|src|action)="/(?!sub/)', page)]
    run([bin / "python", "-m", "pelican", "-o", tmp_path / "by-pelican"], site)
    assert tree(tmp_path / "by-pelican") == tree(site / "output")
    shutil.rmtree(site / ".sajaro")
    run([bin / "sajaro", "new", "press-releases", "A bridge", "--lang", "en"], site)
    assert "0 errors, 1 warning;" in run([bin / "sajaro", "check"], site)


def test_all_that_the_engine_imports_is_named_among_what_it_needs():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[^\w-]", each)[0].replace("_", "-").lower() for each in project["dependencies"]}
    distributions = packages_distributions()
    missing = {}
    for path in (ROOT / "plugins/sajaro").rglob("*.py"):
        for name in imported(ast.parse(path.read_bytes())):
            owners = {each.replace("_", "-").lower() for each in distributions.get(name, ())}
            if name not in sys.stdlib_module_names and name != "sajaro" and not owners & needed:
                missing.setdefault(name, path.relative_to(ROOT).as_posix())
    # What pydantic, jinja2 and pdfplumber hand out of their own parts.
    assert set(missing) <= {"pydantic_core", "markupsafe", "pdfminer"}, missing


def imported(module: ast.Module) -> set[str]:
    """The top packages that a module imports, wherever in it."""
    names = {alias.name for node in ast.walk(module) if isinstance(node, ast.Import) for alias in node.names}
    names |= {
        node.module for node in ast.walk(module) if isinstance(node, ast.ImportFrom) and node.module and not node.level
    }
    return {name.split(".")[0] for name in names}
