"""Articles of acts, recognised in the languages of acts."""

from __future__ import annotations

import pytest

from sajaro.markup.articles import anchored, article


@pytest.mark.parametrize(
    "heading",
    [
        "მუხლი 5",
        "მუხლი 5. ტარიფი",
        "მუხლი 5 ტარიფი",
        "მე-5 მუხლი",
        "Հոդված 5",
        "Հոդված 5. Սակագին",
        "ՀՈԴՎԱԾ 5.",
        "Maddə 5",
        "Maddə 5. Tarif",
        "5-ci maddə",
        "Статья 5",
        "Статья 5. Тариф",
        "СТАТЬЯ 5",
        "Член 5",
        "Члан 5",
        "Члан 5.",
        "ЧЛАН 5. Накнада",
        "Član 5.",
        "Čl. 5",
        "Neni 5",
        "Neni 5 Tarifa",
        "Article 5",
        "Article 5. Fee",
        "ARTICLE 5 – Fee",
        "Art. 5",
        "§ 5",
        "§5 Gebühr",
    ],
)
def test_forms(heading: str):
    found = article(heading)
    assert found is not None and found.anchor == "art-5", heading


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("მუხლი 9¹. ახალი", "art-9-1"),
        ("მუხლი 9-1", "art-9-1"),
        ("Article 12a. Fees", "art-12a"),
        ("Члан 12а", "art-12a"),
        ("მუხლი 12ა. ახალი", "art-12a"),
        ("Article 5 bis", "art-5-bis"),
        ("Article IV", "art-iv"),
    ],
)
def test_numbers(heading: str, anchor: str):
    assert article(heading).anchor == anchor


@pytest.mark.parametrize(
    "heading",
    [
        "Fees",
        "Article",
        "Articles of association",
        "Article 5 of the Law on roads is amended",
        "The 5 articles",
        "მუხლის 5 პუნქტი",
        "2026 წლის ბიუჯეტი",
        "5",
        "§",
        "Статья о бюджете",
    ],
)
def test_what_is_none(heading: str):
    assert article(heading) is None


def test_an_address_is_that_of_the_number_whatever_stands_around():
    anchor = anchored(lambda text: "other")
    assert anchor("Article 5. Fees") == anchor("მუხლი 5. სხვა") == "art-5"
    assert anchor("Final provisions") == "other"


def test_label_and_heading_come_apart():
    found = article("მუხლი 5. ტარიფი და გადახდა")
    assert (found.label, found.heading) == ("მუხლი 5.", "ტარიფი და გადახდა")
