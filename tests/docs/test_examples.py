"""The examples of the guide for editors are a site without problems, and its messages are those that are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from sajaro.build import build, check, moment
from sajaro.media import inspect
from sajaro.messages import MESSAGES, WARNINGS
from sajaro.read.front_matter import Draft
from sajaro.read.typing import typed
from sajaro.settings import load
from sajaro.skeleton.site import files
from sajaro.types import TYPES
from tests import sites
from tests.docs.documents import FILES, ROOT, blocks, code

GUIDE = FILES["docs/editors.md"]
EXAMPLES = {block.name: block.text for block in blocks(GUIDE) if block.name and block.language in ("markdown", "csv")}
FIRST = "content/press-releases/2026/the-bridge-is-open-again.en.md"
NOW = "2026-11-22T12:00"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """What `init` makes, the examples, and the files that they name."""
    sites.write(tmp_path, files("Mtiskari Municipality", "municipality", ("en", "ka")))
    sites.write(tmp_path, EXAMPLES)
    folder = tmp_path / "content"
    sites.write(folder, {"disclosures/2026/budget/budget-2026.csv": "line,amount\nroads,12\n"})
    _picture(folder / "press-releases/2026/bridge/bridge.jpg")
    _document(folder / "press-releases/2026/bridge/timetable.pdf")
    return tmp_path


def _picture(path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (900, 600), "#1c5c52").save(path)


def _document(path: Path) -> None:
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)


def test_there_are_examples():
    assert FIRST in EXAMPLES
    assert len(EXAMPLES) == len([block for block in blocks(GUIDE) if block.language in ("markdown", "csv")]) > 10


def test_the_examples_build_without_a_problem(site):
    settings = load(site)
    outcome = build(settings, site / "output", now=moment(NOW, settings), jobs=1, search=False)
    assert sites.told(outcome) == []
    assert outcome.written
    act = (site / "output/en/acts/2026/ordinance-12/index.html").read_text("utf-8")
    assert "In force, amended on" in act
    assert "Ice on the bridge" in act
    person = (site / "output/en/people/eka-chalaveli/index.html").read_text("utf-8")
    assert "22\u00a044\u00a022" in person
    assert "eka.chalaveli@" not in person


def test_the_mistake_on_purpose_is_told_as_it_is_shown(site):
    path = site / FIRST
    path.write_text(path.read_text("utf-8").replace("date: 2026-11-20", "date: 10.11.2026"), "utf-8")
    settings = load(site)
    told = sites.told(check(settings, now=moment(NOW, settings)))
    assert len(told) == 1
    assert told[0] in code(GUIDE)


def test_the_limits_of_files_are_those_that_hold():
    limits = (
        ("", inspect.MAX_SIZE),
        ("for photographs ", inspect._MAX_SIZES["image"]),
        ("drawings (SVG) ", inspect._MAX_SIZES["svg"]),
    )
    for what, limit in limits:
        assert f"{what}{limit // 10**6} MB" in GUIDE


# Pieces of a head.

PIECES = [block.text for text in FILES.values() for block in blocks(text) if block.language == "yaml"]


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.splitlines()[0])
def test_a_piece_of_a_head_can_stand_in_some_section(piece):
    values = yaml.load(piece, yaml.BaseLoader)

    def accepts(model) -> bool:
        _, problems = typed(model, Draft("en", "", {"title": "T"} | values), {"zone": None})
        return not {re.split(r"[.\[]", each.field or "")[0] for each in problems} & set(values)

    assert any(accepts(model) for model in TYPES)


# Messages.

_BARE = re.compile(r"\{\w+\}")


def sayings() -> dict[str, set[str]]:
    """What messages say before their advice, and the levels at which they do."""
    found: dict[str, set[str]] = {}
    for code_, message in MESSAGES.items():
        bare = _BARE.sub("…", message).replace("{{", "{").replace("}}", "}")
        for saying in (bare, bare.partition(";")[0], bare.partition(":")[0] if ": …" not in bare else bare):
            found.setdefault(saying.replace('"…"', '"…"').strip(), set()).add(
                "warning" if code_ in WARNINGS else "error"
            )
    return found


def test_messages_are_quoted_as_they_are():
    table = GUIDE.split("## Messages", 1)[1]
    rows = re.findall(r"^\| (.+?) \| (error|warning) \|", table, re.MULTILINE)
    assert len(rows) > 20
    known = sayings()
    for saying, level in rows:
        assert level in known.get(saying, ()), saying


@pytest.mark.parametrize("name", FILES)
def test_problems_are_shown_as_they_are_printed(name):
    patterns = [
        (re.compile(_pattern(message)), "warning" if code_ in WARNINGS else "error")
        for code_, message in MESSAGES.items()
    ]
    for line in code(FILES[name]):
        if found := re.fullmatch(r"content/\S+?(?::\d+)?: (?:[\w.\[\]]+: )?(.+) \[(error|warning)\]", line):
            assert any(pattern.fullmatch(found[1]) and level == found[2] for pattern, level in patterns), line


def _pattern(message: str) -> str:
    parts = _BARE.split(message.replace("{{", "\x01").replace("}}", "\x02"))
    return ".+".join(map(re.escape, parts)).replace("\x01", r"\{").replace("\x02", r"\}")


def test_what_the_tour_names_is_there():
    tour = FILES["README.md"]
    for line in code(tour):
        if found := re.match(r"(content/\S+):(\d+): (\w+): ", line):
            lines = (ROOT / found[1]).read_text("utf-8").splitlines()
            assert lines[int(found[2]) - 1].startswith(f"{found[3]}: ")
            day = re.search(r'"(\d\d)\.(\d\d)\.(\d{4})"', line)
            assert day is None or lines[int(found[2]) - 1].endswith(f"{day[3]}-{day[2]}-{day[1]}")
    [(id_, lang)] = re.findall(r"--translate (\S+) --lang (\w+)", tour)
    assert list((ROOT / "content").glob(f"{id_}.*.md"))
    assert not list((ROOT / "content").glob(f"{id_}.{lang}.md"))
    assert f"{_in_words(len(TYPES))} sections" in tour.lower()


def _in_words(number: int) -> str:
    return {29: "twenty-nine", 30: "thirty", 31: "thirty-one"}[number]
