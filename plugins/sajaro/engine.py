"""What the engine is at this moment, as a digest: its code, and the libraries that decide what it makes."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version

from sajaro.paths import PACKAGE

_LIBRARIES = ("babel", "holidays", "jinja2", "markdown", "nh3", "pillow", "pagefind")


@cache
def code_of(part: str = "") -> bytes:
    """The digest of the package's code, or of one sub-package's."""
    digest = blake2b(repr((sys.version_info[:2], [version(name) for name in _LIBRARIES])).encode(), digest_size=16)
    for path in sorted((*(PACKAGE / part).rglob("*.py"), *(PACKAGE / part).glob("profiles/*.toml"))):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.digest()
