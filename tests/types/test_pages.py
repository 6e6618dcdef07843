"""What the pages of some types show and tell machines, where it is more than one field after another."""

from __future__ import annotations

from datetime import date

import pytest

from sajaro import views
from sajaro.types.parts import ActRef, joined
from tests.types.fake import FakePage
from tests.types.loading import EXAMPLES, example


def blocks(section: str, name: str = "full", page: FakePage | None = None) -> dict[str, views.Block]:
    shown = example(section, name).blocks(page or FakePage())
    return {getattr(block, "title", "") or getattr(block, "caption", ""): block for block in shown}


def test_a_day_that_ends_with_a_stop_loses_it_before_a_comma():
    class Serbian(FakePage):
        lang = "sr-Latn"

        def link(self, id: str) -> views.Link:
            return views.Link(f"/sr-Latn/{id}/", "Uredba o putevima")

        def card(self, id: str) -> views.Card:
            return views.Card(f"/{id}/", id, "acts", "Akt", kind="Uredba", number="7", day=date(2025, 11, 6))

    (cited,) = ActRef(id="acts/2025/7", provisions="Član 5.").cited(Serbian())
    assert cited.title.replace("\u00a0", " ") == "Uredba No. 7, 6. novembar 2025, Član 5."
    (whole,) = ActRef(id="acts/2025/7").cited(Serbian())
    assert whole.title.replace("\u00a0", " ") == "Uredba No. 7, 6. novembar 2025."


def test_what_is_not_to_be_published_of_a_person_never_enters_the_library():
    person = example("people", "withheld")
    seen = (
        repr(person)
        + person.model_dump_json()
        + repr(list(person.blocks(FakePage())))
        + str(person.json_ld(FakePage()))
    )
    assert "+995" not in seen
    assert "eka@" not in seen
    assert (person.reach("phone"), person.reach("mobile"), person.reach("email")) == (None, None, None)


def test_what_may_be_published_of_a_person_is_shown():
    contact = blocks("people")["Contact details"]
    assert [fact.label for fact in contact.facts] == [
        "Hotline", "Telephone", "Mobile telephone", "E-mail", "Address", "Hours",
    ]  # fmt: skip
    assert contact.facts[2].values == (views.Phone("+995000555555", "+995 000 55 55 55"),)


def test_an_act_names_its_relations_from_both_sides():
    page = FakePage(referring={("based_on", "acts"): ("acts/2027/ordinance-2",)})
    facts = {fact.label: fact.values for fact in blocks("acts", page=page)["Relations to other acts"].facts}
    assert list(facts) == ["Amends", "Repeals", "Repeals in part", "Corrects", "Based on", "Basis of"]
    assert facts["Amends"][1].note == "Articles 3 and 5; The fees of 2027."
    assert facts["Basis of"] == (views.Link("/en/acts/2027/ordinance-2/", "ordinance-2"),)
    assert facts["Based on"][0].url == "https://herald.example/code"


def test_one_related_act_needs_no_list():
    act = example("acts", "minimal", amends="2024/ordinance-3", corrects={"id": "2026/ordinance-1"})
    assert [each.id for each in act.amends] == ["acts/2024/ordinance-3"]
    assert [each.id for each in act.corrects] == ["acts/2026/ordinance-1"]


def test_a_version_is_no_act_of_its_own():
    version = example("acts", "version")
    assert version.version_of == "acts/2026/ordinance-12"
    assert example("acts", "full").version_of is None
    assert example("acts", "minimal", consolidates="2020/ordinance-1").version_of is None
    stated = version.json_ld(FakePage())
    assert (stated["legislationDateVersion"], stated["legislationDate"]) == ("2027-03-01", None)


def test_an_act_in_the_terms_of_eli():
    stated = example("acts", "full").json_ld(FakePage())
    assert stated["legislationLegalForce"] == "https://schema.org/InForce"
    assert stated["legislationPassedBy"] == {
        "@type": "GovernmentOrganization",
        "name": "council",
        "url": "/en/units/council/",
    }
    assert len(stated["legislationAmends"]) == 2


