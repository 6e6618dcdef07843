"""A PDF with text as blocks: lines become paragraphs again, tables stay tables, what only paper needs goes.

pdfplumber says where each character stands. Not here: reading pictures of text; a scanned PDF has no blocks at all.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from sajaro.fields import N_
from sajaro.importing.legacy import georgian, is_legacy
from sajaro.importing.source import Block, Paragraph, Source, Table, doubt, escaped
from sajaro.markup.articles import article
from sajaro.refused import Refused

PAGES = 2000
"""An act has fewer."""
_NUMBER = re.compile(r"[\W_]*(?:\d{1,4}|[ivxl]{1,6})[\W_]*(?:\d{1,4})?[\W_]*", re.IGNORECASE)
_BEGINS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|[^\W\d_]{1,2}[.)]|[IVXLC]{1,6}[.)]|[-–—•▪●*])\s")
_ENDS = re.compile(r"[.!?;:։»”\"]\s*$")
_PARTED = re.compile(r"([^\W\d_]{2,})[-\u00ad\u2010]$")


@dataclass(slots=True)
class Line:
    """A line of a page: inline Markdown, its box in points, the size of its type."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    page: int


def read(content: bytes) -> Source:
    """The text of a file. Raises Refused where it is damaged, protected, or holds too many pages."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    source = Source("pdf")
    try:
        with pdfplumber.open(io.BytesIO(content)) as file:
            if len(file.pages) > PAGES:
                raise Refused("has {count} pages; this is no act", count=len(file.pages))
            title = (file.metadata or {}).get("Title")
            source.title = " ".join(title.split()) if isinstance(title, str) else ""
            pages = [_page(page, source) for page in file.pages]
    except PdfminerException as error:
        if any(isinstance(each, (PDFPasswordIncorrect, PDFEncryptionError)) for each in (error.__cause__, *error.args)):
            raise Refused("is protected by a password; save it without one") from None
        raise Refused("is damaged or no PDF; save it again") from None
    except Refused:
        raise
    except Exception:
        # A parser of a format that anyone writes fails in endless ways; for the editor they are one.
        raise Refused("is damaged or no PDF; save it again") from None
    source.blocks = _blocks(_without_running_heads(pages), source)
    return source


def _page(page: Any, source: Source) -> list[Line | Table]:
    """The lines and the tables of a page, from top to bottom."""
    tables = [(each.bbox, _table(each.extract())) for each in page.find_tables()]
    tables = [(box, table) for box, table in tables if table]
    rest = page.filter(lambda each: not any(_inside(each, box) for box, _ in tables))
    words = rest.extract_words(extra_attrs=["size", "fontname"], keep_blank_chars=False, use_text_flow=False)
    if middle := _gutter(words, page.width):
        source.doubts.append(
            doubt(
                N_("page {page} was read in two columns; compare the order of its text with the original"),
                page=page.page_number,
            )
        )
        halves = ([each for each in words if each["x1"] <= middle], [each for each in words if each["x1"] > middle])
    else:
        halves = (words, [])
    lines: list[Line | Table] = [line for half in halves for line in _lines(half, page.page_number, source)]
    for (_, top, _, _), table in sorted(tables, key=lambda each: each[0][1]):
        at = next((at for at, each in enumerate(lines) if isinstance(each, Line) and each.top > top), len(lines))
        lines.insert(at, table)
    return lines


def _inside(character: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle = (character["top"] + character["bottom"]) / 2
    return box[0] - 1 <= character["x0"] and character["x1"] <= box[2] + 1 and box[1] <= middle <= box[3]


def _table(rows: list[list[str | None]]) -> Table | None:
    cells = [tuple(escaped(" ".join((cell or "").split())) for cell in row) for row in rows]
    cells = [row for row in cells if any(row)]
    return Table(tuple(cells)) if len(cells) > 1 and len(cells[0]) > 1 else None


def _gutter(words: list[dict[str, Any]], width: float) -> float | None:
    """Where two columns are parted: a strip in the middle of the page that hardly a word crosses and both sides of which are full."""
    if len(words) < 60:
        return None
    for middle in (width * share / 100 for share in range(45, 56)):
        crossing = sum(each["x0"] < middle + 4 and each["x1"] > middle - 4 for each in words)
        left = sum(each["x1"] <= middle for each in words)
        if crossing <= len(words) * 0.02 and min(left, len(words) - left) > len(words) * 0.3:
            return middle
    return None


def _lines(words: list[dict[str, Any]], page: int, source: Source) -> Iterator[Line]:
    """Words of one height as lines; small raised figures become calls of footnotes."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda each: (round(each["bottom"]), each["x0"])):
        if rows and abs(rows[-1][0]["bottom"] - word["bottom"]) < 0.5 * max(word["size"], rows[-1][0]["size"]):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda each: each["x0"])
        size = Counter(round(each["size"], 1) for each in row for _ in each["text"]).most_common(1)[0][0]
        fonts = {each["fontname"] for each in row}
        if old := next(filter(is_legacy, fonts), ""):
            _told_once(
                source,
                doubt(
                    N_("the text was typed in {font}, whose letters were turned into Georgian; read it closely"),
                    font=old.rpartition("+")[2],
                ),
            )
        yield Line(
            text=" ".join(_word(each, size, at > 0) for at, each in enumerate(row)).replace(" [^", "[^"),
            left=row[0]["x0"],
            right=row[-1]["x1"],
            top=min(each["top"] for each in row),
            bottom=max(each["bottom"] for each in row),
            size=size,
            bold=all(re.search("bold|black|heavy|semibold", each["fontname"], re.IGNORECASE) for each in row),
            page=page,
        )


