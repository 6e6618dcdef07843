"""Every family of files: what is let through with its facts, and what is refused for which reason."""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import re
import struct
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from sajaro.media import kinds, unfit
from sajaro.media.inspect import File, inspect
from sajaro.media.unfit import REASONS, Unfit

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."


def refused(path: Path) -> Unfit:
    with pytest.raises(Unfit) as caught:
        inspect(path)
    return caught.value


def written(path: Path, content: bytes | str) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def pdf(**options: object) -> bytes:
    document, target = pikepdf.new(), io.BytesIO()
    for _ in range(3):
        document.add_blank_page()
    document.save(target, **options)
    return target.getvalue()


def archive(entries: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as opened:
        for name, content in entries.items():
            opened.writestr(name, content)
    return target.getvalue()


def swollen(content: bytes, size: int) -> bytes:
    """The archive, saying of its first entry that it unpacks to so many bytes (APPNOTE 4.3.12)."""
    at = content.index(b"PK\x01\x02") + 24
    return content[:at] + struct.pack("<I", size) + content[at + 4 :]


def docx(part: str = "wordprocessingml.document.main+xml", **more: bytes) -> bytes:
    return archive({"[Content_Types].xml": f'<Types ContentType="{OFFICE}{part}"/>'} | more)


def odt(media_type: str = OPEN + "text", **more: bytes) -> bytes:
    return archive({"mimetype": media_type, "content.xml": "<x/>"} | more)


def image(format: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: object) -> bytes:
    target = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(target, format, **options)
    return target.getvalue()


def png_header(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compress(b"\0" * 1000)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def ole(*streams: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"".join(name.encode("utf-16-le") + bytes(64) for name in streams)


def boxes(brand: bytes) -> bytes:
    return b"\0\0\0\x14ftyp" + brand + bytes(4) + b"isom" + b"\0\0\0\x08moov" + b"\0\0\0\x0cmdatabcd"


GOOD = {
    "a.pdf": (pdf(), "application/pdf"),
    "a.docx": (docx(), OFFICE + "wordprocessingml.document"),
    "a.odt": (odt(), OPEN + "text"),
    "a.asice": (odt("application/vnd.etsi.asic-e+zip"), "application/vnd.etsi.asic-e+zip"),
    "a.zip": (archive({"readme.html": "<p>", "data/a.csv": "a"}), "application/zip"),
    "a.doc": (ole("WordDocument"), "application/msword"),
    "a.xls": (ole("Workbook"), "application/vnd.ms-excel"),
    "A.CSV": ("\ufeffწელი;თანხა\r\n2026;12\r\n", "text/csv"),
    "starts-like-a-program.csv": ("MZ,ID3\n1,2\n", "text/csv"),
    "a.txt": ("საჯარო", "text/plain"),
    "a.json": ('{"ა": [1]}', "application/json"),
    "a.xml": ('<?xml version="1.0" encoding="utf-16"?><a xmlns="urn:x"/>'.encode("utf-16"), "application/xml"),
    "a.ics": ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "text/calendar"),
    "a.vtt": ("WEBVTT\n\n00:00.000 --> 00:01.000\nა\n", "text/vtt"),
    "a.srt": ("1\n00:00:00,000 --> 00:00:01,000\nა\n", "application/x-subrip"),
    "a.mp3": (b"ID3\x04" + bytes(20), "audio/mpeg"),
    "a.ogg": (b"OggS" + bytes(20), "audio/ogg"),
    "a.wav": (b"RIFF\x04\0\0\0WAVE", "audio/wav"),
    "a.webm": (b"\x1aE\xdf\xa3" + bytes(20), "video/webm"),
    "a.mp4": (boxes(b"isom"), "video/mp4"),
    "a.m4a": (boxes(b"M4A "), "audio/mp4"),
    "a.p7s": (b"\x30\x82\x01\x00" + bytes(10), "application/pkcs7-signature"),
    "a.svg": ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"/>', "image/svg+xml"),
    **{
        f"a.{name}": (image(name.upper().replace("JPG", "JPEG")), kinds.KINDS[name].media_type)
        for name in ("png", "jpg", "webp", "avif", "gif")
    },
}


@pytest.mark.parametrize("name", GOOD)
def test_good_files_pass_with_their_facts(name: str, tmp_path: Path) -> None:
    content, media_type = GOOD[name]
    path = written(tmp_path / name, content)
    sized = media_type.startswith("image/")
    assert inspect(path) == File(
        media_type,
        path.stat().st_size,
        hashlib.sha256(path.read_bytes()).hexdigest(),
        3 if name == "a.pdf" else None,
        60 if sized else None,
        40 if sized else None,
    )


@pytest.mark.parametrize("name", GOOD)
def test_an_empty_file_is_refused_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    assert refused(written(tmp_path / name, b"")).reason == "empty"


@pytest.mark.parametrize("name", [name for name in GOOD if not name.endswith((".svg", ".html"))])
def test_a_page_under_another_name_is_no_match(name: str, tmp_path: Path) -> None:
    error = refused(written(tmp_path / name, "<html><script>alert(1)</script>\n"))
    assert error.reason in {"mismatch", "malformed"}
    assert error.facts.get("found", "text/html") == "text/html"


@pytest.mark.parametrize("name", [name for name in GOOD if GOOD[name][1].startswith("image/") and name != "a.svg"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_an_image_cut_off_is_refused(name: str, share: float, tmp_path: Path) -> None:
    content = image("JPEG" if name == "a.jpg" else name[2:].upper(), (300, 200))
    error = refused(written(tmp_path / name, content[: int(len(content) * share)]))
    assert error.reason in {"truncated", "undecodable"}


CRYPT = pikepdf.Encryption(owner="o", user="u")
OPEN_TO_READ = pikepdf.Encryption(owner="o", user="")
BAD = {
    "page.html": (b"<html>", "active"),
    "x.SVGZ": (b"\x1f\x8b", "active"),
    "setup.exe": (b"MZ", "active"),
    "link.lnk": (b"L", "active"),
    "macro.docm": (docx(), "active"),
    "archive.rar": (b"Rar!", "unknown-type"),
    "without": (b"x", "unknown-type"),
    "nul.txt": (b"x", "name"),
    "Com1.pdf": (b"x", "name"),
    "a:b.txt": (b"x", "name"),
    " a.txt": (b"x", "name"),
    "a.txt.": (b"x", "name"),
    "invoice\u202efdp.txt": (b"x", "name"),
    "ა" * 90 + ".txt": None,
    "exe.pdf": (b"MZ\x90\0", "mismatch"),
    "docx.pdf": (docx(), "mismatch"),
    "xlsx.docx": (docx("spreadsheetml.sheet.main+xml"), "mismatch"),
    "ods.odt": (odt(OPEN + "spreadsheet"), "mismatch"),
    "zip.docx": (archive({"a.txt": "a"}), "mismatch"),
    "docx.doc": (docx(), "mismatch"),
    "msi.doc": (ole("MsiFile"), "mismatch"),
    "png.jpg": (image("PNG"), "mismatch"),
    "heic.jpg": (b"\0\0\0\x18ftypheic" + bytes(8) + b"mif1" + bytes(20), "mismatch"),
    "svg.png": (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "mismatch"),
    "png.txt": (image("PNG"), "mismatch"),
    "svg.csv": ("<?xml version='1.0'?><svg/>", "mismatch"),
    "text.ics": ("hello", "mismatch"),
    "utf16.csv": ("a;b".encode("utf-16"), "encoding"),
    "cp1251.csv": ("отчёт;год".encode("cp1251"), "encoding"),
    "zero.csv": (b"a\0b", "encoding"),
    "cut.txt": ("ა".encode()[:-1], "encoding"),
    "broken.json": ('{"a": 1,}', "malformed"),
    "deep.json": ("[" * 200_000, "malformed"),
    "broken.xml": ("<a><b></a>", "malformed"),
    "entities.xml": ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
    "styled.xml": ('<?xml-stylesheet href="a.xsl"?><a/>', "active-content"),
    "page.xml": ('<a><b xmlns="http://www.w3.org/1999/xhtml"/></a>', "active-content"),
    "drawing.kml": ('<svg xmlns="http://www.w3.org/2000/svg"/>', "active-content"),
    "cut.pdf": (pdf()[:-40], "truncated"),
    "broken.pdf": (pdf().replace(b"startxref", b"startxxxx"), "unreadable"),
    "short.pdf": (b"%PDF-1.7\n%%EOF", "unreadable"),
    "locked.pdf": (pdf(encryption=CRYPT), "encrypted"),
    "restricted.pdf": (pdf(encryption=OPEN_TO_READ), "encrypted"),
    "jar.pdf": (pdf() + archive({"A.class": b"x"}), "polyglot"),
    "jar.png": (image("PNG") + archive({"A.class": b"x"}), "polyglot"),
    "cut.zip": (archive({"a.txt": "a" * 99})[:-30], "unreadable"),
    "program.zip": (archive({"docs/Setup.EXE": "a"}), "entry"),
    "slip.zip": (archive({"../../etc/passwd": "a"}), "entry"),
    "huge.zip": (swollen(archive({"a": b"x"}), 250 << 20), "expands"),
    "many.zip": (archive({str(n): b"" for n in range(10_001)}, zipfile.ZIP_STORED), "expands"),
    "macros.docx": (docx(**{"word/vbaProject.bin": b"x"}), "macros"),
    "macros.odt": (odt(**{"Basic/Standard/Module1.xml": b"x"}), "macros"),
    "macros.doc": (ole("WordDocument", "_VBA_PROJECT"), "macros"),
    "locked.odt": (odt(**{"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "encrypted"),
    "locked.docx": (ole("EncryptedPackage"), "encrypted"),
    "cut.mp4": (boxes(b"isom")[:-2], "truncated"),
    "no-film.mp4": (b"\0\0\0\x14ftypisom" + bytes(4) + b"isom", "truncated"),
    "wide.png": (png_header(60_000, 1_001), "too-many-pixels"),
    "bomb.png": (png_header(50_000, 50_000), "too-many-pixels"),
    "noise.png": (png_header(400, 400), "undecodable"),
    "js.gif": (b"GIF89a/*" + bytes(20) + b"*/=1;alert(1)", "undecodable"),
    "noise.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(9) + b"noise", "undecodable"),
}


@pytest.mark.parametrize("name", [name for name in BAD if BAD[name]])
def test_bad_files_are_refused_with_their_reason(name: str, tmp_path: Path) -> None:
    content, reason = BAD[name]
    assert refused(written(tmp_path / name, content)).reason == reason


def test_names_too_long_for_a_file_system_are_refused() -> None:
    with pytest.raises(Unfit) as caught:
        kinds.kind("ა" * 90 + ".txt")
    assert caught.value.facts == {"because": "length"}


def test_every_format_states_its_size_before_it_is_decoded(tmp_path: Path) -> None:
    gif = b"GIF89a" + struct.pack("<HH", 50_000, 50_000) + b"\0\0\0," + struct.pack("<HHHH", 0, 0, 50_000, 50_000)
    gif += b"\0\x02\x01\x00\x00;"
    jpeg = bytearray(image("JPEG"))
    frame = jpeg.index(b"\xff\xc0")
    jpeg[frame + 5 : frame + 9] = struct.pack(">HH", 60_000, 60_000)
    webp = b"VP8L" + struct.pack("<I", 6) + b"\x2f" + struct.pack("<I", 16_383 | 16_383 << 14) + b"\0"
    webp = b"RIFF" + struct.pack("<I", len(webp) + 4) + b"WEBP" + webp
    for name, content in {"a.gif": gif, "a.jpg": bytes(jpeg), "a.webp": webp}.items():
        assert refused(written(tmp_path / name, content)).reason == "too-many-pixels", name


def packed_pdf(filler: int) -> bytes:
    """One page tree whose objects lie in a compressed stream, before so many megabytes of blanks (ISO 32000, 7.5.7)."""
    packer = zlib.compressobj(9)
    stream = packer.compress(b"1 0 2 33 <</Type/Catalog/Pages 2 0 R>>      <</Type/Pages/Count 1/Kids[]>>")
    stream += b"".join(packer.compress(b" " * (1 << 20)) for _ in range(filler)) + packer.flush()
    content = b"%PDF-1.5\n"
    content += b"3 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length %d>>\nstream\n" % len(stream)
    content += stream + b"\nendstream\nendobj\n"
    places = ((0, 0, 0), (2, 3, 0), (2, 3, 1), (1, 9, 0), (1, len(content), 0))
    table = b"".join(struct.pack(">BIB", *place) for place in places)
    directory = b"4 0 obj\n<</Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d>>\nstream\n" % len(table)
    return content + directory + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF" % len(content)


def test_a_pdf_whose_directory_is_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    assert inspect(written(tmp_path / "a.pdf", packed_pdf(1))).pages == 1
    assert refused(written(tmp_path / "a.pdf", packed_pdf(70))).reason == "unreadable"


@pytest.mark.parametrize(("action", "what"), [("/JavaScript", "script"), ("/Launch", "launch")])
def test_a_pdf_that_acts_when_opened_is_refused(action: str, what: str, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name(action))
        document.save(tmp_path / "a.pdf")
    error = refused(tmp_path / "a.pdf")
    assert (error.reason, error.facts) == ("active-content", {"what": what})


def test_json_names_the_line(tmp_path: Path) -> None:
    assert refused(written(tmp_path / "a.json", "{\n\n1}")).facts == {"line": 3}


def test_sizes_are_those_of_the_upright_picture(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    for format in ("JPEG", "PNG", "WEBP", "AVIF"):
        path = written(tmp_path / f"a.{format.lower()}", image(format, (60, 40), exif=turned))
        assert (inspect(path).width, inspect(path).height) == (40, 60), format


def test_folders_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    assert refused(tmp_path / "a.pdf").reason == "not-a-file"


def test_files_over_the_limit_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.mp4").open("wb") as file:
        file.truncate(200_000_000)
    assert refused(tmp_path / "a.mp4").reason == "too-large"


def test_reasons_in_the_code_are_the_reasons_declared() -> None:
    folder = Path(unfit.__file__).parent
    used = {reason for file in folder.glob("*.py") for reason in re.findall(r'Unfit\(\s*"([\w-]+)"', file.read_text())}
    assert used == set(REASONS)


def test_unfit_crosses_processes() -> None:
    error = pickle.loads(pickle.dumps(Unfit("too-large", size=2, limit=1)))
    assert (error.reason, error.facts) == ("too-large", {"size": 2, "limit": 1})
    with pytest.raises(TypeError):
        Unfit("too-large", size=2)


def test_no_kind_is_active_and_every_kind_begins_somehow() -> None:
    assert not kinds.ACTIVE & kinds.KINDS.keys()
    assert all(kind.begins for kind in kinds.KINDS.values())


@given(st.sampled_from(sorted(kinds.KINDS)), st.binary(min_size=1, max_size=300), st.integers(0, 20))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_bytes_the_answer_is_a_file_or_a_reason(
    tmp_path: Path, extension: str, noise: bytes, kept: int
) -> None:
    sample = next((content for name, (content, _) in GOOD.items() if name.endswith(extension)), b"")
    start = sample.encode() if isinstance(sample, str) else sample
    path = written(tmp_path / f"a.{extension}", start[: len(start) * kept // 20] + noise)
    try:
        assert inspect(path).size == path.stat().st_size
    except Unfit as error:
        assert json.dumps(error.facts)
