"""What cannot be done, as a sentence that the catalogs know.

The English text stands where it is raised, with its facts beside it: `raise Refused("There is no {name}.", name=…)`. Whoever
tells it, a command or the preview, says it in the editor's language. Not here: what is wrong with documents (`problems`).
"""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[str], str]
"""Gives an English text in somebody's language."""


class Refused(Exception):
    """Something that was asked for cannot be done: a sentence, with places like {folder} for its facts.

    A fact may be a Refused itself. Without facts the sentence is said as it is, braces included.
    """

    def __init__(self, sentence: str, **facts: object) -> None:
        super().__init__(sentence)
        self.facts = facts

    def text(self, say: Say) -> str:
        sentence = say(self.args[0])
        facts = {name: each.text(say) if isinstance(each, Refused) else each for name, each in self.facts.items()}
        return sentence.format_map(facts) if facts else sentence

    def __str__(self) -> str:
        return self.text(str)
