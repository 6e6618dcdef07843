"""The command that brings in acts, on a site of its own."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tests.importing import files

Sajaro = Callable[..., tuple[int, str, str]]
CONF = """
from sajaro.site import Institution, Site
SITE = Site(institution=Institution(name={"ka": "მთისკარი"}), languages=("ka", "en"), timezone="Asia/Tbilisi", now="2026-11-22")
PLUGINS = ["sajaro", *("sajaro.outputs." + name for name in ("home", "lists", "pages", "files", "pictures", "assets"))]
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    root = tmp_path / "town"
    for path, text in {
        "pelicanconf.py": CONF,
        "content/units/council.ka.md": "---\ntitle: მთისკარის მუნიციპალიტეტის საკრებულო\n---\n\nტექსტი.\n",
        "content/people/levan.ka.md": "---\ntitle: ლევან ვარდოსანი\nunit: council\nrole: თავმჯდომარე\n---\n\nტექსტი.\n",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.fixture
def ordinance(tmp_path: Path) -> Path:
    path = tmp_path / "ordinance.docx"
    path.write_bytes(files.docx(*files.GEORGIAN))
    return path


def test_an_act_and_its_original(town: Path, ordinance: Path, sajaro: Sajaro):
    code, said, wrong = sajaro("import", "acts", ordinance, "--site", town)
    assert (code, wrong) == (0, "")
    assert said == (
        "content/acts/2026/ordinance-45-2026.ka.md is written, as a draft: სკოლის ავტობუსის განრიგის დამტკიცების შესახებ; 3 articles\n"
    )
    folder = town / "content/acts/2026"
    assert (folder / "ordinance-45-2026.docx").read_bytes() == ordinance.read_bytes()
    act = folder / "ordinance-45-2026.ka.md"
    act.write_text(act.read_text("utf-8").replace("status: draft\n", ""), "utf-8")
    assert sajaro("build", "--site", town, "--no-search", "--strict")[0] == 0
    page = (town / "output/ka/acts/2026/ordinance-45-2026/index.html").read_text("utf-8")
    assert 'id="art-1-1"' in page and sha256(ordinance.read_bytes()).hexdigest()[:16] in page.replace(" ", "")


def test_nothing_is_overwritten(town: Path, ordinance: Path, sajaro: Sajaro):
    sajaro("import", "acts", ordinance, "--site", town)
    act = town / "content/acts/2026/ordinance-45-2026.ka.md"
    act.write_text("mine", "utf-8")
    code, said, wrong = sajaro("import", "acts", ordinance, "--site", town)
    assert (code, said) == (1, "") and "is there already; nothing was changed" in wrong
    assert act.read_text("utf-8") == "mine"


def test_remarks_are_told_until_they_are_taken_out(town: Path, tmp_path: Path, sajaro: Sajaro):
    (tmp_path / "scan.pdf").write_bytes(files.scanned())
    code, said, _ = sajaro("import", "acts", tmp_path / "scan.pdf", "--site", town, "--issuer", "council")
    assert code == 0 and "5 remarks to look at" in said
    act = town / "content/acts/2026/scan.ka.md"
    assert "issuer: council\nauthentic: scan.pdf\n" in act.read_text("utf-8")
    assert "ამ აქტის ტექსტი მხოლოდ თანდართულ ფაილშია." in act.read_text("utf-8")
    told = sajaro("check", "--site", town)[1]
    assert told.count("the import was not sure") == 5
    assert "content/acts/2026/scan.ka.md:11: the import was not sure: kind: not found" in told


def test_bad_files_are_told_and_the_others_go_on(town: Path, ordinance: Path, tmp_path: Path, sajaro: Sajaro):
    bad = {
        "empty.docx": b"",
        "sheet.xlsx": b"PK\x03\x04",
        "note.txt": b"text",
        "locked.pdf": files.pdf(["a"], password="x"),
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    names = [*(tmp_path / name for name in bad), tmp_path / "missing.pdf", tmp_path]
    code, said, wrong = sajaro("import", "acts", *names, ordinance, "--site", town)
    assert code == 1 and said.count(" is written") == 1
    assert len(wrong.splitlines()) == 6 and "Traceback" not in wrong
    assert sorted(path.name for path in (town / "content/acts").rglob("*.*")) == [
        "ordinance-45-2026.docx",
        "ordinance-45-2026.ka.md",
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "Name what the files are"),
        (("laws", "a.docx"), "Name what the files are"),
        (("acts",), "Name what the files are"),
        (("acts", "a.docx", "--lang", "fr"), "The site has no language fr; it has ka, en."),
        (("acts", "a.docx", "--issuer", "mayor"), "The site has no unit mayor; it has council."),
    ],
)
def test_what_is_typed_wrong(town: Path, sajaro: Sajaro, words: tuple[str, ...], why: str):
    code, said, wrong = sajaro("import", *words, "--site", town)
    assert (code, said) == (1, "") and why in wrong
