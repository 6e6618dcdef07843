"""What a site declares: a profile with its own changes; and everything wrong with it at once, with file, line and remedy."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sajaro import catalogs
from sajaro.duties import Duty, Profile, declared
from sajaro.duties.profile import Grace
from sajaro.problems import in_order
from sajaro.skeleton import settings as skeleton
from sajaro.skeleton.site import KINDS
from tests.sites import build, small, told

WRONG = Path(__file__).parent / "wrong"


def read(root: Path, text: str, **others: str) -> Profile:
    (root / "duties.toml").write_text(text, "utf-8")
    for name, more in others.items():
        (root / f"{name}.toml").write_text(more, "utf-8")
    found = declared(root)
    assert found and found.problems == ()
    assert found.profile
    return found.profile


def duty(profile: Profile, code: str) -> Duty:
    return next(each for each in profile.duties if each.code == code)


def test_no_file_and_an_empty_one_declare_nothing(tmp_path: Path) -> None:
    assert declared(tmp_path) is None
    (tmp_path / "duties.toml").write_text('# profile = "ge-municipality"\n', "utf-8")
    assert declared(tmp_path) is None


def test_a_site_changes_a_profile_field_by_field(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        """\
profile = "ge-decree-219"
since = 2026-02-01

[[duty]]
code = "5.3"
unit = "finance"
title.en = "Pay"

[[duty]]
code = "3.2"
drop = true

[[section]]
code = "8"
title.en = "Own"

[[duty]]
code = "8.1"
title.en = "Audit"
period = "annual"
grace = {months = 11}
""",
    )
    assert found.since == date(2026, 2, 1)
    pay = duty(found, "5.3")
    assert (pay.unit, pay.title["en"], pay.period, pay.grace, pay.verified) == (
        "finance", "Pay", "quarterly", Grace(months=1), True,
    )  # fmt: skip
    assert pay.title["ka"].startswith("თანამდებობრივი")
    codes = [each.code for each in found.duties]
    assert "3.2" not in codes
    assert codes.index("5.2") < codes.index("5.10") < codes.index("8.1")
    assert duty(found, "8.1").section == "8"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("languages", "country"), [(("ka",), "GE"), (("sq", "sr-Latn"), "XK"), (("de",), "")])
def test_what_init_writes_is_sound_once_the_marks_are_taken_away(
    tmp_path: Path, kind: str, languages: tuple[str, ...], country: str
) -> None:
    written = skeleton.duties(kind, languages)
    assert all(line.startswith("#") for line in written.splitlines())
    found = read(tmp_path, re.sub(r"(?m)^# (?=\w+ = |\[\[)", "", written))
    assert found.country in (country, "GE")
    assert any(each.at for each in found.duties)


def test_a_site_may_bring_a_law_of_its_own(tmp_path: Path) -> None:
    law = '[[section]]\ncode = "1"\ntitle.en = "All"\n\n[[duty]]\ncode = "1.1"\ntitle.en = "X"\nperiod = "monthly"\n'
    found = read(tmp_path, 'profile = "our-law.toml"\nsince = "2026-01-01"\n', **{"our-law": law})
    assert [each.code for each in found.duties] == ["1.1"]


@pytest.mark.parametrize("case", sorted(path.stem for path in WRONG.glob("*.toml")))
def test_what_is_wrong_is_told_at_once_with_its_lines(tmp_path: Path, case: str) -> None:
    (tmp_path / "duties.toml").write_bytes((WRONG / f"{case}.toml").read_bytes())
    found = declared(tmp_path)
    assert found and found.profile is None
    assert [each.text("en") for each in in_order(found.problems)] == (WRONG / f"{case}.txt").read_text().splitlines()
    for lang in catalogs.editor_languages():
        assert all(each.text(lang) for each in found.problems)


def test_a_file_of_its_own_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "duties.toml").write_text('profile = "law.toml"\nsince = 2026-01-01\n', "utf-8")
    (tmp_path / "law.toml").write_text('[[duty]]\ncode = "1"\nperiode = "x"\n', "utf-8")
    found = declared(tmp_path)
    assert found and {each.file for each in found.problems} == {"law.toml"}


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\x00", "ა = 1".encode(), b"[" * 500, b"a." * 3000 + b"b=1"])
def test_any_bytes_are_told_and_never_a_traceback(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "duties.toml").write_bytes(content)
    found = declared(tmp_path)
    assert found and found.problems


def test_a_build_stops_before_anything_is_written(tmp_path: Path) -> None:
    root = small(tmp_path)
    (root / "duties.toml").write_bytes((WRONG / "unclosed.toml").read_bytes())
    outcome = build(root)
    assert not outcome.written
    assert told(outcome) == (WRONG / "unclosed.txt").read_text().splitlines()
