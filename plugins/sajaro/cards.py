"""Cards cut to what a list needs: what a style sheet would hide is not sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sajaro.views import Card

LONGEST = 160
"""Characters of a summary in a list: two lines of it, three on a telephone."""


def brief(card: Card) -> Card:
    """With a summary that ends at a word."""
    return replace(card, summary=shortened(card.summary, LONGEST))


def mixed(card: Card) -> Card:
    """In a list of several types by day: it says its type, and a time of its own only where that is its day."""
    span = card.span if card.span and card.day == _day(card.span.start) else None
    return replace(card, kind=card.kind or card.type, span=span)


def shortened(text: str, longest: int) -> str:
    """The beginning of a text, up to the end of a sentence in its second half, else up to a word and an ellipsis."""
    if len(text) <= longest:
        return text
    start = text[: longest + 1]
    sentence = max(start.rfind(mark) for mark in (". ", "? ", "! ", "։ "))
    if sentence >= longest // 2:
        return start[: sentence + 1]
    word = start.rfind(" ")
    return start[: word if word > 0 else longest].rstrip(" ,;:–—-") + "…"


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
