"""Sajaro: a git repository of Markdown becomes the website of a public institution."""

__version__ = "0.1.0"


def register() -> None:
    """Pelican asks this of `sajaro` in PLUGINS; without Pelican nothing does."""
    from sajaro.plugin import connect

    connect()
