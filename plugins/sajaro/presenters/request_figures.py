"""The numbers of requests in the words of a language: each table as a chart with the table beside it, and as records for CSV.

The same tables stand on the page of statistics and in the annual report; which requests they count is said by the cases. What is
counted, and how, is in `requests.statistics`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sajaro.fields import N_
from sajaro.library import fields_of
from sajaro.presenters.figures import Figures
from sajaro.presenters.request_words import Requests, category, channel, marked, state
from sajaro.reading import Reading
from sajaro.requests import statistics
from sajaro.requests.statistics import Case, Counts
from sajaro.types.requests import OUTCOME
from sajaro.views import Tone

PARTS: tuple[tuple[str, str, Tone], ...] = (
    ("answered_in_time", N_("Answered in time"), "good"),
    ("answered_late", N_("Answered late"), "severe"),
    ("pending", N_("Being considered"), "neutral"),
    ("overdue", N_("Overdue"), "attention"),
)
"""What the counts of requests are made of, as columns, words, and how they are drawn."""


class Counted:
    """The tables of some cases, in a language; `last` is the day that they tell of."""

    def __init__(self, requests: Requests, reading: Reading, cases: Sequence[Case], last: date) -> None:
        self.requests, self.reading, self.cases, self.last = requests, reading, cases, last

    def years(self) -> Figures:
        return self._counted("years", N_("By year"), N_("Year"), statistics.year, str)

    def quarters(self) -> Figures:
        reading = self.reading
        return self._counted(
            "quarters",
            N_("By quarter"),
            N_("Quarter"),
            statistics.quarter,
            lambda name: reading.language.capitalised(reading.period(name)),
        )

    def channels(self) -> Figures:
        word = channel
        return self._counted(
            "channels",
            N_("By way of submission"),
            N_("How submitted"),
            statistics.channel,
            lambda name: word(self.reading, name),
        )

    def requesters(self) -> Figures:
        return self._counted(
            "requesters",
            N_("By applicant"),
            N_("Applicant"),
            statistics.requester,
            lambda name: category(self.reading, name),
        )

    def _counted(
        self, name: str, title: str, label: str, by: Callable[[Case], str | None], said: Callable[[str], str]
    ) -> Figures:
        """A table of counts, the four parts of what was received beside it."""
        word, number = self.reading.word, self.reading.language.number
        found = {each: statistics.counts(cases) for each, cases in statistics.grouped(self.cases, by).items()}
        whole = statistics.counts(self.cases)
        if len(found) > 1 and sum(each.received for each in found.values()) == whole.received:
            rows = (*found.items(), (word(N_("Total")), whole))
        else:
            rows = tuple(found.items())
        return Figures(
            name,
            word(title),
            (
                (name.removesuffix("s"), word(label)),
                ("received", word(N_("Requests received"))),
                *((each, word(text)) for each, text, _ in PARTS),
            ),
            tuple((each if each in found else "", *counts) for each, counts in rows),
            tuple(said(each) if each in found else each for each, _ in rows),
            tuple((word(text), tone) for _, text, tone in PARTS),
            tuple((_parts(counts), number(counts.received)) if each in found else ((), "") for each, counts in rows),
        )

    def outcomes(self, title: str = N_("By outcome")) -> Figures:
        found = statistics.grouped(self.cases, statistics.outcome)
        order = [name for name, _ in OUTCOME.__metadata__[0].words if name in found]
        counts = {name: len(found[name]) for name in order}
        labels = {name: state(self.reading, "", name).word for name in order}
        return self._simple("outcomes", title, N_("Result"), counts, labels)

    def _simple(self, name: str, title: str, label: str, counts: dict[str, int], labels: dict[str, str]) -> Figures:
        """How many there are of each, and which share of the whole that is."""
        language, word = self.reading.language, self.reading.word
        whole = sum(counts.values())
        shares = {each: count / whole for each, count in counts.items()}
        return Figures(
            name,
            word(title),
            ((name.removesuffix("s"), word(label)), ("requests", word(N_("Requests"))), ("share", word(N_("Share")))),
            tuple((each, count, language.percent(shares[each])) for each, count in counts.items()),
            tuple(labels[each] for each in counts),
            ((word(N_("Requests")), "good"),),
            tuple(((count,), language.number(count)) for count in counts.values()),
        )

    def grounds(self) -> Figures:
        """Grounds are in the language of the reader where there is a translation of the first request refused on them."""
        found = statistics.grounds(self.cases)
        word, number = self.reading.word, self.reading.language.number
        parts = ((word(N_("Refused")), "severe"), (word(N_("Partly granted")), "attention"))
        return Figures(
            "grounds",
            word(N_("By ground of refusal")),
            (("ground", word(N_("Ground"))), ("refused", parts[0][0]), ("partly_granted", parts[1][0])),
            tuple((ground, each.refused, each.partly) for ground, each in found.items()),
            tuple(self._text(each.case, "ground") for each in found.values()),
            parts,  # type: ignore[arg-type]
            tuple(((each.refused, each.partly), number(each.refused + each.partly)) for each in found.values()),
        )

    def _text(self, id: str, field: str) -> str:
        fields, lang = fields_of(self.requests.build.library.documents[id], self.reading.lang)
        return marked(fields.appeal.level if field == "level" else fields.ground, lang, self.reading)  # type: ignore[attr-defined]

    def days(self) -> Figures:
        """By year; half of the answers and nine tenths of them."""
        word, number = self.reading.word, self.reading.language.number
        grouped = statistics.grouped(self.cases, statistics.year)
        found = {year: days for year, cases in grouped.items() if (days := statistics.days(cases))}
        working = self.requests.log.terms.working
        return Figures(
            "days",
            word(N_("Working days to the answer") if working else N_("Days to the answer")),
            (
                ("year", word(N_("Year"))),
                ("answers", word(N_("Answers"))),
                ("median", word(N_("Half of the answers within"))),
                ("percentile_90", word(N_("Nine of ten within"))),
                ("longest", word(N_("The longest"))),
            ),
            tuple((year, each.answers, _plain(each.median), each.ninth, each.longest) for year, each in found.items()),
            tuple(found),
            ((word(N_("Half of the answers within")), "good"), (word(N_("Nine of ten within")), "attention")),
            tuple(
                ((each.median, each.ninth - each.median), f"{number(_plain(each.median))} · {number(each.ninth)}")
                for each in found.values()
            ),
        )

    def fees(self) -> Figures:
        word = self.reading.word
        grouped = statistics.grouped(self.cases, statistics.year)
        found = {year: statistics.fees(cases, self.last) for year, cases in grouped.items()}
        return Figures(
            "fees",
            word(N_("Fees for copies")),
            (("year", word(N_("Year"))), ("requests", word(N_("Requests with a fee"))), ("sum", word(N_("Sum")))),
            tuple((year, each.paid, each.sum) for year, each in found.items()),
            tuple(found),
            ((word(N_("Sum")), "good"),),
            tuple(((float(each.sum),), self.reading.money(each.sum, None).text) for each in found.values()),
            money=frozenset({"sum"}),
        )

    def appeals(self) -> Figures:
        found = statistics.appeals(self.cases, self.last)
        word, number = self.reading.word, self.reading.language.number
        parts = ((word(N_("Decided")), "good"), (word(N_("Being considered")), "neutral"))
        return Figures(
            "appeals",
            word(N_("Appeals")),
            (
                ("before", word(N_("Before"))),
                ("appeals", word(N_("Appeals"))),
                ("decided", parts[0][0]),
                ("pending", parts[1][0]),
            ),
            tuple((level, each.appeals, each.decided, each.appeals - each.decided) for level, each in found.items()),
            tuple(self._text(each.case, "level") for each in found.values()),
            parts,  # type: ignore[arg-type]
            tuple(((each.decided, each.appeals - each.decided), number(each.appeals)) for each in found.values()),
        )


NAMES = ("years", "quarters", "outcomes", "grounds", "days", "channels", "requesters", "fees", "appeals")
"""Every table, in the order of the page; each is a method of `Counted`."""


def _parts(counts: Counts) -> tuple[float, ...]:
    return tuple(map(float, counts[1:]))


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value
