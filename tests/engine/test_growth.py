"""Work grows with a site, never with its square: lines of Python are counted, so the machine's pace plays no part.

A line that is run for each pair of documents shows in the second difference: what the third hundred costs more than the second.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from sajaro import steps
from sajaro.build import moment
from sajaro.files import walk
from sajaro.read.kept import Kept
from sajaro.settings import load
from sajaro.store import Store
from sajaro.wish import Wish
from tests import sites

STEP = 60


def files(count: int) -> dict[str, str | bytes]:
    """A site in which everything that can refer to others does: so many press releases, events, acts, texts of acts, entries and requests, a
    tenth as many topics and units."""
    found: dict[str, str | bytes] = {}
    for number in range(count // 10):
        found[f"topics/t{number}.ka.md"] = sites.document(f"თემა {number}")
        found[f"units/u{number}.ka.md"] = sites.document(
            f"განყოფილება {number}", parent=f"u{number - 1}" if number else None
        )
        found[f"territories/p{number}.ka.md"] = sites.document(f"უბანი {number}")
    for number in range(count):
        day = f"{2020 + number % 6}-{1 + number % 10:02}-{1 + number % 28:02}"
        of = {"date": day, "topics": [f"t{number % (count // 10)}"], "territories": [f"p{number % (count // 10)}"]}
        body = f"[ადრე](n{max(0, number - 1)}.ka.md#place), [ფაილი](f{number}.csv)"
        found[f"press-releases/n{number}.ka.md"] = sites.document(f"ამბავი {number}", f"## Place\n\n{body}", **of)
        found[f"press-releases/f{number}.csv"] = "a,b\n1,2\n"
        start = f"{day} 12:00"
        found[f"events/e{number}.ka.md"] = sites.document(
            f"შეხვედრა {number}", kind="public-meeting", start=start, end=f"{day} 13:00", **of
        )
        act = of | {"kind": "resolution", "number": str(number), "issuer": f"u{number % (count // 10)}"}
        act |= {"date": "2020-01-01", "amends": [f"acts/a{number - 1}"]} if number else {"date": "2020-01-01"}
        found[f"acts/a{number}.ka.md"] = sites.document(f"დადგენილება {number}", **act)
        text = {"date": day, "text": "consolidated", "consolidates": [f"acts/a{number // 5}"]}
        found[f"acts/v{number}.ka.md"] = sites.document(f"დადგენილება {number}", **text)
    entry = "n{0},ჩანაწერი {0},2026-01-01,2026-01-01,created,open,t{1}"
    rows = (entry.format(number, number % (count // 10)) for number in range(count))
    found["register/2026.csv"] = "\n".join(("id,title.ka,date,entered,kind,access,topics", *rows)) + "\n"
    return found


def lines_run(root: Path) -> int:
    """Lines that are run from reading to fingerprints, where a build has read everything before."""
    settings = load(root)
    wish = Wish(settings, root / "output", moment(sites.NOW, settings), jobs=1, search=False)
    store = Store(None)
    steps.read(wish, walk(settings.content), store)
    count = 0

    def counted(frame, event: str, _: object):
        nonlocal count
        count += event == "line"
        return counted

    sys.settrace(counted)
    try:
        content = steps.read(wish, walk(settings.content), store)
        library = steps.relate(wish, content)
        of_files, facts = steps.look(wish, library, store)
        problems = steps.check(wish, content, library, of_files)
        wanted = steps.view(wish, library, facts, store)
        clashes = steps.clashes(wanted)
        assert {(each.fingerprint, each.frame) for each in wanted.artifacts}
    finally:
        sys.settrace(None)
        store.close()
    assert not clashes
    assert not [each for each in problems if each.level == "error"], [
        each for each in problems if each.level == "error"
    ][:4]
    return count


def test_nothing_grows_with_the_square(tmp_path: Path) -> None:
    lines_run(sites.small(tmp_path / "first", files(STEP)))
    counts = [lines_run(sites.small(tmp_path / str(size), files(size))) for size in (STEP, 2 * STEP, 3 * STEP)]
    first, second = counts[1] - counts[0], counts[2] - counts[1]
    assert second < first * 1.05, counts


def test_an_edit_opens_the_same_documents_in_a_larger_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a document says in full is unpickled where its page is made, not because it is there."""
    real, opened, count = Kept.value.fget, [], []
    monkeypatch.setattr(Kept, "value", property(lambda kept: count.append(id(kept)) or real(kept)))
    for size in (STEP, 2 * STEP):
        root = sites.small(
            tmp_path / str(size), {each: text for each, text in files(size).items() if "events/" not in each}
        )
        assert sites.build(root).written
        path = root / "content/press-releases/n7.ka.md"
        path.write_text(path.read_text("utf-8") + "\nმეტი.\n", "utf-8")
        count.clear()
        assert sites.build(root).made < 8
        opened.append(len(set(count)))
    assert opened[1] - opened[0] <= STEP // 10 * 3, opened


def test_an_edited_row_is_read_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other rows of its table are not, wherever in it they stand now; one that something is wrong with tells it again."""
    from sajaro.read import units

    rows = [f"n{number},ჩანაწერი {number},2026-01-01,2026-01-01,created,open" for number in range(30)]
    rows[5] += "\nn5x,mixеd ჩანაწერი,2026-01-01,2026-01-01,created,open"
    head = "id,title.ka,date,entered,kind,access"
    table = "\n".join((head, *rows)) + "\n"
    root = sites.small(tmp_path, {"register/2026.csv": table})
    told = sites.told(sites.build(root))
    assert told
    read: list[str] = []
    real = units.Reader._document

    def document(reader, id: str, *rest: object) -> None:
        read.append(id)
        real(reader, id, *rest)

    monkeypatch.setattr(units.Reader, "_document", document)
    edited = table.replace("ჩანაწერი 20,", "სხვა 20,").replace(
        "\nn0,", "\nnew,ახალი,2026-01-01,2026-01-01,created,open\nn0,"
    )
    sites.write(root / "content", {"register/2026.csv": edited})
    again = sites.told(sites.build(root))
    assert sorted(read) == ["register/2026/n20", "register/2026/n5x", "register/2026/new"]
    assert [each.replace(":9:", ":8:") for each in again] == told
