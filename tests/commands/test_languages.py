"""Commands speak the editor's language: what `--lang` says, else the environment, else English."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from sajaro.catalogs import asked, environment_language
from sajaro.paths import PACKAGE
from sajaro.preview.builder import Built
from sajaro.preview.shown import Shown
from sajaro.problems import problem
from sajaro.refused import Refused
from tests.commands.test_publish import author, remote

__all__ = ["author", "remote"]

LETTERS = {"ka": re.compile("[ა-ჰ]"), "ru": re.compile("[а-яё]")}
LANGUAGES = pytest.mark.parametrize("lang", LETTERS)
LOCALES = {"ka": "ka_GE.UTF-8", "ru": "ru_RU.UTF-8"}


@pytest.fixture
def speak(monkeypatch):
    """Sets the environment's language."""
    return lambda lang: monkeypatch.setenv("LC_ALL", LOCALES[lang])


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "ka_GE.UTF-8"}, "ka"),
        ({"LANG": "ka_GE.UTF-8", "LC_ALL": "ru_RU"}, "ru"),
        ({"LANG": "ru", "LC_MESSAGES": ""}, "ru"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_environment_says_the_language(environment, lang):
    assert environment_language(environment) == lang


@pytest.mark.parametrize("name", ["ka", "ka_GE", "ka-GE", "KA"])
def test_a_language_may_be_asked_for_as_locales_are_called(name):
    assert asked(name).lang == "ka"


def test_what_nobody_has_translated_is_english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "ka_GE.UTF-8")
    assert (asked("hy").lang, asked("../x").lang, asked().lang) == ("en", "en", "ka")


@LANGUAGES
@pytest.mark.parametrize("command", ["build", "check"])
def test_the_last_line_is_in_the_language_and_counts_by_the_words_that_problems_end_with(sajaro, site, lang, command):
    (site / "content/pages/empty.ka.md").write_text("---\ntitle: X\n---\n", "utf-8")
    code, said, complained = sajaro(command, "--site", site, "--lang", lang)
    last = said.splitlines()[-1]
    assert (code, complained) == (0, "")
    assert LETTERS[lang].search(last) and "error: 0, warning: 1" in last
    (site / "content/pages/empty.ka.md").write_text("---\ntitel: X\n---\n", "utf-8")
    code, said, _ = sajaro(command, "--site", site, "--lang", lang)
    first, *_, last = said.splitlines()
    assert code == 1
    assert first.endswith(" [error]") and LETTERS[lang].search(first)
    assert LETTERS[lang].search(last) and "error: 2" in last


def test_english_counts_as_english_does(sajaro, site):
    (site / "content/pages/empty.ka.md").write_text("---\ntitle: X\n---\n", "utf-8")
    assert "6 documents; 0 errors, 1 warning; " in sajaro("check", "--site", site)[1]


