"""A .docx file as blocks. Mammoth reads it; here its HTML, which is small and regular, becomes Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from sajaro.fields import N_
from sajaro.importing.legacy import georgian, is_legacy
from sajaro.importing.source import LEFT_OUT, Block, Doubt, Item, Paragraph, Source, Table, doubt, escaped
from sajaro.refused import Refused

LARGEST = 200 * 2**20
"""Bytes that the parts of a file may hold when they are unpacked."""
_PART = "word/document.xml"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='centred'] => p.centred:fresh
"""
_BOLD = re.compile(r"\*\*[^*]+\*\*")
_BACK = "↑"


def read(content: bytes) -> Source:
    """The text of a file. Raises Refused where it is damaged, protected, in the old format, holds macros or too much."""
    import mammoth

    unpacked, old_letters = _checked(content)
    result = mammoth.convert_to_html(
        io.BytesIO(unpacked),
        style_map=_STYLES,
        transform_document=mammoth.transforms.paragraph(_with_alignment),
        convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
    )
    parser = _Blocks()
    parser.feed(result.value)
    parser.close()
    parser.end()
    source = Source("docx", parser.blocks, parser.notes)
    if old_letters:
        source.doubts.append(
            doubt(
                N_("the text was typed in {font}, whose letters were turned into Georgian; read it closely"),
                font=old_letters,
            )
        )
    if b"<w:numPr" in _part(unpacked) and any(isinstance(each, Paragraph) and each.level for each in parser.blocks):
        source.doubts.append(
            doubt(
                N_(
                    "Word numbers some paragraphs by itself; compare the numbers of articles and items with the original"
                )
            )
        )
    return source


def _checked(content: bytes) -> tuple[bytes, str]:
    """The file, with letters of old fonts turned into Georgian; and the name of such a font."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("is protected by a password or in the old format of Word; save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            names = {each.filename for each in file.infolist()}
            if sum(each.file_size for each in file.infolist()) > LARGEST:
                raise Refused("is too large when it is unpacked; this is no ordinary document")
            if _PART not in names:
                raise Refused("is no Word file; save it again as .docx")
            if any(name.endswith("vbaProject.bin") for name in names):
                raise Refused("holds macros; save it as .docx, which has none")
            part = file.read(_PART)
            changed, font = _georgian(part)
            if not font:
                return content, ""
            return _replaced(file, {_PART: changed}), font
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, KeyError, NotImplementedError):
        raise Refused("is damaged or no Word file; open it in Word and save it again as .docx") from None


def _part(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(_PART)


def _replaced(file: zipfile.ZipFile, parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for each in file.infolist():
            target.writestr(each, parts.get(each.filename) or file.read(each))
    return made.getvalue()


def _georgian(part: bytes) -> tuple[bytes, str]:
    """The document with runs in old fonts written in Georgian letters; and the first such font."""
    from lxml import etree

    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise ValueError from None
    word, font = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", ""
    for run in root.iter(f"{word}r"):
        fonts = run.find(f"{word}rPr/{word}rFonts")
        names = [] if fonts is None else [fonts.get(word + each, "") for each in ("ascii", "hAnsi")]
        found = next(filter(is_legacy, names), "")
        if found:
            font = font or found
            for text in run.iter(f"{word}t"):
                text.text = georgian(text.text or "")
    return (etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if font else part), font


def _with_alignment(paragraph: Any) -> Any:
    """Mammoth tells nothing of alignment but to who asks for it."""
    plain = not (paragraph.style_name or "").startswith(("Heading", "Title", "List"))
    return (
        paragraph.copy(style_id="centred", style_name="centred")
        if paragraph.alignment == "center" and plain
        else paragraph
    )


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.notes: dict[str, str] = {}
        self._text: list[str] = []
        self._level = 0
        self._centred = False
        self._lists: list[tuple[str, int]] = []
        self._begins = ""
        self._note: str | None = None
        self._rows: list[list[str]] | None = None
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.end()
                self._level = int(tag[1])
            case "p":
                self.end() if not self._begins and self._rows is None and self._note is None else self._space()
                self._centred = "centred" in given.get("class", "")
            case "ol" | "ul":
                self.end()
                self._lists.append((tag, 0))
            case "li":
                self.end()
                if given.get("id", "").startswith(("footnote-", "endnote-")):
                    self._note = _mark(given["id"])
                elif self._lists:
                    name, number = self._lists.pop()
                    self._lists.append((name, number + 1))
                    self._begins = "-" if name == "ul" else f"{number + 1}."
            case "table" if self._rows is None:
                self.end()
                self._rows = []
            case "tr" if self._rows is not None:
                self._rows.append([])
            case "strong" | "em" if not self._level:
                self._text.append("**" if tag == "strong" else "*")
            case "sup" | "sub":
                self._text.append(f"<{tag}>")
            case "a":
                self._links.append(self._link(given.get("href", "")))
                if self._links[-1].startswith("http") or self._links[-1].startswith("mailto"):
                    self._text.append("[")
            case "br":
                self._space()
            case "img":
                self.end()
                self.blocks.append(Doubt(LEFT_OUT))

    @staticmethod
    def _link(href: str) -> str:
        found = re.fullmatch(r"#((?:foot|end)note-(?!ref).+)", href)
        return f"[^{_mark(found[1])}]" if found else href

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self._rows is None and self._note is None:
                self.end()
            case "li":
                if self._note is not None:
                    self.notes[self._note] = self._said()
                    self._note = None
                else:
                    self.end()
            case "ol" | "ul":
                self.end()
                if self._lists:
                    self._lists.pop()
            case "td" | "th" if self._rows:
                self._rows[-1].append(self._said())
            case "table" if self._rows is not None:
                rows = [tuple(row) for row in self._rows if any(row)]
                self._rows = None
                if rows:
                    self.blocks.append(Table(tuple(rows)))
            case "strong" | "em" if not self._level:
                self._text.append("**" if tag == "strong" else "*")
            case "sup" | "sub":
                self._text.append(f"</{tag}>")
            case "a" if self._links:
                href = self._links.pop()
                if href.startswith("[^"):
                    while self._text and self._text[-1] != "<sup>":
                        self._text.pop()
                    self._text.append(href)
                elif href.startswith(("http", "mailto")):
                    self._text.append(f"]({href})")

    def handle_data(self, data: str) -> None:
        self._text.append(escaped(data))

    def _space(self) -> None:
        if self._text:
            self._text.append(" ")

    def _said(self) -> str:
        text = " ".join("".join(self._text).split()).replace(_BACK, "").strip()
        self._text = []
        text = re.sub(r"<sup>(\[\^[^\]]+\])(?:</sup>)?", r"\1", text)
        return re.sub(r"\*{4}|<su[bp]></su[bp]>", "", text)

    def end(self) -> None:
        """A block is over, if one was begun."""
        text, level, centred = self._said(), self._level, self._centred
        self._level, self._centred = 0, False
        if not text or self._rows is not None:
            return
        if self._begins:
            self.blocks.append(Item(text, len(self._lists) - 1, self._begins))
            self._begins = ""
        else:
            self.blocks.append(Paragraph(text, level, centred or bool(_BOLD.fullmatch(text))))


def _mark(id: str) -> str:
    """Of `footnote-3` 3, of `endnote-3` e3: both may be in one file."""
    return id.rpartition("-")[2] if id.startswith("foot") else "e" + id.rpartition("-")[2]


def footnotes(source: Source) -> Iterator[str]:
    """The notes as Markdown."""
    for mark, text in source.notes.items():
        yield f"[^{mark}]: {text}"
