"""Equal fingerprints stand for equal views: whatever is edited, an artifact whose view changes has a new fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from sajaro.artifacts import key
from tests.outputs.sites import Made, again, document, event, make, release, settings, topics

Files = dict[str, str | bytes]

LONG = "press-releases/2026/long/"


def files(picture: bytes) -> Files:
    return {
        f"{LONG}index.ka.md": release(
            "გრძელი",
            "იხ. [ბაზრობა](/events/2026/fair) და [ფაილი](table.csv).\n\n![ხიდი](bridge.png)",
            date="2026-06-14",
            topics=["roads"],
            image={"file": "bridge.png", "alt": "ხიდი"},
            attachments=[{"file": "table.csv", "title": "ცხრილი"}],
        ),
        f"{LONG}index.en.md": "---\ntitle: Long\n---\nSee [the fair](/events/2026/fair).\n",
        f"{LONG}bridge.png": picture,
        f"{LONG}table.csv": "a,b\n1,2\n",
        "press-releases/2026/other.en.md": release(
            "Other", "Text.\n\nThe end.", date="2026-06-14", aliases=["/press-releases/2026/old/"]
        ),
        "events/2026/fair.ka.md": event("ბაზრობა", topics=["roads"], territory="village", date="2026-06-13"),
        "events/2026/visit.en.md": event("Visit", visibility="press", kind="visit", date="2026-06-13"),
        "territories/village.ka.md": document("სოფელი"),
        "topics.csv": topics("roads", "water"),
        "pages/about.ka.md": document("About"),
    }


def replace(path: str, old: str, new: str) -> Callable[[Files], None]:
    """Puts `new` for `old`, or back."""

    def edit(site: Files) -> None:
        text = str(site.get(path, ""))
        site[path] = text.replace(new, old) if new in text else text.replace(old, new)

    return edit


def toggle(path: str, content: str) -> Callable[[Files], None]:
    """A file comes or goes."""

    def edit(site: Files) -> None:
        if site.pop(path, None) is None:
            site[path] = content

    return edit


def swap(path: str, content: bytes | str) -> Callable[[Files], None]:
    """A file has this content, then again the one before."""
    kept: list[bytes | str] = [content]

    def edit(site: Files) -> None:
        kept[0], site[path] = site[path], kept[0]

    return edit


def edits(smaller: bytes) -> dict[str, Callable[[Files], None]]:
    other, fair = "press-releases/2026/other.en.md", "events/2026/fair.ka.md"
    return {
        "title": replace(other, 'title: "', 'title: "Changed '),
        "body": replace(other, "Text.", "Another text."),
        "body after its summary": replace(other, "The end.", "Another end."),
        "body of the translation": replace(f"{LONG}index.en.md", "See", "Look at"),
        "summary": replace(f"{LONG}index.en.md", "title: Long", "title: Long\nsummary: In short"),
        "day": replace(other, "2026-06-14", "2026-06-12"),
        "updated": replace(other, "date:", 'updated: "2026-06-15"\ndate:'),
        "embargo": replace(other, "date:", 'embargo: "2026-06-15 12:00"\ndate:'),
        "draft": replace(other, "date:", "status: draft\ndate:"),
        "withdrawn": replace(other, "date:", "status: withdrawn\nwithdrawn: {date: 2026-06-15, reason: No}\ndate:"),
        "alias": replace(other, "press-releases/2026/old", "press-releases/2026/older"),
        "topic": replace("topics.csv", "თემა roads,Topic roads", "გზები,Roads"),
        "topic without documents": replace("topics.csv", "თემა water,Topic water", "წყალი,Water"),
        "linked document's language": toggle("events/2026/fair.en.md", "---\ntitle: Fair\n---\nText.\n"),
        "linked document held back": replace(fair, "date:", 'embargo: "2026-06-15 12:00"\ndate:'),
        "picture": swap(f"{LONG}bridge.png", smaller),
        "attachment": swap(f"{LONG}table.csv", "a,b,c\n1,2,3\n"),
        "attachment's title": replace(f"{LONG}index.ka.md", "u10ea", "u10ec"),
        "event's time": replace(fair, "10:00", "11:00"),
        "event's status": replace(fair, "kind:", "event_status: cancelled\nkind:"),
        "event's place": replace("territories/village.ka.md", 'title: "', 'title: "Big '),
        "event's admission": replace("events/2026/visit.en.md", "press", "public"),
        "new document": toggle("announcements/2026/new.ka.md", release("New", date="2026-06-15")),
        "page": toggle("pages/about.en.md", "---\ntitle: About\n---\nText.\n"),
    }


def compare(before: Made, after: Made) -> set[str]:
    """The paths whose views have changed."""
    changed = set()
    for path, artifact in after.artifacts.items():
        old = before.artifacts.get(path)
        if old is None or repr(old.view()) != repr(artifact.view()):
            changed.add(path)
            assert old is None or old.fingerprint != artifact.fingerprint, path
    return changed


@pytest.fixture(scope="module")
def smaller() -> bytes:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (480, 300), "#803020").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("name", edits(b""))
def test_an_edit_is_seen_by_all_that_it_changes(tmp_path: Path, picture: bytes, smaller: bytes, name: str) -> None:
    before = make(tmp_path / "before", site := files(picture))
    edits(smaller)[name](site)
    after = make(tmp_path / "after", site)
    assert not [each for each in after.problems if each.level == "error"], after.problems
    assert compare(before, after), "the edit changes nothing"


def test_many_edits(tmp_path: Path, picture: bytes, smaller: bytes) -> None:
    random, site = Random(20260615), files(picture)
    known = edits(smaller)
    before = make(tmp_path / "0", site)
    for number in range(1, 41):
        for name in random.sample(sorted(known), random.randint(1, 4)):
            known[name](site)
        after = make(
            tmp_path / str(number), site, now=random.choice(["2026-06-15", "2026-06-15 13:00", "2026-07-01 12:00"])
        )
        compare(before, after)
        before = after


def test_settings_are_seen(tmp_path: Path, picture: bytes) -> None:
    before = make(tmp_path, files(picture))
    for options in (
        {"siteurl": "https://other.example"},
        {"languages": ("en", "ka")},
        {"missing": "hide"},
        {"timezone": "Europe/Belgrade"},
    ):
        assert compare(before, again(settings(tmp_path, **options)))  # type: ignore[arg-type]


def test_what_has_one_key_has_one_content(tmp_path: Path, picture: bytes) -> None:
    made = make(tmp_path, files(picture))
    contents: dict[bytes, bytes] = {}
    for path, artifact in made.artifacts.items():
        view = artifact.view()
        assert contents.setdefault(key(view, artifact.code(view)), made[path]) == made[path], path
    prints = [artifact.fingerprint for artifact in made.artifacts.values()]
    assert len(set(prints)) == len(prints)


def test_what_an_edit_does_not_concern_is_kept(tmp_path: Path, picture: bytes) -> None:
    site = files(picture)
    before = make(tmp_path / "before", site)
    edits(b"")["body"](site)
    after = make(tmp_path / "after", site)
    stale = {
        path for path in after.artifacts if before.artifacts[path].fingerprint != after.artifacts[path].fingerprint
    }
    feeds = {
        f"{lang}/{base}feed.{kind}"
        for lang in ("ka", "en")
        for base in ("", "press-releases/")
        for kind in ("atom", "json")
    }
    redirects = {"press-releases/2026/old/index.html", "en/press-releases/2026/old/index.html"}
    assert {path for path in stale if not path.startswith("sitemap")} == feeds | redirects
