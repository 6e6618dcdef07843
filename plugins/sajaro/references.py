"""Which document a reference names, and who refers to whom. Whether what it names is out is the library's to say."""

from __future__ import annotations

import unicodedata
from collections import defaultdict

from sajaro.read import Document
from sajaro.types import BY_SECTION


class References:
    """The references of `documents`, by id, to each other.

    `targets` has for each of a document's references the field that makes it and the id that it leads to, `incoming` for each
    document that is referred to the field and the id that do so.
    """

    def __init__(self, documents: dict[str, Document]) -> None:
        self.documents = documents
        self._found: dict[tuple[str, tuple[str, ...]], str | None] = {}
        self._stems: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for id, document in documents.items():
            self._stems[document.section][document.stem].append(id)
        self.targets: dict[str, tuple[tuple[str, str | None], ...]] = {}
        self.incoming: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for id, document in documents.items():
            found = []
            for field, _, reference, sections in document.mentions.references:
                target = self.find(reference, sections)
                found.append((field, target))
                if target:
                    self.incoming[target].append((field, id))
            self.targets[id] = tuple(found)

    def find(self, reference: str, sections: tuple[str, ...] = ()) -> str | None:
        """The id that a reference names: an id, or a stem where only one document of the sections has it."""
        wanted = (reference, sections)
        if wanted not in self._found:
            candidates = self.candidates(reference, sections)
            self._found[wanted] = candidates[0] if len(candidates) == 1 else None
        return self._found[wanted]

    def candidates(self, reference: str, sections: tuple[str, ...] = ()) -> list[str]:
        """The ids that a reference may mean."""
        reference = unicodedata.normalize("NFC", reference.strip("/"))
        if reference in self.documents and (not sections or reference.split("/")[0] in sections):
            return [reference]
        section, _, stem = reference.partition("/")
        if stem and section in BY_SECTION:
            return self._stems[section].get(stem, []) if not sections or section in sections else []
        found = [each for name in sections or BY_SECTION for each in self._stems[name].get(reference, [])]
        direct = [each for each in found if each.count("/") == 1]
        return direct if len(direct) == 1 else found
