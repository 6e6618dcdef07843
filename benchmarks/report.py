"""Figures as tables: `results.md`, which holds the last benchmark of every size, each kept as JSON in `results/`, and the pages
of `docs/performance.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import pages
from benchmarks.goals import MEGABYTE, Figures, Result, results, wall

HERE = Path(__file__).resolve().parent
PAGES = "results/pages.json"
TITLES = {
    "hugo": "Hugo, full build",
    "pelican": "Pelican, full build",
    "plain": "cold, plain theme",
    "cold": "cold, full theme and outputs",
    "tenth": "cold, full, a tenth of the documents",
    "unchanged": "nothing changed",
    "document": "one edited document",
    "new": "a new document",
    "alert": "an alert added",
    "menu": "a menu entry added",
    "style": "a style sheet changed",
    "list-template": "the template of lists changed",
    "document-template": "the template of documents changed",
    "check": "`check` of one changed file",
    "restored": "all of these taken back",
    "search": "cold, with search",
    "search-unchanged": "nothing changed, with search",
    "search-document": "one edited document, with search",
    "search-restored": "taken back, with search",
    "acts": "acts, cold",
    "acts-tenth": "acts, cold, a tenth",
    "acts-edit": "acts, one edited",
    "register": "register, cold",
    "register-tenth": "register, cold, a tenth",
    "register-edit": "register, one edited",
    "requests": "requests, cold",
    "requests-tenth": "requests, cold, a tenth",
    "requests-edit": "requests, one edited",
}
"""Steps in words, in the order of tables. A step without words is in no table."""
HEAD = """\
# Results

Made by `python3 tasks.py bench`; how it measures, and what is comparable, is told in [Performance](../docs/performance.md).
Every table is one run on one machine: figures of different tables are not to be compared, ratios are.
"""


def keep(figures: Figures, folder: Path = HERE) -> None:
    """Puts figures in place of those of the same size, and writes `results.md` anew."""
    kept = folder / "results"
    kept.mkdir(exist_ok=True)
    name = f"{figures['documents']}x{figures['languages']}.json"
    (kept / name).write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    every = [json.loads(path.read_text("utf-8")) for path in kept.glob("*x*.json")]
    every.sort(key=lambda each: (each["documents"], each["languages"]))
    (folder / "results.md").write_text("\n".join((HEAD, *map(of_one, every))), "utf-8")


def keep_pages(rows: list[pages.Row], folder: Path = HERE) -> None:
    """Puts figures of pages in place of the last ones."""
    (folder / "results").mkdir(exist_ok=True)
    (folder / PAGES).write_text(json.dumps(rows, indent=1) + "\n", "utf-8")


def of_pages(folder: Path = HERE) -> str:
    """The table of pages, as they were last measured."""
    heads = ("page", "HTML and CSS, kB", "fonts, kB", "scripts", *pages.CATEGORIES)
    rows = json.loads((folder / PAGES).read_text("utf-8"))
    return "\n".join(_table(heads, map(_page, rows))).rstrip()


def _page(row: pages.Row) -> tuple[str, ...]:
    sizes = (f"{row[name] / 1000:.1f}" for name in ("page", "fonts"))
    return f"{row['kind']}, {row['lang']}", *sizes, *(str(row[name]) for name in ("scripts", *pages.CATEGORIES))


def of_one(figures: Figures) -> str:
    """One benchmark: the machine, the goals, what was measured, what the sites hold."""
    languages = "1 language" if figures["languages"] == 1 else f"{figures['languages']} languages"
    facts = figures["machine"] | figures["versions"]
    return "\n".join(
        (
            f"## {figures['documents']:,} documents in {languages}\n",
            "; ".join(f"{name}: {value}" for name, value in facts.items()) + ".\n",
            *_table(("goal", "at most", "measured", ""), map(_goal, results(figures))),
            *_table(("", "wall s", "from–to", "CPU s", "peak MB", "÷ Hugo"), _measured(figures)),
            *_table(("site", *next(iter(figures["outputs"].values()))), _held(figures)),
        )
    )


def _goal(goal: Result) -> tuple[str, ...]:
    said = "met" if goal.met else "missed"
    if not goal.met and goal.limit:
        said = f"missed: {goal.value / goal.limit:.2g} times as much"
    return goal.text, f"{goal.limit:g} {goal.unit}", f"{goal.value:.3g} {goal.unit}", said


def _measured(figures: Figures) -> Iterator[tuple[str, ...]]:
    hugo = wall(figures, "hugo") if "hugo" in figures["steps"] else None
    for name, title in TITLES.items():
        if step := figures["steps"].get(name):
            times, processor, memory = step["wall"], sorted(step["cpu"]), step["memory"]
            yield (
                title,
                f"{wall(figures, name):.2f}",
                f"{min(times):.2f}–{max(times):.2f}",
                f"{processor[len(processor) // 2]:.2f}",
                f"{memory / MEGABYTE:.0f}" if memory else "–",
                f"{wall(figures, name) / hugo:.3f}" if hugo else "–",
            )
    saves = sorted(figures["saves"])
    yield (
        "`serve`: save to reloaded page",
        f"{saves[len(saves) // 2]:.2f}",
        f"{saves[0]:.2f}–{saves[-1]:.2f}",
        "",
        "",
        "",
    )


def _held(figures: Figures) -> Iterator[tuple[str, ...]]:
    names = {"plain": "Sajaro, plain theme", "full": "Sajaro, full", "hugo": "Hugo", "pelican": "Pelican"}
    for name, counts in figures["outputs"].items():
        yield names[name], *(f"{count:,}" for count in counts.values())


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|---" + "|--:" * (len(heads) - 1) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
