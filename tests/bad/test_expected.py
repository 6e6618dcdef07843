"""Every bad input behaves as `EXPECT.tsv` says."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree, html

from sajaro.languages import language
from tests import sites
from tests.bad import cases
from tests.bad.cases import EXPECT, Told
from tests.wellformed import Page, faults

PAGE = "ka/press-releases/test-item/index.html"
ATOM = "{http://www.w3.org/2005/Atom}"

TOLD: dict[str, list[str]] = {
    "001-yaml-unclosed-quote": ["a.ka.md:2: -: error: the front matter cannot be read"],
    "003-yaml-no-closing-fence": ["a.ka.md:1: -: error: the front matter is never closed; write"],
    "007-yaml-python-object": ["a.ka.md:2: title: error: the tag .*python/object.* is not allowed; write a plain text"],
    "009-utf16": ["a.ka.md: -: error: the file is not UTF-8; save it"],
    "013-nul": ["test-item.ka.md:6: -: error: .*U[+]0000"],
    "015-zero-byte": ["a.ka.md: -: error: the file is empty"],
    "017-empty-title": ["test-item.ka.md:2: title: error: is missing"],
    "019-date-31-feb": ['test-item.ka.md:3: date: error: "2026-02-31" is no date; write a day like 2026-02-28'],
    "021-date-ambiguous": ['test-item.ka.md:3: date: error: "03/04/2026" can be read in two ways; write'],
    "023-date-year-0001": ["test-item.ka.md:3: date: error: .*years from 1800"],
    "025-end-before-start": [r"test-item.ka.md:5: end: error: is before start \(2026-05-02 10:00\)"],
    "027-unknown-type": [
        "test-item.ka.md: -: error: there is no section presss-releases; rename the folder to press-releases"
    ],
    "029-merge-conflict": ["test-item.ka.md:6: -: error: holds a merge conflict"],
    "033-slug-case-collision": [
        "test.ka.md: -: error: differs from .*Test.ka.md only by letter case",
        "test.ka.md: -: error: has the same address",
    ],
    "038-save-as-traversal": ["a.ka.md:4: save_as: error: is no field", "a.ka.md:5: url: error: is no field"],
    "042-attachment-missing": [
        r"test-item.ka.md:4: attachments\[1\].file: error: there is no file content/press-releases/files/not-there.pdf",
        "test-item.ka.md:7: -: error: leads nowhere: files/not-there.pdf",
    ],
    "044-pdf-is-html": [
        r"test-item.ka.md:4: attachments\[1\].file: error: press-releases/notice.pdf is not what its name says"
    ],
    "048-png-bomb": [
        "test-item.ka.md:4: image.file: error: .*bomb.png has more than .* pixels",
        "test-item.ka.md:7: -: error: .*bomb.png",
    ],
    "050-jpeg-truncated": ["test-item.ka.md:6: -: error: press-releases/t.jpg is cut off"],
    "054-image-no-alt": ["test-item.ka.md:6: -: error: the picture photo.jpg has no text"],
    "056-nfc-nfd-collision": [
        "ka.md: -: error: differs from .* only by .* the form of its letters",
        "ka.md: -: error: is the same document as",
    ],
    "070-csv-quotes-newlines": ["test-item.ka.md: outcome: warning: was to be answered by 2026-03-16"],
    "075-redirect-open": [
        rf"test-item.ka.md:4: aliases\[{n}\]: error: .*is no earlier address of this site" for n in (1, 2, 4, 5)
    ],
    "079-rst-raw-include": ["a.rst: -: error: a.rst is no Markdown"],
    "085-future-date": ["test-item.ka.md:3: date: warning: is not out before 2099-01-01 00:00"],
    "087-personal-id": [
        "test-item.ka.md:4: requester: error: is no category",
        *(
            f"test-item.ka.md:8: -: error: .*{what}"
            for what in ("bank account", "e-mail address", "number of 11 digits", "telephone number")
        ),
    ],
    "134-request-personal-number": [
        "2026.csv:2: title.ka: error: holds a number of 11 digits like a personal one; take it out",
        "2026.csv:3: title.en: error: holds a number of 10 digits",
        "2026.csv:4: ground.ka: error: holds a number of 11 digits",
        "2026.csv:5: appeal.result.ka: error: holds a number of 10 digits",
    ],
    "136-request-telephone": [
        *(f"2026.csv:{row}: title.en: error: holds a telephone number; take it out" for row in (3, 4, 5)),
        *(f"2026.csv:{row}: title.ka: error: holds a telephone number" for row in (2, 6)),
    ],
    "138-request-email": [
        "2026.csv:2: title.en: error: holds an e-mail address; take it out",
        "2026.csv:3: ground.ka: error: holds an e-mail address",
    ],
    "140-request-name": [f"2026.csv:{row}: requester: error: is no category; write one of citizen" for row in (2, 3)],
    "142-request-reviewed": [
        "2026.csv:2: personal_data_reviewed: information: the guard against personal data stands back here: the number is"
    ],
    "093-homograph": [
        'a.ka.md:2: title: warning: the word "Ministrу" mixes',
        'a.ka.md:2: title: warning: the word "Раypаl" mixes',
    ],
    "097-zalgo": ["test-item.ka.md:2: title: warning: has towers of marks"],
    "103-nested-lists": ["test-item.ka.md:56: -: error: is nested more than 50 levels deep"],
    "105-nested-brackets": [r"test-item.ka.md:6: -: error: more than 200 times \["],
    "107-open-links": [r"test-item.ka.md:6: -: error: more than 200 times \("],
    "109-open-comments": ["test-item.ka.md:6: -: error: more than 200 times <"],
    "111-link-refs": ["test-item.ka.md:5: -: error: the text has more than 40000 lines"],
    "113-footnotes": ["test-item.ka.md:5: -: error: there are more than 1000 footnotes"],
    "115-title-regex": ["a.ka.md:2: title: error: is longer than .* characters"],
    "119-bare-link-text": ["test-item.ka.md:6: -: error: the link to https://example.org has no text; write"],
    "122-translation-date-mismatch": [r"t.en.md:3: date: warning: .*differs from the original \(2026-03-01\)"],
    "124-amends-itself": [
        rf"test-item.ka.md:{line}: {field}\[1\].id: error: an act cannot do this to itself"
        for line, field in ((5, "amends"), (6, "repeals"))
    ],
    "126-in-force-before-adopted": [
        r"test-item.ka.md:5: effective_from: warning: is before the act was adopted \(2026-03-01\)"
    ],
    "128-list-where-string": [
        "test-item.ka.md:2: title: error: is a list, but one text is meant",
        "test-item.ka.md:3: date: error: has fields of its own, but one text is meant",
        "test-item.ka.md:4: topics: error: must be a list",
    ],
}
"""What is told where; other cases tell of nothing."""


@pytest.fixture
def told(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What the build of a case says; begun in an empty folder, so that what escapes is seen."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return cases.build(cases.lay(tmp_path / "a/b/site", cases.files(request.param)))


def test_every_case_is_there() -> None:
    folders = {path.name for path in cases.FOLDER.iterdir() if (path / "content").is_dir()}
    assert folders | cases.GENERATED.keys() == EXPECT.keys()
    assert not folders & cases.GENERATED.keys()
    assert TOLD.keys() <= EXPECT.keys()
    promised = {case for case, row in EXPECT.items() if row["verdict"] in {"PUBLISH", "SANITIZE"}}
    assert promised == SHOWN.keys()
    assert {case for case, row in EXPECT.items() if row["verdict"] in {"ERROR", "WARN"}} <= TOLD.keys()


@pytest.mark.parametrize(("case", "told"), [(case, case) for case in EXPECT], indirect=["told"], ids=list(EXPECT))
def test_it_is_met(case: str, told: Told, tmp_path: Path) -> None:
    verdict, expected = EXPECT[case]["verdict"], TOLD.get(case, [])
    assert not told.errors
    unmet = [line for line in expected if not any(re.search(line, each) for each in told.lines)]
    assert not unmet, told.lines
    unexpected = [each for each in told.lines if not any(re.search(line, each) for line in expected)]
    assert not [each for each in unexpected if ": error: " in each or verdict == "PUBLISH"]
    refused = any(": error: " in each for each in told.lines)
    assert told.status == int(refused)
    assert refused == (verdict == "ERROR") or verdict == "BOUND"
    assert told.output.exists() != refused
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a", "here"]
    assert not list((tmp_path / "here").iterdir())
    assert {path.name for path in told.root.iterdir()} <= {"content", "pelicanconf.py", "output", ".sajaro"}
    if not refused:
        assert not faults(sites.published(told.output))
        hidden = EXPECT[case]["must_not_appear"]
        assert not hidden or not [path for path, text in told.published.items() if re.search(hidden, text)]
        if verdict == "WITHHOLD":
            assert not [path for path in told.published if "test-item" in path]
        if case in SHOWN:
            SHOWN[case](told)


# What is published of the cases that are.


def shown(page: str, path: str) -> list[str]:
    """The texts of the elements that an XPath finds, on one line each."""
    return [" ".join(each.text_content().split()) for each in html.fromstring(page).xpath(path)]


def titles(told: Told, path: str = PAGE, section: str = "press-releases") -> set[str]:
    """The document's title as its page, its feeds and its JSON-LD have it."""
    page = told.text(path)
    stem = path.split("/")[-2]
    found = set(shown(page, "//h1"))
    data = json.loads(re.findall(r'ld\+json">(.*?)</script>', page)[0])
    found.add(data["@graph"][0]["name"])
    feed = etree.fromstring((told.output / f"ka/{section}/feed.atom").read_bytes())
    entries = (each for each in feed.iter(f"{ATOM}entry") if f"/{stem}/" in each.find(f"{ATOM}link").get("href"))
    found.update(each.findtext(f"{ATOM}title") for each in entries)
    items = json.loads(told.text(f"ka/{section}/feed.json"))["items"]
    return found | {each["title"] for each in items if f"/{stem}/" in each["url"]}