def _word(word: dict[str, Any], size: float, inside: bool) -> str:
    text = georgian(word["text"]) if is_legacy(word["fontname"]) else word["text"]
    if inside and word["size"] < 0.8 * size and re.fullmatch(r"\d{1,3}", text):
        return f"[^{text}]"
    return escaped(text)


def _told_once(source: Source, told: Any) -> None:
    if told not in source.doubts:
        source.doubts.append(told)


def _without_running_heads(pages: list[list[Line | Table]]) -> list[Line | Table]:
    """All lines but numbers of pages, and what stands on top or at the foot of most pages."""
    edges: Counter[str] = Counter()
    for page in pages:
        edges.update({_form(each) for each in _edges(page)})
    often = {form for form, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    kept: list[Line | Table] = []
    for page in pages:
        outside = [each for each in _edges(page) if _form(each) in often or _NUMBER.fullmatch(each.text)]
        kept += [each for each in page if not any(each is other for other in outside)]
    return kept


def _edges(page: list[Line | Table]) -> list[Line]:
    lines = [each for each in page if isinstance(each, Line)]
    return lines[:2] + lines[max(2, len(lines) - 2) :]


def _form(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _blocks(lines: list[Line | Table], source: Source) -> list[Block]:
    """Paragraphs put together from lines; small lines at the foot of pages are notes."""
    own = [each for each in lines if isinstance(each, Line)]
    if not own:
        return [each for each in lines if isinstance(each, Table)]
    body = median(each.size for each in own for _ in range(len(each.text)))
    calls = set(re.findall(r"\[\^(\d+)\]", "\n".join(each.text for each in own)))
    left, right = _margins(own, body)
    gap = median([b.top - a.top for a, b in zip(own, own[1:], strict=False) if 0 < b.top - a.top < 4 * body] or [body])
    found: list[Block] = []
    text: list[Line] = []
    note = ""
    joined: list[str] = []

    def end() -> None:
        if text:
            said = _joined(text, joined)
            centred = abs((text[0].left - left) - (right - text[0].right)) < body and text[0].left - left > body
            found.append(Paragraph(said, 0, centred or all(each.bold for each in text)))
            text.clear()

    for each in lines:
        if isinstance(each, Table):
            end()
            _add_table(found, each, source)
            continue
        begins = re.match(r"(?:\[\^)?(\d{1,3})\]?[.)]?\s*", each.text)
        if each.size < 0.92 * body and begins and begins[1] in calls and begins[1] not in source.notes:
            note = begins[1]
            source.notes[note] = each.text[begins.end() :]
            continue
        if note and each.size < 0.92 * body:
            source.notes[note] += " " + each.text
            continue
        note = ""
        if text and _parts(text[-1], each, left, right, gap, body):
            end()
        text.append(each)
    end()
    if joined:
        words = ", ".join(dict.fromkeys(joined[:8]))
        source.doubts.append(
            doubt(
                N_("words parted at the end of a line were joined, such as {words}; see that none lost its hyphen"),
                words=words,
            )
        )
    return found


def _margins(lines: list[Line], body: float) -> tuple[float, float]:
    full = [each for each in lines if each.size > 0.92 * body] or lines
    lefts, rights = sorted(each.left for each in full), sorted(each.right for each in full)
    return lefts[len(lefts) // 10], rights[-1 - len(rights) // 10]


def _parts(last: Line, line: Line, left: float, right: float, gap: float, body: float) -> bool:
    """Whether a paragraph ends between two lines."""
    if article(line.text) or article(last.text) or _BEGINS.match(line.text):
        return True
    if abs(line.size - last.size) > 0.15 * body or line.bold != last.bold:
        return True
    if line.page == last.page and line.top - last.top > 1.4 * max(gap, last.size):
        return True
    ended = bool(_ENDS.search(last.text))
    short = last.right < right - 0.12 * (right - left)
    indented = line.left - left > 0.8 * body and last.left - left < 0.8 * body
    return (short and ended) or (indented and ended) or (short and last.left - left > 3 * body)


def _joined(lines: list[Line], joined: list[str]) -> str:
    text = lines[0].text
    for each in lines[1:]:
        parted = _PARTED.search(text)
        if parted and each.text[:1].isalpha() and not each.text[:1].isupper():
            word = parted[1] + re.match(r"\w*", each.text)[0]  # type: ignore[index]
            joined.append(word)
            text = text[: parted.end(1)] + each.text
        else:
            text = f"{text.rstrip(chr(0xAD))} {each.text}"
    return text


def _add_table(found: list[Block], table: Table, source: Source) -> None:
    """A table that goes on over a page is one table; its head may be repeated."""
    last = found[-1] if found else None
    if isinstance(last, Table) and len(last.rows[0]) == len(table.rows[0]):
        rows = table.rows[1:] if table.rows[0] == last.rows[0] else table.rows
        found[-1] = Table(last.rows + rows)
        _told_once(source, doubt(N_("a table went on over a page and was joined; see that its rows are whole")))
    else:
        found.append(table)
