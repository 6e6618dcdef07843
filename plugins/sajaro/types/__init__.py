"""The content types, one file each; this list is all there are, in the order of the content model.

A type's docstring says what it is for and what it is not for: editors read it. What several types share is in `parts`.
"""

from __future__ import annotations

from sajaro.types.acts import Act
from sajaro.types.alerts import Alert
from sajaro.types.announcements import Announcement
from sajaro.types.base import Fields
from sajaro.types.bulletins import Bulletin
from sajaro.types.campaigns import Campaign
from sajaro.types.consultations import Consultation
from sajaro.types.datasets import Dataset
from sajaro.types.digests import Digest
from sajaro.types.disclosures import Disclosure
from sajaro.types.events import Event
from sajaro.types.faqs import Question
from sajaro.types.media import MediaItem
from sajaro.types.pages import Page
from sajaro.types.partners import Partner
from sajaro.types.people import Person
from sajaro.types.plans import Plan
from sajaro.types.press_releases import PressRelease
from sajaro.types.procurements import Procurement
from sajaro.types.projects import Project
from sajaro.types.proposals import Proposal
from sajaro.types.register import Entry
from sajaro.types.reports import Report
from sajaro.types.requests import Request
from sajaro.types.services import Service
from sajaro.types.speeches import Speech
from sajaro.types.territories import Territory
from sajaro.types.topics import Topic
from sajaro.types.units import Unit
from sajaro.types.vacancies import Vacancy

TYPES: tuple[type[Fields], ...] = (
    PressRelease,
    Announcement,
    Speech,
    Event,
    MediaItem,
    Campaign,
    Bulletin,
    Digest,
    Act,
    Disclosure,
    Request,
    Entry,
    Report,
    Plan,
    Dataset,
    Procurement,
    Vacancy,
    Consultation,
    Project,
    Proposal,
    Service,
    Question,
    Unit,
    Person,
    Territory,
    Partner,
    Alert,
    Page,
    Topic,
)

BY_SECTION: dict[str, type[Fields]] = {each.section: each for each in TYPES}
