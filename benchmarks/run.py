"""The command `bench`: documents are made, and built by Sajaro and its peers in turn, several times over.

What is measured is in `steps`, how in `measure`; `report` writes the figures down.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.goals import Figures
    from benchmarks.steps import Plan, Step

ROUNDS = 3
"""Of times; one more, in which memory is looked at, follows."""
SAVES = 5
KEPT = 1000
"""Figures of fewer documents say little: they are told and not kept."""


def bench(*, documents: int = 10_000, languages: int = 1, peers: str = "hugo,pelican") -> int:
    """Measures builds of generated documents, beside other generators.

    documents: How many documents.
    languages: In how many languages each: 1 to 3.
    peers: What to compare with: hugo, pelican, both or, as '', nothing.
    """
    import tempfile

    from benchmarks import environment, pages, report
    from benchmarks.generate import languages as named
    from benchmarks.steps import PEERS, Plan

    wanted = tuple(filter(None, peers.split(",")))
    if documents < 20 or not set(wanted) <= set(PEERS):
        print("--documents is 20 at least, and --peers are among: " + ", ".join(PEERS), file=sys.stderr)
        return 2
    try:
        langs = named(languages)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if wanted or documents >= KEPT:
        environment.install()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        figures = measured(Plan(documents, langs, wanted, Path(folder)))
    print(report.of_one(figures))
    if documents >= KEPT:
        report.keep(figures)
        say("Looking at the project's own site as a telephone gets it.")
        report.keep_pages(pages.of_own_site())
    return int(bool(figures["differences"]))


def measured(plan: Plan, rounds: int = ROUNDS, saves: int = SAVES) -> Figures:
    """The figures of a whole benchmark. RuntimeError: a command failed, a save was not shown, a site does not build."""
    from benchmarks import environment, equality, measure, preview
    from benchmarks.outputs import counted
    from benchmarks.steps import SAJARO

    # First: where the output is wrong, its speed is of no interest.
    say(f"Comparing the output after {equality.EDITS} edits with a clean one.")
    wrong = equality.differences(plan.folder, plan.documents)
    machine = measure.machine()
    say(f"Writing {plan.documents} documents for each site; languages: {', '.join(plan.languages)}.")
    steps = timed(list(plan.steps()), rounds)
    say("Saving documents before a browser.")
    seconds = preview.saves(SAJARO, plan.folder / "full", saves)
    outputs = {name: counted(plan.folder / name) for name in (*plan.peers, "plain", "full")}
    return {
        "documents": plan.documents,
        "languages": len(plan.languages),
        "machine": machine,
        "versions": {name: version for name, version in environment.pinned().items() if name in plan.peers},
        "steps": steps,
        "saves": [round(each, 3) for each in seconds],
        "outputs": outputs,
        "differences": len(wrong),
    }


def timed(steps: list[Step], rounds: int) -> dict[str, dict[str, Any]]:
    """Seconds (`wall`, `cpu`, a list each) of every step in so many rounds, and the bytes of one more (`memory`)."""
    from benchmarks.measure import cost

    taken: dict[str, dict[str, Any]] = {step.name: {"wall": [], "cpu": [], "memory": 0} for step in steps}
    for number in range(rounds + 1):
        for step in steps:
            if step.once and number:
                continue
            step.prepare(number)
            found = cost(step.command, watched=number == rounds)
            say(f"round {number + 1}: {step.name} {found.wall:.2f} s")
            if number < rounds:
                taken[step.name]["wall"].append(round(found.wall, 3))
                taken[step.name]["cpu"].append(round(found.cpu, 3))
            else:
                taken[step.name]["memory"] = found.memory
    return taken


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
