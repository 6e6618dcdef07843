"""Where in a file something stands, found again only when there is something to say about it."""

from __future__ import annotations

from pathlib import Path

from sajaro.problems import Problem, problem
from sajaro.read import Document, Edition
from sajaro.read.front_matter import Draft, field_name, parse


class Where:
    """Finds lines in the files of one site; each file is parsed at most once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._drafts: dict[str, Draft] = {}

    def problem(self, edition: Edition, code: str, path: tuple[str | int, ...] = (), /, **facts: object) -> Problem:
        """A problem of a field of an edition."""
        return problem(edition.file, code, line=self._line(edition, path), field=field_name(path), **facts)

    def of_document(
        self, document: Document, code: str, path: tuple[str | int, ...] = (), /, **facts: object
    ) -> Problem:
        """A problem of a document's facts: of its original."""
        return self.problem(document.source, code, path, **facts)

    def in_body(self, edition: Edition, code: str, line: int | None, /, **facts: object) -> Problem:
        """A problem of a line of a body, counted within it."""
        if edition.row is not None:
            return problem(edition.file, code, line=edition.row, **facts)
        at = self._draft(edition).body_line + line - 1 if line else None
        return problem(edition.file, code, line=at, **facts)

    def _line(self, edition: Edition, path: tuple[str | int, ...]) -> int | None:
        if edition.row is not None:
            return edition.row
        return self._draft(edition).line(path) if path else None

    def _draft(self, edition: Edition) -> Draft:
        if edition.file not in self._drafts:
            self._drafts[edition.file] = parse((self.root / edition.file).read_bytes(), edition.lang, edition.file)
        return self._drafts[edition.file]
