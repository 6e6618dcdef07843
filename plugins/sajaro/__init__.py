"""Sajaro: a git repository of Markdown becomes the website of a public institution."""

__version__ = "0.1.0"
