"""A new institution's site builds at once, in whatever languages, and lives apart from this repository."""

from __future__ import annotations

import pkgutil
import shlex
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from sajaro import __version__, outputs
from sajaro.build import build, moment
from sajaro.settings import load
from sajaro.skeleton.settings import NOT_AT_FIRST, place
from sajaro.skeleton.site import KINDS, _texts, files
from tests.commands.conftest import ENVIRONMENT, process, tree

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("ka", "en", "hy", "az", "ru", "sq", "sr-Latn", "sr-Cyrl")
PAGES = {"pages/index", "pages/about", "pages/contact", "pages/accessibility", "units/council", "units/administration"}


@pytest.mark.parametrize(
    ("kind", "languages"),
    [
        ("municipality", "ka,en,hy,az,ru"),
        ("ministry", "sq,sr-Latn,sr-Cyrl,en"),
        ("ombudsman", "hy,ka"),
        ("ministry", "en"),
    ],
)
def test_it_builds_at_once_without_a_problem(begun, kind, languages):
    root = begun(kind, languages)
    settings = load(root)
    outcome = build(settings, root / "output", now=moment(None, settings))
    assert (outcome.problems, outcome.written) == ([], True)
    for lang in languages.split(","):
        for page in ("", "about/", "contact/", "accessibility/", "units/council/", "units/administration/"):
            assert (root / "output" / lang / page / "index.html").is_file()


def test_a_language_without_texts_builds_and_says_so(sajaro, tmp_path):
    code, said, _ = sajaro("init", tmp_path / "de", "--name", "Behörde", "--kind", "ministry", "--languages", "de,tr")
    assert code == 0
    assert "no first pages in de, so they are in English" in said
    assert "new --translate pages/about --lang tr" in said
    settings = load(tmp_path / "de")
    outcome = build(settings, tmp_path / "out", now=moment(None, settings))
    assert {each.code for each in outcome.problems} == {"no-interface"}
    assert "This is English" in (tmp_path / "de/content/pages/about.de.md").read_text("utf-8")
    assert not list((tmp_path / "de/content").rglob("*.tr.md"))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_all_texts_for_each_kind(kind, lang):
    written = files("X", kind, (lang,))
    names = {
        path.removeprefix("content/").removesuffix(f".{lang}.md") for path in written if path.endswith(f".{lang}.md")
    }
    assert names == PAGES
    texts = [written[f"content/{name}.{lang}.md"].decode() for name in PAGES] + [written["README.md"].decode()]
    assert not [text for text in texts if "{" in text]
    english = files("X", kind, ("en",))
    if lang != "en":
        same = [name for name in PAGES if written[f"content/{name}.{lang}.md"] == english[f"content/{name}.en.md"]]
        assert not same


def test_texts_of_all_languages_have_the_same_parts():
    def shape(value):
        return {key: shape(each) for key, each in value.items()} if isinstance(value, dict) else value.count("\n## ")

    assert {lang: shape(_texts(lang)) for lang in LANGUAGES} == dict.fromkeys(LANGUAGES, shape(_texts("en")))


def test_it_has_every_output_of_the_engine(begun):
    names = {f"sajaro.outputs.{each.name}" for each in pkgutil.iter_modules(outputs.__path__)}
    wanted = {name for name in names if hasattr(import_module(name), "artifacts")} - NOT_AT_FIRST
    assert set(load(begun("municipality", "ka,en")).plugins) == wanted | {"sajaro"}


def test_it_lives_apart_from_this_repository(begun):
    root = begun("municipality", "ka,en")
    assert (root / "tasks.py").read_bytes() == (ROOT / "tasks.py").read_bytes()
    assert (root / "requirements.lock").read_bytes() == (ROOT / "requirements.lock").read_bytes()
    assert f"sajaro=={__version__}\n" in (root / "requirements.txt").read_text("utf-8")
    workflow = yaml.safe_load((root / ".github/workflows/site.yml").read_text("utf-8"))
    runs = [step.get("run", "") for step in workflow["jobs"]["site"]["steps"]]
    assert any("tasks.py check" in run for run in runs)
    assert any("tasks.py publish" in run for run in runs)
    assert {"/.venv/", "/.venv.lock", "/output/", "/.sajaro/"} <= set((root / ".gitignore").read_text("utf-8").split())


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(("ka", "en"), ("Asia/Tbilisi", "GE")), (("hy", "ka"), ("Asia/Tbilisi", "GE")), (("sr-Cyrl",), ("Europe/Belgrade", "XK")),
     (("sq", "en"), ("Europe/Belgrade", "XK")), (("de",), ("UTC", "ZZ"))],
)  # fmt: skip
def test_time_zone_and_country_are_guessed_from_the_languages(languages, expected):
    assert place(languages) == expected


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"--name": "12 – !"}, "no letters"),
        ({"--name": "ა" * 300}, "too long"),
        ({"--languages": " , "}, "at least one language"),
        ({"--languages": "ka,qq"}, "There is no language qq"),
        ({"--languages": "../x"}, "no language"),
        ({"--languages": "sr-latn"}, "sr-latn is written sr-Latn"),
        ({"--languages": "ka,en,ka"}, "named twice"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(sajaro, tmp_path, words, complaint):
    words = {"--name": "X", "--kind": "ministry", "--languages": "ka"} | words
    code, said, complained = sajaro("init", tmp_path / "new", *(each for pair in words.items() for each in pair))
    assert (code, said, complained.count("\n")) == (1, "", 1)
    assert complaint in complained
    assert not (tmp_path / "new").exists()


def test_the_command_that_it_names_shows_the_site_with_the_engine_that_is_here(tmp_path):
    """The site's own engine, which its requirements name, may not be out yet."""
    root = tmp_path / "the town"
    done = process("init", root, "--name", "X", "--kind", "ministry", "--languages", "ka")
    named = shlex.split(done.stdout.splitlines()[0].partition("Look at it: ")[2])
    assert named[-3:] == ["serve", "--site", str(root)]
    tasks = [sys.executable, ROOT / "tasks.py", "init", tmp_path / "two"]
    words = ["--name", "X", "--kind", "ministry", "--languages", "ka"]
    done = subprocess.run([*tasks, *words], env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8")
    assert f"Look at it: python3 {ROOT / 'tasks.py'} serve --site {tmp_path / 'two'}\n" in done.stdout, done.stderr


def test_a_folder_that_holds_something_is_refused(sajaro, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    code, _, complained = sajaro("init", tmp_path, "--name", "X", "--kind", "ministry", "--languages", "ka")
    assert (code, "is not empty" in complained, set(tree(tmp_path))) == (1, True, {"notes.txt"})


def test_an_empty_clone_is_taken_and_a_name_may_hold_anything_printable(sajaro, tmp_path):
    (tmp_path / ".git").mkdir()
    name = 'The "Upper" Office: {a} \\ #1 — ეზო'
    code, _, complained = sajaro("init", tmp_path, "--name", name, "--kind", "ombudsman", "--languages", "en,ka")
    assert (code, complained) == (0, "")
    settings = load(tmp_path)
    assert settings.site.institution.name == {"en": name}
    outcome = build(settings, tmp_path / "output", now=moment(None, settings))
    assert outcome.problems == []
