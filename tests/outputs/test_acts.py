"""Legal acts as a register, as tables, feeds, comparisons and Akoma Ntoso; on a day."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import etree

from sajaro.outputs.acts.ledger import COLUMNS, ActsLedger
from sajaro.types.acts import RELATIONS
from tests.outputs.ledger_index import unfolded
from tests.outputs.sites import Made, again, document, make, settings, write

HERE = Path(__file__).parent
OUTPUTS = ("home", "lists", "pages", "acts", "feeds", "sitemap", "assets", "files")
NOW = "2026-06-15"


def act(title: str, date: str, number: str, kind: str = "ordinance", **fields: object) -> str:
    body = fields.pop("body", "## მუხლი 1. ტარიფი\n\nტარიფი 20 ლარია.\n\n## მუხლი 2. ძალა\n\nამოქმედდეს.\n")
    return document(title, str(body), date=date, number=number, kind=kind, issuer="council", **fields)


def paper() -> bytes:
    import pikepdf

    made = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(made)
    return made.getvalue()


FILES: dict[str, str | bytes] = {
    "units/council.ka.md": document("საბჭო", "ტექსტი."),
    "units/council.en.md": document("Council", "Text."),
    "acts/2024/fee.ka.md": act("ტარიფის შესახებ", "2024-01-10", "N 45", effective_from="2024-02-01", official_url="https://herald.example/45", authentic="fee.pdf"),
    "acts/2024/fee.en.md": document("On the fee", "## Article 1. Fee\n\nThe fee is 20 lari.\n\n## Article 2. Force\n\nIt enters into force.\n"),
    "acts/2024/fee/2024-06-01.ka.md": document("ტარიფის შესახებ", "## მუხლი 1. ტარიფი\n\nტარიფი 30 ლარია.\n\n## მუხლი 2. ძალა\n\nამოქმედდეს.\n", date="2024-06-01", consolidates=["acts/2024/fee"], text="consolidated"),
    "acts/2024/fee/2025-06-01.ka.md": document("ტარიფის შესახებ", "## მუხლი 1. ტარიფი\n\nტარიფი 40 ლარია.\n\n## მუხლი 3. ახალი\n\nსხვა.\n", date="2025-06-01", consolidates=["acts/2024/fee"], text="consolidated"),
    "acts/2024/amending.ka.md": act("ცვლილების შესახებ", "2024-05-01", "46", amends=[{"id": "acts/2024/fee", "provisions": "მუხლი 1"}], effective_from="2024-06-01"),
    "acts/2025/again.ka.md": act("კვლავ", "2025-05-01", "12", amends=["acts/2024/fee"], effective_from="2025-06-01"),
    "acts/2025/parts.ka.md": act("ნაწილის გაუქმება", "2025-06-02", "13", repeals_in_part=["acts/2025/order"]),
    "acts/2025/order.ka.md": act("ბრძანება", "2025-02-01", "3", "order"),
    "acts/2025/repealing.ka.md": act("გაუქმება", "2025-07-01", "14", repeals=["acts/2025/old"]),
    "acts/2025/old.ka.md": act("ძველი", "2025-01-01", "11"),
    "acts/2026/later.ka.md": act("მერე", "2026-06-01", "1", effective_from="2026-09-01", based_on=[{"title": "კოდექსი", "url": "https://laws.example/1"}]),
    "acts/2025/over.ka.md": act("ვადიანი", "2025-03-01", "4", "order", effective_to="2025-12-31"),
    "acts/2026/gone.ka.md": act("შეცდომა", "2026-01-05", "2", status="withdrawn", withdrawn={"date": "2026-02-01", "reason": "შეცდომით გამოქვეყნდა"}),
    "acts/2024/fee.pdf": paper(),
}  # fmt: skip
STATES = {
    "acts/2024/fee": "amended",
    "acts/2024/amending": "in-force",
    "acts/2025/again": "in-force",
    "acts/2025/parts": "in-force",
    "acts/2025/order": "partly-repealed",
    "acts/2025/repealing": "in-force",
    "acts/2025/old": "repealed",
    "acts/2026/later": "not-yet",
    "acts/2025/over": "expired",
    "acts/2026/gone": "withdrawn",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    found = make(tmp_path_factory.mktemp("acts"), FILES, outputs=OUTPUTS, now=NOW)
    assert [each for each in found.problems if each.level == "error"] == []
    return found


def view(made: Made, path: str):
    return made.artifacts[path + "index.html"].view().main


def table(made: Made, lang: str = "en") -> dict[str, dict[str, str]]:
    text = made[f"{lang}/acts/acts.csv"].decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_the_table_says_how_each_act_stands(made: Made):
    assert {id: row["state"] for id, row in table(made).items()} == STATES
    fee = table(made)["acts/2024/fee"]
    assert (fee["number"], fee["number_compact"], fee["in_force_from"]) == ("N 45", "45", "2024-02-01")
    assert fee["amended_by"] == "acts/2024/amending|acts/2025/again"
    assert fee["versions"] == "acts/2024/fee/2024-06-01|acts/2024/fee/2025-06-01"
    assert fee["files"].endswith("acts/2024/fee.pdf") and len(fee["sha256"]) == 64
    assert (fee["title"], fee["title_language"]) == ("On the fee", "en")
    assert table(made)["acts/2026/later"]["based_on"] == "https://laws.example/1"


def test_the_schema_holds_of_the_table_and_json_says_the_same(made: Made):
    fields = {each["name"]: each for each in json.loads(made["en/acts/acts.schema.json"])["fields"]}
    assert list(fields) == list(COLUMNS) == list(next(iter(table(made).values())))
    assert set(STATES.values()) <= set(fields["state"]["constraints"]["enum"])
    said = json.loads(made["en/acts/acts.json"])
    assert {each["id"]: each["state"] for each in said["acts"]} == STATES and said["count"] == len(STATES)


def test_states_move_with_the_day(tmp_path: Path):
    later = make(tmp_path, FILES, outputs=OUTPUTS, now="2026-09-01")
    assert {id: row["state"] for id, row in table(later).items()} == STATES | {"acts/2026/later": "in-force"}
    early = again(settings(tmp_path, outputs=OUTPUTS), "2025-02-10")
    assert (
        table(early)["acts/2024/fee"]["state"] == "amended" and table(early)["acts/2025/order"]["state"] == "in-force"
    )


def test_the_register_by_year_kind_issuer_and_state(made: Made):
    main = view(made, "en/acts/")
    assert main.count == f"{len(STATES)} acts" and main.form and main.choices
    ways = {choice.title: {str(link.title): count for link, count in choice.options} for choice in main.choices}
    assert ways["Year"] == {"2026": 2, "2025": 6, "2024": 2}
    assert ways["Kind"] == {"Ordinance": 8, "Order": 2}
    assert ways["Issued by"] == {"Council": 10}
    assert ways["State"]["Not yet in force"] == 1 and sum(ways["State"].values()) == 10
    for choice in main.choices:
        for link, count in choice.options:
            assert sum(len(each.rows) for each in view(made, link.url.removeprefix("/")).tables) == count


def test_a_year_is_a_table_for_each_kind_in_the_order_of_its_days(made: Made):
    ordinances, orders = view(made, "en/acts/2025/").tables
    assert (ordinances.caption, orders.caption) == ("Ordinance · Council", "Order · Council")
    assert [each.number for each in ordinances.rows] == ["11", "12", "13", "14"]
    assert view(made, "en/acts/2025/").pages.newer.title == "2026"


def test_a_state_is_a_sentence_in_the_register(made: Made):
    words = {each.link.url: each.state.word for each in view(made, "en/acts/").tables[0].rows}
    assert words["/en/acts/2024/fee/"].startswith("In force, amended 2 times, last on")
    assert words["/ka/acts/2026/later/"].startswith("Enters into force on")
    assert "Repealed on" in words["/ka/acts/2025/old/"]


def test_the_index_holds_what_the_table_does(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def said(made: Made) -> dict[str, tuple[object, ...]]:
        return {
            id: (row["title"], row["states"], row["day"], row["compact"] or row["number"])
            for id, row in unfolded(made, "acts").items()
        }

    rows = {id: (row["title"], row["state"], row["date"], row["number_compact"]) for id, row in table(made).items()}
    assert said(made) == rows
    monkeypatch.setattr(ActsLedger, "full", 3)
    parted = make(tmp_path, FILES, outputs=OUTPUTS, now=NOW)
    assert said(parted) == rows and table(parted) == table(made)


def test_feeds_tell_of_changes_as_they_take_effect(made: Made):
    amended = json.loads(made["en/acts/amended/feed.json"])["items"]
    assert [(each["date_published"][:10], each["url"].rpartition("acts/")[2]) for each in amended] == [
        ("2025-06-02", "2025/order/"), ("2025-06-01", "2024/fee/"), ("2024-06-01", "2024/fee/"),
    ]  # fmt: skip
    assert "მუხლი 1" in amended[-1]["summary"] or "მუხლი 1" in json.dumps(amended[-1], ensure_ascii=False)
    repealed = json.loads(made["en/acts/repealed/feed.json"])["items"]
    assert [each["url"].rpartition("acts/")[2] for each in repealed] == ["2025/old/"]
    assert len({each["id"] for each in amended}) == 3
    assert etree.fromstring(made["ka/acts/amended/feed.atom"]).tag.endswith("feed")


def test_each_version_says_what_it_changed_in_the_text_before_it(made: Made):
    first, second = (view(made, f"ka/acts/2024/fee/{day}/changes/") for day in ("2024-06-01", "2025-06-01"))
    changed = [each for each in first.diff.passages if each.kind == "changed"]
    assert [[(run.kind, run.text) for run in each.runs] for each in changed] == [
        [("same", "ტარიფი "), ("removed", "20"), ("added", "30"), ("same", " ლარია.")]
    ]
    assert [link.title for link in first.causes] and "N" not in first.summary
    assert second.older.url == "/ka/acts/2024/fee/2024-06-01/"
    html = made.text("ka/acts/2024/fee/2024-06-01/changes/index.html")
    went, came = (re.search(rf"<{tag}>(.*?)</{tag}>", html)[1] for tag in ("del", "ins"))
    assert (
        re.sub("<[^>]*>", "", went) == "[ამოღებულია: 20 დასასრული]"
        and ">30<" in f">{re.sub('<span.*?</span>', '', came)}<"
    )
    assert "en/acts/2024/fee/2024-06-01/changes/index.html" not in made.artifacts


def test_relations_are_said_both_ways_with_days_and_provisions(made: Made):
    amending, fee = (made.text(f"ka/acts/2024/{name}/index.html") for name in ("amending", "fee"))
    assert "მუხლი 1" in amending.split("ტარიფის შესახებ", 2)[-1] + amending
    assert "მუხლი 1" in fee and "/ka/acts/2024/amending/" in fee and "/ka/acts/2025/again/" in fee


def test_how_to_cite_and_the_authentic_text(made: Made):
    html = made.text("en/acts/2024/fee/index.html")
    said = " ".join(re.sub(r"<[^>]*>", " ", html.replace("\u00a0", " ")).split())
    assert "Council, Ordinance No. 45, 10 January 2024, “On the fee”" in said
    assert "https://town.example/en/acts/2024/fee/" in said and "#art-1" in html
    assert "fee.pdf" in html and re.search(r"[0-9a-f]{64}|[0-9a-f]{16}", html)


def test_json_ld_speaks_of_forms_versions_and_value(made: Made):
    def stated(path: str) -> dict:
        html = made.text(f"{path}index.html")
        graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
        found = graph.get("@graph", [graph])
        return next(each for each in found if each["@type"] == "Legislation")

    fee = stated("ka/acts/2024/fee/")
    forms = {each["encodingFormat"]: each for each in fee["encoding"]}
    assert set(forms) == {"text/html", "application/akn+xml"}
    assert forms["text/html"]["legislationLegalValue"] == "https://schema.org/UnofficialLegalValue"
    assert len(fee["workExample"]) == 2 and fee["temporalCoverage"] == "2024-02-01/.."
    assert fee["legislationLegalForce"] == "https://schema.org/InForce"
    assert stated("ka/acts/2024/fee/2024-06-01/")["exampleOfWork"]["url"].endswith("/ka/acts/2024/fee/")
    assert "legislationLegalValue" not in json.dumps(stated("ka/acts/2024/amending/")["encoding"])


# Akoma Ntoso.

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(HERE / "akomantoso30.xsd"))


def test_every_text_of_every_act_is_valid_akoma_ntoso(made: Made, schema: etree.XMLSchema):
    found = made.paths("/akn.xml")
    assert len(found) == 12 and "ka/acts/2024/fee/2024-06-01/akn.xml" in found
    assert "ka/acts/2026/gone/akn.xml" not in found
    for path in found:
        schema.assertValid(etree.fromstring(made[path]))


def test_an_act_an_expression_and_its_articles(made: Made):
    first, later, english = (
        etree.fromstring(made[f"{path}akn.xml"])
        for path in ("ka/acts/2024/fee/", "ka/acts/2024/fee/2024-06-01/", "en/acts/2024/fee/")
    )
    uris = [each.find(f".//{AKN}FRBRExpression/{AKN}FRBRuri").get("value") for each in (first, later, english)]
    work = "/akn/ge/act/ordinance/council/2024-01-10/N-45"
    assert uris == [f"{work}/kat@", f"{work}/kat@2024-06-01", f"{work}/eng@"]
    assert [each.get("eId") for each in first.iter(f"{AKN}article")] == ["art_1", "art_2"]
    assert "".join(later.find(f".//{AKN}article").itertext()).split()[-2:] == ["30", "ლარია."]
    assert {each.get("type") for each in first.iter(f"{AKN}eventRef")} >= {"generation", "amendment"}


def test_an_act_that_changes_reaches_its_pages_and_no_other(tmp_path: Path):
    files = FILES
    before = make(tmp_path, files, outputs=OUTPUTS, now=NOW)
    write(tmp_path, {"acts/2025/over.ka.md": act("დროებითი", "2025-03-01", "4", "order", effective_to="2025-12-31")})
    after = again(settings(tmp_path, outputs=OUTPUTS), NOW)
    changed = {path for path, each in after.artifacts.items() if each.fingerprint != before.artifacts[path].fingerprint}
    assert {
        "ka/acts/2025/over/index.html",
        "en/acts/index.html",
        "ka/acts/acts.csv",
        "ka/acts/2025/index.html",
        "ka/acts/states/expired/index.html",
    } <= changed
    assert not changed & {
        "ka/acts/2024/index.html",
        "ka/acts/states/amended/index.html",
        "ka/acts/2024/fee/index.html",
        "ka/acts/2024/fee/akn.xml",
    }


def test_what_acts_do_is_told_in_every_relation():
    assert set(RELATIONS) >= {"amends", "repeals", "repeals_in_part", "corrects", "consolidates", "based_on"}
