"""What `new` begins explains itself, and `check` then names what is still to be filled in, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from sajaro.build import check, moment
from sajaro.drafting import translation
from sajaro.files import walk
from sajaro.read import scan
from sajaro.read.front_matter import parse
from sajaro.read.text_digest import text_digest
from sajaro.read.typing import translated, typed
from sajaro.settings import load
from sajaro.types import BY_SECTION, TYPES
from sajaro.types.pages import Page

ROOT = Path(__file__).resolve().parents[2]


def problems(site: Path) -> list:
    settings = load(site)
    return check(settings, now=moment(None, settings)).problems


def test_in_every_section_check_asks_for_what_new_has_said_and_for_nothing_else(sajaro, site):
    asked: dict[str, set[str]] = {}
    for model in TYPES:
        code, said, complained = sajaro("new", model.section, "ახალი საკითხი", "--site", site)
        assert (code, complained) == (0, ""), model.section
        path = re.match(r"(content/\S+\.ka\.md) is written", said)[1]
        fields = re.search(r"Still to fill in: (.+)\.", said)
        asked[path] = set(fields[1].split(", ")) if fields else set()
    found: dict[str, set[str]] = {path: set() for path in asked}
    for each in problems(site):
        if each.level == "error":
            found[each.file].add(each.field.partition(".")[0].partition("[")[0])
            assert each.line
        else:
            assert each.code == "empty-body"
    assert found == asked


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.section)
def test_every_comment_is_a_field_once_its_sign_is_taken_away(sajaro, site, model):
    _, said, _ = sajaro("new", model.section, "ახალი საკითხი", "--site", site)
    path = site / said.split()[0]
    text = path.read_text("utf-8")
    fields = re.sub(r"^# (?=(?:  )*(?:- )?[a-z_]+:)", "", text, flags=re.MULTILINE)
    draft = parse(fields.encode(), "ka", "x")
    assert draft.faults == []
    _, found = typed(model, draft, {"zone": ZoneInfo("UTC")})
    assert not [each for each in found if each.code.startswith(("unknown", "not-a", "list-for", "mapping-for"))]
    written = {key for key in draft.lines if len(key) == 1}
    assert written == {(each.alias or name,) for name, each in model.model_fields.items()} - {
        ("translation",),
        ("translated_from",),
    }


def test_dated_documents_lie_under_their_year_and_have_a_transliterated_name(sajaro, site):
    today = moment(None, load(site)).date()
    assert sajaro("new", "acts", "წყალტუბოს გზა", "--site", site)[1].startswith(
        f"content/acts/{today.year}/tsqaltubos-gza.ka.md"
    )
    assert sajaro("new", "services", "Building permits", "--lang", "en", "--site", site)[1].startswith(
        "content/services/building-permits.en.md"
    )
    assert f"\ndate: {today}\n" in (site / f"content/acts/{today.year}/tsqaltubos-gza.ka.md").read_text("utf-8")


def test_a_taken_name_gets_a_number_in_whatever_language_it_is_taken(sajaro, site):
    (site / "content/topics.csv").write_text("id,title.ka\nwater,წყალი\n", "utf-8")
    names = [("services", "Water", "water"), ("services", "Water", "water-2"), ("services", "Water", "water-3"), ("topics", "Water", "water-2"),
             ("pages", "Search", "search-2"), ("pages", "About", "about-2"), ("units", "Index", "index-2")]  # fmt: skip
    for section, title, stem in names:
        code, said, _ = sajaro("new", section, title, "--lang", "en", "--site", site)
        assert (code, said.splitlines()[0]) == (0, f"content/{section}/{stem}.en.md is written.")
        assert ("is taken there already" in said) == (stem != title.lower())


@pytest.mark.parametrize(
    "title", ['Roads: "new" # 5', "null", "- x", "{a}: [b]", "2026", "ყველა & მათი | ნაწილი", "it's 'so'\t\\n"]
)
def test_a_title_may_hold_anything(sajaro, site, title):
    _, said, _ = sajaro("new", "services", title, "--site", site)
    draft = parse((site / said.split()[0]).read_bytes(), "ka", "x")
    assert draft.values["title"] == " ".join(title.split())


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("evnts", "X"), "did you mean events?"),
        (("events", " – "), "no letters"),
        (("events",), "needs a section and a title"),
        ((), "needs a section and a title"),
        (("events", "X", "--lang", "fr"), "no language fr"),
        (("--translate", "pages/abuot", "--lang", "en"), "did you mean pages/about?"),
        (("--translate", "pages/about", "--lang", "en"), "is there already"),
        (("--translate", "pages/about"), "needs the id and the language"),
        (("events", "X", "--translate", "pages/about", "--lang", "en"), "nothing else"),
        (("--translate", "topics/water", "--lang", "en"), "row of content/topics.csv"),
        (("--translate", "pages/broken", "--lang", "en"), "has errors"),
    ],
)
def test_what_cannot_be_begun_is_refused_in_a_sentence_and_nothing_is_written(sajaro, site, words, complaint):
    (site / "content/topics.csv").write_text("id,title.ka\nwater,წყალი\n", "utf-8")
    (site / "content/pages/broken.ka.md").write_text("title\n", "utf-8")
    before = set(site.rglob("*"))
    code, said, complained = sajaro("new", *words, "--site", site)
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert complaint in complained
    assert set(site.rglob("*")) == before


EVENT = """\
---
title: ბაზრობა
date: 2026-05-01
kind: exhibition
start: 2026-05-02 10:00
place: მოედანი
accreditation:
  text: |
    მოგვწერეთ.

    ან დარეკეთ.
  deadline: 2026-05-01
