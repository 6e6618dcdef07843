"""An imported act as the file that an editor goes on with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from sajaro.drafting import scalar
from sajaro.fields import N_
from sajaro.importing.recognised import Act
from sajaro.importing.source import Block, Doubt, Item, Paragraph, Source, Table, at_start, doubt, unmarked
from sajaro.markup.articles import article
from sajaro.types.acts import NO_TEXT

MISSING = N_("this file has no text, only pictures of it; type the text, or leave the sentence below")
LONGEST = 160
"""Characters of a heading; what goes on for longer is text of the article."""
_CHAPTER = re.compile(
    r"(?:თავი|კარი|Գլուխ|Բաժին|fəsil|bölmə|глава|раздел|glava|poglavlje|deo|odeljak|глава|поглавље|део|одељак|kapitulli|kreu|pjesa|chapter|part|section|"
    r"Abschnitt|Kapitel|Teil)\s+(?:[IVXLC]+|\d+)\b.{0,160}|[IVXLC]{1,6}\.\s+\S.{0,160}|(?:\d{1,2}\.|[IVXLC]+)\s*(?:Abschnitt|Kapitel|Teil|fəsil|глава)\b.{0,160}",
    re.IGNORECASE,
)

Say = Callable[[str], str]


def written(source: Source, act: Act, original: str, say: Say, told: Say) -> str:
    """Front matter and text; `say` finds the editor's words, `told` the readers'. The act is a draft, so that nothing is published before
    somebody has read it.
    """
    fields = {
        "title": act.title,
        "date": act.date.isoformat() if act.date else "",
        "kind": act.kind,
        "number": act.number,
        "issuer": act.issuer,
        "signatory": act.signatory,
    }
    lines = [
        f"{name}: {_scalar(name, value)}".rstrip() for name, value in fields.items() if value or name != "signatory"
    ]
    lines.append(f"authentic: {scalar(original)}" if source.kind == "pdf" else f"attachments: [{scalar(original)}]")
    lines.append("status: draft")
    doubts = [remark(each, say) for each in (*act.doubts, *source.doubts)]
    body = list(_body(source, act.head, say)) or [remark(doubt(MISSING), say), told(NO_TEXT)]
    notes = [f"[^{mark}]: {text}" for mark, text in source.notes.items()]
    return "\n".join(("---", *lines, "---", "", "\n\n".join((*doubts, *body, *notes)), ""))


def remark(each: Doubt, say: Say) -> str:
    """A doubt as it stands in a text: visitors never see it, `check` tells of it."""
    facts = {name: str(value).replace("--", "–") for name, value in each.facts}
    return f"<!-- ? {say(each.sentence).format_map(facts)} -->"


def _scalar(name: str, value: str) -> str:
    return f'"{value}"' if name == "number" and value and '"' not in value else scalar(value) if value else ""


def _body(source: Source, start: int, say: Say) -> Iterator[str]:
    """Blocks as Markdown; what belongs to one list stands together."""
    blocks = source.blocks[start:]
    divided = any(isinstance(each, Paragraph) and _is_chapter(each) for each in blocks)
    items: list[str] = []
    for each in blocks:
        if isinstance(each, Item):
            items.append(f"{'    ' * each.depth}{each.marker} {each.text}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield from _block(each, divided, say)
    if items:
        yield "\n".join(items)


def _block(block: Block, divided: bool, say: Say) -> Iterator[str]:
    match block:
        case Doubt():
            yield remark(block, say)
        case Table():
            yield _table(block)
        case Paragraph():
            yield from _paragraph(block, divided)


def _is_chapter(paragraph: Paragraph) -> bool:
    text = unmarked(paragraph.text)
    return (
        len(text) <= LONGEST
        and not article(text)
        and (_CHAPTER.fullmatch(text) is not None or paragraph.level in (1, 2))
    )


def _paragraph(paragraph: Paragraph, divided: bool) -> Iterator[str]:
    text = unmarked(paragraph.text)
    if found := article(text):
        marks = "###" if divided else "##"
        notes = "".join(re.findall(r"\[\^[^\]]+\]", paragraph.text))
        if len(found.heading) <= LONGEST:
            yield f"{marks} {at_start(text)}{notes}"
        else:
            yield f"{marks} {found.label}"
            yield at_start(found.heading) + notes
    elif _is_chapter(paragraph):
        yield f"## {text}"
    elif paragraph.level:
        yield f"{'###' if divided else '##'} {text}"
    else:
        yield at_start(paragraph.text)


def _table(table: Table) -> str:
    width = max(map(len, table.rows))
    rows = [[*row, *[""] * (width - len(row))] for row in table.rows]
    lines = (f"| {' | '.join(row)} |" for row in rows)
    first = next(lines)
    return "\n".join((first, "|" + "---|" * width, *lines))


def articles(blocks: Iterable[Block]) -> int:
    """How many articles there are."""
    return sum(isinstance(each, Paragraph) and article(unmarked(each.text)) is not None for each in blocks)