def norway(told: Told) -> None:
    assert titles(told) == {"010"}
    texts = {each.strip().removeprefix("№") for each in html.fromstring(told.text(PAGE)).xpath("//main")[0].itertext()}
    assert texts >= {"010", "12:30:45", "NO", "1.10"}


def crlf(told: Told) -> None:
    twin = {path: content.replace(b"\r\n", b"\n") for path, content in cases.files("011-crlf").items()}  # type: ignore[arg-type]
    other = cases.build(cases.lay(told.root.parent / "twin", twin))
    assert sites.published(other.output) == sites.published(told.output)
    assert titles(told) == {"CRLF"}


def svg(told: Told) -> None:
    published = [text for path, text in told.published.items() if path.endswith(".svg")]
    assert published
    for text in published:
        assert not re.search(r"<script|\son\w+=|foreignObject|javascript:|<iframe", text, re.IGNORECASE)


def breakout(told: Told) -> None:
    assert titles(told) == {"x</script><script>alert(1)</script>"}
    assert not [path for path, text in told.published.items() if path.endswith(".html") and "<script>alert" in text]


def ampersand(told: Told) -> None:
    assert titles(told) == {'A & B < C > D "E" ]]> &amp; &#x41;'}


def processing_instruction(told: Told) -> None:
    assert not [
        path for path, text in told.published.items() if path.endswith(".html") and re.search(r"<\?xml|<!ENTITY", text)
    ]


