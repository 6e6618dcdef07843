"""Commands that the documents show can be typed. That all are shown, with every option, `test_renewed` sees to."""

from __future__ import annotations

import re
import shlex

import pytest

from docs.renew import OWN
from sajaro import __version__, cli
from tests.docs.documents import FILES, code

_CALL = re.compile(r"(?:python3 (?:\S*/)?tasks\.py|\binv|\bsajaro) ([a-z]+\b.*)")


def calls(text: str) -> list[list[str]]:
    """The words of each command that a document shows."""
    return [shlex.split(found[1], comments=True) for line in code(text) if (found := _CALL.match(line))]


@pytest.mark.parametrize("name", FILES)
def test_a_command_can_be_typed_as_it_is_shown(name):
    for words in calls(FILES[name]):
        command = cli.find(words[0], OWN)
        if "--help" not in words:
            _, rest = cli.parser_of(command).parse_known_args(words[1:])
            assert not rest or cli.rest_of(command), words


@pytest.mark.parametrize("name", ["README.md", "docs/editors.md", "docs/operators.md", "CONTRIBUTING.md"])
def test_commands_are_looked_at(name):
    assert calls(FILES[name])


def test_options_in_passing_are_some_commands_own():
    known = {each.option for name in cli.names(OWN) for each in cli.arguments_of(cli.find(name, OWN))} | {"--help"}
    for name in ("README.md", "docs/editors.md", "docs/operators.md"):
        for line in code(FILES[name]):
            if re.match(r"--[a-z]", line):
                assert line.split()[0] in known, line


def test_the_changes_are_those_of_this_version():
    assert re.search(rf"^## {re.escape(__version__)}\b", FILES["CHANGELOG.md"], re.MULTILINE)
