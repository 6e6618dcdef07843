"""The report on activity: what was published, the communication plan against it, where people were met; all on a day."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.outputs.sites import Made, again, document, event, make, release, settings

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "activity")
NOW = "2026-07-20"
PLAN = {
    "date": "2026-04-01", "kind": "communication", "period": "2026-Q2",
    "activities": [
        {"title": "წყალი", "due": "2026-06-10", "evidence": ["press-releases/2026/water"]},
        {"title": "გზა", "due": "2026-06-10", "evidence": ["press-releases/2026/road"]},
        {"title": "ხიდი", "due": "2026-06-30", "evidence": ["press-releases/2026/later"]},
        {"title": "ბაღი", "due": "2026-08-30", "status": "planned"},
        {"title": "ბაზარი", "due": "2026-05-30", "status": "postponed"},
        {"title": "შეხვედრა", "due": "2026-05-30", "done": "2026-05-29"},
    ],
}  # fmt: skip
FILES: dict[str, str | bytes] = {
    "units/office.ka.md": document("სამსახური", "Text."),
    "territories.csv": "id,title.ka,title.en\ntown,ქალაქი,Town\nvillage,სოფელი,Village\nhamlet,უბანი,Hamlet\n",
    "press-releases/2026/water.ka.md": release("წყალი", date="2026-06-10", unit="office", territories=["town", "village"]),
    "press-releases/2026/water.en.md": "---\ntitle: Water\n---\nText.\n",
    "press-releases/2026/road.ka.md": release("გზა", date="2026-06-12", territories=["town"]),
    "press-releases/2026/later.ka.md": release("ხიდი", date="2026-07-25"),
    "press-releases/2026/gone.ka.md": release(
        "აღარ", date="2026-06-14", status="withdrawn", withdrawn={"date": "2026-06-15", "reason": "შეცდომა."}
    ),
    "press-releases/2025/old.ka.md": release("ძველი", date="2025-12-31", unit="office"),
    "events/2026/met.ka.md": event("შეხვედრა", date="2026-05-02", kind="public-meeting", start="2026-05-20 10:00", end=None, territory="town"),
    "events/2026/again.ka.md": event("ისევ", date="2026-05-02", kind="public-lecture", start="2025-11-20 10:00", end=None, territory="town"),
    "events/2026/called-off.ka.md": event(
        "არა", date="2026-05-02", kind="public-meeting", start="2026-05-21 10:00", end=None, territory="village", event_status="cancelled"
    ),
    "events/2026/to-come.ka.md": event("იქნება", date="2026-07-02", kind="public-meeting", start="2026-08-01 10:00", end=None, territory="village"),
    "events/2026/fair.ka.md": event("ბაზრობა", date="2026-07-02", territory="hamlet"),
    "requests/2026.csv": "id,ref,date,title.ka,outcome\n1,R-1,2026-06-01,წყალი,pending\n",
    "plans/2026/words.ka.md": document("გეგმა", **PLAN),
}  # fmt: skip


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def made(root: Path) -> Made:
    return make(root, FILES, now=NOW, outputs=OUTPUTS)


def table(made: Made, name: str, lang: str = "en") -> list[dict[str, str]]:
    text = made[f"{lang}/reports/activity/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def view(made: Made, path: str) -> Any:
    return made.artifacts[path + "index.html"].view().main


def test_what_was_published_is_counted_once_by_everything_it_names(made: Made):
    assert not [each for each in made.problems if each.level == "error"]
    found = {(row["quarter"], row["by"], row["id"]): int(row["documents"]) for row in table(made, "activity")}
    assert {name: count for (quarter, by, name), count in found.items() if quarter == "2026-Q2" and by == "sections"} == {
        "press-releases": 2, "events": 3, "plans": 1,
    }  # fmt: skip
    assert found["2026-Q2", "all", ""] == 6
    assert found["2026-Q2", "units", "units/office"] == 1
    assert found["2026-Q2", "units", ""] == 5
    assert {name: found.get(("2026-Q2", "territories", f"territories/{name}")) for name in ("town", "village", "hamlet")} == {
        "town": 4, "village": 2, "hamlet": None,
    }  # fmt: skip
    assert (found["2026-Q2", "languages", "ka"], found["2026-Q2", "languages", "en"]) == (6, 1)
    assert found["2025-Q4", "all", ""] == 1
    assert not [key for key in found if "requests" in key]


def test_its_schema_names_every_column(made: Made):
    schema = json.loads(made["en/reports/activity/activity.schema.json"])
    assert [field["name"] for field in schema["fields"]] == list(table(made, "activity")[0])


def test_the_plan_stands_against_what_was_published(made: Made):
    found = {
        row["number"]: (row["state"], row["published"], row["days_late"]) for row in table(made, "communication-plan")
    }
    assert found == {
        "1": ("in-time", "2026-06-10", "0"),
        "2": ("late", "2026-06-12", "2"),
        "3": ("overdue", "", "0"),
        "4": ("upcoming", "", "0"),
        "5": ("dropped", "", "0"),
        "6": ("in-time", "2026-05-29", "0"),
    }
    assert "later" not in made.text("ka/reports/activity/index.html")


def test_meetings_cover_territories(made: Made):
    found = {row["territory"]: row for row in table(made, "coverage")}
    assert [found["town"][name] for name in ("2026", "2025", "meetings", "last")] == ["1", "1", "2", "2026-05-20"]
    assert [found["village"][name] for name in ("meetings", "last", "next")] == ["0", "", "2026-08-01"]
    assert [found["hamlet"][name] for name in ("meetings", "next")] == ["0", ""]
    shown = view(made, "en/reports/activity/")
    assert {link.title for link in shown.blocks[-1].links} == {"Hamlet"}, "where one is announced nothing lacks"


def test_each_year_has_its_page_and_each_chart_its_table(made: Made):
    last, before = view(made, "en/reports/activity/"), view(made, "en/reports/activity/2025/")
    assert [each.title for each in last.years] == ["2025"]
    assert [each.title for each in before.years] == ["2026"]
    sections = next(each for each in last.blocks if getattr(each, "id", "") == "sections")
    assert [column.title for column in sections.table.columns] == ["Section", "Q2", "Q3", "2026"]
    for block in (*last.blocks, *before.blocks):
        for file in getattr(block, "files", ()):
            assert made.artifacts[file.url.removeprefix("/")].permanent
    drawn = {each.id for each in last.blocks if getattr(each, "id", "")}
    assert drawn == {"quarters", "sections", "units", "territories", "languages", "communication-plan", "coverage"}


def test_the_list_of_reports_leads_there(tmp_path: Path):
    files = FILES | {"reports/2026/one.ka.md": document("ანგარიში", date="2026-03-01", kind="audit", period="2025")}
    made = make(tmp_path, files, now=NOW, outputs=OUTPUTS)
    assert [link.url for link in view(made, "en/reports/").ways] == ["/en/reports/activity/"]


def test_another_day_counts_otherwise(made: Made, root: Path):
    later = again(settings(root, outputs=OUTPUTS), "2026-08-02")
    page = "en/reports/activity/index.html"
    assert later.artifacts[page].fingerprint != made.artifacts[page].fingerprint
    found = {row["territory"]: row for row in table(later, "coverage")}
    assert found["village"]["last"] == "2026-08-01"
    assert {row["number"]: row["state"] for row in table(later, "communication-plan")}["3"] == "late"
    same = again(settings(root, outputs=OUTPUTS), NOW)
    assert same.artifacts[page].fingerprint == made.artifacts[page].fingerprint
