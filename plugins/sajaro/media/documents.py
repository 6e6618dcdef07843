"""Checks of PDF, office and archive files: whole, open to everybody, without programs inside.

Archives are judged by their directories; nothing is unpacked. Whether a PDF is accessible is not looked at here.
"""

from __future__ import annotations

import mmap
import struct
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile, ZipFile

from .kinds import ACTIVE
from .unfit import Unfit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Pdf

_END = b"PK\x05\x06"
_ENTRIES = 10_000
_DIRECTORY = 4 << 20  # bytes
_EXPANDED = 200 << 20  # bytes; below it no ratio is a threat
_RATIO = 100
_PDF_MEMORY = 64 << 20  # bytes that one stream of a PDF's directory may fill
# What an archive may hold though it may not stand here by itself: saved pages and their parts.
_PROGRAMS = ACTIVE - {"html", "htm", "xhtml", "xht", "shtml", "mhtml", "mht", "svgz", "xsl", "xslt"}
_MAIN_PARTS = {
    "docx": b"wordprocessingml.document",
    "xlsx": b"spreadsheetml.sheet",
    "pptx": b"presentationml.presentation",
}
_STREAMS = {"doc": ("WordDocument",), "xls": ("Workbook", "Book"), "ppt": ("PowerPoint Document",)}


def pdf(path: Path) -> int:
    """The number of pages. Raises Unfit: truncated, encrypted, unreadable, active-content.

    Damage is not repaired, as readers do silently: what is published must be whole.
    """
    import pikepdf

    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2048))
        if b"%%EOF" not in file.read():
            raise Unfit("truncated")
    try:
        with _limited(), pikepdf.open(path, attempt_recovery=False, suppress_warnings=True) as document:
            if document.is_encrypted:
                raise Unfit("encrypted")
            _no_script(document)
            # Counted by the file itself: to walk the pages of a hostile file takes as long as it likes.
            pages = int(document.Root.Pages.Count)
    except pikepdf.PasswordError:
        raise Unfit("encrypted") from None
    except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError, RuntimeError, MemoryError):
        raise Unfit("unreadable") from None
    if pages < 1:
        raise Unfit("unreadable")
    return pages


@contextmanager
def _limited() -> Iterator[None]:
    """Bounds what a stream may swell to; the releases for Intel Macs (before 10.14) cannot."""
    import pikepdf

    limit = getattr(pikepdf.settings, "set_qpdf_limits", None)
    if limit is None:
        yield
        return
    before = limit(
        flate_max_memory=_PDF_MEMORY,
        run_length_max_memory=_PDF_MEMORY,
        png_max_memory=_PDF_MEMORY,
        tiff_max_memory=_PDF_MEMORY,
    )
    try:
        yield
    finally:
        limit(**before)


def _no_script(document: Pdf) -> None:
    import pikepdf

    action = document.Root.get("/OpenAction")
    opened = str(action.get("/S", "")) if isinstance(action, pikepdf.Dictionary) else ""
    names = document.Root.get("/Names")
    if opened == "/JavaScript" or (isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names):
        raise Unfit("active-content", what="script")
    if opened == "/Launch":
        raise Unfit("active-content", what="launch")


def archive(path: Path) -> list[str]:
    """The names in a ZIP. Raises Unfit: unreadable, encrypted, expands, entry."""
    size = path.stat().st_size
    with path.open("rb") as file:
        directory = _directory(file, size)
    if directory is None or directory[1] > _DIRECTORY:
        raise Unfit("unreadable")
    if directory[0] > _ENTRIES:
        raise Unfit("expands")
    try:
        with ZipFile(path) as opened:
            entries = opened.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, struct.error):
        raise Unfit("unreadable") from None
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("encrypted")
    if sum(entry.file_size for entry in entries) > max(_EXPANDED, _RATIO * size):
        raise Unfit("expands")
    for name in (entry.filename for entry in entries):
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or name.startswith(("/", "\\")) or ":" in parts[0]:
            raise Unfit("entry", entry=name)
        if name.rpartition(".")[2].lower() in _PROGRAMS:
            raise Unfit("entry", entry=name)
    return [entry.filename for entry in entries]


def _directory(file: BinaryIO, size: int) -> tuple[int, int] | None:
    """Entries and bytes of the directory of a ZIP that ends where this file ends (APPNOTE 4.3.16)."""
    file.seek(max(0, size - 22 - 0xFFFF))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + 22:
        return None
    entries, length, _, comment = struct.unpack_from("<HIIH", tail, at + 10)
    return (entries, length) if at + 22 + comment == len(tail) else None


def no_archive_behind(file: BinaryIO, size: int) -> None:
    """Raises Unfit polyglot where a file of another format is a ZIP, and so a JAR, when read from its end."""
    if _directory(file, size) is not None:
        raise Unfit("polyglot")


def package(path: Path, extension: str, media_type: str) -> None:
    """A ZIP with the parts that its format demands. Raises Unfit: as archive; mismatch, macros."""
    names = archive(path)
    with ZipFile(path) as opened:
        try:
            if extension in _MAIN_PARTS:
                found = _beginning(opened, "[Content_Types].xml")
                fits = _MAIN_PARTS[extension] + b".main+xml" in found
            else:
                found = _beginning(opened, "mimetype").strip()
                fits = found == media_type.encode()
            manifest = _beginning(opened, "META-INF/manifest.xml")
        except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
            raise Unfit("unreadable") from None
    if b"macroEnabled" in found or any(
        name.endswith("vbaProject.bin") or name.startswith(("Basic/", "Scripts/")) and not name.endswith("/")
        for name in names
    ):
        raise Unfit("macros")
    if not fits:
        raise Unfit("mismatch", expected=media_type, found="application/zip")
    if b"encryption-data" in manifest:
        raise Unfit("encrypted")


def _beginning(opened: ZipFile, name: str) -> bytes:
    import zlib

    try:
        with opened.open(name) as entry:
            return entry.read(1 << 20)
    except (KeyError, zlib.error, EOFError):
        return b""


def ole(path: Path, extension: str, media_type: str) -> None:
    """A binary office file (MS-CFB), by the names of its streams. Raises Unfit: mismatch, macros, encrypted."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:

        def has(stream: str) -> bool:
            return content.find(stream.encode("utf-16-le") + b"\0\0") >= 0

        if has("EncryptedPackage"):
            raise Unfit("encrypted")
        if not any(map(has, _STREAMS.get(extension, ()))):
            raise Unfit("mismatch", expected=media_type, found="application/x-ole-storage")
        if has("_VBA_PROJECT") or has("_VBA_PROJECT_CUR"):
            raise Unfit("macros")
