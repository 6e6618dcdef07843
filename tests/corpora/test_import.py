"""Real acts, written by others, as Word files of an office: what `import` recognises of them.

The corpora lie in `shared/` beside the project and are no part of it; without them nothing is tested here, and the run says so.
"""

from __future__ import annotations

import re
from datetime import date

import pytest

from sajaro.importing import word
from sajaro.importing.recognised import Known, recognised
from sajaro.importing.source import Paragraph, unmarked
from sajaro.languages import language
from sajaro.markup.articles import article
from sajaro.read.front_matter import parse
from tests.corpora.test_corpora import CORPORA
from tests.importing.files import bare

KINDS = {"bundesgesetz": ["Bundesgesetz"], "verordnung": ["Verordnung"], "andere": ["Andere"]}
BLOCKS = 60
"""Of an act, as much as its beginning says it all."""


def test_acts_typed_by_hand():
    if not CORPORA.is_dir():
        pytest.skip(
            f"the corpora are not beside this checkout ({CORPORA.parent.name}/corpora): nothing was tested over real content"
        )
    files = sorted((CORPORA / "law-ch/content").rglob("*.md"))
    assert len(files) == 200
    right = dict.fromkeys(("title", "date", "number", "kind", "articles"), 0)
    for path in files:
        draft = parse(path.read_bytes(), "de", path.name)
        values = draft.values
        blocks = [_typed(each) for each in draft.body.split("\n\n") if each.strip() and not each.startswith("# ")][
            :BLOCKS
        ]
        day = date.fromisoformat(values["date"])
        head = (
            values["title"],
            f"{values['kind'].upper()} Nr. {values['number']}",
            language("de").date(day),
        )
        source = word.read(bare((*head, *blocks), centred=len(head)))
        act = recognised(source, Known(KINDS), "de")
        right["title"] += act.title == " ".join(values["title"].split())
        right["date"] += act.date == day
        right["number"] += act.number == values["number"]
        right["kind"] += act.kind == values["kind"]
        found = [unmarked(each.text) for each in source.blocks if isinstance(each, Paragraph)]
        right["articles"] += _articles(found) == _articles(blocks)
    assert min(right.values()) >= 190, right


def _typed(block: str) -> str:
    """A block of Markdown as somebody types it."""
    text = re.sub(r"^#+ |\*\*|</?\w+>|\[\^\w+\]:?|^- ", "", " ".join(block.split()))
    return re.sub(r"[\x00-\x1f]", "", text).strip() or "–"


def _articles(texts: list[str]) -> list[str]:
    return [found.anchor for text in texts if (found := article(text))]
