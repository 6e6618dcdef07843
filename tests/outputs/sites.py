"""Small sites for tests: files written to a folder, read, checked and related by the package itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from sajaro import steps
from sajaro.artifacts import Artifact, opened
from sajaro.build import moment
from sajaro.engine import code_of
from sajaro.files import walk
from sajaro.presenters.build import Build
from sajaro.problems import Problem
from sajaro.settings import Settings
from sajaro.site import Institution, Site
from sajaro.store import Store
from sajaro.wish import Wish

OUTPUTS = ("feeds", "calendars", "sitemap", "robots", "redirects")
NAME = {"ka": "ქალაქი ზღვისპირა", "en": "Town of Zghvispira"}


@dataclass
class Made:
    """A site as its artifacts, by path."""

    artifacts: dict[str, Artifact]
    problems: list[Problem]

    def __getitem__(self, path: str) -> bytes:
        artifact = self.artifacts[path]
        content = artifact.render(artifact.view())
        assert not isinstance(content, dict)
        return content if isinstance(content, bytes) else b"".join(content)

    def text(self, path: str) -> str:
        return self[path].decode()

    def paths(self, ending: str = "") -> list[str]:
        return sorted(path for path in self.artifacts if path.endswith(ending))


def settings(
    root: Path, *, siteurl: str = "https://town.example", outputs: tuple[str, ...] = OUTPUTS, **site: Any
) -> Settings:
    values: dict[str, Any] = {
        "languages": ("ka", "en"),
        "timezone": "Asia/Tbilisi",
        "institution": Institution(name=NAME),
    }
    whole = Site(**(values | site))
    return Settings(root, whole, siteurl, ("sajaro", *(f"sajaro.outputs.{name}" for name in outputs)))


def write(root: Path, files: dict[str, str | bytes]) -> None:
    """Writes files below `content/`."""
    (root / "content").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def make(root: Path, files: dict[str, str | bytes], *, now: str = "2026-06-15", **options: Any) -> Made:
    """The artifacts of a site with these files."""
    write(root, files)
    return again(settings(root, **options), now)


def again(settings: Settings, now: str = "2026-06-15") -> Made:
    store = Store(None)
    wish = Wish(settings, settings.root, moment(now, settings), jobs=1, search=False)
    content = steps.read(wish, walk(settings.content), store)
    library = steps.relate(wish, content)
    of_files, facts = steps.look(wish, library, store)
    problems = steps.check(wish, content, library, of_files)
    build = Build(settings, library, facts, store, code_of(), wish.search)
    made = [each for name in settings.plugins[1:] for each in opened(import_module(name).artifacts(build))]
    paths = [artifact.path for artifact in made]
    assert len(set(paths)) == len(paths)
    return Made({artifact.path: artifact for artifact in made}, problems)


def document(title: str, body: str = "Text.", **fields: Any) -> str:
    """A document's file. Every value is written as JSON, which YAML reads; fields that are None are left out."""
    written = (f"{name}: {json.dumps(value)}" for name, value in fields.items() if value is not None)
    lines = [f"title: {quoted(title)}", *written]
    return "\n".join(("---", *lines, "---", "", body, ""))


def quoted(text: str) -> str:
    """A YAML string of any characters."""
    return '"' + "".join(each if each.isalnum() and each.isascii() else f"\\U{ord(each):08X}" for each in text) + '"'


def release(title: str = "A release", body: str = "Text.", **fields: Any) -> str:
    return document(title, body, **({"date": "2026-06-01"} | fields))


def event(title: str = "A fair", body: str = "Text.", **fields: Any) -> str:
    known = {"date": "2026-06-01", "kind": "exhibition", "start": "2026-07-01 10:00", "end": "2026-07-01 18:00"}
    return document(title, body, **(known | fields))


def topics(*ids: str) -> str:
    return "\n".join(("id,title.ka,title.en", *(f"{id},თემა {id},Topic {id}" for id in ids), ""))