def test_a_plan_shows_how_far_it_is():
    shown = blocks("plans")
    assert shown["Progress"].sentence == "Done: 1 of 4"
    assert shown["Progress"].parts == (
        ("In progress", 1, "attention"), ("Done", 1, "good"), ("Late", 1, "severe"), ("Cancelled", 1, "neutral"),
    )  # fmt: skip
    states = [row[1][0].word for row in shown["Activities"].rows]
    assert states == ["In progress", "Done", "Late", "Cancelled"]
    assert all(len(row) == len(shown["Activities"].columns) for row in shown["Activities"].rows)


def test_a_project_shows_shares_of_a_hundred_and_says_them_once():
    [progress] = example("projects").blocks(FakePage())
    assert progress.sentence == "18 % of the work is done"
    assert sum(count for _, count, _ in progress.parts) == 100
    assert not progress.title and not any(label for label, *_ in progress.parts)
    assert not list(example("projects", stage="completed", progress="100").blocks(FakePage()))
    assert list(example("projects", stage="suspended", progress="100").blocks(FakePage()))


@pytest.mark.parametrize(
    ("outcome", "label"),
    [
        ("granted", "Answered"),
        ("not-held", "Answered"),
        ("withdrawn", "Request withdrawn"),
        ("clarification", "Clarification asked for"),
        ("forwarded", "Forwarded"),
    ],
)
def test_what_was_not_answered_is_not_called_so(outcome: str, label: str):
    handled = next(example("requests", outcome=outcome, answered="2026-11-20").blocks(FakePage()))
    assert [fact.label for fact in handled.facts if fact.values == (views.Day(date(2026, 11, 20)),)] == [label]


def test_a_contract_has_its_price_and_nothing_is_no_sum():
    def contract(**changed: str | None) -> dict[str, tuple[views.Value, ...]]:
        [shown] = example("procurements", **changed).blocks(FakePage())
        return {fact.label: fact.values for fact in shown.facts}

    assert contract()["Agreed price"] and contract()["Paid"] != contract()["Agreed price"]
    assert contract(paid="0")["Paid"] == (views.Words("Nothing yet"),)
    assert "Paid" not in contract(paid=None)


def test_texts_keep_their_language_in_blocks():
    foreign = views.Text("მოთხოვნა", "ka")
    vacancy = example("vacancies").model_copy(update={"requirements": (foreign,), "appeal": foreign})
    shown = {block.title: block for block in vacancy.blocks(FakePage())}
    assert '<li lang="ka" dir="auto">მოთხოვნა</li>' in shown["What is asked for"].markup
    assert shown["Appeal"].lang == "ka"
    assert shown["Rules of the competition"].lang is None
    recording = example("media").model_copy(update={"transcript": foreign})
    assert '<div lang="ka" dir="auto">' in next(recording.blocks(FakePage())).transcript
    act = ActRef(id="acts/2026/ordinance-12").model_copy(update={"note": foreign})
    assert act.link(FakePage()).note.lang == "ka"
    assert next(iter(blocks("disclosures")["Files"].files)).language.lang == "ka"
    assert joined("; ", foreign, None, foreign).lang == "ka"
    assert type(joined("; ", foreign, "Article 2")) is str


def test_a_recording_plays_with_its_transcript_and_captions():
    [player] = example("media", "full").blocks(FakePage())
    assert (player.medium, player.url, player.media_type) == ("video", "/reservoir.mp4", "video/mp4")
    assert player.captions == (views.Link("/reservoir.vtt", "", None), views.Link("/reservoir.hy.vtt", "", "hy"))
    assert "300 cubic metres" in player.transcript


def test_pictures_make_a_gallery_and_a_distant_recording_shows_its_transcript():
    [gallery] = example("media", "gallery").blocks(FakePage())
    assert [picture.alt for picture in gallery.pictures] == [
        "Stalls with baskets of walnuts",
        "Children dance in a ring",
    ]
    [prose] = example("media", "appearance").blocks(FakePage())
    assert (prose.title, prose.markup) == ("Transcript", "<p>Good morning. We speak of the budget.</p>")


