"""What lists hold, and so how many documents they and the ways to them tell of."""

from __future__ import annotations

from sajaro.presenters.build import Build
from sajaro.read import Document


def listed(build: Build) -> dict[str, list[Document]]:
    """The documents of each section as lists show them: without topics that nothing is said of and nothing is filed under."""
    found = dict(build.library.listed)
    if build.library.register and build.library.register.entries:
        found["register"] = build.library.register.entries
    if "topics" in found:
        found["topics"] = [each for each in found["topics"] if _holds(build, each)]
    return found


def _holds(build: Build, topic: Document) -> bool:
    library = build.library
    said = any(each.body.summary or each.fields.summary for each in topic.editions.values())
    return bool(said or topic.fields.related or library.referring(topic.id, "related") or library.about(topic.id))
