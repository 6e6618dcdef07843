"""Style sheet, scripts and fonts of the theme, under names that change with their content, so that browsers keep them for ever."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sajaro.artifacts import Artifact, key
from sajaro.outputs import register
from sajaro.presenters.assets import named
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact]:
    assets = build.assets
    yield _asset(named("site", "css", assets.css), assets.css)
    for kind, suffix in (("fonts", ".woff2"), ("js", ".js")):
        for path in assets.files(kind).values():
            if path.suffix == suffix:
                yield _asset(assets.place(kind, path.name), path.read_bytes())


def _asset(path: str, content: bytes) -> Artifact:
    digest = key(content)
    return Artifact(path, key(path, digest), partial(bytes, digest), lambda _: content, lambda _: b"asset")
