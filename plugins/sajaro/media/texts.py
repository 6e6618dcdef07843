"""Checks of files that are text: UTF-8, no page in disguise, and well-formed where the format says what that is.

What a table or a calendar *means* is not looked at here; types do that for the files that they read.
"""

from __future__ import annotations

import codecs
from typing import BinaryIO

from .kinds import sniff
from .unfit import Unfit

_BLOCK = 1 << 20
# Parsed JSON takes up to twenty times its length in memory; beyond this only its text is checked.
_PARSED = 3 << 20
_BEGINS = {"text/vtt": b"WEBVTT", "text/calendar": b"BEGIN:VCALENDAR"}
_PAGES = {"http://www.w3.org/1999/xhtml": "page", "http://www.w3.org/2000/svg": "page"}


def text(file: BinaryIO, media_type: str) -> None:
    """Raises Unfit: encoding, mismatch."""
    head = file.read(1024)
    found = sniff(head)
    decoder, block = codecs.getincrementaldecoder("utf-8")(), head
    try:
        while block:
            if b"\0" in block:
                raise UnicodeDecodeError("utf-8", block, 0, 1, "U+0000")
            decoder.decode(block)
            block = file.read(_BLOCK)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if found.partition("/")[0] == "text" or found in ("application/xml", "application/octet-stream"):
            raise Unfit("encoding") from None
        raise Unfit("mismatch", expected=media_type, found=found) from None
    # Letters may begin as a program does ("MZ"), but text that begins as a page is one.
    page = found in ("text/html", "image/svg+xml", "application/xml")
    start = head.removeprefix(codecs.BOM_UTF8)
    subtitle = media_type != "application/x-subrip" or b"-->" in start
    if page or not subtitle or not start.startswith(_BEGINS.get(media_type, b"")):
        raise Unfit("mismatch", expected=media_type, found=found if page else "text/plain")


def json(file: BinaryIO, media_type: str, size: int) -> None:
    """Raises Unfit: encoding, mismatch, malformed."""
    import json as parser

    text(file, media_type)
    if size > _PARSED:
        return
    file.seek(0)
    try:
        parser.loads(file.read().decode("utf-8-sig"))
    except parser.JSONDecodeError as error:
        raise Unfit("malformed", line=error.lineno) from None
    except RecursionError:
        raise Unfit("malformed", line=1) from None


def xml(file: BinaryIO) -> None:
    """Well-formed, and nothing that a browser would run or render as a page. Raises Unfit: malformed, active-content,
    entities."""
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")

    def instruction(target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise Unfit("active-content", what="stylesheet")

    def namespace(_: str | None, uri: str | None) -> None:
        if uri in _PAGES:
            raise Unfit("active-content", what=_PAGES[uri])

    def entity(*_: object) -> None:
        raise Unfit("entities")

    parser.ProcessingInstructionHandler = instruction
    parser.StartNamespaceDeclHandler = namespace
    parser.EntityDeclHandler = entity
    try:
        parser.ParseFile(file)
    except expat.ExpatError as error:
        raise Unfit("malformed", line=error.lineno) from None
