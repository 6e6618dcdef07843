"""The command that numbers the register, on a site of its own and after merges."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.test_publish import author, commit, git

__all__ = ["author"]

Sajaro = Callable[..., tuple[int, str, str]]
NUMBERS = "content/register/numbers.csv"
CONF = """
SITE = Site(institution=Institution(name={"ka": "ქალაქი"}), languages=("ka",), timezone="Asia/Tbilisi", now="2026-06-15")
PLUGINS = ["sajaro", *("sajaro.outputs." + name for name in ("home", "lists", "pages", "files", "pictures", "assets", "public_register"))]
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A site with two announcements and a draft."""
    root = tmp_path / "town"
    (root / "content/announcements").mkdir(parents=True)
    (root / "pelicanconf.py").write_text("from sajaro.site import Institution, Site\n" + CONF, "utf-8")
    for name, day in (("second", "2026-03-02"), ("first", "2026-03-01")):
        announce(root, name, day)
    announce(root, "draft", "2026-02-01", "status: draft\n")
    return root


def announce(root: Path, name: str, day: str, more: str = "") -> None:
    path = root / f"content/announcements/{name}.ka.md"
    path.write_text(f"---\ntitle: ცნობა\ndate: {day}\n{more}---\n\nტექსტი.\n", "utf-8")


def rows(root: Path) -> list[str]:
    return (root / NUMBERS).read_text("utf-8").splitlines()[1:]


def test_entries_get_numbers_in_the_order_of_their_entry(town: Path, sajaro: Sajaro):
    code, said, _ = sajaro("register", "--site", town)
    assert (code, said) == (0, f"2 entries numbered: 1 to 2. Now commit {NUMBERS}.\n")
    assert rows(town) == ["announcements/first,1,2026-06-15", "announcements/second,2,2026-06-15"]


def test_numbers_stay_and_what_comes_is_added(town: Path, sajaro: Sajaro):
    sajaro("register", "--site", town)
    before = (town / NUMBERS).read_bytes()
    assert sajaro("register", "--site", town)[:2] == (
        0, f"Every entry has its number: {NUMBERS} stays as it is.\n",
    )  # fmt: skip
    assert (town / NUMBERS).read_bytes() == before
    (town / "content/announcements/first.ka.md").unlink()
    announce(town, "early", "2026-01-01")
    sajaro("register", "--site", town)
    assert rows(town) == [*before.decode().splitlines()[1:], "announcements/early,3,2026-06-15"]


def test_a_dry_run_writes_nothing(town: Path, sajaro: Sajaro):
    code, said, _ = sajaro("register", "--site", town, "--dry-run")
    assert code == 0 and not (town / NUMBERS).exists()
    assert said.splitlines() == [
        "1 announcements/first",
        "2 announcements/second",
        "This would give numbers to 2 entries: 1 to 2. Nothing was written.",
    ]


def test_it_speaks_the_editors_language(town: Path, sajaro: Sajaro):
    assert sajaro("register", "--site", town, "--lang", "ka", "--dry-run")[1].endswith("არაფერი ჩაწერილა.\n")


def test_what_cannot_be_read_is_not_numbered(town: Path, sajaro: Sajaro):
    announce(town, "broken", "31.12.2026")
    code, said, complained = sajaro("register", "--site", town)
    assert code == 1 and "content/announcements/broken.ka.md:3: date" in said and not (town / NUMBERS).exists()
    assert complained == "No number was given: correct the errors first.\n"


def test_a_file_that_holds_something_else_is_left_as_it_is(town: Path, sajaro: Sajaro):
    (town / NUMBERS).parent.mkdir()
    (town / NUMBERS).write_text("id,number,day\n<<<<<<< HEAD\nannouncements/first,1,2026-06-15\n", "utf-8")
    before = (town / NUMBERS).read_bytes()
    code, said, _ = sajaro("register", "--site", town)
    assert code == 1 and f"{NUMBERS}:2: the line is no id" in said
    assert (town / NUMBERS).read_bytes() == before


def test_a_site_without_a_register_has_nothing_to_number(town: Path, sajaro: Sajaro):
    conf = town / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace(', "public_register"', ""), "utf-8")
    code, _, complained = sajaro("register", "--site", town)
    assert code == 1 and "sajaro.outputs.public_register" in complained


def test_a_build_reads_numbers_and_never_writes_them(town: Path, sajaro: Sajaro):
    assert sajaro("build", "--site", town, "--no-search")[0] == 0
    assert not (town / NUMBERS).exists()
    sajaro("register", "--site", town)
    before = (town / NUMBERS).read_bytes()
    assert sajaro("build", "--site", town, "--no-search")[0] == 0
    assert (town / NUMBERS).read_bytes() == before
    assert not list((town / "output").rglob("numbers*"))
    assert ">1<" in (town / "output/ka/register/index.html").read_text("utf-8")


def test_check_tells_what_has_waited_long_in_one_line(town: Path, sajaro: Sajaro):
    quiet = sajaro("check", "--site", town)[1]
    assert "no number" not in quiet, "a site that does not number is left in peace"
    sajaro("register", "--site", town)
    announce(town, "today", "2026-06-15")
    assert "no number" not in sajaro("check", "--site", town)[1], "there is time"
    announce(town, "old", "2026-05-01")
    announce(town, "older", "2026-04-01")
    told = [line for line in sajaro("check", "--site", town)[1].splitlines() if "no number" in line]
    assert told == [
        f"{NUMBERS}: 2 entries of the register still have no number, the first of them "
        "content/announcements/older.ka.md; run the command register [warning]"
    ]


def test_two_branches_that_number_at_once(town: Path, sajaro: Sajaro, tmp_path: Path):
    """As forges merge: two branches into the published one, with the hint for git that the guide tells."""
    (town / ".gitattributes").write_text(f"{NUMBERS} merge=union\n")
    (town / ".gitignore").write_text(".sajaro/\noutput/\n__pycache__/\n")
    sajaro("register", "--site", town)
    git(town, "init", "--quiet")
    commit(town)
    for branch, day in (("spring", "2026-04-01"), ("may", "2026-05-01")):
        git(town, "checkout", "--quiet", "-b", branch, "main")
        announce(town, branch, day)
        sajaro("register", "--site", town)
        commit(town)
    git(town, "checkout", "--quiet", "main")
    git(town, "merge", "--quiet", "--no-edit", "may")
    git(town, "merge", "--quiet", "--no-edit", "spring")
    code, said, _ = sajaro("check", "--site", town)
    assert code == 1 and f"{NUMBERS}:5: number 3 is given in line 4 already" in said
    assert sajaro("build", "--site", town, "--no-search")[0] == 1
    code, said, _ = sajaro("register", "--site", town)
    assert code == 0 and "announcements/spring gives up the number 3" in said
    assert rows(town)[2:] == ["announcements/may,3,2026-06-15", "announcements/spring,4,2026-06-15"]
    assert sajaro("check", "--site", town)[0] == 0


BAD = {
    "a table in its place": ("content/register/access.csv", "id,title.ka,date\nopen,x,2026-01-01\n", "access"),
    "a number twice": (NUMBERS, "id,number,day\na,1,2026-01-01\nb,1,2026-01-01\n", f"{NUMBERS}:3: number 1 is given"),
    "an entry twice": (NUMBERS, "id,number,day\na,1,2026-01-01\na,2,2026-01-01\n", f"{NUMBERS}:3: a has a number"),
    "no number": (NUMBERS, "id,number,day\na,one,2026-01-01\n", f"{NUMBERS}:2: the line is no id"),
    "no day": (NUMBERS, "id,number,day\na,1,01.02.2026\n", f"{NUMBERS}:2: the line is no id"),
    "no UTF-8": (NUMBERS, "id,number,day\n\udcff,1,2026-01-01\n", f"{NUMBERS}: "),
}


@pytest.mark.parametrize("case", BAD)
def test_mistakes_stop_a_build(town: Path, sajaro: Sajaro, case: str):
    file, text, message = BAD[case]
    (town / file).parent.mkdir(exist_ok=True)
    (town / file).write_bytes(text.encode("utf-8", "surrogateescape"))
    code, said, _ = sajaro("build", "--site", town, "--no-search")
    assert code == 1 and message in said and not (town / "output").exists()
