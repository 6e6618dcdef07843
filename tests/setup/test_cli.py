"""How a function becomes a command, for argparse and for invoke alike."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Literal

import pytest

from sajaro import cli


def paint(
    colour: Literal["red", "green"], coats: int = 1, lead_free: bool = False, note: str | None = None
) -> int | None:
    """Paints a wall.

    colour: of the wall
    coats: how many,
      one upon the other, 100 %
    lead_free: without lead
    note: for the painter
    """
    print(colour, coats, lead_free, note)
    return coats if coats > 1 else None


def post(section: str | None = None, title: str | None = None, *, copy: str | None = None, lang: str = "ka") -> None:
    """Posts a letter."""
    print(section, title, copy, lang)


def found(name: str, *, kind: Literal["city", "state"], size: int | None = None) -> None:
    """Founds a body."""
    print(name, kind, size)


def rest(*words: str, loud: bool = False) -> None:
    """Passes words on.

    words: all that is left
    """
    print(list(words), loud)


@pytest.mark.parametrize(
    ("command", "typed", "printed"),
    [
        (paint, "red", "red 1 False None"),
        (paint, "green --lead-free --note=x", "green 1 True x"),
        (paint, "--coats 3 red", "red 3 False None"),
        (post, "news Title --lang en", "news Title None en"),
        (post, "--copy 2026/one", "None None 2026/one ka"),
        (found, "X --kind city --size 4", "X city 4"),
        (rest, "tests/languages -k dates --loud -x", "['tests/languages', '-k', 'dates', '-x'] True"),
        (rest, "", "[] False"),
    ],
)
def test_what_is_typed_reaches_the_function(command, typed, printed, capsys):
    cli.run(command, typed.split())
    assert capsys.readouterr().out == printed + "\n"


def test_the_exit_code_is_what_the_function_returns():
    assert cli.run(paint, ["red"]) == 0
    assert cli.run(paint, ["red", "--coats=4"]) == 4


@pytest.mark.parametrize(
    ("command", "typed", "complaint"),
    [
        (paint, "", "required: COLOUR"),
        (paint, "blue", "'blue'"),
        (paint, "red --coats many", "'many'"),
        (paint, "red --coat 2", "unknown: --coat 2"),
        (paint, "red green", "unknown: green"),
        (found, "X", "required: --kind"),
    ],
)
def test_what_is_mistyped_is_said_and_nothing_runs(command, typed, complaint, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.run(command, typed.split())
    printed = capsys.readouterr()
    assert stopped.value.code == 2
    assert complaint in printed.err
    assert printed.out == ""


def test_help_is_the_docstring(capsys):
    with pytest.raises(SystemExit):
        cli.run(paint, ["--help"])
    words = " ".join(capsys.readouterr().out.split())
    assert "Paints a wall." in words
    assert "COLOUR of the wall (red, green)" in words
    assert "--coats COATS how many, one upon the other, 100 % (default: 1)" in words
    assert "--lead-free without lead" in words


def test_help_names_what_is_passed_on(capsys):
    with pytest.raises(SystemExit):
        cli.run(rest, ["--help"])
    assert "words: all that is left" in capsys.readouterr().out


def test_a_type_that_no_command_line_can_give_is_refused():
    def bend(angles: list[int]) -> None:
        """Bends."""

    with pytest.raises(TypeError, match=r"bend\(angles\).*list\[int\]"):
        cli.parser_of(bend)


def test_an_interruption_is_no_traceback():
    def wait() -> None:
        """Waits."""
        raise KeyboardInterrupt

    assert cli.run(wait, []) == 130


@pytest.fixture
def commands(monkeypatch) -> None:
    """The package has two commands: `paint` and `post`."""
    package = ModuleType("sajaro.commands")
    package.COMMANDS = ("paint", "post")
    package.__path__ = []
    monkeypatch.setitem(sys.modules, "sajaro.commands", package)
    for command in (paint, post):
        module = ModuleType(f"sajaro.commands.{command.__name__}")
        setattr(module, command.__name__, command)
        monkeypatch.setitem(sys.modules, module.__name__, module)


@pytest.fixture
def own(tmp_path: Path) -> dict[str, Path]:
    """A command in a file of its own."""
    (tmp_path / "run.py").write_text(
        'def sing(*words: str) -> int:\n    """Sings."""\n    print(words)\n    return 5\n'
    )
    return {"sing": tmp_path / "run.py"}


def test_main_finds_commands_of_the_package_and_of_files(commands, own, capsys):
    assert cli.main(["paint", "red"], own) == 0
    assert cli.main(["sing", "-x", "la"], own) == 5
    assert capsys.readouterr().out == "red 1 False None\n('-x', 'la')\n"


@pytest.mark.parametrize("typed", [[], ["--help"], ["-h"]])
def test_main_alone_lists_all_with_a_line_each(commands, own, typed, capsys):
    assert cli.main(typed, own) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[1:4] == ["paint Paints a wall.", "post Posts a letter.", "sing Sings."]


def test_main_knows_no_other_command(commands, capsys):
    assert cli.main(["pain"]) == 2
    assert "no command pain" in capsys.readouterr().err


def inv(typed: str, own: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> int:
    """What `inv` does with these words and our collection: its exit code."""
    import invoke

    words = ["inv", *typed.split()]
    monkeypatch.setattr(sys, "argv", words)
    try:
        invoke.Program(namespace=cli.collection(own)).run(words)
    except SystemExit as stopped:
        return int(stopped.code or 0)
    return 0


@pytest.mark.parametrize(
    ("typed", "code", "printed"),
    [
        ("paint green --lead-free --note x", 0, "green 1 True x\n"),
        ("paint --coats 3 red", 3, "red 3 False None\n"),
        ("post news Title --lang en", 0, "news Title None en\n"),
        ("post news", 0, "news None None ka\n"),
        ("post --copy 2026/one --lang en", 0, "None None 2026/one en\n"),
        ("sing -- -k la", 5, "('-k', 'la')\n"),
        ("sing", 5, "()\n"),
        ("paint blue", 2, ""),
    ],
)
def test_invoke_does_the_same(commands, own, monkeypatch, capsys, typed, code, printed):
    assert (inv(typed, own, monkeypatch), capsys.readouterr().out) == (code, printed)


def test_invoke_lists_all(commands, own, monkeypatch, capsys):
    inv("--list", own, monkeypatch)
    listed = capsys.readouterr().out
    assert all(line in listed for line in ("Paints a wall.", "Posts a letter.", "Sings."))


def test_the_command_line_imports_nothing_heavy():
    code = "import sys, sajaro.cli; print(*sys.modules)"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"invoke", "pelican", "pydantic", "jinja2", "yaml", "babel"} & set(imported)