corrections:
  - {date: 2026-05-01, note: დრო შეიცვალა}
  - {date: 2026-05-02, note: ადგილი შეიცვალა}
attachments: [plan.csv, {file: rules.csv, title: წესები}]
---

მობრძანდით.
"""


def test_a_translation_holds_each_text_as_a_comment_and_the_body_in_place(sajaro, site):
    folder = site / "content/events/2026/fair"
    folder.mkdir(parents=True)
    (folder / "index.ka.md").write_text(EVENT, "utf-8")
    for name in ("plan.csv", "rules.csv"):
        (folder / name).write_text("a,b\n1,2\n")
    code, said, _ = sajaro("new", "--translate", "content/events/2026/fair/index.ka.md", "--lang", "en", "--site", site)
    assert (code, said.split()[0]) == (0, "content/events/2026/fair/index.en.md")
    text = (folder / "index.en.md").read_text("utf-8")
    assert [each.code for each in problems(site)] == ["translation-untouched"]
    for line in (
        "# title: ბაზრობა\ntitle:\n",
        "# place: მოედანი\nplace:\n",
        "    # title: წესები\n    title:\n",
        "translation: unofficial\n",
    ):
        assert line in text
    assert text.endswith("---\n\nმობრძანდით.\n")
    assert "kind" not in text
    draft = parse((folder / "index.ka.md").read_bytes(), "ka", "x")
    assert f'translated_from: "{text_digest(BY_SECTION["events"], draft)}"\n' in text
    filled = re.sub(r"^( *)(title|place|note|text):$", r"\1\2: Translated", text, flags=re.MULTILINE)
    (folder / "index.en.md").write_text(filled.replace("მობრძანდით.", "Come."), "utf-8")
    assert problems(site) == []


def test_a_translation_of_an_original_in_another_language_says_so(sajaro, site):
    page = site / "content/pages/guests.en.md"
    page.write_text("---\ntitle: For guests\nsource_language: en\n---\n\nWelcome.\n", "utf-8")
    assert sajaro("new", "--translate", "guests", "--lang", "ka", "--site", site)[0] == 0
    assert "source_language: en\n" in (site / "content/pages/guests.ka.md").read_text("utf-8")
    assert [each.code for each in problems(site)] == ["translation-untouched"]


@pytest.mark.parametrize(
    "root", [ROOT, ROOT / "examples/ombudsman", ROOT / "examples/ministry"], ids=lambda root: root.name
)
def test_the_translation_of_every_document_of_the_demonstrations_is_valid_as_it_is_begun(root):
    settings = load(root)
    context = {"zone": ZoneInfo(settings.site.timezone)}
    sources = scan(walk(settings.content), settings.site.languages)
    for id, files in sources.documents.items():
        lang, found = next((lang, files[lang]) for lang in settings.site.languages if lang in files)
        model = BY_SECTION[id.split("/")[0]] if "/" in id else Page
        source = parse((root / found.file).read_bytes(), lang, found.file)
        fields, _ = typed(model, source, context)
        text = translation(model, source, text_digest(model, source), "note")
        _, problems = translated(model, fields, source, parse(text.encode(), "xx", id), context)
        assert problems == []
