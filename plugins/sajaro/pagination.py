"""Long lists in pages."""

from __future__ import annotations

from sajaro.read import Document


def split(documents: list[Document], dated: bool, size: int) -> list[tuple[str, list[Document]]]:
    """The pages of a list, the newest first, the first at its own place: dated ones keep what is on `page-1` for ever."""
    if not dated:
        rest = [documents[start : start + 2 * size] for start in range(0, len(documents), 2 * size)]
        return [("", rest[0] if rest else []), *((f"page-{number}/", each) for number, each in enumerate(rest[1:], 2))]
    closed = max(0, len(documents) // size - 1)
    first = documents[: len(documents) - closed * size]
    oldest = documents[::-1]
    return [
        ("", first),
        *((f"page-{number}/", oldest[(number - 1) * size : number * size][::-1]) for number in range(closed, 0, -1)),
    ]