@pytest.mark.parametrize(
    ("name", "kind", "stated"),
    [("full", "VideoObject", "PT185S"), ("gallery", "ImageGallery", None), ("appearance", "CreativeWork", None)],
)
def test_media_are_what_they_are_to_machines(name: str, kind: str, stated: str | None):
    known = example("media", name).json_ld(FakePage())
    assert (known["@type"], known["duration"]) == (kind, stated)


def test_a_long_recording_keeps_its_hours():
    assert example("media", "full", duration="25:00:01").json_ld(FakePage())["duration"] == "PT90001S"


def test_a_digest_is_the_press_and_the_month():
    shown = blocks("digests")
    table = shown["In the press"]
    title, summary = table.rows[0][0]
    assert title == views.Link("https://radio.example/walnuts", "Walnuts and songs")
    assert summary.text.startswith("A report from the festival")
    assert table.rows[0][2] == (views.State("Positive", "good"),)
    assert table.rows[1][0] == (views.Words("Where is the bus?"),)
    [card] = shown["Our own month"].cards
    assert card.url.endswith("/2026-10-01/2026-10-31/")


def test_a_bulletin_holds_what_it_names_or_gathers():
    assert [card.url for card in blocks("bulletins")["In this issue"].cards] == [
        "/en/press-releases/2026/walnut-festival/", "/en/acts/2026/ordinance-12/",
    ]  # fmt: skip
    [card] = blocks("bulletins", "gathered")["In this issue"].cards
    assert card.url == "/en/press-releases+acts+topics/water+territories/zemo-chala/2026-07-01/2026-09-30/"


def test_a_unit_shows_its_head_once():
    page = FakePage(
        referring={
            ("unit", "people"): ("people/tamar-tsqaroveli", "people/eka-chalaveli"),
            ("parent", "units"): ("units/archive",),
        }
    )
    shown = blocks("units", page=page)
    assert [card.title for card in shown["Head"].cards] == ["people/tamar-tsqaroveli"]
    assert [card.title for card in shown["People"].cards] == ["people/eka-chalaveli"]
    assert [card.title for card in shown["Units that belong to it"].cards] == ["units/archive"]


def test_a_draft_is_an_act_or_files():
    assert [card.title for card in blocks("consultations")["The draft"].cards] == ["acts/2026/ordinance-12"]
    files = blocks("consultations", "files")["Files of the draft"].files
    assert files[0].note == "plan.pdf"
    assert [(file.url, file.title) for file in files] == [
        ("/plan.pdf", "Document"),
        ("/view.jpg", "View from the school"),
    ]


def test_a_dataset_is_had_as_file_or_from_an_address():
    files = blocks("datasets")["The data"].files
    assert [(file.url, file.format) for file in files] == [
        ("/water.csv", "CSV"),
        ("https://opendata.example/water.json", "JSON"),
    ]
    stated = example("datasets", "full").json_ld(FakePage())
    assert stated["temporalCoverage"] == "2024-01-01/.."
    assert stated["distribution"][1]["contentUrl"] == "https://opendata.example/water.json"


def test_files_say_their_language_and_their_accessible_form():
    first, second, columns = blocks("disclosures")["Files"].files
    assert columns.title == "Description of the columns"
    assert (first.language, second.alternative.url) == ("ka", "/fuel-2026-q3.csv")


def test_notices_come_first():
    """A page puts them above its body."""
    for section, name in (("services", "full"), ("disclosures", "nil"), ("disclosures", "withheld")):
        first = next(example(section, name).blocks(FakePage()))
        assert isinstance(first, views.Notice)


def test_corrections_are_kept_with_their_days():
    [correction] = example("press-releases", "full").corrections
    assert (correction.date, correction.note) == (date(2026, 11, 6), "The number of households was 386 and not 368.")
    assert EXAMPLES["press-releases"]["full"]["attachments"][0] == "route.pdf"
    assert example("press-releases", "full").attachments[0].file == "route.pdf"


def test_what_is_withheld_says_on_which_ground_and_until_when():
    [notice] = [
        block for block in example("disclosures", "withheld").blocks(FakePage()) if isinstance(block, views.Notice)
    ]
    assert notice.text
    assert (notice.title, notice.tone) == ("Withheld until 30\xa0June\xa02027", "attention")