def quotes(told: Told) -> None:
    title = 'He said "hi", then; new line'
    assert titles(told, "ka/requests/test-item/index.html", "requests") == {title}
    for path in told.output.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert len({len(row) for row in rows}) == 1, path


def folding(told: Told) -> None:
    title = shown(told.text("ka/events/test-item/index.html"), "//h1")[0]
    assert len(title.encode()) > 300
    for path in ("ka/events/calendar.ics", "ka/events/test-item/event.ics"):
        unfolded = (told.output / path).read_bytes().replace(b"\r\n ", b"").decode()
        assert title in unfolded


def clobbering(told: Told) -> None:
    page = Page(told.text(PAGE))
    assert ("main", {"id": "main"}) in page.tags
    assert [each["id"] for tag, each in page.tags if tag in {"h2", "h3"} and "id" in each and "main" in each["id"]] == [
        "main-2",
        "main-3",
    ]
    assert not any(
        "name" in each and each["name"] == "currentScript" or each.get("id") == "documentElement"
        for _, each in page.tags
    )


def comment(told: Told) -> None:
    assert "Visible." in told.text(PAGE)


def mtavruli(told: Told) -> None:
    plain = "საქართველოს კანონი"
    title = titles(told, "ka/press-releases/a/index.html").pop()
    georgian = language("ka")
    assert title != plain
    assert georgian.slug(title) == georgian.slug(plain)
    assert georgian.fold(title) == georgian.fold(plain)
    styles = [text for path, text in told.published.items() if path.endswith(".css")]
    assert styles and not any("uppercase" in text for text in styles)