@LANGUAGES
@pytest.mark.parametrize(
    "words",
    [
        ["new", "evnts", "X"],
        ["new", "nothing-like-it", "X"],
        ["new", "events"],
        ["new", "events", "!"],
        ["new", "events", "X", "--lang", "fr"],
        ["new", "--translate", "pages/abuot", "--lang", "en"],
        ["new", "--translate", "pages/about"],
        ["new", "--translate", "pages/about", "--lang", "en"],
        ["build", "--output", "content"],
        ["build", "--output", "pelicanconf.py/below"],
        ["publish"],
        ["publish", "--site", "nowhere"],
        ["serve", "--port", "99999"],
        ["serve", "--site", "nowhere"],
        ["init", ".", "--name", "X", "--kind", "ministry", "--languages", "ka"],
        ["init", "new", "--name", "12", "--kind", "ministry", "--languages", "ka"],
        ["init", "new", "--name", "X", "--kind", "ministry", "--languages", "qq"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_said_in_the_language_of_the_environment(sajaro, site, monkeypatch, speak, lang, words):
    monkeypatch.chdir(site)
    speak(lang)
    code, said, complained = sajaro(*words)
    assert (code in (1, 2), said) == (True, "")
    assert LETTERS[lang].search(complained.splitlines()[0])


@LANGUAGES
def test_what_was_done_is_said_in_the_language_of_the_environment(sajaro, site, tmp_path, speak, lang):
    speak(lang)
    for words in (
        ["new", "events", "X", "--site", site],
        ["new", "events", "X", "--site", site],
        ["init", tmp_path / "new", "--name", "X", "--kind", "ministry", "--languages", "ka,tr"],
        [],
        ["--help"],
    ):
        code, said, complained = sajaro(*words)
        assert (code, complained) == (0, "")
        assert all(LETTERS[lang].search(line) for line in said.splitlines()), said


@LANGUAGES
def test_help_is_in_the_language_of_the_environment(sajaro, speak, capsys, lang):
    speak(lang)
    with pytest.raises(SystemExit):
        sajaro("build", "--help")
    said = capsys.readouterr().out
    assert len(LETTERS[lang].findall(said)) > 200
    with pytest.raises(SystemExit):
        sajaro("build", "--nothing")
    assert LETTERS[lang].search(capsys.readouterr().err.splitlines()[-1])


@LANGUAGES
def test_publishing_is_told_in_the_language(sajaro, site, remote, lang):
    for words in (["--dry-run"], [], []):
        code, said, complained = sajaro("publish", "--site", site, "--lang", lang, *words)
        assert (code, complained) == (0, "")
        assert LETTERS[lang].search(said.splitlines()[-1])


SETTINGS = [
    ('accent="#1c5c52"', 'accent="green"'),
    ('accent="#1c5c52"', 'accent="#eeeeee"'),
    ('timezone="Asia/Tbilisi"', 'timezone="Asia/Tiflis"'),
    ('timezone="Asia/Tbilisi"', 'timezon="Asia/Tbilisi"'),
    ('timezone="Asia/Tbilisi"', 'timezone="Asia/Tbilisi", frontpage="x"'),
    ('timezone="Asia/Tbilisi",', ""),
    ('country="GE"', 'country="Georgia"'),
    ('country="GE"', 'now="22.11.2026"'),
    ('country="GE"', 'missing="hidden"'),
    ('country="GE"', 'security_contact=["x"]'),
    ('kind="municipality"', 'kind="town"'),
    ('emblem="emblem.svg"', "hours='9-18'"),
    ('languages=("ka", "en")', 'languages=("ka")'),
    ('languages=("ka", "en")', 'languages=("ka", "ka")'),
    ('languages=("ka", "en")', 'languages=("georgian",)'),
    ('languages=("ka", "en")', "languages=()"),
    ('"sajaro.outputs.pages",', ""),
    ('"sajaro.outputs.pages",', '"sajaro.outputs.pages", "sajaro.outputs.pdf",'),
    ('"sajaro",', ""),
    ("SITE = Site(", "SEIT = Site("),
    ('emblem="emblem.svg"', 'email="info at town"'),
    ('emblem="emblem.svg"', 'hotline="call us"'),
    ('"ka": "ხევის', '"fr": "ხევის'),
    ('SITEURL = ""', 'SITEURL = "town.example"'),
    ("PLUGINS = [", 'PLUGINS = "sajaro", ['),
]


@LANGUAGES
@pytest.mark.parametrize(("old", "new"), SETTINGS, ids=[new or f"without {old}" for old, new in SETTINGS])
def test_a_wrong_setting_is_a_sentence_in_the_language(sajaro, site, lang, old, new):
    conf = site / "pelicanconf.py"
    text = conf.read_text("utf-8")
    assert text.count(old) == 1
    conf.write_text(text.replace(old, new), "utf-8")
    code, said, complained = sajaro("build", "--site", site, "--lang", lang, "--output", site / "out")
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert complained.startswith("pelicanconf.py:")
    assert LETTERS[lang].search(complained)
    assert not (site / "out").exists()


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ('timezon="Asia/Tbilisi",', "pelicanconf.py:5: Site has no setting timezon; did you mean timezone?"),
        ("", "pelicanconf.py:5: Site.timezone is missing"),
        ("timezone=4,", "pelicanconf.py:5: Site.timezone: must be a text; write it between quotation marks"),
    ],
)
def test_what_python_would_say_to_programmers_only_is_said_to_operators(sajaro, site, new, said):
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace('timezone="Asia/Tbilisi",', new), "utf-8")
    assert sajaro("check", "--site", site)[2] == said + "\n"


@LANGUAGES
def test_the_preview_tells_browsers_in_the_language(lang):
    shown = Shown(asked(lang))

    def event() -> dict:
        return json.loads(shown.state.event)

    assert (event()["lang"], bool(LETTERS[lang].search(event()["head"]))) == (lang, True)
    shown.show(Built(refused=Refused("The engine has stopped; the terminal may say why.")))
    assert LETTERS[lang].search(event()["head"])
    shown.show(Built(problems=(problem("a.md", "two-files", other="b.md"),)))
    assert (event()["head"], event()["level"]) == ("error: 1, warning: 0", "error")
    assert LETTERS[lang].search(event()["lines"][0])


TOLD = {"print", "say", "fail", "Refused", "Misconfigured"}
MODULES = ("cli.py", "terminal.py", "plugin.py", "publish.py", "hosting_branch.py", "settings.py", "site.py", "outputs/__init__.py")  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [PACKAGE / name for name in MODULES] + sorted((PACKAGE / "commands").glob("*.py")),
    ids=lambda path: path.relative_to(PACKAGE).as_posix(),
)
def test_no_sentence_is_put_together_where_no_catalog_can_find_it(path: Path):
    found = []
    for call in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in TOLD and call.args:
            name, told = call.func.id, call.args[0]
            literal = isinstance(told, ast.Constant) and bool(re.search("[A-Za-z]{3}", str(told.value)))
            built = isinstance(told, ast.JoinedStr) and bool(re.search("[A-Z][a-z]+ [a-z]+", ast.unparse(told)))
            found += [ast.unparse(call)] if built or (literal and name in ("print", "fail")) else []
    assert found == []
