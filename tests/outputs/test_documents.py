"""What the page of a document says, once and in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.sites import build, document, release, small

ACT = {"kind": "ordinance", "number": "7", "issuer": "council", "date": "2025-03-28"}
LATER = ACT | {"number": "2", "date": "2026-02-20"}
VERSION = {"date": "2026-03-01", "consolidates": "acts/2025/ordinance-7", "text": "consolidated"}
MEETING = {
    "date": "2026-11-10",
    "kind": "public-meeting",
    "start": "2026-11-25 18:00",
    "end": "2026-11-25 20:00",
    "place": "School",
}

FILES = {
    "acts/2025/ordinance-7.en.md": document("On the fee", "Article 1.", **ACT),
    "acts/2025/ordinance-7/2026-03-01.en.md": document("On the fee", "Article 1, changed.", **VERSION),
    "acts/2025/ordinance-7/2026-06-01.en.md": document(
        "On the fee", "Article 1, changed again.", **VERSION | {"date": "2026-06-01"}
    ),
    "acts/2026/ordinance-2.en.md": document(
        "On changing the fee",
        "Article 1.",
        amends=[{"id": "acts/2025/ordinance-7", "provisions": "Article 1"}],
        effective_from="2026-04-01",
        **LATER,
    ),
    "acts/2026/ordinance-3.en.md": document(
        "On rates",
        "Article 1.",
        repeals_in_part=["acts/2025/ordinance-7"],
        effective_from="2027-01-01",
        **LATER | {"number": "3", "date": "2026-10-20"},
    ),
    "acts/2026/ordinance-5.en.md": document(
        "On stalls",
        "Article 1.",
        status="withdrawn",
        withdrawn={"date": "2026-05-01", "reason": "A mistake."},
        **LATER | {"number": "5"},
    ),
    "acts/2026/ordinance-8.en.md": document(
        "On hours", "On Wednesday.", **LATER | {"number": "8", "date": "2026-03-20"}
    ),
    "acts/2026/ordinance-9.en.md": document(
        "On correcting a day",
        "Thursday.",
        corrects=["acts/2026/ordinance-8"],
        **LATER | {"number": "9", "date": "2026-04-20"},
    ),
    "events/2026/meeting.en.md": document(
        "On the budget", "Come.", unit="council", contact="council", territory="upper", territories=["upper"], **MEETING
    ),
    "announcements/2026/water.en.md": release(
        "No water", "None.", effective_from="2026-03-05", effective_to="2026-03-07", territories=["upper"]
    ),
    "territories/upper.en.md": document("Upper Village"),
    "procurements/2026/road.en.md": document("A road", date="2026-03-01", number="1", supplier="შპს „გზა“"),
    "people/mayor.ka.md": document("ანა", role="მერი"),
    "people/clerk.en.md": document(
        "Nino", role="Head of the archive", summary="Head of the archive.", term={"from": "2021-04-02"}
    ),
    "people/guide.en.md": document("Lia", role="Keeper of the museum", summary="Keeper of the museum and its guide."),
    "territories/lower.en.md": document("Lower Village"),
    "projects/road.en.md": release(
        "The road", territory="upper", territories=["lower", "upper"], topics=["roads"], start="2026-05-04"
    ),
    "campaigns/meters.en.md": release("A meter in every home", start="2026-03-01"),
    "topics/roads.en.md": document("Roads"),
    "vacancies/2026.csv": "id,date,position.ka,title.ka,summary.ka,deadline,result.ka,position.en,title.en,summary.en,translation.en\n"
    "clerk,2026-02-01,მდივანი,მდივანი,ვაკანსია.,2026-02-20,დაინიშნა ანა.,Clerk,Clerk,A post.,official\n"
    "driver,2026-02-01,მძღოლი,მძღოლი,ვაკანსია.,2026-02-20,,Driver,Driver,A post.,\n",
    "disclosures/2025/budget.en.md": document("The budget", date="2026-01-20", duty="4.1", period="2025", nil=True),
    "disclosures/2026/trips.en.md": document("Trips", date="2026-05-20", duty="4.2", period="2026-Q1", nil=True),
    "disclosures/2026/staff.en.md": document("Staff", date="2026-06-20", duty="4.3", nil=True),
    "reports/2025/annual.en.md": release("The year", kind="annual", period="2025", date="2026-03-20"),
    "plans/2027/work.en.md": release("Work", kind="work", period="2027", date="2026-11-20"),
    "consultations/2026/weir/index.en.md": release(
        "The weir",
        "## Why\n\nIt leaks.\n\n## Files\n\nSee below.",
        opens="2026-10-01",
        closes="2026-10-20",
        how="Write.",
        draft=["draft.txt"],
        attachments=[{"file": "map.txt"}],
    ),
    "consultations/2026/weir/draft.txt": "A draft.",
    "consultations/2026/weir/map.txt": "A map.",
    "consultations/2026/mill.en.md": release(
        "The mill", opens="2026-10-01", closes="2026-10-20", how="Write to mill@town.example, please."
    ),
    "topics/health.en.md": document("Health", ""),
    "topics/parks.ka.md": document("პარკები", ""),
    "topics/parks.en.md": document("Parks", ""),
    "partners/twin.ka.md": document("ძმობილი ქალაქი", "## ვინ\n\nისინი.\n\n## სად\n\nიქ.\n\n## რა\n\nეს."),
    "partners/twin.en.md": "---\ntranslation: official\n---\n",
    "press-releases/2026/opening.en.md": release(
        "The school opens",
        number="12",
        related=["events/2026/meeting"],
        updated="2026-03-02",
        quotes=[{"text": "At last.", "person": "people/mayor"}],
        corrections=[{"date": "2026-03-02", "note": "The hour."}],
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small(tmp_path_factory.mktemp("site"), FILES)
    outcome = build(root)
    assert not outcome.failed, outcome.problems
    return root / "output"


def page(site: Path, place: str) -> html.HtmlElement:
    return html.document_fromstring((site / "en" / place / "index.html").read_bytes())


def facts(found: html.HtmlElement, where: str = "margin") -> dict[str, list[str]]:
    rows = found.xpath(f"//main//*[@class='{where}' or contains(@class, '{where} ')]//dl/div")
    return {each.findtext("dt"): [" ".join(dd.text_content().split()) for dd in each.findall("dd")] for each in rows}


def line(found: html.HtmlElement, where: str = "") -> list[str]:
    stops = found.xpath(f"//main//*[contains(@class, 'timeline')]//li[contains(@class, '{where}')]")
    return [" ".join(" ".join(each.itertext()).split()) for each in stops]


def text(found: html.HtmlElement, path: str) -> str:
    return " ".join(" ".join(found.xpath(path)[0].itertext()).split()).replace(" ,", ",")


def test_an_event_says_when_it_is(site: Path) -> None:
    assert (
        text(page(site, "events/2026/meeting"), "//div[@class='what']")
        == "Public meeting Wednesday, 25 November 2026, 18:00 – 20:00"
    )


def test_what_holds_for_some_days_says_so_beside_its_own(site: Path) -> None:
    found = page(site, "announcements/2026/water")
    assert text(found, "//div[@class='what']") == "Announcement 1 March 2026"
    assert facts(found)["In effect"] == ["5–7 March 2026"]


def test_what_goes_on_says_since_when(site: Path) -> None:
    assert text(page(site, "campaigns/meters"), "//div[@class='what']") == "Campaign since 1 March 2026"
    assert facts(page(site, "projects/road"))["Period"] == ["since 4 May 2026"]
    assert text(page(site, "projects"), "//*[@class='when']") == "since 4 May 2026"
    assert text(page(site, "campaigns"), "//*[@class='when']") == "since 1 March 2026"


def test_no_fact_is_said_twice(site: Path) -> None:
    assert list(facts(page(site, "events/2026/meeting"))) == ["Place", "Territory", "Admission", "Calendar", "Contact"]
    assert "Unit" not in facts(page(site, "acts/2025/ordinance-7"))
    assert "Number" not in facts(page(site, "press-releases/2026/opening"))


def test_a_lead_does_not_repeat_the_office(site: Path) -> None:
    clerk, guide = page(site, "people/clerk"), page(site, "people/guide")
    assert not clerk.xpath("//p[@class='summary']")
    assert facts(clerk) == {"Position": ["Head of the archive"], "In office": ["since 2 April 2021"]}
    assert text(guide, "//p[@class='summary']") == "Keeper of the museum and its guide."
    assert "Position" not in facts(guide)


def test_territories_are_said_in_one_place_and_one_is_one(site: Path) -> None:
    found = page(site, "projects/road")
    assert facts(found)["Territories"] == ["Upper Village", "Lower Village"]
    assert facts(found, "subjects") == {"Topic": ["Roads"]}


def test_what_a_translation_lacks_is_marked_with_its_language(site: Path) -> None:
    found = page(site, "partners/twin")
    assert found.xpath("string(//h1/@lang)") == "ka"
    assert found.xpath("//nav[@class='contents']//a/span/@lang") == ["ka"] * 3


def test_acts_are_cited_by_kind_number_and_day(site: Path) -> None:
    assert "Ordinance No. 2, 20 February 2026" in line(page(site, "acts/2025/ordinance-7"))[2]
    related = facts(page(site, "acts/2026/ordinance-2"), "block facts")
    assert related["Amends"] == ["Ordinance No. 7, 28 March 2025, Article 1 On the fee"]


def test_an_act_and_its_versions_lead_to_one_another(site: Path) -> None:
    act, older, newer = (
        page(site, f"acts/2025/ordinance-7{version}") for version in ("", "/2026-03-01", "/2026-06-01")
    )
    notice, stands = "//header//*[@role='note']", "In force, amended on 1 April 2026"
    assert text(act, notice) == "The text as adopted, without later changes Consolidated, 1 June 2026"
    assert text(newer, notice) == f"{stands} Ordinance No. 7, 28 March 2025"
    assert text(older, notice) == f"{stands} Ordinance No. 7, 28 March 2025 Consolidated, 1 June 2026"
    assert text(older, "//div[@class='what']") == "Ordinance No. 7 28 March 2025"
    titles = [each.findtext(".//title") for each in (act, older, newer)]
    assert len(set(titles)) == 3


def test_an_act_that_was_corrected_says_that_its_text_is_older(site: Path) -> None:
    notice = "//header//*[@role='note']"
    corrected = page(site, "acts/2026/ordinance-8")
    assert text(corrected, notice).startswith("The text as adopted, without later changes Ordinance No. 9")
    assert corrected.xpath(f"{notice}//a/@href") == ["/en/acts/2026/ordinance-9/"]
    assert text(corrected, "//header//*[contains(@class, 'state')]").startswith("In force, corrected on")
    assert not page(site, "acts/2026/ordinance-9").xpath(notice)


def test_a_bare_name_is_not_called_a_translation(site: Path) -> None:
    assert not page(site, "topics/parks").xpath("//main//*[@role='note'][.//a]")
    assert page(site, "partners/twin").xpath("//main//*[@role='note'][.//a]")


def test_the_history_of_an_act_is_a_line_on_its_page_and_on_its_versions(site: Path) -> None:
    act, older = (page(site, f"acts/2025/ordinance-7{version}") for version in ("", "/2026-03-01"))
    assert line(act) == [
        "28 March 2025 Adopted",
        "1 March 2026 Consolidated text",
        "1 April 2026 Amended by Ordinance No. 2, 20 February 2026 Article 1",
        "1 June 2026 Consolidated text",
        "1 January 2027 Repealed in part by Ordinance No. 3, 20 October 2026",
    ]
    assert line(act, "current") == ["28 March 2025 Adopted"]
    assert line(older, "current") == ["1 March 2026 Consolidated text"]
    assert line(older, "future") == line(act, "future") == line(act)[4:]
    assert text(act, "//p[@class='sentence']") == "In force, amended on 1 April 2026"
    assert text(older, "//p[@class='sentence']") == "Consolidated, 1 March 2026"


def test_an_act_that_nothing_has_happened_to_has_no_line(site: Path) -> None:
    found = page(site, "acts/2026/ordinance-2")
    assert line(found) == []
    assert text(found, "//p[@class='sentence']") == "In force since 1 April 2026"
    assert facts(found)["In force from"] == ["1 April 2026"]


def test_a_topic_under_which_nothing_is_filed_says_so(site: Path) -> None:
    assert "There is nothing here yet." in text(page(site, "topics/health"), "//main")
    assert "nothing here" not in text(page(site, "topics/roads"), "//main")


def test_topics_and_territories_stand_at_the_foot(site: Path) -> None:
    found = page(site, "announcements/2026/water")
    assert facts(found, "subjects") == {"Territory": ["Upper Village"]}
    assert "Territories" not in facts(found)


def test_a_day_is_not_an_update_and_a_correction(site: Path) -> None:
    assert (
        text(page(site, "press-releases/2026/opening"), "//div[@class='what']") == "Press release No. 12 1 March 2026"
    )


def test_a_name_in_other_letters_says_its_language(site: Path) -> None:
    named = page(site, "procurements/2026/road").xpath("//dd//*[@lang='ka']")
    assert [each.text_content() for each in named] == ["შპს „გზა“"]
    [role] = page(site, "press-releases/2026/opening").xpath("//figcaption//*[@class='gloss']/*[@lang='ka']")
    assert role.text_content() == "მერი"


def test_a_tombstone_says_what_it_was(site: Path) -> None:
    found = page(site, "acts/2026/ordinance-5")
    assert text(found, "//div[@class='what']") == "Ordinance No. 5, 20 February 2026"
    assert text(found, "//p[@class='address']") == "https://town.example/en/acts/2026/ordinance-5/"


def test_a_row_says_what_its_translation_is(site: Path) -> None:
    assert text(page(site, "vacancies/2026/clerk"), "//*[contains(@class, 'notice')]").startswith(
        "Official translation"
    )
    assert text(page(site, "vacancies/2026/driver"), "//*[contains(@class, 'notice')]").startswith(
        "Unofficial translation"
    )


def test_the_result_of_a_competition_needs_no_label(site: Path) -> None:
    found = page(site, "vacancies/2026/clerk")
    assert text(found, "//section[h2='Result of the competition']/p") == "დაინიშნა ანა."
    assert not found.xpath("//section[h2='Result of the competition']//dt")
    (heading,) = found.xpath("//section[@lang='ka']/h2")
    assert heading.get("lang") == "en", "a heading is in the page's language, whatever its text is in"


def test_what_covers_a_period_is_in_the_archive_of_its_year(site: Path) -> None:
    def listed(place: str) -> list[str]:
        return [each.text_content() for each in page(site, place).xpath("//p[@class='card-title']/a | //tbody/tr/th/a")]

    assert listed("disclosures/2025") == ["The budget"]
    assert listed("disclosures/2026") == ["Staff", "Trips"], "without a period its day counts"
    assert listed("reports/2025") == ["The year"] and listed("plans/2027") == ["Work"]
    assert not (site / "en/reports/2026").exists() and not (site / "en/plans/2026").exists()


def test_an_address_to_write_to_is_a_link_in_a_text(site: Path) -> None:
    link = page(site, "consultations/2026/mill").xpath("//section[h2='How to take part']//a")[0]
    assert link.get("href") == "mailto:mill@town.example" and link.text_content() == "mill@town.example"
    assert len(link.findall(".//wbr")) == 2 and link.tail.startswith(", please")


def test_contents_lead_to_blocks_too(site: Path) -> None:
    found = page(site, "consultations/2026/weir")
    links = found.xpath("//nav[@class='contents']//a")
    assert [each.text_content() for each in links] == [
        "Why",
        "Files",
        "How to take part",
        "Files of the draft",
        "Files",
    ]
    targets = [found.get_element_by_id(each.get("href")[1:]).text_content() for each in links]
    assert targets == [each.text_content() for each in links]
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_unit_leads_to_what_it_issued(site: Path) -> None:
    cards = page(site, "units/council").xpath("//*[@class='card']")
    kinds = [
        " ".join(" ".join(part.text_content() for part in each.xpath(".//*[@class='when' or @class='kind']")).split())
        for each in cards
    ]
    assert kinds == [
        "25 November 2026, 18:00–20:00 Public meeting",
        "20 October 2026 Ordinance No. 3",
        "20 April 2026 Ordinance No. 9",
        "20 March 2026 Ordinance No. 8",
        "20 February 2026 Ordinance No. 2",
        "28 March 2025 Ordinance No. 7",
    ]


def test_people_are_not_counted_as_documents(site: Path) -> None:
    assert not page(site, "units").xpath("//div[@class='what']")
    assert text(page(site, "acts"), "//div[@class='what']") == "6 acts"
