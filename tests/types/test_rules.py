"""Each rule that concerns one document alone is broken once, and names its field and its message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from sajaro import types
from tests.types.loading import EXAMPLES, example

HELD = {"alt": "A recording of the meeting"}

BROKEN = [
    # section, example, what is changed, field, code
    ("press-releases", "minimal", {"date": None}, "date", "missing"),
    ("press-releases", "minimal", {"status": "withdrawn"}, "withdrawn", "withdrawn-why"),
    ("press-releases", "minimal", {"image": {"file": "a.jpg"}}, "image.alt", "no-alt"),
    ("press-releases", "minimal", {"retention": "long"}, "retention", "no-retention"),
    ("announcements", "full", {"effective_to": "2026-11-17"}, "effective_to", "before-start"),
    ("events", "full", {"end": "2026-11-28 15:59"}, "end", "before-start"),
    ("events", "full", {"end": "2026-11-28 16:00"}, "end", "before-start"),
    ("media", "minimal", {"files": None}, "files", "no-media"),
    ("media", "minimal", {"kind": "audio"}, "files[1].file", "no-such-medium"),
    ("media", "minimal", {"files": [{"file": "letter.pdf", **HELD}]}, "files[1].file", "no-such-medium"),
    ("media", "full", {"transcript": None}, "transcript", "no-transcript"),
    ("media", "appearance", {"files": [{"file": "talk.mp3", **HELD}], "transcript": None}, "transcript", "no-transcript"),
    ("campaigns", "full", {"end": "2026-03-15"}, "end", "before-start"),
    ("bulletins", "minimal", {"period": {"from": "2026-10-01"}}, "period.to", "missing"),
    ("bulletins", "minimal", {"period": {"from": "2026-10-02", "to": "2026-10-01"}}, "period", "before-start"),
    ("bulletins", "minimal", {"items": None}, "items", "items-or-query"),
    ("bulletins", "minimal", {"query": {"topics": ["water"]}}, "items", "items-or-query"),
    ("acts", "minimal", {"kind": None}, "kind", "missing"),
    ("acts", "minimal", {"number": None}, "number", "missing"),
    ("acts", "minimal", {"issuer": None}, "issuer", "missing"),
    ("acts", "version", {"consolidates": None}, "kind", "missing"),
    ("acts", "minimal", {"effective_from": "2026-09-24"}, "effective_from", "retroactive"),
    ("acts", "full", {"effective_to": "2026-10-14"}, "effective_to", "before-start"),
    ("acts", "minimal", {"amends": [{"title": "The code"}]}, "amends.0", "act-reference"),
    ("acts", "minimal", {"amends": [{"id": "a", "url": "https://a.example"}]}, "amends.0", "act-reference"),
    ("acts", "minimal", {"based_on": [{"note": "see there"}]}, "based_on.0", "act-reference"),
    ("disclosures", "minimal", {"files": None}, "files", "no-machine-readable"),
    ("disclosures", "minimal", {"files": ["fuel.pdf"]}, "files", "no-machine-readable"),
    ("disclosures", "minimal", {"nil": "true"}, "nil", "nil-but-more"),
    ("disclosures", "withheld", {"nil": "true"}, "nil", "nil-but-more"),
    ("requests", "minimal", {"outcome": "refused"}, "ground", "no-ground"),
    ("requests", "minimal", {"outcome": "partly-granted"}, "ground", "no-ground"),
    ("requests", "minimal", {"answered": "2026-09-01"}, "answered", "before-date"),
    ("requests", "minimal", {"extended_to": "2026-09-01"}, "extended_to", "before-date"),
    ("requests", "minimal", {"requester": "Elene Invented"}, "requester", "requester-name"),
    ("register", "minimal", {"access": "partial"}, "ground", "no-ground"),
    ("register", "minimal", {"access": "closed"}, "ground", "no-ground"),
    ("register", "minimal", {"entered": "2026-05-03"}, "entered", "before-date"),
    ("plans", "minimal", {"activities": [{"title": "A", "status": "planned", "done": "2026-01-02"}]},
     "activities[1].status", "done-or-not"),
    ("datasets", "minimal", {"distributions": []}, "distributions", "missing"),
    ("datasets", "minimal", {"distributions": [{"title": "CSV"}]}, "distributions.0", "file-or-url"),
    ("datasets", "minimal", {"distributions": [{"file": "a.csv", "url": "https://a.example/a.csv"}]},
     "distributions.0", "file-or-url"),
    ("consultations", "minimal", {"closes": "2026-11-09"}, "closes", "before-start"),
    ("consultations", "minimal", {"closes": "2026-11-10"}, "closes", "before-start"),
    ("projects", "full", {"end": "2026-08-09"}, "end", "before-start"),
    ("projects", "full", {"progress": "101"}, "progress", "no-percent"),
    ("proposals", "minimal", {"state": "declined"}, "reason", "no-reason"),
    ("people", "full", {"term": {"from": "2026-02-01", "to": "2026-01-31"}}, "term", "before-start"),
    ("alerts", "minimal", {"until": "2026-11-20 18:00"}, "until", "before-start"),
    ("alerts", "minimal", {"until": "2026-11-19"}, "until", "before-start"),
]  # fmt: skip

ALLOWED = [
    ("announcements", "full", {"effective_from": "2026-11-20", "effective_to": "2026-11-20"}),
    ("media", "minimal", {"kind": "video", "files": None, "url": "https://video.example/1"}),
    ("campaigns", "full", {"end": "2026-03-16"}),
    ("acts", "version", {"effective_from": "2020-01-01"}),
    ("disclosures", "minimal", {"files": ["FUEL.CSV"]}),
    ("requests", "minimal", {"answered": "2026-09-02"}),
    ("projects", "full", {"progress": "100"}),
    ("alerts", "minimal", {"until": "2026-11-20"}),
]


def broken(section: str, name: str, changed: dict) -> list[tuple[str, str, dict[str, str]]]:
    try:
        return [(field, code, facts) for field, code, facts in example(section, name, **changed).rules()]
    except ValidationError as invalid:
        return [(".".join(map(str, each["loc"])), each["type"], each["ctx"]) for each in invalid.errors()]


@pytest.mark.parametrize(("section", "name", "changed", "field", "code"), BROKEN)
def test_broken(section: str, name: str, changed: dict, field: str, code: str):
    assert (field, code) in [(field, code) for field, code, _ in broken(section, name, changed)]


@pytest.mark.parametrize(("section", "name", "changed"), ALLOWED)
def test_allowed(section: str, name: str, changed: dict):
    assert broken(section, name, changed) == []


@pytest.mark.parametrize("key", ["from", "until", "severity"])
def test_no_alert_is_for_ever(key: str):
    with pytest.raises(ValidationError, match="Field required"):
        example("alerts", "minimal", **{key: None})


def test_a_recording_needs_words_for_those_who_cannot_see():
    with pytest.raises(ValidationError, match="alt"):
        example("media", "minimal", files=[{"file": "a.jpg"}])


def test_the_message_about_a_name_does_not_repeat_it():
    [(_, _, facts)] = broken("requests", "minimal", {"requester": "Elene Invented"})
    assert "Elene" not in str(facts)
    assert "citizen" in facts["choices"]


def test_every_code_of_the_types_is_broken_here():
    source = "".join(file.read_text("utf-8") for file in Path(types.__file__).parent.glob("*.py"))
    codes = set(re.findall(r'yield [^,\n]+, "([a-z-]+)", \{', source)) | set(
        re.findall(r'refuse\(\s*"([a-z-]+)"', source)
    )
    assert codes == {code for *_, code in BROKEN}


def test_every_section_with_a_rule_is_here():
    ruled = {each.section for each in types.TYPES if "rules" in vars(each)}
    assert ruled <= {section for section, *_ in BROKEN}
    assert set(EXAMPLES) >= ruled
