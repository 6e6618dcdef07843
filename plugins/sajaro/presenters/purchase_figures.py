"""What procurements come to, as tables and charts in the words of a language: by year, stage, method, supplier; planned and executed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sajaro.artifacts import key
from sajaro.fields import N_, word_of
from sajaro.library import fields_of
from sajaro.presenters.build import Build
from sajaro.presenters.figures import Cell, Figures
from sajaro.purchases import DONE, Purchase, Sums, grouped, purchases, sums
from sajaro.read import Document
from sajaro.reading import Reading
from sajaro.types.procurements import STAGE
from sajaro.views import Fact, Facts, Text, Words

SHOWN = 25
"""Suppliers on the page; the table to download has all."""
AMOUNTS = (("value", N_("Estimated value")), ("price", N_("Agreed price")), ("paid", N_("Paid")))


@dataclass(frozen=True)
class Purchases:
    """The procurements that lists show; made once, with `build.once(found_purchases)`."""

    build: Build
    documents: list[Document]

    @cached_property
    def all(self) -> list[Purchase]:
        return purchases(self.documents, self.build.site.currency)

    @cached_property
    def key(self) -> bytes:
        """Changes with whatever the sums and their labels may say."""
        cards = self.build.library.card_keys
        return key(self.all, *(cards[each.id] for each in self.documents))


def found_purchases(build: Build) -> Purchases | None:
    """None where the site has no procurements."""
    documents = build.library.listed.get("procurements", [])
    return Purchases(build, documents) if documents else None


def totals(build: Build, reading: Reading, documents: list[Document]) -> Facts:
    """What the procurements of a list come to."""
    found = purchases(documents, build.site.currency)
    word, number = reading.word, reading.language.number
    facts = [
        Fact(word(N_("Procurements")), (Words(number(len(found))),)),
        Fact(word(N_("With a contract")), (Words(number(sum(each.gist.stage in DONE for each in found))),)),
    ]
    by_currency = sums(found)
    for name, title in AMOUNTS:
        amounts = [(each.currency, getattr(each, name)) for each in by_currency]
        if values := tuple(reading.money(amount, currency) for currency, amount in amounts if amount):
            facts.append(Fact(word(title), values))
    return Facts("", tuple(facts))


class Counted:
    """The tables, in a language."""

    def __init__(self, found: Purchases, reading: Reading) -> None:
        self.found, self.reading, self.word = found, reading, reading.word
        self.several = len({each.gist.currency for each in found.all}) > 1

    def years(self) -> Figures:
        return self._sums("years", N_("By year"), N_("Year"), lambda each: str(each.year or ""), lambda name, _: name)

    def stages(self) -> Figures:
        order = [name for name, _ in STAGE.__metadata__[0].words]
        return self._sums(
            "stages",
            N_("By stage"),
            N_("Stage"),
            lambda each: each.gist.stage,
            lambda name, _: self.word(word_of(STAGE, name)),
            lambda name, _: order.index(name) if name else len(order),
        )

    def methods(self) -> Figures:
        return self._sums(
            "methods",
            N_("By method"),
            N_("Method"),
            lambda each: each.gist.method,
            lambda _, group: self._text(group[0].id, "method"),
        )

    def suppliers(self) -> Figures:
        return self._sums(
            "suppliers",
            N_("By supplier"),
            N_("Supplier"),
            lambda each: each.gist.supplier,
            lambda _, group: self._text(group[0].id, "supplier"),
            contracted=True,
        )

    def execution(self) -> Figures:
        """By year what was estimated, what was agreed of it, what has been paid; only what has a price."""
        word, language = self.word, self.reading.language
        rows: list[tuple[Cell, ...]] = []
        labels, drawn = [], []
        for year, group in self._ordered(lambda each: str(each.year or "")):
            for each in sums(one for one in group if one.gist.price is not None):
                share = language.percent(each.paid / each.price) if each.price else ""
                rows.append(
                    (year, each.currency, each.compared, each.price, each.compared - each.price, each.paid, share)
                )
                labels.append(self._labelled(year, each.currency))
                drawn.append(((float(each.paid), float(max(0, each.price - each.paid))), share))
        return Figures(
            "execution",
            word(N_("Planned and executed")),
            (
                ("year", word(N_("Year"))),
                ("currency", word(N_("Currency"))),
                ("value", word(N_("Estimated value"))),
                ("price", word(N_("Agreed price"))),
                ("saved", word(N_("Saved"))),
                ("paid", word(N_("Paid"))),
                ("paid_share", word(N_("Paid of the price"))),
            ),
            tuple(rows),
            tuple(labels),
            ((word(N_("Paid")), "good"), (word(N_("Not yet paid")), "neutral")),
            tuple(drawn) if not self.several else tuple(((), "") for _ in rows),
            money=frozenset({"value", "price", "saved", "paid"}),
        )

    def _ordered(self, by: Callable[[Purchase], str | None]) -> list[tuple[str, list[Purchase]]]:
        """Groups by name, the last year or the last of the alphabet first."""
        return sorted(grouped(self.found.all, by).items(), reverse=True)

    def _sums(
        self,
        name: str,
        title: str,
        label: str,
        by: Callable[[Purchase], str | None],
        said: Callable[[str, list[Purchase]], str],
        order: Callable[[str, list[Sums]], Any] | None = None,
        contracted: bool = False,
    ) -> Figures:
        """A row for each group and currency; without an `order` the years from the last, the others from the greatest sum."""
        groups = grouped((each for each in self.found.all if not contracted or each.gist.supplier), by)
        tables = [(group, sums(found), found) for group, found in groups.items()]
        if order:
            tables.sort(key=lambda each: order(each[0], each[1]))
        elif name == "years":
            tables.sort(key=lambda each: each[0], reverse=True)
        else:
            tables.sort(key=lambda each: (not each[0], -max(one.price for one in each[1]), -len(each[2]), each[0]))
        rows: list[tuple[Cell, ...]] = []
        labels, drawn = [], []
        unnamed, language = self.word(N_("Not named")), self.reading.language
        for group, found, members in tables:
            text = said(group, members) if group else unnamed
            for each in found:
                rows.append(
                    (group or "-", each.currency, each.count, each.contracts, each.value, each.price, each.paid)
                )
                labels.append(self._labelled(text, each.currency))
                if name == "stages":
                    drawn.append(((float(each.count),), language.number(each.count)))
                else:
                    drawn.append(((float(each.price),), self.reading.money(each.price, each.currency).text))
        if self.several and name != "stages":
            drawn = [((), "") for _ in rows]
        return Figures(
            name,
            self.word(title),
            (
                (name.removesuffix("s"), self.word(label)),
                ("currency", self.word(N_("Currency"))),
                ("count", self.word(N_("Procurements"))),
                ("contracts", self.word(N_("With a contract"))),
                *((amount, self.word(word)) for amount, word in AMOUNTS),
            ),
            tuple(rows),
            tuple(labels),
            ((self.word(N_("Procurements") if name == "stages" else N_("Agreed price")), "good"),),
            tuple(drawn),
            money=frozenset(amount for amount, _ in AMOUNTS),
        )

    def _labelled(self, text: str, currency: str) -> str:
        if not self.several:
            return text
        label = f"{text}, {currency}"
        return Text(label, text.lang) if isinstance(text, Text) else label

    def _text(self, id: str, field: str) -> str:
        """A field's text, marked with its language where that is not the reader's."""
        fields, lang = fields_of(self.found.build.library.documents[id], self.reading.lang)
        text = getattr(fields, field)
        return text if lang == self.reading.lang or isinstance(text, Text) else Text(text, lang)


NAMES = ("years", "stages", "methods", "suppliers", "execution")
"""Every table, in the order of the page; each is a method of `Counted`."""


def shown(figures: Figures, several: bool) -> Figures:
    """A table as the page has it: without the currency where there is one only, and not endless."""
    currency = str(figures.rows[0][1]) if figures.rows and not several else None

    def without(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return row if several else (row[0], *row[2:])

    return replace(
        figures,
        columns=without(figures.columns),
        rows=tuple(map(without, figures.rows[:SHOWN])),
        labels=figures.labels[:SHOWN],
        drawn=figures.drawn[:SHOWN],
        currency=currency,
    )
