"""A guard against what must not be published by mistake: personal data, look-alike letters, towers of marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sajaro.languages import scripts
from sajaro.problems import Problem, problem
from sajaro.read.front_matter import Draft

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


def guard(draft: Draft, section: str) -> Iterator[Problem]:
    """Problems of a document's words as such, whether or not its fields can be used."""
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
    if not draft.values.get("personal_data_reviewed"):
        yield from _personal(draft, section in _STRICT)


def _personal(draft: Draft, strict: bool) -> Iterator[Problem]:
    kinds = _PERSONAL if strict else _PERSONAL[:1]
    for code, pattern in kinds:
        if found := pattern.search(draft.body):
            line = draft.row or draft.body_line + draft.body.count("\n", 0, found.start())
            yield problem(draft.file, code if strict else "personal-number-likely", line=line)
        for key, value in draft.values.items():
            if isinstance(value, str) and pattern.search(value) and (strict or key in {"title", "summary"}):
                yield problem(
                    draft.file, code if strict else "personal-number-likely", line=draft.line((key,)), field=key
                )
