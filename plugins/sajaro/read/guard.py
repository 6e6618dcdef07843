"""A guard against what must not be published by mistake: personal data, look-alike letters, towers of marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sajaro.languages import scripts
from sajaro.problems import Problem, problem
from sajaro.read.front_matter import Draft, field_name

TITLE = 1000
"""Characters of a title, at most."""

_STRICT = frozenset({"requests", "register", "proposals"})
"""Sections about citizens, where contact data of any kind is a mistake; elsewhere it is the institution's own."""

_PERSONAL = (
    ("personal-number", re.compile(r"(?<![\w.+-])\d{11}(?![\w-]|\.\d)")),
    ("bank-account", re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")),
    ("personal-email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[\w-]{2,63}")),
    ("personal-phone", re.compile(r"\+\d{1,3}(?:[ ()-]?\d){7,12}|(?<!\d)5\d{2}(?:[ -]?\d{2}){3}(?!\d)")),
)
_OF_REQUESTERS = (
    ("personal-number", re.compile(r"(?<![\w.+-])\d{10}(?![\w-]|\.\d)")),
    (
        "personal-phone",
        re.compile(r"(?<![\d.,/-])0\d{1,3}(?: \d{2,3}){2,3}(?![\d.,/-])|(?<![\d-])0\d{2}-\d{3}-\d{3}(?![\d-])"),
    ),
)
"""What else may be about who asked: personal numbers of Kosovo have ten digits, and numbers of telephones at home a leading zero."""


_REMARK = re.compile(r"<!-- \? (.+?) -->", re.DOTALL)
"""What `import` was not sure of."""


def guard(draft: Draft, section: str, reviewed: str = "") -> Iterator[Problem]:
    """Problems of a document's words as such, whether or not its fields can be used. `reviewed` says for a whole row of a table why
    personal data may stand there."""
    title = scripts.without_excess_marks(str(draft.values.get("title", "")))
    if len(title) > TITLE:
        yield problem(draft.file, "title-too-long", line=draft.line(("title",)), field="title", limit=TITLE)
        return
    for name in ("title", "summary"):
        text = draft.values.get(name)
        if isinstance(text, str):
            for word in scripts.mixed_words(text)[:3]:
                yield problem(draft.file, "mixed-scripts", line=draft.line((name,)), field=name, word=word)
            if scripts.excess_marks(text):
                yield problem(draft.file, "excess-marks", line=draft.line((name,)), field=name)
    for remark in _REMARK.finditer(draft.body):
        line = draft.body_line + draft.body.count("\n", 0, remark.start())
        yield problem(draft.file, "unsure", line=draft.row or line, remark=" ".join(remark[1].split()))
    if own := draft.values.get("personal_data_reviewed"):
        line = draft.line(("personal_data_reviewed",))
        yield problem(draft.file, "personal-data-reviewed", line=line, field="personal_data_reviewed", reason=own)
    elif not reviewed:
        yield from _personal(draft, section)


def _personal(draft: Draft, section: str) -> Iterator[Problem]:
    strict = section in _STRICT
    kinds = (*_PERSONAL, *(_OF_REQUESTERS if section == "requests" else ())) if strict else _PERSONAL[:1]
    for code, pattern in kinds:
        said = code if strict else "personal-number-likely"
        if found := pattern.search(draft.body):
            line = draft.row or draft.body_line + draft.body.count("\n", 0, found.start())
            yield problem(draft.file, said, line=line, **_facts(code, found))
        for path, text in _texts(draft.values, ()):
            if (strict or path in (("title",), ("summary",))) and (found := pattern.search(text)):
                yield problem(
                    draft.file, said, line=draft.line(path), field=_column(draft, path), **_facts(code, found)
                )


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*path, str(key)))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*path, number))


def _column(draft: Draft, path: tuple[str | int, ...]) -> str:
    """Where in a file it stands; of what a table says in several languages, in which."""
    name = field_name(path)
    return (
        f"{name}.{draft.lang}"
        if draft.row is not None and path[0] in ("title", "summary", "ground", "appeal")
        else name
    )


def _facts(code: str, found: re.Match[str]) -> dict[str, object]:
    """Never what was found: logs of builds are public."""
    return {"digits": len(found[0])} if code == "personal-number" else {}
