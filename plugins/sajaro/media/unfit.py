"""Why a file cannot be published: codes and facts. The words for readers belong to whoever reports them."""

from __future__ import annotations

# Each reason, and the facts that come with it.
REASONS: dict[str, tuple[str, ...]] = {
    "not-a-file": (),
    "empty": (),
    "too-large": ("size", "limit"),  # bytes
    "name": ("because",),  # reserved, character, ending, length or direction
    "active": ("extension",),  # a type that browsers or operating systems run
    "unknown-type": ("extension",),
    "mismatch": ("expected", "found"),  # media types
    "encoding": (),  # text that is not UTF-8
    "malformed": ("line",),  # JSON, XML or SVG
    "truncated": (),
    "undecodable": (),
    "too-many-pixels": ("limit",),
    "encrypted": (),
    "unreadable": (),  # a PDF or an archive
    "macros": (),
    "active-content": ("what",),  # what runs: script, launch, stylesheet or page
    "entry": ("entry",),  # an archive holds a program, or a name that leads out of it
    "polyglot": (),  # two formats in one file
    "expands": (),  # small here, huge when opened
    "entities": (),
    "text-in-emblem": (),
}


class Unfit(Exception):
    """A file that cannot be published. `reason` is a key of REASONS, `facts` has the names given there."""

    def __init__(self, reason: str, **facts: object) -> None:
        if tuple(facts) != REASONS[reason]:
            raise TypeError(f"{reason} comes with {REASONS[reason]}, not with {tuple(facts)}")
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts

    def __reduce__(self) -> tuple[object, ...]:
        # Workers hand their errors over by pickling, which knows positional arguments only.
        return _again, (self.reason, self.facts)


def _again(reason: str, facts: dict[str, object]) -> Unfit:
    return Unfit(reason, **facts)
