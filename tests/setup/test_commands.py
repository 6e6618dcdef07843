"""Every command there is keeps to the form that `sajaro.cli` reads."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

from sajaro import cli
from tests.setup.conftest import ROOT

OWN = {"test": ROOT / "tests" / "run.py"}
NAMES = cli.names(OWN)


@pytest.mark.parametrize("name", NAMES)
def test_a_command_and_each_of_its_parameters_is_explained(name):
    command = cli.find(name, OWN)
    assert cli.summary(command).endswith(".")
    assert len(cli.summary(command)) < 90
    assert set(dict(cli.explanations(command))) == set(inspect.signature(command).parameters)
    assert cli.parser_of(command)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in OWN])
def test_finding_a_command_imports_neither_pelican_nor_invoke(name):
    code = f"import sys; from sajaro import cli; cli.find({name!r}); print(*sys.modules)"
    imported = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"pelican", "invoke"} & set(imported)
    others = {f"sajaro.commands.{other}" for other in NAMES if other != name}
    assert not others & set(imported)
