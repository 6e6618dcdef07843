"""The content model's list of sections and fields, written down once more: what is there, and what a translation may say.

`~` marks a text; everything else is a fact, which only the original holds.
"""

from __future__ import annotations

import pytest

from sajaro.types import BY_SECTION, TYPES
from tests.types.test_contract import everything

EVERY = """
    title~ date updated corrections.date corrections.note~ summary~ unit topics territories status withdrawn.date
    withdrawn.reason~ embargo expires review_by image.file image.alt~ image.caption~ image.credit~ image.licence
    image.decorative attachments.file attachments.title~ attachments.language attachments.kind~ attachments.alternative
    contact hotline phone email address~ hours~ translation aliases related nomenclature retention register
    translated_from source_language personal_data_reviewed
"""

MODEL = {
    "press-releases": "number location~ spokesperson quotes.text~ quotes.person media notes~ audience reply_to~",
    "announcements": "effective_from effective_to place~",
    "speeches": "speaker event delivered media",
    "events": """kind start end place~ territory participants visibility accreditation.text~ accreditation.deadline
        accreditation.contact event_status sequence agenda~ minutes live media""",
    "media": """kind files.file files.alt~ files.caption~ files.credit~ files.licence url outlet~ speakers duration
        transcript~ captions.file captions.language""",
    "campaigns": "start end goals~ materials.file materials.title~ partners",
    "bulletins": "series~ issue period.from period.to items query.sections query.topics query.territories frozen",
    "digests": """month coverage.outlet~ coverage.date coverage.title~ coverage.url coverage.summary~ coverage.tone
        coverage.reply frozen""",
    "acts": """kind number issuer signatory convocation registration_code official_url official_published published
        effective_from effective_to amends.id amends.title~ amends.url amends.provisions~ amends.note~ repeals.id
        repeals_in_part.id corrects.id consolidates.id based_on.id text""",
    "disclosures": "duty period files.file files.title~ nil withheld.ground~ withheld.until",
    "requests": """ref channel requester outcome ground~ extended_to answered fee correction appeal.level~ appeal.date
        appeal.result~ response.file response.title~""",
    "register": "kind entered from~ to~ access ground~ place_kept~ nomenclature url files.file files.title~",
    "reports": "kind period files.file files.title~ frozen",
    "plans": """kind period activities.title~ activities.due activities.unit activities.status activities.done
        activities.evidence""",
    "datasets": """publisher license frequency temporal.from temporal.to spatial~ keywords~ distributions.file
        distributions.url distributions.format distributions.title~ schema conforms_to""",
    "procurements": "number method~ cpv value currency deadline stage supplier~ contract_date paid",
    "vacancies": "position~ deadline category~ salary currency requirements~ rules~ result~ appeal~",
    "consultations": """kind opens closes draft.act draft.files.file draft.files.title~ how~ submissions outcome.text~
        outcome.files.file outcome.files.title~ outcome.date""",
    "projects": "stage budget currency start end territory contractor~ progress",
    "proposals": "received theme~ territory state reason~ response~",
    "services": """audience~ steps~ documents_needed~ term~ fee~ basis.id basis.title~ basis.url basis.note~ channels~
        unavailable~ order""",
    "faqs": "order",
    "units": "parent head functions~ staff hotline phone email address~ hours~ order",
    "people": """role~ unit term.from term.to hotline.value hotline.publish phone.value phone.publish mobile.value
        mobile.publish email.value email.publish address.value~ address.publish hours.value~ hours.publish""",
    "territories": "parent representative population",
    "partners": "kind since url agreement",
    "alerts": "severity from until territories url",
    "pages": "menu order",
    "topics": "",
}

REQUIRED = {
    "speeches": "speaker",
    "events": "kind start",
    "media": "kind files.alt",
    "bulletins": "series issue period",
    "digests": "month",
    "disclosures": "duty",
    "requests": "ref",
    "register": "kind entered access",
    "reports": "kind period",
    "plans": "kind period",
    "datasets": "license distributions",
    "procurements": "number",
    "vacancies": "position deadline",
    "consultations": "opens closes how",
    "people": "role",
    "alerts": "severity from until",
}
"""Beyond the title and the date. Of acts kind, number and issuer are a rule, since versions go without."""

DATELESS = {"units", "people", "territories", "services", "faqs", "partners", "pages", "topics", "alerts"}
REGISTERED = set(
    """press-releases announcements speeches bulletins digests acts disclosures reports plans datasets procurements
    vacancies consultations projects""".split()
)
TABLES = set(
    """requests register disclosures procurements vacancies people units territories media proposals topics""".split()
)


def test_every_section_in_the_order_of_the_model():
    assert [each.section for each in TYPES] == list(MODEL)


@pytest.mark.parametrize("section", MODEL)
def test_texts_and_facts(section: str):
    there = {path: declared.shape for path, declared in everything(BY_SECTION[section])}
    contacts = ("hotline", "phone", "email", "address", "hours") if section == "people" else ()
    for word in f"{EVERY} {MODEL[section]}".split():
        path = word.removesuffix("~")
        assert path in there, path
        if path not in contacts:
            assert there[path].text is word.endswith("~"), path


@pytest.mark.parametrize("section", MODEL)
def test_what_is_required(section: str):
    there = dict(everything(BY_SECTION[section]))
    for path in f"title {REQUIRED.get(section, '')}".split():
        assert there[path].required, path


def test_dates_register_and_tables():
    assert {each.section for each in TYPES if not each.dated} == DATELESS
    assert {each.section for each in TYPES if each.registered} == REGISTERED
    assert {each.section for each in TYPES if each.tables} == TABLES
