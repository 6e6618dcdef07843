"""A plain `pelican` in a site's folder makes what `build` makes, and ends with 1 where Pelican would only log."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sajaro.build import build, moment
from sajaro.settings import load
from sajaro.skeleton.site import files

ENVIRONMENT = os.environ | {"LC_ALL": "C.UTF-8", "COLUMNS": "500"}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("begun")
    for path, content in files("ხევის მუნიციპალიტეტი", "municipality", ("ka", "en")).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    # What Pelican would take for its own.
    (root / "content/pages/guide.en.md").write_text("---\ntitle: Guide\nsource_language: en\n---\n\nText.\n", "utf-8")
    return root


@pytest.fixture
def site(begun: Path, tmp_path: Path) -> Path:
    return shutil.copytree(begun, tmp_path / "site")


def pelican(site: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", *words]
    return subprocess.run(command, cwd=site, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(site: Path, conf: str) -> dict[str, bytes]:
    settings = load(site, conf)
    output = site.parent / f"built-with-{conf}"
    assert build(settings, output, now=moment(None, settings)).written
    return files_of(output)


def test_it_makes_the_files_that_build_makes(site):
    before = files_of(site)
    done = pelican(site)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    assert "3 documents" in done.stdout or "documents in 2 languages" in done.stdout
    assert files_of(site / "output") == built(site, "pelicanconf.py")
    new = {path.split("/")[0] for path in set(files_of(site)) - set(before)}
    assert new == {"output", ".sajaro"}


def test_it_takes_other_settings_and_another_folder_and_overrules_pelicans_own_outputs(site):
    with (site / "publishconf.py").open("a") as file:
        file.write('SITEURL = "https://forge.example/town"\nDELETE_OUTPUT_DIRECTORY = True\n')
        file.write(
            'DIRECT_TEMPLATES = ["index"]\nFEED_ALL_ATOM = "feeds/all.atom.xml"\nSTATIC_PATHS = ["pages"]\nPATH = "content"\n'
        )
    output = site.parent / "elsewhere"
    assert pelican(site.parent, "-s", str(site / "publishconf.py"), "-o", str(output)).returncode == 0
    assert files_of(output) == built(site, "publishconf.py")
    assert b'href="/town/ka/about/"' in (output / "ka/index.html").read_bytes()


@pytest.mark.parametrize("plugin", ["sajaro.outputs.nowhere", "nowhere"])
def test_a_plugin_that_cannot_be_imported_is_fatal(site, plugin):
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text("utf-8").replace('    "sajaro",\n', f'    "sajaro",\n    "{plugin}",\n'), "utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert done.stderr.endswith(f"pelicanconf.py: PLUGINS: {plugin} cannot be used; Pelican says above why\n")
    assert not (site / "output").exists()


def test_problems_are_told_on_stderr_and_nothing_is_written(site):
    (site / "content/pages/about.ka.md").write_text("---\ntitel: X\n---\n\nX\n", "utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert "content/pages/about.ka.md:2: titel: is no field; did you mean title? [error]" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (site / "output").exists()


def test_a_folder_with_something_else_is_left_alone(site):
    (site / "output").mkdir()
    (site / "output/mine.txt").write_text("mine")
    done = pelican(site)
    assert (done.returncode, "holds files that no build has put there" in done.stderr) == (1, True)
    assert files_of(site / "output") == {"mine.txt": b"mine"}


def test_the_engine_is_imported_without_pelican():
    code = "import sys, sajaro; sajaro.register; print('pelican' in sys.modules, len(sys.modules))"
    bare = "import sys; print(len(sys.modules))"
    with_engine, without = (
        subprocess.run([sys.executable, "-c", each], capture_output=True, text=True).stdout.split()
        for each in (code, bare)
    )
    assert with_engine[0] == "False"
    assert int(with_engine[1]) - int(without[0]) <= 2
