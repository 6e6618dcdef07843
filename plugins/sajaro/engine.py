"""What the engine is at this moment, as a digest: its code, and the libraries that decide what it makes."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b

from sajaro.paths import PACKAGE

_LIBRARIES = {"babel", "holidays", "jinja2", "markdown", "nh3", "pillow", "pagefind", "typst"}


@cache
def code_of(part: str = "") -> bytes:
    """The digest of the package's code, or of one sub-package's."""
    digest = blake2b(repr((sys.version_info[:2], _installed())).encode(), digest_size=16)
    for path in sorted((*(PACKAGE / part).rglob("*.py"), *(PACKAGE / part).glob("profiles/*.toml"))):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + path.read_bytes())
    return digest.digest()


def _installed() -> list[str]:
    """The libraries with their versions, as folders name them: `jinja2-3.1.6.dist-info`. To ask `importlib.metadata` takes ten times as
    long (https://packaging.python.org/en/latest/specifications/recording-installed-packages/)."""
    names = (name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder))
    return sorted({name for name in names if name.endswith(".dist-info") and name.split("-")[0].lower() in _LIBRARIES})
