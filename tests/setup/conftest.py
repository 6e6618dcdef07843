"""A site of nothing but `tasks.py` and its pins, whose engine is a wheel of one command made here."""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from sajaro import cli

ROOT = Path(__file__).resolve().parents[2]
BARE_PYTHON = sys._base_executable

ENGINE = {
    "sajaro/__init__.py": "",
    **{
        f"sajaro/{name}.py": Path(cli.__file__).with_name(f"{name}.py").read_text("utf-8")
        for name in ("cli", "catalogs", "paths", "plain", "refused")
    },
    "sajaro/commands/__init__.py": 'COMMANDS = ("greet",)\n',
    "sajaro/commands/greet.py": (
        "import sys\n\n\n"
        "def greet(whom: str = 'world') -> int:\n"
        "    '''Greets.'''\n"
        "    print('hello', whom, sys.prefix)\n"
        "    print('invoke' in sys.modules, 'pelican' in sys.modules)\n"
        "    return 7\n"
    ),
    "sajaro-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: sajaro\nVersion: 1.0\n",
    "sajaro-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
}


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel with a `sajaro` of one command, which prints where it runs and returns 7."""
    wheel = tmp_path_factory.mktemp("wheels") / "sajaro-1.0-py3-none-any.whl"
    record = "sajaro-1.0.dist-info/RECORD"
    with zipfile.ZipFile(wheel, "w") as archive:
        lines = [f"{record},,"]
        for name, text in ENGINE.items():
            archive.writestr(name, text)
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            lines.append(f"{name},sha256={digest},{len(text.encode())}")
        archive.writestr(record, "\n".join(lines))
    return wheel


@pytest.fixture(scope="session")
def environ(engine: Path) -> dict[str, str]:
    """Variables with which pip knows the one wheel and no registry."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON", "VIRTUAL"))}
    return outside | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(engine.parent), "PIP_CONFIG_FILE": os.devnull}


@pytest.fixture
def new_site(tmp_path: Path, engine: Path) -> Callable[..., Path]:
    """Makes a site's folder; `pinned` tells whether its engine is pinned by a hash or by a version."""

    def make(pinned: str = "hash") -> Path:
        site = tmp_path / "site"
        site.mkdir()
        shutil.copy(ROOT / "tasks.py", site)
        if pinned == "hash":
            digest = hashlib.sha256(engine.read_bytes()).hexdigest()
            (site / "requirements.lock").write_text(f"sajaro==1.0 \\\n    --hash=sha256:{digest}\n")
        else:
            (site / "requirements.txt").write_text("sajaro==1.0\n")
        return site

    return make


@pytest.fixture(scope="session")
def start(environ: dict[str, str]) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a site's `tasks.py` with the bare interpreter, in a process group of its own."""
    started: list[subprocess.Popen[str]] = []

    def popen(site: Path, *words: str) -> subprocess.Popen[str]:
        started.append(
            subprocess.Popen(
                [BARE_PYTHON, str(site / "tasks.py"), *words],
                env=environ,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                start_new_session=True,
            )
        )
        return started[-1]

    yield popen
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def tasks(tmp_path: Path) -> ModuleType:
    """A `tasks.py` loaded as a module, in an empty folder."""
    file = shutil.copy(ROOT / "tasks.py", tmp_path / "tasks.py")
    spec = importlib.util.spec_from_file_location("tasks_of_a_test", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
