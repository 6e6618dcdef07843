"""What the script makes of a register's index."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from tests.outputs.sites import Made

EPOCH = date(1970, 1, 1).toordinal()


def unfolded(made: Made, section: str, lang: str = "en") -> dict[str, dict[str, Any]]:
    """The rows by their ids: each value as it was before it was written."""
    contents = json.loads(made[f"{lang}/{section}/entries/index.json"])
    found: dict[str, dict[str, Any]] = {}
    for name in contents["parts"]:
        part = json.loads(made[f"{lang}/{section}/entries/{name}.json"])
        foreign = {at: tag for tag, places in part["foreign"].items() for at in places}
        columns = _columns(part, contents["columns"])
        for at, title in enumerate(part["title"]):
            id = f"{part['folders'][part['folder'][at]]}/{part['stem'][at]}"
            assert id not in found
            found[id] = {"title": title, "lang": foreign.get(at, lang)} | {
                column: values[at] for column, values in columns.items()
            }
    return found


def _columns(part: dict[str, Any], encodings: dict[str, str]) -> dict[str, list[Any]]:
    first, days, day = next(iter(encodings)), [], EPOCH
    for step in part["columns"][first]:
        day += step or 0
        days.append(day)
    found: dict[str, list[Any]] = {}
    for name, encoding in encodings.items():
        written = part["columns"][name]
        match encoding:
            case "day" if name == first:
                found[name] = [None if step is None else _iso(days[at]) for at, step in enumerate(written)]
            case "day":
                found[name] = [None if since is None else _iso(days[at] + since) for at, since in enumerate(written)]
            case "count":
                last, found[name] = 0, []
                for step in written:
                    last += step or 0
                    found[name].append(None if step is None else last)
            case "code":
                found[name] = ["" if at < 0 else part["codes"][name][at] for at in written]
            case _:
                found[name] = written
    return found


def _iso(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()
