"""The digest of an original changes with what a translator has to look at again, and with nothing else."""

from __future__ import annotations

import pytest

from sajaro.read.front_matter import parse
from sajaro.read.text_digest import text_digest
from sajaro.types import BY_SECTION

EVENT = """\
---
title: The fair
date: 2026-05-01
kind: exhibition
start: 2026-05-02 10:00
place: The market square
attachments: [{file: plan.pdf, title: The plan}]
accreditation: {text: Write to us., deadline: 2026-05-01}
---

Come and see.

There is much to see.
"""


def digest(text: str) -> str:
    return text_digest(BY_SECTION["events"], parse(text.encode(), "en", "x"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2026-05-01\n", "date: 2026-04-30\n"),
        ("kind: exhibition", "kind: contest"),
        ("plan.pdf", "plan-2.pdf"),
        ("title: The fair", 'title:   "The   fair"'),
        ("title: The fair\ndate: 2026-05-01\n", "date: 2026-05-01\ntitle: The fair\n"),
        ("\n", "\r\n"),
        ("see.\n", "see.  \n"),
        ("place: The market square", "place: >-\n  The market\n  square"),
    ],
)
def test_it_stays(old, new):
    assert digest(EVENT.replace(old, new)) == digest(EVENT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fair", "A fair"),
        ("The plan", "The map"),
        ("Write to us.", "Call us."),
        ("much to see", "much to hear"),
        ("Come and see.\n\nThere", "Come and see.\nThere"),
        ("place: The market square\n", ""),
    ],
)
def test_it_changes(old, new):
    assert digest(EVENT.replace(old, new)) != digest(EVENT)


def test_a_text_does_not_pass_for_another_field():
    assert digest(EVENT.replace("place:", "agenda:")) != digest(EVENT)