def astral(told: Told) -> None:
    title = "🇬🇪 👨‍👩‍👧‍👦 𝕋𝕖𝕤𝕥"
    assert titles(told, "ka/press-releases/a/index.html") == {title}
    assert all(re.fullmatch(r"[a-z0-9-]+", language(lang).slug(title)) for lang in ("ka", "en"))
    event = sites.document(title, date="2026-03-01", kind="briefing", start="2026-12-01 10:00")
    other = cases.build(cases.lay(told.root.parent / "event", {"events/e.ka.md": event}))
    assert title in (other.output / "ka/events/e/event.ics").read_bytes().replace(b"\r\n ", b"").decode()


def towers(told: Told) -> None:
    for path, text in told.published.items():
        marks = 0
        for character in unicodedata.normalize("NFD", text) if path.endswith((".html", ".atom", ".json")) else "":
            marks = marks + 1 if unicodedata.category(character) == "Mn" else 0
            assert marks <= 3, path


def unbroken(told: Told) -> None:
    assert "ა" * 5000 in told.text(PAGE)
    assert any("overflow-wrap" in text for path, text in told.published.items() if path.endswith(".css"))
    assert "ა" * 400 not in re.sub(r"<main.*</main>", "", told.text(PAGE), flags=re.DOTALL)


def digraphs(told: Told) -> None:
    title = titles(told, "ka/press-releases/a/index.html").pop()
    assert language("sr-Latn").slug(title) == "ljubav-njegos-djordje"
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", language("ka").slug(title))


def balanced(told: Told) -> None:
    feed = etree.fromstring((told.output / "ka/feed.atom").read_bytes())
    items = json.loads(told.text("ka/feed.json"))["items"]
    summaries = [each.text for each in feed.iter(f"{ATOM}summary")] + [each["summary"] for each in items]
    contents = [each.text for each in feed.iter(f"{ATOM}content")] + [each["content_html"] for each in items]
    assert len(summaries) == len(contents) == 4
    assert all(0 < len(text) <= 300 and "<" not in text for text in summaries)
    assert any(text.endswith("…") for text in summaries)
    assert not [fault for content in contents for fault in Page(content).faults]


def two_blocks(told: Told) -> None:
    assert titles(told) == {"სატესტო სიახლე"}
    assert "title: second" in " ".join(shown(told.text(PAGE), "//main"))


def folder(told: Told) -> None:
    assert titles(told, "ka/press-releases/dir.md/inner/index.html") == {"სატესტო სიახლე"}


def reviewed(told: Told) -> None:
    assert "1174056789" in told.text("en/requests/2026/a/index.html")
    assert told.problems[-1]["level"] == "information"


SHOWN: dict[str, Callable[[Told], None]] = {
    "005-yaml-norway": norway,
    "011-crlf": crlf,
    "052-svg-script": svg,
    "064-title-jsonld-breakout": breakout,
    "066-title-ampersand": ampersand,
    "068-xml-pi": processing_instruction,
    "070-csv-quotes-newlines": quotes,
    "072-ics-fold-multibyte": folding,
    "077-dom-clobber-ids": clobbering,
    "081-html-comment-secret": comment,
    "091-mtavruli": mtavruli,
    "095-emoji-astral": astral,
    "097-zalgo": towers,
    "099-unbroken-word": unbroken,
    "101-serbian-digraphs": digraphs,
    "117-summary-cut-html": balanced,
    "130-two-documents": two_blocks,
    "132-directory-named-md": folder,
    "142-request-reviewed": reviewed,
}


# What must not take long, or much.

SECONDS, MEGABYTES = 10, 1000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how much memory a process has used")
def test_bounds_hold(tmp_path: Path) -> None:
    """All of them in one site: each alone takes less. In a process of its own, whose memory and time are read."""
    for case, row in EXPECT.items():
        if row["verdict"] == "BOUND":
            for path, content in cases.files(case).items():
                sites.write(tmp_path / "site/content", {path.replace("/", f"/{case}-", 1): content})
    root = cases.lay(tmp_path / "site", {})
    begun = time.monotonic()
    process = subprocess.Popen(
        sites.command("build", "--site", root, "--no-search", "--jobs", "1"),
        env=sites.environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 1
    assert not errors
    assert time.monotonic() - begun < SECONDS
    assert used.ru_maxrss / 1024 < MEGABYTES
