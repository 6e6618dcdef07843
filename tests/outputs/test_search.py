"""What search publishes: what readers may see and nothing else, in every language, made again only where it changed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from sajaro.build import build, moment
from sajaro.outputs import search
from sajaro.settings import Settings
from sajaro.shards import shards
from tests.outputs.sites import document, event, release, settings, write

OUTPUTS = ("home", "lists", "pages", "files", "pictures", "assets", "search")
Files = dict[str, bytes]


def published(root: Path, *, search: bool = True, now: str = "2026-06-15", **options: Any) -> Files:
    """Every file of the site that a real build puts out."""
    site: Settings = settings(root, outputs=OUTPUTS, **options)
    outcome = build(site, root / "output", now=moment(now, site), jobs=1, search=search)
    assert not outcome.failed, outcome.problems
    output = root / "output"
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def texts(files: Files, lang: str) -> dict[str, dict[str, str]]:
    """What results show, by the place of the document."""
    found = [
        json.loads(content)
        for path, content in files.items()
        if path.startswith(f"{lang}/search/") and "/texts/" in path
    ]
    return {each["place"]: each for each in found}


def indexed(files: Files) -> bytes:
    """All words of all indexes, and all that results show."""
    content = [
        gzip.decompress(each) if path.endswith((".pf_index", ".pf_meta")) else each
        for path, each in files.items()
        if "/search/" in path
    ]
    return b"\n".join(content)


def test_a_result_says_what_when_and_where(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"events/2026/fair.en.md": event("A fair", "Come *all*.", place="Market hall", summary="Nuts & honey.")},
    )
    files = published(tmp_path)
    (shown,) = texts(files, "en").values()
    assert shown == {
        "place": "en/events/2026/fair/",
        "section": "events",
        "title": "A fair",
        "kind": "Exhibition",
        "date": "1 July 2026",
        "text": "Nuts & honey.\nCome all.\nMarket hall",
    }
    (known,) = (
        json.loads(content)
        for path, content in files.items()
        if path.startswith("en/search/") and path.endswith("documents.json")
    )
    (id,) = known["documents"]["events"]
    assert known == {"documents": {"events": {id: "2026-07-01"}}, "foreign": []}


def test_the_text_is_without_markup(tmp_path: Path) -> None:
    body = "First[^1] &amp; *second*.\n\n| a | b |\n|---|---|\n| c | d |\n\n- one\n- two\n\n[^1]: A note."
    write(tmp_path, {"press-releases/2026/a.en.md": release("A", body)})
    (shown,) = texts(published(tmp_path), "en").values()
    assert shown["text"].split("\n")[:7] == ["First & second.", "a ·", "b ·", "c ·", "d ·", "one ·", "two ·"]
    assert not set("<>|*") & set(shown["text"])


def test_a_heading_does_not_run_into_what_follows(tmp_path: Path) -> None:
    write(tmp_path, {"press-releases/2026/a.en.md": release("A", "## Why\n\nThe bridge is old.\n\n## “When”\n\nSoon.")})
    (shown,) = texts(published(tmp_path), "en").values()
    assert " ".join(shown["text"].split()) == "Why · The bridge is old. “When” · Soon."


def test_text_fields_are_without_markup(tmp_path: Path) -> None:
    write(tmp_path, {"events/2026/fair.en.md": event("A fair", "Text.", agenda="- *Songs*\n- Dances")})
    (shown,) = texts(published(tmp_path), "en").values()
    assert shown["text"] == "Text.\nSongs ·\nDances"


def test_what_a_document_lacks_is_found_in_the_language_there_is(tmp_path: Path) -> None:
    write(tmp_path, {"press-releases/2026/a.ka.md": release("ხიდი", "ახალი ხიდი გაიხსნა.")})
    files = published(tmp_path)
    (shown,) = texts(files, "en").values()
    assert (shown["place"], shown["lang"], shown["language"]) == ("ka/press-releases/2026/a/", "ka", "ქართული")
    assert shown["date"] == "1 June 2026"
    (own,) = texts(files, "ka").values()
    assert "lang" not in own


def test_a_site_that_hides_what_is_not_translated_hides_it_here(tmp_path: Path) -> None:
    write(tmp_path, {"press-releases/2026/a.ka.md": release("ხიდი", "ახალი ხიდი.")})
    files = published(tmp_path, missing="hide")
    assert len(texts(files, "ka")) == 1 and not texts(files, "en")
    assert json.loads(files["en/search/index.json"])["shards"] == []


def test_people_units_and_topics_are_words_of_what_names_them(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "press-releases/2026/a.en.md": release("A", "Text.", unit="treasury", topics=["roads"]),
            "units/treasury.en.md": document("Xylophonist office", "Text."),
            "topics/roads.en.md": document("Zeppelins", "Text."),
        },
    )
    files = published(tmp_path)
    shown = texts(files, "en")["en/press-releases/2026/a/"]
    assert "ylophon" not in shown["text"], "they are no part of the excerpt"
    write(tmp_path, {"units/treasury.en.md": document("Quartz office", "Text.")})
    assert b"xylophonist" in indexed(files) and b"xylophonist" not in indexed(published(tmp_path))


SECRET = "zirconium"


@pytest.mark.parametrize(
    "files",
    [
        {"press-releases/2026/a.en.md": release(SECRET, SECRET, status="draft")},
        {"press-releases/2026/a.en.md": release(SECRET, SECRET, embargo="2026-06-16 10:00")},
        {"press-releases/2026/a.en.md": release(SECRET, SECRET, date="2026-07-01")},
        {
            "press-releases/2026/a.en.md": release(
                SECRET, SECRET, status="withdrawn", withdrawn={"date": "2026-06-02", "reason": SECRET}
            )
        },
        {"press-releases/2026/a.en.md": release("A", "Text.", internal_note=SECRET, personal_data_reviewed=SECRET)},
        {"people/a.en.md": document("A", "Text.", role="Mayor", hours={"value": SECRET, "publish": False})},
    ],
    ids=["draft", "embargo", "future", "withdrawn", "internal", "unpublished"],
)
def test_what_is_withheld_is_nowhere(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    write(tmp_path, {**files, "press-releases/2026/other.en.md": release("Other", "Something else.")})
    found = indexed(published(tmp_path))
    assert b"something" in found
    assert SECRET.encode() not in found.lower()


def test_only_the_shard_of_a_changed_document_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "shards", lambda positions: shards(positions, 8))
    days = [f"{2018 + number // 5}-{number % 5 + 1:02}-11" for number in range(40)]
    write(
        tmp_path,
        {f"press-releases/{day}.en.md": release(f"Release {day}", f"Text of {day}.", date=day) for day in days},
    )
    before = published(tmp_path)
    names = json.loads(before["en/search/index.json"])["shards"]
    assert len(names) > 4
    write(tmp_path, {"press-releases/2021-03-11.en.md": release("Release", "Another text.", date="2021-03-11")})
    after = published(tmp_path)
    changed = {
        path
        for path in before.keys() | after.keys()
        if path.startswith("en/search/") and before.get(path) != after.get(path)
    }
    assert len({path.split("/")[2] for path in changed}) == 1
    assert len([path for path in changed if "/texts/" in path]) == 2, (
        "one went, one came; the neighbours' are as they were"
    )


def test_every_build_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(
            tmp_path / folder,
            {f"press-releases/2026/{number}.ka.md": release(f"№{number}", "ტექსტი " * number) for number in range(30)},
        )
    one, two = (published(tmp_path / folder) for folder in ("one", "two"))
    assert {path for path in one if "search" in path or path.startswith("pagefind/")} and one == two


def test_an_edition_without_search_leads_to_the_archives(tmp_path: Path) -> None:
    write(
        tmp_path, {"press-releases/2026/a.en.md": release(), "press-releases/2025/b.en.md": release(date="2025-06-01")}
    )
    with_index = published(tmp_path)
    without = published(tmp_path, search=False)
    assert sorted(path for path in without if "search/" in path or path.startswith("pagefind/")) == [
        "en/search/index.html",
        "ka/search/index.html",
    ]
    page = without["en/search/index.html"].decode()
    assert 'type="module"' not in page and 'id="asking"' not in page and "has no search" in page
    for path in ("/en/press-releases/", "/en/press-releases/2026/", "/en/press-releases/2025/"):
        assert f'href="{path}"' in page and f'href="{path}"' in with_index["en/search/index.html"].decode()
    assert published(tmp_path) == with_index


def test_everything_lies_below_the_sites_path(tmp_path: Path) -> None:
    write(tmp_path, {"press-releases/2026/a.en.md": release()})
    files = published(tmp_path, siteurl="https://forge.example/town")
    contents = json.loads(files["en/search/index.json"])
    assert (contents["engine"], contents["base"]) == ("/town/pagefind/", "/town/")
    assert 'data-index="/town/en/search/index.json"' in files["en/search/index.html"].decode()


def test_a_site_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    files = published(tmp_path)
    assert json.loads(files["ka/search/index.json"])["shards"] == []
