"""Word files become the Markdown that their acts would have been written in."""

from __future__ import annotations

import re

import lxml.html
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from sajaro.importing import word
from sajaro.importing.markdown import written
from sajaro.importing.recognised import Act, Known, recognised
from sajaro.importing.source import Paragraph, Source, escaped
from sajaro.languages import language
from sajaro.markup import convert
from sajaro.refused import Refused
from tests.importing.files import GEORGIAN, docx, packed, unpacked, with_footnote

KNOWN = Known(
    {"ordinance": ["დადგენილება", "Ordinance"], "order": ["ბრძანება"]},
    {"council": ["საკრებულო"], "town": ["მთისკარის მუნიციპალიტეტის საკრებულო"]},
    {"levan": ["ლევან ვარდოსანი"]},
)


def markdown(content: bytes, lang: str = "ka") -> str:
    source = word.read(content)
    return written(source, recognised(source, KNOWN, lang), "original.docx", str, str)


def test_an_act_of_an_office():
    assert (
        markdown(docx(*GEORGIAN))
        == """\
---
title: სკოლის ავტობუსის განრიგის დამტკიცების შესახებ
date: 2026-09-25
kind: ordinance
number: "45/2026"
issuer: town
signatory: levan
attachments: [original.docx]
status: draft
---

ადგილობრივი თვითმმართველობის კოდექსის საფუძველზე საკრებულო ადგენს:

## თავი I. ზოგადი დებულებები

### მუხლი 1. მიზანი

1. ეს წესი ადგენს \\[სკოლის\\] ავტობუსის განრიგს \\* და მარშრუტს.

2. განრიგი მტკიცდება წელიწადში ერთხელ:

- სასწავლო წლის დასაწყისში;
- საჭიროების შემთხვევაში.

### მუხლი 1¹. განრიგი

| სოფელი | გასვლა |
|---|---|
| ნაბიჯი | 07:30 |
| ზემო ჭალა | 08:10 |

### მუხლი 2. ძალაში შესვლა

დადგენილება ამოქმედდეს 2026 წლის 1 ოქტომბრიდან.

საკრებულოს თავმჯდომარე ლევან ვარდოსანი
"""
    )


def test_footnotes_are_kept():
    content = with_footnote(docx("მუხლი 1. მიზანი", "ტექსტი", "მეორე"), "ტექსტი", "შენიშვნა 2020 წლისა")
    text = markdown(content)
    assert "ტექსტი[^1]" in text.replace("[^2]", "[^1]") and "]: შენიშვნა 2020 წლისა" in text


def test_letters_of_old_fonts_become_georgian_and_that_is_doubtful():
    text = markdown(docx("მუხლი 1. მიზანი", ("saqarTvelos kanoni `normatiuli aqtebis Sesaxeb`", "font:AcadNusx")))
    assert "საქართველოს კანონი" in text and "ნორმატიული აქტების შესახებ" in text
    assert "<!-- ? the text was typed in AcadNusx" in text


def test_what_word_marks_as_headings_are_headings():
    text = markdown(
        docx(
            ("O školskom prevozu", "Title"), ("Opšte odredbe", "Heading 1"), "Član 1.", "Tekst.", ("Drugo", "Heading 2")
        ),
        "sr-Latn",
    )
    assert "## Opšte odredbe\n\n### Član 1.\n\nTekst.\n\n## Drugo" in text


WORDS = (
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60).map(str.split).map(" ".join)
)


@settings(max_examples=100, derandomize=True, database=None)
@given(st.lists(WORDS.filter(bool), min_size=1, max_size=6))
@example(
    ["1999. year", "# not a heading", "a_b *c* `d` [e](f) <g> &amp; | {h}", "---", "!!! note", "~~~", ": x", "==="]
)
def test_markdown_takes_nothing_of_what_was_typed_for_its_own(typed: list[str]):
    """But numbers and hyphens that begin a list."""
    assume(not any(re.match(r"(?:\d{1,2}[.)]|-)(?: |$)", text) for text in typed))
    blocks = [Paragraph(escaped(text)) for text in typed]
    text = written(Source("docx", blocks), Act(), "x.docx", str, str).split("---\n", 2)[2]
    _, html = convert(text, title="", slug=language("en").slug)
    said = " ".join("".join(lxml.html.fromstring(f"<div>{html}</div>").itertext()).split())
    assert "".join(said.split()) == "".join("".join(typed).split())


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "protected by a password or in the old format"),
        (b"PK\x03\x04 and nothing more", "damaged or no Word file"),
        (docx("ტექსტი")[:-200], "damaged or no Word file"),
        (packed({"mimetype": b"application/vnd.oasis.opendocument.text"}), "is no Word file"),
        (packed(unpacked(docx("a")) | {"word/document.xml": b"<w:document"}), "damaged or no Word file"),
        (packed(unpacked(docx("a")) | {"word/vbaProject.bin": b"x"}), "holds macros"),
        (
            packed(unpacked(docx("a")) | {"word/media/big.bmp": b"\0" * (word.LARGEST + 1)}),
            "too large when it is unpacked",
        ),
    ],
    ids="old cut-off cut openoffice no-xml macros bomb".split(),
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, why: str):
    with pytest.raises(Refused, match=why):
        word.read(content)
