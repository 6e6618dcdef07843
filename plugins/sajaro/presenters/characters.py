"""Text for formats that know no markup: without the characters that XML 1.0 (2.2) and RFC 5545 (3.1) cannot hold."""

from __future__ import annotations

import re

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """`text` with line breaks as `\\n` and no control characters but those and tabs; a plain `str` in any case."""
    return _IMPOSSIBLE.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n"))
