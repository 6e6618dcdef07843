"""The register of public information: what is in it, as pages, tables and an index; whole in every language."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sajaro.outputs.public_register.ledger import COLUMNS, PublicRegister
from tests.outputs.ledger_index import unfolded
from tests.outputs.sites import Made, again, document, make, release, settings, write

OUTPUTS = ("home", "lists", "pages", "public_register", "feeds", "sitemap")
TABLE = (
    "id,date,entered,kind,title.ka,title.en,from.ka,from.en,access,ground.ka,ground.en,unit\n"
    "001,2026-02-01,2026-02-02,received,წერილი,A letter,სამინისტრო,Ministry,open,,,office\n"
    "002,2026-02-02,2026-02-09,created,ოქმი,,,,partial,28-ე მუხლი,Article 28,office\n"
    '003,2026-02-03,2026-02-03,received,=საჩივარი,"=Appeal, of a citizen",მოქალაქე,a citizen,closed,44-ე მუხლი,Article 44,\n'
)
FILES: dict[str, str | bytes] = {
    "units/office.ka.md": document("სამსახური", "Text."),
    "units/office.en.md": document("The Office", "Text."),
    "register/2026.csv": TABLE,
    "register/numbers.csv": "id,number,day\nregister/2026/001,1,2026-02-02\nannouncements/old,2,2026-02-03\n",
    "press-releases/2026/news.ka.md": release("ამბავი", date="2026-03-01", unit="office", attachments=["plan.csv"]),
    "press-releases/2026/news.en.md": release("News", date=None),
    "press-releases/2026/plan.csv": "a,b\n1,2\n",
    "press-releases/2026/out.ka.md": release("გარეთ", date="2026-03-02", register="out"),
    "press-releases/2026/draft.ka.md": release("შავი", date="2026-03-02", status="draft"),
    "press-releases/2026/soon.ka.md": release("მერე", date="2026-12-02"),
    "press-releases/2026/held.ka.md": release("დაგვიანდა", date="2026-03-03", embargo="2026-03-09 10:00"),
    "press-releases/2026/old.csv": "a,b\n1,2\n",
    "press-releases/2026/gone.ka.md": release(
        "აღარ",
        date="2026-03-04",
        attachments=["old.csv"],
        status="withdrawn",
        withdrawn={"date": "2026-04-01", "reason": "შეცდომა"},
    ),
    "announcements/new.ka.md": document(
        "ცნობა", date="2026-03-05", expires="2026-04-01", aliases=["/ka/announcements/old/"]
    ),
    "events/2026/in.ka.md": document(
        "შეხვედრა", date="2026-03-06", register="in", kind="session", start="2026-03-08 12:00"
    ),
    "events/2026/not.ka.md": document("კრება", date="2026-03-07", kind="session", start="2026-03-09 12:00"),
    "acts/2026/order.ka.md": document(
        "ბრძანება", date="2026-05-01", published="2026-05-02", kind="order", number="1", issuer="office"
    ),
    "acts/2026/order/2026-05-20.ka.md": document(
        "ბრძანება", date="2026-05-20", consolidates=["acts/2026/order"], text="consolidated"
    ),
}
ENTRIES = {
    "register/2026/001", "register/2026/002", "register/2026/003", "press-releases/2026/news", "press-releases/2026/held",
    "press-releases/2026/gone", "announcements/new", "events/2026/in", "acts/2026/order",
}  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return make(tmp_path_factory.mktemp("site"), dict(FILES), outputs=OUTPUTS)


def table(made: Made, lang: str = "en") -> dict[str, dict[str, str]]:
    text = made[f"{lang}/register/register.csv"].decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def view(made: Made, path: str) -> Any:
    return made.artifacts[path + "index.html"].view().main


def test_what_is_in_it(made: Made):
    assert not [each for each in made.problems if each.level == "error"]
    assert table(made).keys() == table(made, "ka").keys() == ENTRIES


def test_entries_of_documents(made: Made):
    news = table(made)["press-releases/2026/news"]
    assert (news["title"], news["title_language"], news["kind"], news["unit"]) == ("News", "en", "issued", "The Office")
    assert (news["date"], news["entered"], news["days"], news["late"]) == ("2026-03-01", "2026-03-01", "0", "false")
    assert news["formats"] == "HTML|CSV" and re.fullmatch("[0-9a-f]{64}", news["sha256"])
    assert news["files"] == "https://town.example/press-releases/2026/plan.csv"
    assert news["url"] == "https://town.example/en/press-releases/2026/news/"


def test_the_day_of_publication_is_the_day_of_entry(made: Made):
    found = table(made)
    assert [found["press-releases/2026/held"][name] for name in ("entered", "days", "late")] == [
        "2026-03-09", "6", "true",
    ]  # fmt: skip
    assert [found["acts/2026/order"][name] for name in ("entered", "days", "late")] == ["2026-05-02", "1", "false"]


def test_what_was_withdrawn_or_archived_stays(made: Made):
    found = table(made, "ka")
    assert found["press-releases/2026/gone"]["access"] == "closed"
    assert found["press-releases/2026/gone"]["ground"] == "შეცდომა"
    assert found["press-releases/2026/gone"]["files"] == "", "its files are gone"
    assert found["announcements/new"]["access"] == "open"


def test_numbers(made: Made):
    found = table(made)
    assert found["register/2026/001"]["number"] == "1"
    assert found["announcements/new"]["number"] == "2", "a document that has moved keeps the number"
    assert found["register/2026/002"]["number"] == ""
    assert "numbers" not in "".join(made.artifacts)


def test_entries_made_by_hand(made: Made):
    second, third = (table(made)[f"register/2026/{number}"] for number in ("002", "003"))
    assert (second["title"], second["title_language"], second["days"], second["late"]) == ("ოქმი", "ka", "7", "true")
    assert (second["access"], second["ground"], second["url"]) == (
        "partial", "28-ე მუხლი", "https://town.example/ka/register/2026/002/",
    )  # fmt: skip
    assert third["title"] == "'=Appeal, of a citizen", "no formula reaches a spreadsheet"
    assert (third["from"], third["access"], third["unit"]) == ("a citizen", "closed", "")


def test_the_table_fits_its_schema(made: Made):
    schema = json.loads(made["ka/register/register.schema.json"])
    fields = {each["name"]: each for each in schema["fields"]}
    text = made["ka/register/register.csv"]
    assert text.startswith(b"\xef\xbb\xbf") and text.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline="")))
    assert list(rows[0]) == list(fields) == list(COLUMNS)
    types = {
        "string": str,
        "integer": int,
        "date": date.fromisoformat,
        "boolean": lambda value: {"true": 1, "false": 0}[value],
    }
    for name, field in fields.items():
        rules, values = field.get("constraints", {}), [row[name] for row in rows]
        given = [value for value in values if value != ""]
        for value in given:
            types[field["type"]](value)
            assert value in rules.get("enum", [value])
            assert int(value) >= rules["minimum"] if "minimum" in rules else True
        assert len(given) == len(values) or not rules.get("required"), name
        assert len(set(given)) == len(given) or not rules.get("unique"), name
    assert schema["primaryKey"] == ["id"] and schema["missingValues"] == [""]


def test_json_says_the_same(made: Made):
    said = json.loads(made["en/register/register.json"])
    assert said["term_days"] == 2 and said["count"] == len(said["entries"]) == len(ENTRIES)
    for entry in said["entries"]:
        row = table(made)[entry["id"]]
        assert (entry["date"], str(entry["days"]), entry["access"]) == (row["date"], row["days"], row["access"])
        assert "|".join(entry["sha256"]) == row["sha256"]


def test_the_page(made: Made):
    main = view(made, "en/register/")
    assert main.count == f"{len(ENTRIES)} entries"
    assert main.tables[0].entries[0].link.title == "ბრძანება" and main.tables[0].entries[0].link.lang == "ka"
    titles = {choice.title: [(link.title, count) for link, count in choice.options] for choice in main.choices}
    assert titles["Year of entry"] == [("2026", 9)]
    assert titles["Unit"] == [("The Office", 4)]
    assert ("Kept outside this website", 3) in titles["Section"] and ("Legal acts", 1) in titles["Section"]
    assert [count for _, count in titles["Access"]] == [6, 1, 2]
    assert [each.name for each in main.form.filters] == ["sections", "access"], "what leaves no choice is no filter"


def test_every_way_leads_somewhere_and_holds_what_it_says(made: Made):
    for choice in view(made, "ka/register/").choices:
        for link, count in choice.options:
            main = view(made, link.url.removeprefix("/"))
            assert len(main.tables[0].entries) == count


def test_the_page_says_what_it_must(made: Made):
    html = made.text("ka/register/index.html").split("\0")[2]
    said = re.sub(r"<[^>]*>", "", html)
    assert "შეტანილია დაგვიანებით" in said and "ნომერი ჯერ არ აქვს" in said and "28-ე მუხლი" in said
    assert html.count('<th scope="row"') == len(ENTRIES) + 1, "and one in the template of the script"


def test_pages_keep_what_is_on_them(tmp_path: Path):
    def table(count: int) -> str:
        rows = (f"n{n:03},2026-01-01,2026-01-0{1 + n // 60},created,აქტი {n},open" for n in range(count))
        return "\n".join(("id,date,entered,kind,title.ka,access", *rows, ""))

    before = make(tmp_path, {"register/2026.csv": table(170)}, outputs=OUTPUTS, languages=("ka",))
    write(tmp_path, {"register/2026.csv": table(171)})
    after = again(settings(tmp_path, outputs=OUTPUTS, languages=("ka",)))
    shown = [path for path in before.artifacts if path.startswith("ka/register/2026/page-")]
    assert sorted(shown) == ["ka/register/2026/page-1/index.html", "ka/register/2026/page-2/index.html"]
    for path in shown:
        assert before.artifacts[path].fingerprint == after.artifacts[path].fingerprint
    ids = [
        each.link.title
        for page in ("", "page-2/", "page-1/")
        for each in view(after, f"ka/register/2026/{page}").tables[0].entries
    ]
    assert ids == [f"აქტი {n}" for n in range(170, -1, -1)]


def test_a_number_reaches_its_pages_and_no_other(tmp_path: Path, made: Made):
    numbers = FILES["register/numbers.csv"] + "register/2026/002,3,2026-03-01\n"  # type: ignore[operator]
    other = make(tmp_path, FILES | {"register/numbers.csv": numbers}, outputs=OUTPUTS)
    changed = {path for path, each in other.artifacts.items() if made.artifacts[path].fingerprint != each.fingerprint}
    assert {
        "ka/register/2026/002/index.html", "ka/register/index.html", "ka/register/register.csv", "ka/register/access/partial/index.html",
    } <= changed  # fmt: skip
    assert not changed & {"ka/register/access/closed/index.html", "ka/register/2026/001/index.html", "ka/index.html"}
    assert any(fact.label == "Number in the register" for fact in view(made, "en/register/2026/001/").facts)


def test_what_was_published_is_never_to_vanish(made: Made):
    for path in (
        "register/index.html",
        "register/2026/001/index.html",
        "register/register.csv",
        "register/register.json",
    ):
        assert made.artifacts[f"ka/{path}"].permanent, path
    assert not made.artifacts["ka/register/2026/index.html"].permanent


def test_a_list_of_documents_by_hand_only_where_there_is_no_register(tmp_path: Path):
    made = make(tmp_path, dict(FILES), outputs=("home", "lists", "pages"))
    assert "ka/register/index.html" in made.artifacts and "ka/register/register.csv" not in made.artifacts


def test_a_register_without_entries_made_by_hand(tmp_path: Path):
    files = {path: text for path, text in FILES.items() if not path.startswith("register/")}
    made = make(tmp_path, files, outputs=OUTPUTS)
    assert table(made).keys() == {id for id in ENTRIES if not id.startswith("register/")}
    assert b"/en/register/" in made["sitemap-en.xml"]
    links = [link.url for _, links in view(made, "en/sections/").groups for link, _ in links]
    assert "/en/register/" in links


def test_a_register_is_whole_where_lists_hide(tmp_path: Path):
    made = make(tmp_path, dict(FILES), outputs=OUTPUTS, missing="hide")
    assert table(made).keys() == ENTRIES


def test_without_a_law_nothing_is_late(tmp_path: Path):
    made = make(tmp_path, dict(FILES), outputs=OUTPUTS, country="XK")
    assert {row["late"] for row in table(made).values()} == {"false"}
    assert not view(made, "en/register/").notes


# The index of browsers.


def test_the_index_holds_what_the_table_does(made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    def said(made: Made) -> dict[str, tuple[str, str, str | None, str]]:
        found = unfolded(made, "register").items()
        return {
            id: (row["title"], str(row["number"] or ""), row["entered"], str(row["days"] or 0)) for id, row in found
        }

    rows = {
        id: (row["title"].lstrip("'"), row["number"], row["entered"], row["days"]) for id, row in table(made).items()
    }
    assert said(made) == rows
    monkeypatch.setattr(PublicRegister, "full", 3)
    parted = make(tmp_path, dict(FILES), outputs=OUTPUTS)
    assert len(parted.paths(".json")) > len(made.paths(".json"))
    assert said(parted) == rows
    assert table(parted) == table(made), "parts change nothing that is said"


def test_an_entry_of_another_year_than_its_day(tmp_path: Path):
    """Ways to years, from wherever, are those of entry."""
    table = "id,date,entered,kind,title.ka,access\na,2025-12-31,2026-01-02,created,აქტი,open\n"
    made = make(tmp_path, {"register/2026.csv": table}, outputs=(*OUTPUTS, "search"), menu=("register",))
    assert "ka/register/2026/index.html" in made.artifacts and "ka/register/2025/index.html" not in made.artifacts
    assert b"/ka/register/2026/" in made["sitemap-ka.xml"] and b"register/2025/" not in made["sitemap-ka.xml"]
