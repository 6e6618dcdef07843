"""Where the engine's own files lie: in a checkout the theme stands beside `plugins/`, in a wheel inside the package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _beside(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.exists() else PACKAGE.parent.parent / name


THEME = _beside("theme")
