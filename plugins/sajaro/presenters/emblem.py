"""The addresses of what is made of the institution's emblem."""

from __future__ import annotations

from sajaro.presenters.build import Build

_LINKED = {"favicon.svg": "any", "favicon.ico": "32x32", "apple-touch-icon.png": "180x180"}


def emblem(build: Build) -> str:
    """The address of the emblem, or nothing where the settings name none."""
    name = build.site.institution.emblem
    if not name or not build.has("icons"):
        return ""
    return build.places.to("icons/favicon.svg" if name.endswith(".svg") else "icons/icon-192.png")


def links(build: Build) -> tuple[tuple[str, str], ...]:
    """Sizes and addresses of the icons that pages link to."""
    name = build.site.institution.emblem
    if not name or not build.has("icons"):
        return ()
    names = [each for each in _LINKED if each != "favicon.svg" or name.endswith(".svg")]
    return tuple((_LINKED[each], build.places.to(f"icons/{each}")) for each in names)
