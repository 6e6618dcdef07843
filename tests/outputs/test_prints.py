"""Reports for paper: PDF that can be kept and be read aloud, whatever is written in it."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from sajaro.markup import convert
from sajaro.outputs.prints.markup import nodes
from sajaro.outputs.prints.typeset import typeset
from sajaro.paths import THEME
from sajaro.refused import Refused
from sajaro.views import Column, Notice, Number, Prose, Table, Words
from sajaro.views.prints import Print

TEMPLATE = THEME / "templates/print.typ"
FONTS = (THEME / "static/fonts/whole-400.ttf", THEME / "static/fonts/whole-700.ttf")
SITE = "https://town.example"
TABLE = Table(
    "მოთხოვნები",
    (Column("შედეგი"), Column("რაოდენობა", numeric=True)),
    (((Words("დაკმაყოფილდა"),), (Number("17"),)), ((Words("სულ"),), (Number("17"),))),
    totals=True,
    note="შენიშვნა",
)


def view(
    *blocks: Prose | Table | Notice, lang: str = "ka", title: str = "ანგარიში", day: date = date(2025, 12, 10)
) -> Print:
    return Print(lang, title, "მუნიციპალიტეტი", "ანგარიში · 2025", "", f"{SITE}/ka/reports/2025/r/", SITE, day, blocks)


def prose(markup: str, title: str = "1. თავი") -> Prose:
    return Prose(title, Markup(markup))


def made(found: Print, template: Path = TEMPLATE) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(typeset(template, FONTS, found)))


def text(found: Print) -> str:
    with pdfplumber.open(io.BytesIO(typeset(TEMPLATE, FONTS, found))) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def standards(pdf: pikepdf.Pdf) -> tuple[str | None, str | None]:
    with pdf.open_metadata() as told:
        return told.get("pdfaid:part"), told.get("pdfuaid:part")


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """The structure's types, in the order of reading."""
    found: list[str] = []

    def below(node: pikepdf.Object) -> None:
        if isinstance(node, pikepdf.Array):
            for each in node:
                below(each)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node.S)[1:])
            below(node.get("/K", pikepdf.Array()))

    below(pdf.Root.StructTreeRoot.K)
    return found


def test_it_is_made_to_be_kept_and_to_be_read_aloud() -> None:
    pdf = made(
        view(prose("<p>ტექსტი</p><h3>ნაწილი</h3><ul><li>ერთი</li></ul>"), TABLE, Notice("ყურადღება", "ჯერ არ არის"))
    )
    assert standards(pdf) == ("2", "1")
    assert str(pdf.Root.Lang) == "ka" and pdf.Root.MarkInfo.Marked and pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.docinfo.Title) == "ანგარიში" and str(pdf.docinfo.Author) == "მუნიციპალიტეტი"
    found = tags(pdf)
    assert found.index("H1") < found.index("H2") < found.index("L") < found.index("Table")
    assert found.count("TH") == 2 and found.count("TD") == 4


def test_words_can_be_found_in_it() -> None:
    said = text(view(prose("<p>სოფელი <strong>ზემო</strong></p>"), TABLE))
    for words in (
        "ანგარიში",
        "მუნიციპალიტეტი",
        "1. თავი",
        "სოფელი ზემო",
        "დაკმაყოფილდა",
        "17",
        "1 / 1",
        f"{SITE}/ka/reports/2025/r/",
    ):
        assert words in said, words


@pytest.mark.parametrize(
    ("lang", "title"),
    [("ka", "ანგარიში"), ("hy", "Հաշվետվություն"), ("az", "Hesabat: əğıöüşç"), ("ru", "Отчёт"), ("sr-Cyrl", "Извештај"), ("sr-Latn", "Izveštaj"), ("sq", "Raport")],
)  # fmt: skip
def test_every_language_has_its_letters_and_its_tag(lang: str, title: str) -> None:
    found = view(lang=lang, title=title)
    pdf = made(found)
    assert standards(pdf) == ("2", "1") and str(pdf.Root.Lang).split("-")[0] == lang.split("-")[0]
    assert title in text(found)
    fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert all("NotoSans" in font for font in fonts), fonts


def test_the_same_is_the_same_and_another_day_is_not() -> None:
    assert typeset(TEMPLATE, FONTS, view(TABLE)) == typeset(TEMPLATE, FONTS, view(TABLE))
    assert typeset(TEMPLATE, FONTS, view(TABLE)) != typeset(TEMPLATE, FONTS, view(TABLE, day=date(2025, 12, 11)))


def test_links_lead_to_whole_addresses_and_within_the_page_nowhere() -> None:
    pdf = made(
        view(
            prose(
                '<p><a href="/ka/acts/">ერთი</a> <a href="#fn1">ორი</a> <a href="https://other.example/">სამი</a></p>'
            )
        )
    )
    found = [str(each.A.URI) for page in pdf.pages for each in page.get("/Annots", [])]
    assert found == [f"{SITE}/ka/acts/", "https://other.example/"]


def test_white_space_is_as_in_html_and_levels_are_not_skipped() -> None:
    assert nodes("<p>ერთი\n  ორი</p>\n<ul>\n<li>ა</li>\n</ul>", SITE) == [
        {"tag": "p", "in": ["ერთი ორი"]},
        {"tag": "ul", "in": [{"tag": "li", "in": ["ა"]}]},
    ]
    levels = [
        each["level"] for each in nodes("<h2>a</h2><h5>b</h5><h6>c</h6><h3>d</h3>", SITE) if isinstance(each, dict)
    ]
    assert all(one - before <= 1 for before, one in zip((1, *levels), levels, strict=False))


@given(st.text(max_size=300), st.sampled_from(("# ", "- ", "1. ", "> ", "| a | b |\n|---|---|\n| ", "")))
@settings(max_examples=60, deadline=None)
def test_whatever_an_editor_writes_is_set(written: str, before: str) -> None:
    _, html = convert(f"{before}{written}", title="", slug=str)
    assert typeset(TEMPLATE, FONTS, view(prose(html), TABLE)).startswith(b"%PDF-")


def test_letters_that_no_font_has_cost_only_the_claim() -> None:
    pdf = made(view(prose("<p>😀</p>")))
    assert standards(pdf) == (None, None) and "P" in tags(pdf)
    assert standards(made(view(prose("<p>და\u00adრ\u200bბ</p>")))) == ("2", "1")


def test_a_template_of_the_site_that_is_wrong_is_named(tmp_path: Path) -> None:
    own = tmp_path / "print.typ"
    own.write_text("#let view = json(bytes(sys.inputs.view))\n#view.nothing\n", "utf-8")
    with pytest.raises(Refused) as refused:
        made(view(), own)
    assert refused.value.facts["place"] == "print.typ"
