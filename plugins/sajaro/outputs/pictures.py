"""The pictures of pages, in several sizes and formats, without anything that tells more than the picture."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sajaro.artifacts import Artifact, Files, key
from sajaro.media import images
from sajaro.outputs import register
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact]:
    shown: dict[str, str] = {}
    for document in build.published:
        for use in build.library.uses(document):
            if use.path and use.picture and images.widths(build.facts[use.path]):
                shown.setdefault(build.facts[use.path].digest, use.path)
    for digest, path in sorted(shown.items()):
        yield Artifact(
            path=f"pictures/{digest[:16]}/",
            fingerprint=key("picture", digest, build.media_code),
            view=partial(str, digest),
            render=partial(_derived, build.settings.content / path),
            code=lambda _: build.media_code,
        )


def _derived(path: Path, _: str) -> Files:
    return images.derive(path)
