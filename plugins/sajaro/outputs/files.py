"""The files that documents let people download, as they lie in `content/`; pictures and drawings cleaned of what tells too much."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sajaro.artifacts import Artifact, key
from sajaro.media import images
from sajaro.outputs import register
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]


def artifacts(build: Build) -> Iterator[Artifact]:
    published: dict[str, str] = {}
    for document in build.published:
        for use in build.library.uses(document):
            if use.path and not (use.picture and images.widths(build.facts[use.path])):
                published.setdefault(use.path, use.edition.file)
    for path, source in sorted(published.items()):
        facts = build.facts[path]
        yield Artifact(
            path=path,
            fingerprint=key("file", path, facts.digest, build.media_code),
            view=partial(str, facts.digest),
            render=partial(_content, build.settings.content / path, facts.media_type),
            code=lambda _: build.media_code,
            permanent=True,
            source=source,
        )


def _content(path: Path, media_type: str, _: str) -> bytes:
    return images.clean(path) if media_type.startswith("image/") else path.read_bytes()
