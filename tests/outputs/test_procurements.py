"""Procurements as tables: the list, what they come to by year, stage, method and supplier, and all of them as CSV."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.sites import Made, document, make

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "procurements")
HEAD = "id,number,date,title.ka,title.en,method.ka,method.en,value,price,paid,currency,stage,supplier.ka,supplier.en"
ROWS = (
    "a,T-1,2026-01-12,საწვავი,Fuel,ტენდერი,tender,1000,900,450,,awarded,შპს „ა“,A LLC",
    "b,T-2,2026-02-12,ქაღალდი,Paper,ტენდერი,tender,100.50,90.50,90.50,,completed,შპს „ა“,A LLC",
    "c,T-3,2025-02-12,ხიდი,=Bridge,პირდაპირი,direct,500,,,,cancelled,,",
    "d,T-4,2025-03-12,ზარი,Bell,პირდაპირი,direct,200,200,0,,awarded,ი/მ ბ,B",
)
EURO = "e,T-5,2026-04-12,მანქანა,Car,ტენდერი,tender,300,250,250,EUR,completed,GmbH,GmbH"


def site(root: Path, *rows: str) -> Made:
    vacancy: dict[str, Any] = {"date": "2026-05-01"}
    files: dict[str, str | bytes] = {
        "procurements/2026.csv": "\n".join((HEAD, *rows, "")),
        "vacancies/open-late.ka.md": document("გვიან", **vacancy, position="ა", deadline="2026-07-30"),
        "vacancies/open-soon.ka.md": document("მალე", **vacancy, position="ბ", deadline="2026-06-20"),
        "vacancies/closed.ka.md": document("აღარ", date="2026-06-01", position="გ", deadline="2026-06-10"),
        "vacancies/filled.ka.md": document("დაკავებული", **vacancy, position="დ", deadline="2026-07-30", result="დაინიშნა."),
    }  # fmt: skip
    return make(root, files, outputs=OUTPUTS)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return site(tmp_path_factory.mktemp("site"), *ROWS)


def table(made: Made, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made[f"en/procurements/{path}.csv"].decode("utf-8-sig"), newline="")))


def view(made: Made, path: str) -> Any:
    return made.artifacts[path + "index.html"].view().main


def test_the_whole_table_reads_back(made: Made):
    assert not [each for each in made.problems if each.level == "error"]
    found = {row["number"]: row for row in table(made, "procurements")}
    assert list(found) == ["T-3", "T-4", "T-1", "T-2"]
    assert (found["T-2"]["value"], found["T-2"]["currency"], found["T-2"]["supplier"]) == ("100.50", "GEL", "A LLC")
    assert found["T-3"]["title"] == "'=Bridge"
    schema = json.loads(made["en/procurements/procurements.schema.json"])
    assert [field["name"] for field in schema["fields"]] == list(found["T-1"])


def test_one_supplier_in_several_spellings_is_one(tmp_path: Path):
    spelled = (ROWS[0], ROWS[1].replace("შპს „ა“", "შპს «ა»"), ROWS[3].replace("ი/მ ბ", "შპს-ა"))
    suppliers = table(site(tmp_path, *spelled), "statistics/suppliers")
    assert [(row["count"], row["price"]) for row in suppliers] == [("3", "1190.50")]


def test_sums_agree_with_the_rows(made: Made):
    years = {
        row["year"]: (row["count"], row["contracts"], row["value"], row["price"], row["paid"])
        for row in table(made, "statistics/years")
    }
    assert years == {"2026": ("2", "2", "1100.50", "990.50", "540.50"), "2025": ("2", "1", "700", "200", "0")}
    suppliers = {row["supplier"]: (row["count"], row["price"]) for row in table(made, "statistics/suppliers")}
    assert suppliers == {"შპს „ა“": ("2", "990.50"), "ი/მ ბ": ("1", "200")}
    assert {row["method"]: row["count"] for row in table(made, "statistics/methods")} == {
        "ტენდერი": "2",
        "პირდაპირი": "2",
    }
    assert [row["stage"] for row in table(made, "statistics/stages")] == ["awarded", "cancelled", "completed"]
    executed = {
        row["year"]: (row["value"], row["price"], row["saved"], row["paid"])
        for row in table(made, "statistics/execution")
    }
    assert executed["2025"] == ("200", "200", "0", "0")
    assert executed["2026"] == ("1100.50", "990.50", "110.00", "540.50")


def test_the_page_says_it_in_the_readers_language_and_leads_to_the_tables(made: Made):
    shown = view(made, "en/procurements/statistics/")
    suppliers = next(each for each in shown.blocks if each.id == "suppliers")
    assert [row[0][0].text for row in suppliers.table.rows] == ["A LLC", "B"]
    assert "currency" not in [column.title.lower() for column in suppliers.table.columns]
    for block in shown.blocks:
        assert all(file.url.removeprefix("/") in made.artifacts for file in block.files)


def test_currencies_are_never_added(tmp_path: Path):
    made = site(tmp_path, *ROWS, EURO)
    years = [(row["year"], row["currency"], row["price"]) for row in table(made, "statistics/years")]
    assert years == [("2026", "GEL", "990.50"), ("2026", "EUR", "250"), ("2025", "GEL", "200")]
    shown = view(made, "en/procurements/statistics/")
    drawn = {each.id: any(bar.amounts for bar in each.bars) for each in shown.blocks}
    assert drawn == {"years": False, "stages": True, "methods": False, "suppliers": False, "execution": False}
    totals = {fact.label: [value.text for value in fact.values] for fact in view(made, "en/procurements/").totals.facts}
    assert totals["Agreed price"] == ["GEL 1,190.50", "EUR 250.00"] or len(totals["Agreed price"]) == 2


def test_the_list_is_a_table_with_values_to_sort_by(made: Made):
    shown = view(made, "en/procurements/")
    assert not shown.cards and len(shown.table.rows) == 4
    assert [link.url for link in shown.ways] == ["/en/procurements/statistics/"]
    text = made.text("en/procurements/index.html")
    assert "<table data-sort>" in text and '<data class="figure" value="100.50">' in text
    assert text.count('<script type="module"') == 1
    year = view(made, "en/procurements/2025/")
    assert {fact.label: fact.values[0].text for fact in year.totals.facts}["Procurements"] == "2"


def test_open_vacancies_come_first(made: Made):
    shown = view(made, "ka/vacancies/")
    assert [card.title for card in shown.cards] == ["მალე", "გვიან"]
    assert [card.title for card in shown.over.cards] == ["აღარ", "დაკავებული"]
