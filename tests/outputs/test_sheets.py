"""Tables that disclosures and datasets carry: shown on their pages, checked against their schema, told of by file, line and column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.sites import Made, document, make

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets")
BUDGET = "code;item_ka;item_en;plan;done\n01 00;გზები;Roads;1000;250.50\n02 00;წყალი;Water;0;0\n"
LONG = "\ufeffday,year,count\r\n" + "".join(f"2026-01-{day % 28 + 1:02},2026,{day}\r\n" for day in range(40))
SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "day", "type": "date", "title": "Day of the count"},
        {"name": "year", "type": "integer"},
        {"name": "count", "type": "integer"},
    ]
}
DISCLOSED = {
    "date": "2026-05-01", "duty": "5.2", "period": "2026-Q1", "files": [{"file": "budget.csv", "title": "ბიუჯეტი"}],
    "execution": {"item": "item_ka", "planned": "plan", "executed": "done"},
}  # fmt: skip


def site(root: Path, schema: object = SCHEMA, long: str = LONG, budget: str = BUDGET, **changed: Any) -> Made:
    dataset = {"date": "2026-05-01", "license": "CC-BY-4.0", "distributions": ["long.csv"], "schema": "schema.json"}
    return make(
        root,
        {
            "disclosures/2026/budget/index.ka.md": document("ბიუჯეტი", "ტექსტი.", **(DISCLOSED | changed)),
            "disclosures/2026/budget/index.en.md": "---\ntitle: Budget\nexecution: {item: item_en}\n---\nText.\n",
            "disclosures/2026/budget/budget.csv": budget,
            "datasets/counts/index.ka.md": document("თვლა", "ტექსტი.", **dataset),
            "datasets/counts/long.csv": long,
            "datasets/counts/schema.json": json.dumps(schema),
        },
        outputs=OUTPUTS,
    )


def problems(made: Made) -> set[tuple[str, int | None, str | None, str]]:
    return {(each.file, each.line, each.field, each.code) for each in made.problems if each.level == "error"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return site(tmp_path_factory.mktemp("site"))


def blocks(made: Made, path: str) -> list[Any]:
    return list(made.artifacts[path + "/index.html"].view().main.blocks)


def table(made: Made, path: str) -> Any:
    return next(each for each in blocks(made, path) if each.component == "table")


def test_a_short_table_is_shown_whole_in_the_readers_language(made: Made):
    assert not problems(made)
    shown = table(made, "en/disclosures/2026/budget")
    assert [column.title for column in shown.columns] == ["code", "item", "plan", "done"]
    assert [column.numeric for column in shown.columns] == [False, False, True, True]
    assert [row[1][0].text for row in shown.rows] == ["Roads", "Water"]
    assert shown.rows[0][3][0].value == pytest.approx(250.5)
    assert shown.more.url.endswith("/budget.csv") and "other languages" in shown.note


def test_of_a_long_one_the_first_rows_and_how_many_there_are(made: Made):
    shown = table(made, "ka/datasets/counts")
    assert len(shown.rows) == 10 and "40" in shown.note
    assert shown.columns[0].title == "Day of the count"
    assert [column.numeric for column in shown.columns] == [False, False, True], "a year is no amount"


def test_heads_and_codes_are_said_in_the_readers_language(tmp_path: Path):
    schema = {
        "languages": ["en", "ka"],
        "fields": [
            {"name": "outcome", "title": {"": "Outcome", "ka": "შედეგი"}, "categories": [
                {"value": "granted", "label": {"": "Granted", "ka": "გაიცა"}}, {"value": "refused", "label": {"": "Refused"}},
            ]},
            {"name": "office_ka", "title": {"en": "Office", "ka": "სამსახური"}},
            {"name": "office_en"},
            {"name": "territory"},
            {"name": "month", "type": "yearmonth", "title": {"": "Month", "ka": "თვე"}},
        ],
    }  # fmt: skip
    made = make(
        tmp_path,
        {
            "territories/hill.ka.md": document("მთა"),
            "territories/hill.en.md": "---\ntitle: The hill\n---\n",
            "datasets/answers/index.ka.md": document(
                "პასუხები", "ტექსტი.", date="2026-05-01", license="CC-BY-4.0", distributions=["a.csv"], schema="s.json"
            ),
            "datasets/answers/index.en.md": "---\ntitle: Answers\n---\nText.\n",
            "datasets/answers/s.json": json.dumps(schema),
            "datasets/answers/a.csv": "outcome,office_ka,office_en,territory,month\n"
            "granted,არქივი,Archive,hill,2026-01\nrefused,არქივი,Archive,vale,2026-02\n",
        },
        outputs=OUTPUTS,
    )
    assert not problems(made)
    english, georgian = (table(made, f"{lang}/datasets/answers") for lang in ("en", "ka"))

    def seen(shown: Any) -> list[list[str]]:
        heads = [column.title for column in shown.columns]
        return [heads, *([cell[0].text for cell in row] for row in shown.rows)]

    assert seen(english) == [
        ["Outcome", "Office", "territory", "Month"],
        ["Granted", "Archive", "The hill", "January 2026"],
        ["Refused", "Archive", "vale", "February 2026"],
    ]
    assert seen(georgian) == [
        ["შედეგი", "სამსახური", "territory", "თვე"],
        ["გაიცა", "არქივი", "მთა", "2026 წლის იანვარი"],
        ["Refused", "არქივი", "vale", "2026 წლის თებერვალი"],
    ]
    assert georgian.rows[1][0][0].text.lang == "en", "what stands in for a missing word says its language"


def test_plan_and_execution_are_drawn(made: Made):
    chart = next(each for each in blocks(made, "en/disclosures/2026/budget") if each.component == "chart")
    assert [bar.label for bar in chart.bars] == ["Roads", "Water", "Total"]
    assert chart.bars[0].amounts == (250.5, 749.5) and chart.bars[0].figure == "25%"
    assert chart.table.totals and chart.table.rows[-1][1][0].value == 1000
    assert [bar.figure for bar in chart.bars[1:]] == ["", ""], "nothing is no share of nothing"


def test_a_table_that_the_text_shows_is_not_shown_again(tmp_path: Path):
    body = "| a | b |\n|---|---|\n| x | 1 |\n| y | 2 |\n"
    root = tmp_path / "site"
    shown = make(root, {
        "disclosures/2026/budget/index.ka.md": document("ბიუჯეტი", body, **(DISCLOSED | {"execution": None})),
        "disclosures/2026/budget/budget.csv": BUDGET,
    }, outputs=OUTPUTS)  # fmt: skip
    assert not [each for each in blocks(shown, "ka/disclosures/2026/budget") if each.component == "table"]


def test_what_is_wrong_is_told_by_file_line_and_column(tmp_path: Path):
    long = "day,year,count\n22.11.2026,2026,1\n2026-01-02,2026,many\n"
    made = site(tmp_path / "a", long=long, execution={"item": "item_ka", "planned": "plans", "executed": "done"})
    assert problems(made) == {
        ("content/datasets/counts/long.csv", 2, "day", "sheet-type"),
        ("content/datasets/counts/long.csv", 3, "count", "sheet-type"),
        ("content/disclosures/2026/budget/index.ka.md", 7, "execution.planned", "sheet-column-named"),
        ("content/disclosures/2026/budget/index.en.md", 3, "execution.planned", "sheet-column-named"),
    }
    assert "write it like 2026-11-22" in "".join(each.text("en") for each in made.problems)
    assert ("content/datasets/counts/schema.json", None, None, "schema-unusable") in problems(
        site(tmp_path / "b", schema=[])
    )
