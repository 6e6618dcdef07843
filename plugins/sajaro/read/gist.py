"""The gist of a document: what its fields mean to others, found once, when it is read.

Lists, checks and fingerprints ask every document at every build; they ask this, and the fields stay where they are.
What refers to other documents and to files is in `relations`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import blake2b
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sajaro.types.base import Fields
from sajaro.types.events import MEETINGS


class ActGist(NamedTuple):
    """What an act means to other acts. `day` is its date, `entry` is the day on which it enters into force, `version_of` the act of which it is a
    consolidated text, `numbered` what no two acts share. `cited` changes with how it is cited and with what it does; empty where it has no
    number, and is cited by its title."""

    kind: str | None
    day: date | None
    entry: date | None
    last: date | None
    version_of: str | None
    numbered: Hashable
    cited: bytes
    convocation: str | None = None

    @property
    def number(self) -> str | None:
        """Its number, where it has a day too and is no version."""
        return self.numbered[2] if isinstance(self.numbered, tuple) else None


class EntryGist(NamedTuple):
    """What public information means to the register of it: the day of the event, the day of its entry, who may see it."""

    day: date | None
    entered: date | None
    access: str


class RequestGist(NamedTuple):
    """What a request for information means to the log of them. `appeal` is before whom, since when, whether it has a result;
    texts are the original's. `digest` is that of all of them."""

    received: date
    outcome: str
    answered: date | None
    extended_to: date | None
    channel: str | None
    requester: str | None
    ground: str | None
    fee: Decimal | None
    correction: bool
    appeal: tuple[str, date | None, bool] | None
    digest: bytes = b""


class PurchaseGist(NamedTuple):
    """What a procurement means to the sums of them. Amounts are in one `currency`, None for the country's; texts are the original's."""

    stage: str | None
    method: str | None
    supplier: str | None
    currency: str | None
    value: Decimal | None
    price: Decimal | None
    paid: Decimal | None


class Gist(NamedTuple):
    """Moments are seconds since 1970, days the site's. `out` is the moment from which a document may be shown, `listed` what
    lists date it by, `year` whose archive it is in, `issued` when readers could first have it, `changes` the days of changes that it tells of. `moments` are
    all that it names, sorted; `claims` is what must be its own within its section: the field, and what it says; `meeting` is the day
    of a meeting with the public that is to take place or did."""

    status: str
    out: float | None
    expires: float | None
    listed: float | None
    year: int | None
    issued: float | None
    changes: tuple[date, ...]
    review: date | None
    order: int | None
    open: bool
    gathers: bool
    pictured: bool
    aliases: tuple[str, ...]
    moments: tuple[float, ...]
    claims: tuple[tuple[str, Hashable], ...]
    act: ActGist | None
    entry: EntryGist | None = None
    request: RequestGist | None = None
    purchase: PurchaseGist | None = None
    meeting: date | None = None

    @classmethod
    def of(cls, fields: Fields, mentioned: Iterable[date | datetime], zone: ZoneInfo) -> Gist:
        def seconds(when: date | datetime) -> float:
            return (when if isinstance(when, datetime) else datetime.combine(when, time(), zone)).timestamp()

        def day(when: date | datetime | None) -> date | None:
            return when.astimezone(zone).date() if isinstance(when, datetime) else when

        waits = [seconds(each) for each in (fields.date, fields.embargo) if each is not None]
        own, listed = day(fields.date), day(fields.listed_by)
        changes = (fields.updated, *(each.date for each in fields.corrections))
        return cls(
            status=fields.status,
            out=max(waits, default=None),
            expires=seconds(fields.expires) if fields.expires else None,
            listed=seconds(fields.listed_by) if fields.listed_by else None,
            year=int(fields.covers[:4]) if fields.covers else listed.year if listed else None,
            issued=max(waits) if own else None,
            changes=tuple(each for each in changes if each),
            review=fields.review_by,
            order=getattr(fields, "order", None),
            open=fields.open,
            gathers=fields.gathers,
            pictured=fields.image is not None,
            aliases=fields.aliases,
            moments=tuple(sorted(seconds(each) for each in mentioned)),
            claims=tuple(_claims(fields, own)),
            act=_act(fields, own) if fields.section == "acts" else None,
            entry=_entry(
                fields,
                own,
                day(max((each for each in (fields.date, fields.embargo) if each), key=seconds, default=None)),
            ),
            request=_request(fields, own) if fields.section == "requests" and own else None,
            purchase=_purchase(fields) if fields.section == "procurements" else None,
            meeting=listed if fields.section == "events" and _meets(fields) else None,
        )


def _claims(fields: Any, day: date | None) -> Iterator[tuple[str, Hashable]]:
    section, year = fields.section, day.year if day else None
    if section == "press-releases" and fields.number:
        yield "number", (year, fields.number)
    elif section == "requests":
        yield "ref", fields.ref
    elif section == "bulletins":
        yield "issue", (fields.series, year, fields.issue)
    elif section == "digests":
        yield "month", fields.month
    elif section == "acts" and not fields.version_of:
        yield "number", (fields.issuer, fields.kind, fields.number, fields.date)


def _act(fields: Any, day: date | None) -> ActGist:
    entry = fields.effective_from or fields.published or fields.official_published or fields.date
    numbered = (fields.issuer, fields.kind, fields.number, day.year) if day and not fields.version_of else None
    entry = entry.date() if isinstance(entry, datetime) else entry
    said = (fields.kind, fields.number, day, entry, fields.effective_to, fields.version_of, fields.status)
    return ActGist(
        fields.kind,
        day,
        entry,
        fields.effective_to,
        fields.version_of,
        numbered,
        blake2b(repr(said).encode(), digest_size=16).digest() if fields.number else b"",
        fields.convocation,
    )


def _request(fields: Any, day: date) -> RequestGist:
    appeal = fields.appeal
    found = RequestGist(
        day,
        fields.outcome,
        fields.answered,
        fields.extended_to,
        fields.channel,
        fields.requester,
        fields.ground,
        fields.fee,
        fields.correction,
        (appeal.level, appeal.date, bool(appeal.result)) if appeal else None,
    )
    return found._replace(digest=blake2b(repr(found).encode(), digest_size=8).digest())


def _purchase(fields: Any) -> PurchaseGist:
    return PurchaseGist(
        fields.stage,
        fields.method,
        fields.supplier,
        fields.currency,
        fields.value,
        fields.price,
        fields.paid,
    )


def _meets(fields: Any) -> bool:
    return fields.kind in MEETINGS and fields.event_status not in ("postponed", "cancelled")


def _entry(fields: Any, day: date | None, out: date | None) -> EntryGist | None:
    """A document of the site is entered on the day on which it is published; `out` is the first on which it could be."""
    if fields.section == "register":
        return EntryGist(day, fields.entered, fields.access)
    if fields.register_ == "in" or fields.registered and fields.register_ != "out":
        published = getattr(fields, "published", None) if fields.section == "acts" else None
        return EntryGist(day, published or out, "open")
    return None
