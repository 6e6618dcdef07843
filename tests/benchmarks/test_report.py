"""Goals are judged by what was measured, and tables tell it."""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import pytest

from benchmarks import goals, report, run
from benchmarks.equality import differences
from benchmarks.run import bench
from benchmarks.steps import Plan, Step
from sajaro import cli
from tests.engine.town import Town


def figures(documents: int = 10_000, languages: int = 1, **walls: float) -> goals.Figures:
    """Figures in which every step took a second and 100 MB, but for those named."""
    names = report.TITLES if languages == 1 else [name for name in report.TITLES if not name.startswith(("acts", "re"))]
    wanted = dict.fromkeys(names, 1.0) | {name.replace("_", "-"): wall for name, wall in walls.items()}
    counts = {"pages": documents, "bytes": 10**6}
    return {
        "documents": documents,
        "languages": languages,
        "machine": {"processor": "Z80, 2 cores"},
        "versions": {"hugo": "0.1"},
        "steps": {
            name: {"wall": [wall, wall / 2, wall * 3], "cpu": [wall], "memory": 100 * 2**20}
            for name, wall in wanted.items()
        },
        "saves": [0.2, 0.4, 0.3],
        "outputs": {"hugo": counts, "full": counts},
        "differences": 0,
    }


def judged(found: goals.Figures) -> dict[str, goals.Result]:
    return {each.text: each for each in goals.results(found)}


def test_an_edit_is_judged_by_its_seconds_and_beside_hugo():
    found = judged(figures(hugo=14.0, document=0.7, unchanged=0.7))
    assert found["one edited document"].met
    assert found["one edited document, beside Hugo's full build"].value == pytest.approx(0.05)
    assert found["one edited document, beside Hugo's full build"].met
    assert not found["nothing changed, beside Hugo's full build"].met
    assert found["nothing changed"].met


def test_seconds_are_judged_at_their_own_size_only():
    assert "one edited document" not in judged(figures(documents=500))
    assert judged(figures(languages=3))["one edited document"].limit == 2.5
    assert "memory of all processes" in judged(figures(languages=3))
    assert "cold, full theme and outputs, beside Pelican with i18n_subsites" not in judged(figures())


def test_growth_is_a_ratio_of_times_for_a_document():
    found = judged(figures(tenth=1.0, cold=11.0, acts_tenth=1.0, acts=12.0))
    assert found["growth: time a document, beside that of a tenth"].value == pytest.approx(1.1)
    assert found["growth: time a document, beside that of a tenth"].met
    assert not found["growth of acts: time an entry, beside that of a tenth"].met


def test_tables_tell_medians_and_ratios():
    said = report.of_one(figures(hugo=10.0, document=0.5, search_document=4.0))
    assert "| one edited document | 0.50 | 0.25–1.50 | 0.50 | 100 | 0.050 |" in said
    assert "| one edited document, with search | 3 s | 4 s | missed: 1.3 times as much |" in said
    assert "processor: Z80, 2 cores; hugo: 0.1." in said


def test_without_peers_there_are_no_ratios():
    found = figures()
    for name in ("hugo", "pelican"):
        del found["steps"][name]
    assert "beside" not in "".join(text for text in judged(found) if "tenth" not in text)
    assert "| nothing changed | 1.00 | 0.50–3.00 | 1.00 | 100 | – |" in report.of_one(found)


def test_figures_of_a_size_replace_those_before(tmp_path: Path):
    report.keep(figures(document=1.0), tmp_path)
    report.keep(figures(languages=3), tmp_path)
    report.keep(figures(document=2.0), tmp_path)
    said = (tmp_path / "results.md").read_text("utf-8")
    assert said.startswith(report.HEAD)
    assert said.count("\n## ") == 2
    assert "| one edited document | 2.00 |" in said


def test_every_step_is_told(tmp_path: Path):
    steps = list(Plan(20, ("ka",), (), tmp_path).steps())
    names = [step.name for step in steps]
    assert len(set(names)) == len(names)
    assert set(names) == set(report.TITLES) - {"hugo", "pelican"}


def test_the_last_round_is_for_memory_and_some_steps_are_taken_once():
    prepared: list[tuple[str, int]] = []

    def step(name: str, once: bool = False) -> Step:
        command = [sys.executable, "-c", "import time; time.sleep(0.3)"]
        return Step(name, lambda number: prepared.append((name, number)), command, once)

    found = run.timed([step("a"), step("b", once=True)], 1)
    assert prepared == [("a", 0), ("b", 0), ("a", 1)]
    assert [len(found[name]["wall"]) for name in "ab"] == [1, 1]
    assert found["a"]["memory"] > 10**6
    assert found["b"]["memory"] == 0


def test_the_command_is_explained():
    command = cli.find("bench", {"bench": Path(run.__file__)})
    assert set(dict(cli.explanations(command))) == set(inspect.signature(command).parameters)
    assert cli.parser_of(command).parse_args(["--documents", "300"]).peers == "hugo,pelican"


@pytest.mark.parametrize("wrong", [{"documents": 3}, {"languages": 9}, {"peers": "hugo,frontpage"}])
def test_what_cannot_be_measured_is_refused(wrong, capsys):
    assert bench(**wrong) == 2
    assert capsys.readouterr().err


def test_edits_leave_what_a_clean_build_makes(tmp_path: Path):
    assert differences(tmp_path, 15, edits=3) == []


def test_a_difference_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real = Town.copy

    def other(town: Town, root: Path) -> Path:
        about = real(town, root) / "content/pages/about.ka.md"
        about.write_text(about.read_text("utf-8") + "\nმეტი.\n", "utf-8")
        return root

    monkeypatch.setattr(Town, "copy", other)
    assert "ka/about/index.html" in differences(tmp_path, 3, edits=0)
