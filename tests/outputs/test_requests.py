"""The log of requests: its pages, tables and index, its statistics, the report that is composed from it; all on a day."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from sajaro import commands
from sajaro.commands.freeze import freeze
from sajaro.outputs.requests.ledger import COLUMNS, RequestLog
from sajaro.presenters.request_figures import NAMES
from tests.outputs.ledger_index import unfolded
from tests.outputs.sites import Made, again, document, make, settings, write
from tests.sites import conf

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "duties", "requests", "prints", "feeds", "sitemap")
HEAD = (
    "id,ref,date,title.ka,title.en,channel,requester,unit,outcome,ground.ka,ground.en,extended_to,answered,fee,correction,"
    "appeal.level.ka,appeal.level.en,appeal.date,appeal.result.ka,appeal.result.en"
)
ROWS = (
    "1,R-1,2026-06-01,წყალი,Water,electronic,citizen,office,granted,,,,2026-06-10,1.50,,,,,,",
    "2,R-2,2026-06-02,გზა,,written,company,office,refused,28-ე მუხლი,Article 28,,2026-06-30,,,მერი,the Mayor,2026-07-06,,",
    "3,R-3,2026-06-03,შეცდომა,A mistake,oral,media,,granted,,,,2026-06-04,,true,,,,,",
    "4,R-4,2026-07-01,გეგმა,A plan,electronic,ngo,office,pending,,,,,,,,,,,",
    "5,R-5,2026-07-02,ხარჯი,Costs,electronic,ngo,office,pending,,,2026-08-03,,,,,,,,",
    "6,R-6,2026-07-03,ყველაფერი,=Everything,electronic,anonymous,,clarification,,,,2026-07-06,,,,,,,",
    "7,R-7,2025-12-29,ძველი,Old,in-person,citizen,office,partly-granted,28-ე მუხლი,Article 28,,2026-01-09,2,,,,,,",
)
REPORT = {
    "title": "ანგარიში", "date": "2026-07-10", "kind": "information-requests", "period": "2026",
    "answers": [{"id": "b", "text": "გადაწყვიტა **მერმა**."}],
}  # fmt: skip
FILES: dict[str, str | bytes] = {
    "units/office.ka.md": document("სამსახური", "Text."),
    "units/office.en.md": document("The Office", "Text."),
    "requests/index.en.md": document("Requests", "How to ask."),
    "requests/2026.csv": "\n".join((HEAD, *ROWS, "")),
    "reports/2026/report.ka.md": document(**REPORT),
}
NOW = "2026-07-20"


def site(root: Path, files: dict[str, str | bytes] = FILES, now: str = NOW, **options: Any) -> Made:
    root.mkdir(exist_ok=True)
    (root / "duties.toml").write_text('profile = "ge-municipality"\nsince = 2026-07-01\n')
    return make(root, files, now=now, outputs=OUTPUTS, **options)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return site(tmp_path_factory.mktemp("site") / "a")


def table(made: Made, lang: str = "en") -> dict[str, dict[str, str]]:
    text = made[f"{lang}/requests/requests.csv"].decode("utf-8-sig")
    return {row["ref"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def view(made: Made, path: str) -> Any:
    return made.artifacts[path + "index.html"].view().main


def test_the_table_says_what_has_become_of_each(made: Made):
    assert not [each for each in made.problems if each.level == "error"]
    found = table(made)
    assert {ref: (row["state"], row["due"], row["days"], row["days_late"]) for ref, row in found.items()} == {
        "R-1": ("answered", "2026-06-15", "7", "0"),
        "R-2": ("late", "2026-06-16", "20", "10"),
        "R-3": ("answered", "2026-06-17", "1", "0"),
        "R-4": ("overdue", "2026-07-15", "", "3"),
        "R-5": ("pending", "2026-08-03", "", "0"),
        "R-6": ("waiting", "2026-07-17", "", "0"),
        "R-7": ("answered", "2026-01-15", "6", "0"),
    }
    assert found["R-2"]["subject_language"] == "ka" and found["R-2"]["ground"] == "28-ე მუხლი"
    assert found["R-6"]["subject"] == "'=Everything", "no formula reaches a spreadsheet"
    assert found["R-5"]["extended"] == "true" and found["R-1"]["unit"] == "The Office"


def test_the_table_fits_its_schema(made: Made):
    fields = json.loads(made["ka/requests/requests.schema.json"])["fields"]
    assert [each["name"] for each in fields] == list(COLUMNS) == list(next(iter(table(made, "ka").values())))
    for each in fields:
        for row in table(made, "ka").values():
            rules, value = each.get("constraints", {}), row[each["name"]]
            assert value or not rules.get("required"), each["name"]
            assert not value or value in rules.get("enum", [value])


def test_the_page(made: Made):
    main = view(made, "en/requests/")
    assert (main.count, [each.ref for each in main.tables[0].requests]) == (
        "7 requests",
        ["R-6", "R-5", "R-4", "R-3", "R-2", "R-1", "R-7"],
    )
    assert main.notice.title == "1 request is overdue" and [each.title for each in main.notice.links] == ["A plan"]
    assert "10 working days" in main.notes[0] and "Article 40" in main.notes[0]
    assert [link.url for link in main.ways] == ["/en/requests/statistics/"]
    overdue, late = main.tables[0].requests[2], main.tables[0].requests[4]
    assert (overdue.state.word, overdue.remark, overdue.severe) == ("Overdue", "3 working days late", True)
    assert (late.state.word, late.remark, late.severe) == ("Refused", "10 working days late", True)
    assert {each.name for each in main.form.filters} == {"years", "outcomes", "requesters"}


def test_every_way_leads_somewhere_and_holds_what_it_says(made: Made):
    choices = view(made, "ka/requests/").choices
    assert len(choices) == 3
    for choice in choices:
        for link, count in choice.options:
            main = view(made, link.url.removeprefix("/"))
            assert len(main.tables[0].requests) == count


def test_no_page_of_lists_beside_it(made: Made, tmp_path: Path):
    assert "ka/requests/topics/x/index.html" not in made.artifacts
    plain = make(tmp_path, FILES, outputs=("home", "lists", "pages"))
    assert "ka/requests/index.html" in plain.artifacts and "ka/requests/requests.csv" not in plain.artifacts


def test_the_page_of_a_request_says_its_days(made: Made):
    def rows(number: int) -> dict[str, list[str]]:
        block = view(made, f"en/requests/2026/{number}/").blocks[0]
        return {
            fact.label: [
                str(getattr(value, "text", None) or getattr(value, "word", None) or value.day) for value in fact.values
            ]
            for fact in block.facts
        }

    assert rows(1)["Time taken"] == ["7 working days"] and rows(1)["Last day for the answer"] == ["2026-06-15"]
    assert rows(4)["Last day for the answer"] == ["2026-07-15", "3 working days late"]
    assert rows(5)["Extended to"] == ["2026-08-03", "10 working days left"]
    assert rows(3)["Time taken"] == ["1 working day"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-12", {"R-1": "answered", "R-2": "pending", "R-3": "answered", "R-7": "answered"}),
        ("2026-06-17", {"R-1": "answered", "R-2": "overdue", "R-3": "answered", "R-7": "answered"}),
        ("2026-06-30", {"R-1": "answered", "R-2": "late", "R-3": "answered", "R-7": "answered"}),
    ],
)
def test_states_move_with_the_day(tmp_path: Path, day: str, expected: dict[str, str]):
    found = site(tmp_path, now=day)
    assert {ref: row["state"] for ref, row in table(found).items()} == expected
    page = view(found, "ka/requests/2026/2/")
    assert page.state.tone == {"pending": "neutral", "overdue": "severe", "late": "severe"}[expected["R-2"]]
    said = found.text("ka/requests/2026/2/index.html")
    assert ("მუხლი" in said) == (expected["R-2"] == "late"), "the answer is not known before it was given"


def test_what_has_been_changed_alone_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(RequestLog, "full", 3)
    before = site(tmp_path)
    write(tmp_path, {"requests/2026.csv": FILES["requests/2026.csv"].replace("Water", "Springs")})  # type: ignore[union-attr]
    after = again(settings(tmp_path, outputs=OUTPUTS), NOW)
    changed = {path for path, each in after.artifacts.items() if each.fingerprint != before.artifacts[path].fingerprint}
    assert {"en/requests/index.html", "en/requests/requests.csv", "en/requests/outcomes/granted/index.html"} <= changed
    assert not [path for path in changed if "statistics" in path or "refused" in path]
    index = [path for path in changed if "/en/requests/entries/" in f"/{path}"]
    assert len(index) == 1 < len([path for path in after.artifacts if path.startswith("en/requests/entries/")]) - 1


def test_the_index_holds_what_the_table_does(made: Made):
    indexed = unfolded(made, "requests").values()
    found = {row["number"]: (row["title"], row["state"], bool(row["late"])) for row in indexed}
    rows = {
        ref: (
            row["subject"].lstrip("'"),
            "overdue" if row["state"] == "overdue" else row["outcome"],
            row["state"] in ("late", "overdue"),
        )
        for ref, row in table(made).items()
    }
    assert found == rows


def test_statistics(made: Made):
    charts = {each.id: each for each in view(made, "en/requests/statistics/").blocks}
    assert list(charts) == list(NAMES)
    years = [[str(cell[0].text) if cell else "" for cell in row] for row in charts["years"].table.rows]
    assert years == [
        ["2025", "1", "1", "0", "0", "0"],
        ["2026", "6", "2", "1", "2", "1"],
        ["Total", "7", "3", "1", "2", "1"],
    ]
    assert [bar.amounts for bar in charts["years"].bars] == [(1, 0, 0, 0), (2, 1, 2, 1), ()]
    assert [bar.label for bar in charts["grounds"].bars] == ["Article 28"]
    assert charts["fees"].bars[1].figure == "GEL\xa01.50"
    for name in NAMES:
        rows = list(csv.reader(io.StringIO(made[f"en/requests/statistics/{name}.csv"].decode("utf-8-sig"), newline="")))
        assert len(rows) == len(charts[name].table.rows) + 1 and len({len(row) for row in rows}) == 1, name


def test_statistics_need_no_colour_and_no_script(made: Made):
    html = made.text("ka/requests/statistics/index.html").split("\0")[2]
    scripts = set(re.findall(r'<script type="module" src="/assets/(\w+)', html))
    assert scripts <= {"sort"}, "readers may sort, and need not"
    assert html.count("<table") == len(NAMES)
    assert 'class="good"' in html and 'class="severe"' in html, "patterns go with classes"


def report(made: Made) -> list[Any]:
    return list(view(made, "ka/reports/2026/report/").blocks)


def sums(blocks: list[Any]) -> list[str]:
    found = next(each for each in blocks if each.component == "table")
    return [str(row[1][0].text) for row in found.rows]


def test_a_report_is_composed_and_its_sums_come_out_even(made: Made):
    blocks = report(made)
    # Until 9 July; R-7 came over from 2025. Answered by then.
    assert sums(blocks) == ["1", "6", "4", "3", "1 + 6 = 4 + 3"]
    titles = [each.title for each in blocks if each.component == "prose" and each.title]
    assert len(titles) == 7 and titles[0].startswith("1. ")
    assert "<strong>მერმა</strong>" in "".join(str(each.markup) for each in blocks if each.component == "prose")
    lacking = [dict(each.facts) for each in made.problems if each.code == "report-not-written"]
    assert {each["code"] for each in lacking} == {"c", "d", "g"}


def test_a_report_without_answers_is_what_was_written(tmp_path: Path):
    plain = document(**{name: value for name, value in REPORT.items() if name != "answers"})
    made = site(tmp_path, FILES | {"reports/2026/report.ka.md": plain})
    assert [each.component for each in report(made)] == ["prose"]
    assert not made.paths(".pdf")


def test_a_composed_report_has_a_pdf_and_its_page_leads_to_it(made: Made):
    (path,) = made.paths(".pdf")
    assert path == "ka/reports/2026/report/report.pdf" and made.artifacts[path].permanent
    (files,) = (each for each in report(made) if each.component == "files")
    assert [(each.url, each.format) for each in files.files] == [(f"/{path}", "PDF")]
    printed = made.artifacts[path].view()
    assert [each for each in printed.blocks if each.component == "table"] == [
        each for each in report(made) if each.component == "table"
    ]
    assert made[path].startswith(b"%PDF-") and made[path] == made[path]


def test_what_was_issued_is_frozen(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert "freeze" in commands.COMMANDS
    before = site(tmp_path)
    (tmp_path / "pelicanconf.py").write_text(conf(outputs=OUTPUTS, now=NOW), "utf-8")
    assert freeze("reports/2026/report", site=str(tmp_path), lang="en") == 0
    assert "Now commit content/reports/2026/frozen.json" in capsys.readouterr().out
    assert "frozen: true\n---" in (tmp_path / "content/reports/2026/report.ka.md").read_text("utf-8")
    issued = again(settings(tmp_path, outputs=OUTPUTS), NOW)
    more = ROWS[0].replace("R-1", "R-8").replace("1,", "8,", 1)
    write(tmp_path, {"requests/2026.csv": f"{FILES['requests/2026.csv']}{more}\n"})
    after = again(settings(tmp_path, outputs=OUTPUTS), NOW)
    assert len(table(after)) == len(table(before)) + 1
    assert sums(report(after)) == sums(report(before)), "the log goes on, the report does not"
    assert after["ka/reports/2026/report/report.pdf"] == issued["ka/reports/2026/report/report.pdf"]
    assert freeze("reports/2026/report", site=str(tmp_path), lang="en") == 1
    assert freeze("reports/2026/none", site=str(tmp_path), lang="en") == 1
    (tmp_path / "content/reports/2026/frozen.json").unlink()
    lost = again(settings(tmp_path, outputs=OUTPUTS), NOW)
    assert [each.code for each in lost.problems if each.level == "error"] == ["report-frozen"]


def test_check_names_what_is_overdue_and_what_the_law_does_not_give(tmp_path: Path):
    (tmp_path / "duties.toml").write_text('profile = "xk-06-l-081"\nsince = 2026-07-01\n')
    rows = (HEAD, ROWS[3], ROWS[4], ROWS[0].replace("2026-06-10", ""), "")
    made = make(tmp_path, FILES | {"requests/2026.csv": "\n".join(rows)}, now=NOW, outputs=OUTPUTS, country="XK")
    told = [each.text("en") for each in made.problems if "requests/2026.csv" in each.file]
    assert told == [
        "content/requests/2026.csv:2: outcome: was to be answered by 2026-07-08; answer it, or write extended_to with the day to which the time was extended [warning]",
        "content/requests/2026.csv:3: extended_to: is later than the law lets the time be extended (2026-07-24); correct the day [warning]",
        "content/requests/2026.csv:4: answered: is missing, so nobody sees whether the answer was in time; write the day of the answer [warning]",
    ]


def test_a_country_without_known_holidays_is_told(tmp_path: Path):
    (tmp_path / "duties.toml").write_text(
        'profile = "ge-municipality"\nsince = 2026-07-01\n\n[requests]\nsubdivision = "QQ"\n'
    )
    assert [each.code for each in _problems(tmp_path) if each.level == "error"] == ["requests-country"]


def _problems(root: Path) -> list[Any]:
    from sajaro import steps
    from sajaro.build import moment
    from sajaro.files import walk
    from sajaro.store import Store
    from sajaro.wish import Wish

    write(root, FILES)
    known = settings(root, outputs=OUTPUTS)
    wish = Wish(known, root, moment(NOW, known), jobs=1, search=False)
    content = steps.read(wish, walk(known.content), Store(None))
    library = steps.relate(wish, content)
    return steps.check(wish, content, library, steps.look(wish, library, Store(None))[0])
