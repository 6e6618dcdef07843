"""What is installed is pinned by hash, from anywhere: nothing that is kept names a registry."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.setup.conftest import ROOT

LOCKS = [ROOT / "requirements.lock", ROOT / "tests" / "requirements.lock"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = [
    PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["setup"],
    PROJECT["dependency-groups"]["test"],
]
REGISTRIES = re.compile(
    r"(pypi\.org|pythonhosted\.org|npmjs\.(org|com)|yarnpkg\.com|debian\.org/debian|--(extra-)?index-url=?\s*http)"
)


def pins(lock: Path) -> dict[str, tuple[str, int]]:
    """Package → version and number of hashes."""
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text("utf-8"), flags=re.IGNORECASE)
    here = [entry for entry in entries if "== 'darwin'" not in entry.split("\\")[0] or "or " in entry.split("\\")[0]]
    parsed = [(re.match(r"([\w.-]+)==([\w.!+-]+)", entry), entry.count("--hash=sha256:")) for entry in here]
    return {match[1].lower().replace("_", "-"): (match[2], hashes) for match, hashes in parsed}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.relative_to(ROOT)))
def test_every_pin_has_hashes_and_no_address(lock):
    assert pins(lock)
    assert [name for name, (_, hashes) in pins(lock).items() if not hashes] == []
    assert "://" not in lock.read_text("utf-8")


@pytest.mark.parametrize(("lock", "wanted"), list(zip(LOCKS, WANTED, strict=True)), ids=["runtime", "tests"])
def test_the_lock_holds_what_the_project_asks_for(lock, wanted):
    pinned = pins(lock)
    for requirement in map(Requirement, wanted):
        if requirement.marker is None or requirement.marker.evaluate({"platform_machine": "x86_64"}):
            version, _ = pinned[requirement.name.lower()]
            assert requirement.specifier.contains(version), requirement


def test_the_locks_agree():
    runtime, tests = map(pins, LOCKS)
    assert {name: (runtime[name], tests[name]) for name in runtime.keys() & tests if runtime[name] != tests[name]} == {}


def test_packages_from_npm_have_digests_and_no_address():
    lock = json.loads((ROOT / "tests" / "package-lock.json").read_text("utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())
    wanted = json.loads((ROOT / "tests" / "package.json").read_text("utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_nothing_that_is_kept_names_a_registry():
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    files = [ROOT / name for name in names if name and (ROOT / name).is_file()]
    assert len(files) > 10
    naming = [file for file in files if REGISTRIES.search(file.read_bytes().decode("utf-8", "replace"))]
    assert naming == []
