"""The files that may be attached: by extension, with the media type that a server is told.

Only names and first bytes are looked at here. What a format promises further is checked by its own module.
"""

from __future__ import annotations

import re
import unicodedata

from sajaro.plain import plain

from .unfit import Unfit

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."


@plain
class Kind:
    """`check` names the family of checks: pdf, image, svg, package (a ZIP with rules), zip, ole, text, json, xml,
    boxes (ISO media), magic (first bytes only). `begins` are the first bytes' types that the format allows."""

    media_type: str
    check: str
    begins: tuple[str, ...]


def _kinds(check: str, begins: str = "", /, **types: str) -> dict[str, Kind]:
    return {name: Kind(type_, check, tuple(begins.split()) or (type_,)) for name, type_ in types.items()}


KINDS: dict[str, Kind] = {
    **_kinds("pdf", pdf="application/pdf"),
    **_kinds(
        "image",
        png="image/png",
        jpg="image/jpeg",
        jpeg="image/jpeg",
        webp="image/webp",
        avif="image/avif",
        gif="image/gif",
    ),
    **_kinds("svg", svg="image/svg+xml"),
    **_kinds(
        "package",
        "application/zip",
        docx=_OFFICE + "wordprocessingml.document",
        xlsx=_OFFICE + "spreadsheetml.sheet",
        pptx=_OFFICE + "presentationml.presentation",
        odt=_OPEN + "text",
        ods=_OPEN + "spreadsheet",
        odp=_OPEN + "presentation",
        odg=_OPEN + "graphics",
        asice="application/vnd.etsi.asic-e+zip",
        asics="application/vnd.etsi.asic-s+zip",
    ),
    **_kinds("zip", zip="application/zip"),
    **_kinds(
        "ole",
        "application/x-ole-storage",
        doc="application/msword",
        xls="application/vnd.ms-excel",
        ppt="application/vnd.ms-powerpoint",
    ),
    **_kinds(
        "text",
        csv="text/csv",
        tsv="text/tab-separated-values",
        txt="text/plain",
        vtt="text/vtt",
        srt="application/x-subrip",
        ics="text/calendar",
    ),
    **_kinds("json", json="application/json", geojson="application/geo+json"),
    **_kinds("xml", xml="application/xml", gpx="application/gpx+xml", kml="application/vnd.google-earth.kml+xml"),
    **_kinds("boxes", "video/mp4 audio/mp4", mp4="video/mp4", m4a="audio/mp4"),
    **_kinds("magic", mp3="audio/mpeg", ogg="audio/ogg", wav="audio/wav", webm="video/webm"),
    **_kinds("magic", "application/pkcs7-mime", p7s="application/pkcs7-signature", p7m="application/pkcs7-mime"),
}

# What browsers or Windows, macOS and Android run, or show as a page of this site.
ACTIVE = frozenset(
    "html htm xhtml xht shtml mhtml mht svgz js mjs cjs wasm swf xsl xslt hta htc jar class jnlp exe com scr pif cpl "
    "dll bat cmd ps1 psm1 vbs vbe jse wsf wsh msi msp msix appx lnk url scf inf reg chm hlp iso img dmg pkg app apk "
    "aab ipa deb rpm sh bash command php phtml phar asp aspx jsp cgi docm dotm xlsm xltm xlam pptm ppsm ppam".split()
)

_MAGIC = (
    (0, b"%PDF-", "application/pdf"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"PK\x05\x06", "application/zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"OggS", "audio/ogg"),
    (0, b"ID3", "audio/mpeg"),
    *((0, bytes((0xFF, second)), "audio/mpeg") for second in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2)),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"\x30\x80", "application/pkcs7-mime"),
    (0, b"\x30\x82", "application/pkcs7-mime"),
    (0, b"\x30\x83", "application/pkcs7-mime"),
    (0, b"-----BEGIN PKCS7-----", "application/pkcs7-mime"),
    (0, b"-----BEGIN CMS-----", "application/pkcs7-mime"),
    (0, b"MZ", "application/x-msdownload"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"#!", "text/x-shellscript"),
    (0, b"Rar!", "application/vnd.rar"),
    (0, b"7z\xbc\xaf'\x1c", "application/x-7z-compressed"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"{\\rtf", "text/rtf"),
)
# ISO base media files name the formats that they follow in their first box; the first one found here counts.
_BRANDS = {
    "avif": "image/avif",
    "avis": "image/avif",
    "heic": "image/heic",
    "heix": "image/heic",
    "mif1": "image/heic",
    "qt  ": "video/quicktime",
    "M4A ": "audio/mp4",
}
_HTML = re.compile(
    rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe|style|title|img|a\s)", re.I | re.S
)
_SVG = re.compile(rb"<svg[\s>]|<!doctype\s+svg", re.I)
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?$")


def sniff(head: bytes) -> str:
    """The media type that a file's first kilobyte shows; text/plain or application/octet-stream for no known mark."""
    if head[4:8] == b"ftyp":
        box = head[8 : int.from_bytes(head[:4])].decode("latin-1")
        return next((media_type for brand, media_type in _BRANDS.items() if brand in box), "video/mp4")
    for offset, mark, media_type in _MAGIC:
        if head.startswith(mark, offset) and (offset != 8 or head.startswith(b"RIFF")):
            return media_type
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if _HTML.match(start):
        return "text/html"
    if _SVG.search(start) and start.startswith(b"<"):
        return "image/svg+xml"
    if start.startswith(b"<?xml"):
        return "application/xml"
    return "application/octet-stream" if b"\0" in head else "text/plain"


def kind(name: str) -> Kind:
    """What a file of this name has to be. Raises Unfit: name, active, unknown-type."""
    _holdable(name)
    extension = name.rpartition(".")[2].lower() if "." in name else ""
    if extension in ACTIVE:
        raise Unfit("active", extension=extension)
    if extension not in KINDS:
        raise Unfit("unknown-type", extension=extension)
    return KINDS[extension]


def _holdable(name: str) -> None:
    """Editors sit at Windows too: https://learn.microsoft.com/windows/win32/fileio/naming-a-file."""
    if any(char in '<>:"/\\|?*' or unicodedata.category(char) in ("Cc", "Cs", "Co") for char in name):
        raise Unfit("name", because="character")
    if any(
        unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for char in name
    ):
        raise Unfit("name", because="direction")
    if _DEVICES.match(name):
        raise Unfit("name", because="reserved")
    if name != name.strip(" ") or name.endswith("."):
        raise Unfit("name", because="ending")
    if len(name.encode()) > 255:
        raise Unfit("name", because="length")
