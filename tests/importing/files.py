"""Word files and PDFs, made for tests as offices make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from html import escape

from sajaro.paths import THEME

NAMES = ("ka", "sr")


def docx(*paragraphs: str | tuple[str, ...] | list[list[str]]) -> bytes:
    """A text is a paragraph; a tuple is one and how it is: centred, bold, or the name of a style; a list of rows is a table."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    file = Document()
    for each in paragraphs:
        if isinstance(each, list):
            table = file.add_table(len(each), len(each[0]))
            for row, cells in enumerate(each):
                for column, text in enumerate(cells):
                    table.cell(row, column).text = text
            continue
        text, *how = (each,) if isinstance(each, str) else each
        styles = [name for name in how if name not in ("centred", "bold") and not name.startswith("font:")]
        paragraph = file.add_paragraph(style=styles[0] if styles else None)
        run = paragraph.add_run(text)
        run.bold = True if "bold" in how else None
        if "centred" in how:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for font in (name.removeprefix("font:") for name in how if name.startswith("font:")):
            run.font.name = font
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BARE = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" '
    f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
}


def bare(paragraphs: Iterable[str], centred: int) -> bytes:
    """A .docx without styles, made in no time; the first paragraphs are `centred`."""
    middle = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    body = "".join(
        f"<w:p>{middle if at < centred else ''}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
        for at, text in enumerate(paragraphs)
    )
    main = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    return packed({name: text.encode() for name, text in (_BARE | {"word/document.xml": main}).items()})


NOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:id="2"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def with_footnote(content: bytes, after: str, note: str) -> bytes:
    """A .docx whose first run of text that is `after` calls a footnote."""
    parts = unpacked(content)
    main = parts["word/document.xml"].decode()
    call = f'{after}</w:t></w:r><w:r><w:footnoteReference w:id="2"/>'
    assert f"{after}</w:t>" in main
    parts["word/document.xml"] = main.replace(f"{after}</w:t>", call, 1).encode()
    parts["word/footnotes.xml"] = NOTES.format(note=note).encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    ).encode()
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{form}"/></Types>'
    ).encode()
    return packed(parts)


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {each: file.read(each) for each in file.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return made.getvalue()


def pdf(
    paragraphs: Iterable[str | tuple[str, str] | list[list[str]]], head: str = "", title: str = "", password: str = ""
) -> bytes:
    """A text is a paragraph, a tuple one that is set as its second part says: C for centred, N for a small note; a list of rows is a
    table. `head` stands on each page, its number at the foot."""
    from fpdf import FPDF
    from fpdf.enums import XPos, YPos

    class Paper(FPDF):
        def header(self) -> None:
            if head:
                self.set_font("Text", size=8)
                self.cell(0, 6, head, new_x=XPos.LMARGIN, new_y=YPos.NEXT)

        def footer(self) -> None:
            self.set_y(-15)
            self.set_font("Text", size=8)
            self.cell(0, 6, f"– {self.page_no()} –", align="C")

    paper = Paper()
    paper.set_margins(25, 20, 25)
    for style, weight in (("", 400), ("B", 700)):
        paper.add_font("Text", style, str(THEME / f"static/fonts/whole-{weight}.ttf"))
    paper.add_page()
    if title:
        paper.set_title(title)
    for each in paragraphs:
        paper.set_font("Text", size=11)
        if isinstance(each, list):
            with paper.table(first_row_as_headings=False) as table:
                for cells in each:
                    row = table.row()
                    for cell in cells:
                        row.cell(cell)
            paper.ln(4)
            continue
        text, how = (each, "") if isinstance(each, str) else each
        paper.set_font("Text", size=8 if how == "N" else 11, style="B" if how == "C" else "")
        paper.multi_cell(0, 6, text, align="C" if how == "C" else "L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        paper.ln(3)
    if password:
        paper.set_encryption(owner_password=password, user_password=password)
    return bytes(paper.output())


def scanned() -> bytes:
    """A PDF that is only a picture."""
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.rect(20, 20, 100, 140, style="F")
    return bytes(paper.output())


GEORGIAN = (
    ("მთისკარის მუნიციპალიტეტის საკრებულო", "centred", "bold"),
    ("დ ა დ გ ე ნ ი ლ ე ბ ა №45/2026", "centred"),
    ("2026 წლის 25 სექტემბერი", "centred"),
    ("სკოლის ავტობუსის განრიგის დამტკიცების შესახებ", "centred", "bold"),
    "ადგილობრივი თვითმმართველობის კოდექსის საფუძველზე საკრებულო ადგენს:",
    ("თავი I. ზოგადი დებულებები", "centred"),
    "მუხლი 1. მიზანი",
    "1. ეს წესი ადგენს [სკოლის] ავტობუსის განრიგს * და მარშრუტს.",
    "2. განრიგი მტკიცდება წელიწადში ერთხელ:",
    ("სასწავლო წლის დასაწყისში;", "List Bullet"),
    ("საჭიროების შემთხვევაში.", "List Bullet"),
    "მუხლი 1¹. განრიგი",
    [["სოფელი", "გასვლა"], ["ნაბიჯი", "07:30"], ["ზემო ჭალა", "08:10"]],
    "მუხლი 2. ძალაში შესვლა",
    "დადგენილება ამოქმედდეს 2026 წლის 1 ოქტომბრიდან.",
    "საკრებულოს თავმჯდომარე        ლევან ვარდოსანი",
)
"""An ordinance as an office of a municipality types it."""

SENTENCE = "Овом одлуком уређује се начин организовања школског превоза ученика у селима општине, ред вожње и накнада трошкова. "
SERBIAN = (
    "Број: 011-25/2026",
    "Датум: 25. септембар 2026. године",
    ("О Д Л У К А", "C"),
    ("о школском превозу у селима општине", "C"),
    *(each for number in range(1, 9) for each in ((f"Члан {number}.", "C"), SENTENCE * 4)),
    [["Село", "Полазак"], ["Горње Поље", "07:30"], ["Доње Поље", "08:00"]],
    ("Члан 9.", "C"),
    SENTENCE,
)
"""A decision as a PDF of several pages."""
