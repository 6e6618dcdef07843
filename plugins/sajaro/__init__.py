"""Sajaro: a git repository of Markdown becomes the website of a public institution."""

import os

__version__ = "0.1.0"

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
"""What else is installed must not change what a field takes; nor is it looked for, which takes 15 ms."""


def register() -> None:
    """Pelican asks this of `sajaro` in PLUGINS; without Pelican nothing does."""
    from sajaro.plugin import connect

    connect()
