"""The pages, tables and calendar of duties to publish: the same states in each, and as the day has them."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from lxml import html

from sajaro import steps
from sajaro.build import moment
from sajaro.duties import standings
from sajaro.files import walk
from sajaro.settings import load
from sajaro.store import Store
from sajaro.wish import Wish
from tests.sites import build, checked, document, published, release, small, told

ROOT = Path(__file__).resolve().parents[2]
DUTIES = """\
profile = "xk-06-l-081"
since = 2026-06-01

[[duty]]
code = "1.1"
unit = "council"

[[duty]]
code = "1.2"
at = ["press-releases"]

[[duty]]
code = "2.1"
at = ["units/council"]

[[duty]]
code = "4.2"
unit = "council"
verified = true
""" + "".join(f'\n[[duty]]\ncode = "{code}"\ndrop = true\n' for code in "2.2 2.3 3.1 3.2 4.3 4.4 5.1 5.2 5.3".split())


def disclosure(title: str, duty: str, period: str | None, day: str, **fields: object) -> str:
    known = {"date": day, "duty": duty, "unit": "council"} | ({"period": period} if period else {})
    return document(title, **(known | fields))


FILES = {
    "press-releases/2026/a.en.md": release("News", "See [what is due](/duties/)."),
    "disclosures/q2.en.md": disclosure("=Budget, Q2", "4.2", "2026-Q2", "2026-08-10", files=["q2.csv"]),
    "disclosures/q2.csv": "a,b\n1,2\n",
    "disclosures/budget.en.md": disclosure(
        "Budget", "4.1", "2026", "2026-01-20", withheld={"ground": "Article 9", "until": "2026-12-01"}
    ),
    "disclosures/structure.en.md": disclosure("Structure", "1.1", None, "2026-02-01", nil=True),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = small(tmp_path, FILES)
    (root / "duties.toml").write_text(DUTIES, "utf-8")
    return root


def rows(root: Path, day: str) -> dict[tuple[str, str], dict[str, str]]:
    outcome = build(root, now=day)
    assert outcome.written, outcome.problems
    content = (root / "output/en/duties/duties.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    found = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return {(row["code"], row["period"]): row for row in found}


def states(root: Path, day: str) -> dict[str, str]:
    return {f"{code} {period}".strip(): row["state"] for (code, period), row in rows(root, day).items()}


def test_states_move_with_the_day(root: Path) -> None:
    standing = {"1.1": "nil", "1.2": "published", "2.1": "published"}
    assert states(root, "2026-07-31") == standing | {
        "4.1 2026": "withheld", "4.2 2026-Q2": "due", "4.2 2026-Q3": "upcoming",
    }  # fmt: skip
    assert states(root, "2026-10-20") == standing | {
        "4.1 2026": "withheld", "4.2 2026-Q2": "published", "4.2 2026-Q3": "due", "4.2 2026-Q4": "upcoming",
    }  # fmt: skip
    assert states(root, "2026-12-02") == standing | {
        "4.1 2026": "late", "4.2 2026-Q2": "published", "4.2 2026-Q3": "late", "4.2 2026-Q4": "upcoming",
    }  # fmt: skip


def test_the_table_says_when_how_late_where_and_by_whom(root: Path) -> None:
    found = rows(root, "2026-11-22")
    row = found["4.2", "2026-Q2"]
    assert (row["due"], row["published"], row["days_late"]) == ("2026-07-31", "2026-08-10", "10")
    assert row["documents"] == "https://town.example/en/disclosures/q2/"
    assert row["files"] == "https://town.example/disclosures/q2.csv"
    assert (row["unit"], row["verified"], row["kind"]) == ("Council", "true", "quarterly")
    row = found["4.1", "2026"]
    assert (row["withheld_until"], row["ground"], row["verified"]) == ("2026-12-01", "Article 9", "false")


def test_json_holds_the_same(root: Path) -> None:
    found = rows(root, "2026-11-22")
    data = json.loads((root / "output/en/duties/duties.json").read_text("utf-8"))
    flat = {(duty["code"], each["period"] or ""): each["state"] for duty in data["duties"] for each in duty["periods"]}
    assert flat == {key: row["state"] for key, row in found.items()}
    file = data["duties"][4]["periods"][2]["files"][0]
    assert (file["format"], len(file["sha256"])) == ("CSV", 64)


def test_the_calendar_holds_what_is_late_due_or_falls_due_within_a_year(root: Path) -> None:
    build(root, now="2026-11-22")
    content = (root / "output/en/duties/duties.ics").read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert calendar.errors == []
    events = {str(each["UID"]): each for each in calendar.walk("VEVENT")}
    assert all(not each.errors for each in events.values())
    days = {uid.split("@")[0]: each["DTSTART"].dt for uid, each in events.items()}
    assert days == {
        "duties/4.1/2027": date(2027, 1, 31),
        "duties/4.2/2026-Q3": date(2026, 10, 31),
        "duties/4.2/2026-Q4": date(2027, 1, 31),
        "duties/4.2/2027-Q1": date(2027, 4, 30),
        "duties/4.2/2027-Q2": date(2027, 7, 31),
        "duties/4.2/2027-Q3": date(2027, 10, 31),
    }
    event = events["duties/4.2/2026-Q3@town.example"]
    assert str(event["SUMMARY"]) == "4.2. Execution of the budget: 3rd quarter of 2026"
    assert "Council" in str(event["DESCRIPTION"])
    assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1


def text(root: Path, place: str) -> str:
    page = html.fromstring((root / "output/en" / place / "index.html").read_text("utf-8"))
    return " ".join(page.xpath("string(//main)").split())


def test_pages_measure_their_words(root: Path) -> None:
    build(root, now="2026-11-22")
    for place in ("duties", "duties/4.2", "duties/4.1", "duties/1.1", "duties/1.2"):
        assert not re.search("compl(y|iant|iance)", text(root, place), re.IGNORECASE)
    whole = text(root, "duties")
    assert "4 duties are not yet verified in law" in whole
    assert "3rd quarter of 2026 Late Due: 31 October 2026" in whole
    assert "10 days late" in whole
    assert "Not yet verified in law" in text(root, "duties/4.1")
    withheld = text(root, "duties/4.1")
    assert "last day: 1 December 2026" in withheld
    assert re.search(r"2026\. Withheld until 1.December.2026 ?Article 9", withheld)
    one = text(root, "duties/4.2")
    assert "Not yet verified" not in one
    assert "10 August 2026" in one and "10 days late" in one
    assert "=Budget, Q2" in one
    assert "Responsible unit" in one


def test_other_pages_lead_to_them(root: Path) -> None:
    build(root, now="2026-11-22")
    disclosed = html.fromstring((root / "output/en/disclosures/q2/index.html").read_text("utf-8"))
    assert disclosed.xpath("//main//a[text()='4.2']/@href") == ["/en/duties/4.2/"]
    for place in ("en/index.html", "en/sections/index.html", "en/press-releases/2026/a/index.html"):
        assert "/en/duties/" in (root / "output" / place).read_text("utf-8")
    sitemap = (root / "output/sitemap-en.xml").read_text("utf-8")
    assert "https://town.example/en/duties/</loc>" in sitemap
    assert "https://town.example/en/duties/4.2/</loc>" in sitemap


def test_the_menu_may_name_them(tmp_path: Path) -> None:
    root = small(tmp_path, FILES, menu=("press-releases", "duties"))
    (root / "duties.toml").write_text(DUTIES, "utf-8")
    outcome = build(root)
    assert outcome.written and not [each for each in outcome.problems if each.code == "menu-section"]
    page = html.fromstring((root / "output/en/duties/index.html").read_text("utf-8"))
    assert set(page.xpath("//nav//a[@aria-current]/@href")) == {"/en/duties/"}


def test_incremental_equals_clean_when_days_pass_and_the_duties_change(root: Path, tmp_path_factory) -> None:
    for day, change in (
        ("2026-07-30", None),
        ("2026-08-01", None),
        ("2026-11-02", ("verified = true\n", "verified = false\n")),
        ("2026-11-02", ('unit = "council"\nverified', "verified")),
        ("2026-11-02", ("since = 2026-06-01", "since = 2026-09-01")),
        ("2026-12-10", ('code = "4.2"', 'code = "4.9"\ntitle.en = "Other"\nperiod = "quarterly"')),
        ("2026-12-10", None),
    ):
        if change:
            path = root / "duties.toml"
            assert change[0] in path.read_text("utf-8")
            path.write_text(path.read_text("utf-8").replace(*change), "utf-8")
        assert build(root, now=day).written
        clean = tmp_path_factory.mktemp("clean") / "site"
        shutil.copytree(root, clean, ignore=shutil.ignore_patterns(".sajaro", "output"))
        assert build(clean, now=day).written
        assert published(root / "output") == published(clean / "output")


def test_nothing_is_left_when_the_file_goes(root: Path) -> None:
    (root / "content/press-releases/2026/a.en.md").write_text(release("News"), "utf-8")
    assert build(root).written
    (root / "duties.toml").unlink()
    assert build(root).written
    assert not (root / "output/en/duties").exists()
    assert "/duties/" not in (root / "output/en/index.html").read_text("utf-8")


def test_check_tells_what_is_late_due_soon_or_does_not_fit(root: Path) -> None:
    more = {
        "disclosures/x1.en.md": disclosure("X1", "9.9", "2026", "2026-02-01", nil=True),
        "disclosures/x2.en.md": disclosure("X2", "4.2", "2026", "2026-02-01", nil=True),
        "disclosures/x3.en.md": disclosure("X3", "4.2", None, "2026-02-01", nil=True),
        "disclosures/x4.en.md": disclosure("X4", "4.2", "2026-Q1", "2026-05-01", files=["x4.json"]),
        "disclosures/x4.json": "{}",
    }
    for name, content in more.items():
        (root / "content" / name).write_text(content, "utf-8")
    found = [each for each in told(checked(root)) if "duties.toml" in each or "/x" in each]
    assert found == [
        'content/disclosures/x1.en.md:4: duty: there is no duty "9.9" in the list of this institution; correct the code '
        "(near ones: –), or add the duty in duties.toml [warning]",
        "content/disclosures/x2.en.md:6: period: 2026 is no period of duty 4.2; write one like 2026-Q3 [warning]",
        "content/disclosures/x3.en.md:4: duty: duty 4.2 falls due by periods; say which this is for, like period: 2026-Q3 "
        "[warning]",
        "content/disclosures/x4.en.md:7: files: duty 4.2 asks for a file in one of these formats: csv, xlsx, ods; add one "
        "[warning]",
        "duties.toml:17: 4.2: was to be published for 2026-Q3 by 2026-10-31; publish a disclosure with this code and period, "
        "and say nil or withheld where that is so [warning]",
    ]


def test_check_tells_of_what_falls_due_within_a_fortnight(root: Path) -> None:
    def codes(day: str) -> list[str]:
        (root / "output").mkdir(exist_ok=True)
        return [each.text("en") for each in build(root, now=day).problems if each.code == "duty-due-period"]

    assert codes("2026-10-16") == []
    assert len(codes("2026-10-17")) == 1
    assert "falls due for 2026-Q3 on 2026-10-31" in codes("2026-10-31")[0]
    assert codes("2026-11-01") == []


def test_what_duties_name_must_be_there(root: Path) -> None:
    path = root / "duties.toml"
    path.write_text(
        path.read_text("utf-8")
        .replace('unit = "council"', 'unit = "counci"', 1)
        .replace('at = ["units/council"]', 'at = ["units/x", "sections"]'),
        "utf-8",
    )
    found = [each for each in told(checked(root)) if each.startswith("duties.toml")]
    assert found[:3] == [
        "duties.toml:5: 1.1.unit: there is no document counci; did you mean council? [error]",
        "duties.toml:13: 2.1.at: there is no document sections; correct it, or write that document [error]",
        "duties.toml:13: 2.1.at: there is no document units/x; correct it, or write that document [error]",
    ]


def test_a_site_without_the_output_is_told(tmp_path: Path) -> None:
    root = small(tmp_path, outputs=("home", "lists", "pages", "files", "pictures", "assets"))
    (root / "duties.toml").write_text(DUTIES, "utf-8")
    assert [each.code for each in build(root).problems if each.file == "duties.toml"] == ["duties-no-output"]
    assert not (root / "output/en/duties").exists()


@pytest.mark.parametrize("site", [".", "examples/ombudsman", "examples/ministry"])
def test_the_demonstrations_show_every_state(site: str) -> None:
    """On their own day; and states move on two others."""
    settings, store = load(ROOT / site), Store(None)
    content = steps.read(Wish(settings, ROOT, moment(None, settings), jobs=1), walk(settings.content), store)

    def on(day: str) -> dict[tuple[str, str], str]:
        library = steps.relate(Wish(settings, ROOT, moment(day, settings)), content)
        assert library.duties and library.duties.profile
        found = standings(library, library.duties.profile)
        return {(each.duty.code, status.period): status.state for each in found for status in each.statuses}

    before, now, after = on("2026-10-31"), on("2026-11-22"), on("2027-02-01")
    assert set(now.values()) == {"published", "due", "late", "nil", "withheld", "upcoming"}
    moved = {(before.get(key), now.get(key), state) for key, state in after.items()}
    assert ("due", "late", "late") in moved
    assert ("upcoming", "upcoming", "late") in moved
    assert any(one == "withheld" and other in ("due", "late") for _, one, other in moved)
