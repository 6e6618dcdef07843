"""The icons of browsers and telephones and the web manifest, made from the institution's emblem."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from sajaro.artifacts import Artifact, Files, key
from sajaro.outputs import register
from sajaro.presenters.build import Build

__all__ = ["artifacts", "register"]

_LISTED = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "icon-maskable-512.png": ("512x512", "maskable"),
}


def artifacts(build: Build) -> Iterator[Artifact]:
    name = build.site.institution.emblem
    if name:
        digest = build.facts[name].digest
        yield Artifact(
            path="icons/",
            fingerprint=key("icons", digest, build.media_code),
            view=partial(str, digest),
            render=lambda _: _drawn(build, name),
            code=lambda _: build.media_code,
        )
    manifest = _manifest(build)
    yield Artifact(
        "site.webmanifest", key(manifest), partial(str, manifest), lambda view: view.encode(), lambda _: b"webmanifest"
    )


def _drawn(build: Build, name: str) -> Files:
    from sajaro.media.icons import icons

    return icons(build.settings.content / name)


def _manifest(build: Build) -> str:
    """The web manifest (W3C), in the site's first language."""
    lang = build.site.languages[0]
    icons = [
        {"src": build.places.to(f"icons/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
        for name, (sizes, purpose) in _LISTED.items()
    ]
    manifest = {
        "name": build.title(lang),
        "lang": lang,
        "dir": build.reading(lang).language.direction,
        "start_url": build.places.to(f"{lang}/"),
        "scope": build.places.to(""),
        "display": "browser",
        "theme_color": build.site.institution.accent,
        "background_color": "#ffffff",
        "icons": icons if build.site.institution.emblem else [],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
