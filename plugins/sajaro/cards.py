"""Cards cut to what a list needs: what a style sheet would hide is not sent."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from sajaro.views import Card, Since, Span, Text

LONGEST = 140
"""Characters of a summary in a list: two lines of it, four or five on a telephone."""


def brief(card: Card) -> Card:
    """With a summary that ends at a word; whoever has an office is known by that."""
    return replace(card, summary="" if card.role else shortened(card.summary, LONGEST))


def mixed(card: Card) -> Card:
    """In a list of several types by day: it says its type, and a time of its own only where that is its day."""
    span = card.span if card.span and card.day == _begin(card.span) else None
    return replace(card, kind=card.kind or card.type, span=span)


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, up to the end of a sentence past its first third, else up to a word and an ellipsis.

    A full stop after a figure or fewer than four letters may be an ordinal's or an abbreviation's, and after Armenian letters
    it is half a stop; a figure before the ellipsis might be the beginning of a larger one. A text keeps its language.
    """
    if len(text) <= longest:
        return text
    cut = _cut(text, longest)
    return Text(cut, text.lang) if isinstance(text, Text) else cut


def _cut(text: str, longest: int) -> str:
    start = text[: longest + 1]
    sentences = [each.end() for each in re.finditer(r"(?:[^\W\d_]{4}(?<![\u0561-\u0587])\.|[?!։])(?= )", start)]
    if sentences and sentences[-1] > longest // 3:
        return start[: sentences[-1]]
    word = start.rfind(" ")
    return start[: word if word > 0 else longest].rstrip(" \u00a0,.;:–—-0123456789") + "…"


def _begin(span: Span | Since) -> date:
    when: date | datetime = span.day if isinstance(span, Since) else span.start
    return when.date() if isinstance(when, datetime) else when
