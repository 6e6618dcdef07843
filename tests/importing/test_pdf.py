"""PDFs with text become Markdown; what only paper needs goes."""

from __future__ import annotations

import pytest

from sajaro.importing import pdf
from sajaro.importing.markdown import written
from sajaro.importing.recognised import Known, recognised
from sajaro.importing.source import Table
from sajaro.refused import Refused
from tests.importing import files
from tests.importing.files import SENTENCE, SERBIAN

KNOWN = Known({"decision": ["Odluka", "Decision"], "ordinance": ["Uredba"]}, {"council": ["Skupština opštine"]})


@pytest.fixture(scope="module")
def decision() -> str:
    source = pdf.read(files.pdf(SERBIAN, head="Службени гласник 12/2026"))
    return written(source, recognised(source, KNOWN, "sr-Cyrl"), "original.pdf", str, str)


def test_the_fields(decision: str):
    assert decision.startswith(
        '---\ntitle: о школском превозу у селима општине\ndate: 2026-09-25\nkind: decision\nnumber: "011-25/2026"\nissuer:\n'
        "authentic: original.pdf\nstatus: draft\n---\n\n## Члан 1.\n"
    )


def test_paragraphs_are_whole_over_lines_and_pages(decision: str):
    assert decision.count((SENTENCE * 4).strip()) == 8
    assert [f"\n## Члан {number}.\n" in decision for number in range(1, 10)] == [True] * 9


def test_running_heads_and_numbers_of_pages_are_gone(decision: str):
    assert "гласник" not in decision and "–" not in decision.replace("<!--", "").replace("-->", "")


def test_tables_are_tables(decision: str):
    assert "| Село | Полазак |\n|---|---|\n| Горње Поље | 07:30 |\n| Доње Поље | 08:00 |" in decision


def test_a_table_over_two_pages_is_one():
    rows = [["სოფელი", "დრო"], *([f"სოფელი {number}", "08:00"] for number in range(60))]
    source = pdf.read(files.pdf(["მუხლი 1. განრიგი", rows]))
    (table,) = (each for each in source.blocks if isinstance(each, Table))
    assert [list(row) for row in table.rows] == rows
    assert any("a table went on over a page" in each.sentence for each in source.doubts)


def test_words_parted_at_the_end_of_a_line_are_joined_and_that_is_doubtful():
    source = pdf.read(files.pdf(["მუხლი 1. მიზანი", "მუნიციპალიტეტის სკოლების ავტო-\nბუსების განრიგი მტკიცდება."]))
    assert source.blocks[-1].text == "მუნიციპალიტეტის სკოლების ავტობუსების განრიგი მტკიცდება."
    assert any("ავტობუსების" in str(each.facts) for each in source.doubts)


def test_two_columns_are_read_one_after_the_other_and_that_is_doubtful():
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.add_font("Text", "", str(files.THEME / "static/fonts/whole-400.ttf"))
    paper.set_font("Text", size=10)
    for number in range(30):
        for side, x in (("left", 20), ("right", 115)):
            paper.set_xy(x, 20 + 7 * number)
            paper.cell(75, 6, f"{side} words of line {number}")
    source = pdf.read(bytes(paper.output()))
    text = " ".join(each.text for each in source.blocks)
    assert text.index("left words of line 29") < text.index("right words of line 0")
    assert any("two columns" in each.sentence for each in source.doubts)


def test_a_scanned_file_has_no_text():
    source = pdf.read(files.scanned())
    assert source.blocks == []
    text = written(source, recognised(source, KNOWN, "sr-Latn"), "original.pdf", str, str)
    assert "only pictures of it" in text and "The text of this act is in the attached file only." in text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (files.pdf(["Text"], password="secret"), "protected by a password"),
        (b"%PDF-1.7\nnothing", "damaged or no PDF"),
        (files.pdf(["Text"])[:300], "damaged or no PDF"),
    ],
    ids="password nothing cut".split(),
)
def test_what_cannot_be_read_is_refused_in_a_sentence(content: bytes, why: str):
    with pytest.raises(Refused, match=why):
        pdf.read(content)
