"""Small sites for tests: written to a folder, built in this process or by the command line in one of its own.

A site here is the institution `pelicanconf.py` below and whatever files a test lays into `content/`.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

import sajaro
from sajaro.build import build as run
from sajaro.build import check, moment
from sajaro.settings import load
from sajaro.wish import Outcome

NOW = "2026-11-22"
LANGUAGES = ("ka", "en")

_PLUGINS = Path(sajaro.__file__).parents[1]
_OUTPUTS = Path(sajaro.__file__).parent / "outputs"
OUTPUTS = tuple(
    sorted(
        (path.parent if path.stem == "__init__" else path).stem
        for path in (*_OUTPUTS.glob("*.py"), *_OUTPUTS.glob("*/__init__.py"))
        if "\ndef artifacts(" in path.read_text("utf-8") and path.parent.name != "search"
    )
)
"""Every output that there is but the search index, which takes long and has tests of its own."""

_CONF = """\
from sajaro.site import ActKind, Institution, Site

SITE = Site(institution=Institution({institution}), {site})
SITEURL = {siteurl!r}
PLUGINS = ["sajaro", *("sajaro.outputs." + name for name in {outputs!r})]
"""

GOOD = {
    "units/council.ka.md": "---\ntitle: საკრებულო\n---\n\nტექსტი.\n",
    "units/council.en.md": "---\ntitle: Council\n---\n\nText.\n",
}
"""The documents of a small good site: a unit in both languages."""


def conf(
    *,
    institution: Mapping[str, object] = {},
    siteurl: str = "https://town.example",
    outputs: Iterable[str] = OUTPUTS,
    **site: object,
) -> str:
    """A `pelicanconf.py`."""
    named = {"name": {"ka": "საცდელი მუნიციპალიტეტი", "en": "Test Municipality"}} | dict(institution)
    options = {"languages": LANGUAGES, "timezone": "Asia/Tbilisi", "now": NOW} | site
    # Act kinds are written as calls, everything else by its representation.
    return _CONF.format(
        institution=_arguments(named), site=_arguments(options), siteurl=siteurl, outputs=tuple(outputs)
    )


def _arguments(values: Mapping[str, object]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in values.items())


def make(root: Path, files: Mapping[str, str | bytes], **options: object) -> Path:
    """A site at `root` with these files in `content/`, on top of what is there."""
    write(root / "content", files)
    (root / "pelicanconf.py").write_text(conf(**options), "utf-8")  # type: ignore[arg-type]
    return root


def small(root: Path, files: Mapping[str, str | bytes] = {}, **options: object) -> Path:
    """The small good site with more files."""
    return make(root, GOOD | dict(files), **options)


def write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content)


def document(title: str = "A title", body: str = "A text.", **fields: object) -> str:
    """A file with front matter; values are written as YAML flow, so a dict or a list may be given."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in ({"title": title} | fields).items()]
    return "\n".join(("---", *lines, "---", "", body, ""))


def release(title: str = "A title", body: str = "A text.", **fields: object) -> str:
    """A press release."""
    return document(title, body, **({"date": "2026-03-01"} | fields))


@cache
def _compiled() -> Path:
    """Templates as a build leaves them; to compile them takes longer than all the rest of a small site."""
    folder = Path(tempfile.mkdtemp(prefix="sajaro-templates-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = load(small(folder))
    run(settings, folder / "output", now=moment(None, settings), jobs=1, search=False)
    return settings.store / "templates"


def warm(root: Path) -> None:
    """Gives a new site the compiled templates."""
    if not (root / ".sajaro").exists():
        shutil.copytree(_compiled(), root / ".sajaro/templates")


def build(
    root: Path, output: Path | None = None, *, now: str | None = None, jobs: int = 1, strict: bool = False
) -> Outcome:
    """Builds in this process, into `output/` of the site where nothing else is said."""
    warm(root)
    settings = load(root)
    target = output or root / "output"
    return run(settings, target, now=moment(now, settings), jobs=jobs, strict=strict, search=False)


def checked(root: Path) -> Outcome:
    """Checks in this process."""
    settings = load(root)
    return check(settings, now=moment(None, settings))


def published(output: Path) -> dict[str, bytes]:
    """Every file below, by path."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
    }


def digests(output: Path) -> dict[str, bytes]:
    """The digest of every file below, by path: for sites that are larger than memory should be."""
    found = (path for path in sorted(output.rglob("*")) if path.is_file())
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).digest() for path in found}


def folders(output: Path) -> set[str]:
    return {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_dir()}


def told(outcome: Outcome) -> list[str]:
    """The problems of a build as an editor reads them, without those of the settings."""
    return [each.text("en") for each in outcome.problems if each.file != "pelicanconf.py"]


def command(*words: str | Path, **options: object) -> list[str]:
    """The words that start the command line in a process of its own."""
    return [
        sys.executable,
        "-c",
        "import sys; from sajaro.cli import main; sys.exit(main(sys.argv[1:]))",
        *map(str, words),
    ]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_PLUGINS), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}


def start(*words: str | Path) -> subprocess.Popen[str]:
    """A command under way."""
    return subprocess.Popen(
        command(*words), env=environment(), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )


def call(*words: str | Path, timeout: float = 60) -> subprocess.CompletedProcess[str]:
    """A command that has ended."""
    return subprocess.run(
        command(*words), env=environment(), capture_output=True, text=True, encoding="utf-8", timeout=timeout
    )
