"""Sites made by `init`, and the commands as a process of their own or in this one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sajaro import cli
from sajaro.skeleton.site import Kind, files

COMMAND = [sys.executable, "-c", "import sys; from sajaro.cli import main; sys.exit(main())"]
ENVIRONMENT = os.environ | {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}

Make = Callable[..., Path]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Kind, str], Path]:
    """A site as `init` makes it, once for each kind and languages."""
    made: dict[tuple[Kind, str], Path] = {}

    def make(kind: Kind, languages: str) -> Path:
        if (kind, languages) not in made:
            root = made[kind, languages] = tmp_path_factory.mktemp("begun")
            for path, content in files("ხევის მუნიციპალიტეტი", kind, tuple(languages.split(","))).items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(content)
        return made[kind, languages]

    return make


@pytest.fixture
def site(begun: Callable[[Kind, str], Path], tmp_path: Path) -> Path:
    """A municipality's new site in two languages, for this test alone."""
    return shutil.copytree(begun("municipality", "ka,en"), tmp_path / "site")


@pytest.fixture
def sajaro(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command in this process: its exit code, what it said, and what it complained of."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(word) for word in words])
        return (code, *capsys.readouterr())

    return run


def process(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8"
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and what it holds."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
