"""What procurements come to, as tables and charts in the words of a language: by year, stage, method, supplier; planned and executed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from unicodedata import normalize

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


By = Callable[[Purchase], str | None]


def year(each: Purchase) -> str:
    return str(each.year or "")


def stage(each: Purchase) -> str | None:
    return each.gist.stage


def method(each: Purchase) -> str | None:
    return each.gist.method


def supplier(each: Purchase) -> str | None:
    return same(each.gist.supplier) if each.gist.supplier else None


def same(name: str) -> str:
    """Equal for spellings of one name that differ in case, quotation marks, hyphens and spaces."""
    return "".join(filter(str.isalnum, normalize("NFKC", name).casefold()))


@dataclass(frozen=True)
class Purchases:
    """The procurements that lists show; made once, with `build.once(found_purchases)`."""

    build: Build
    documents: list[Document]
    _groups: dict[By, list[tuple[str, list[Sums], str]]] = field(default_factory=dict)

    @cached_property
    def all(self) -> list[Purchase]:
        return purchases(self.documents, self.build.site.currency)

    @cached_property
    def counted(self) -> bytes:
        """Changes with whatever is counted."""
        return key(self.all)

    @cached_property
    def key(self) -> bytes:
        """Changes with whatever the sums and their labels may say."""
        named = {group[2] for by in (method, supplier) for group in self.groups(by)}
        return key(self.counted, self.build.library.key(*sorted(named)))

    @cached_property
    def whole_key(self) -> bytes:
        """Changes with whatever the table of all of them may say."""
        return self.build.library.key(*(each.id for each in self.documents))

    def groups(self, by: By) -> list[tuple[str, list[Sums], str]]:
        """The purchases by a name: that, what they come to, the id of the first; made once. A supplier is called as the first names it."""
        if by not in self._groups:
            groups = grouped(self.all, by).items()
            self._groups[by] = [
                (found[0].gist.supplier or "" if by is supplier else name, sums(found), found[0].id)
                for name, found in groups
            ]
        return self._groups[by]


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
    """The tables, in a language. Those of a page (`drawn`) are not endless, and leave out the currency where there is one only."""

    def __init__(self, found: Purchases, reading: Reading, drawn: bool = False) -> None:
        self.found, self.reading, self.word, self.drawn = found, reading, reading.word, drawn
        self.currencies = sorted({each.gist.currency or "" for each in found.all})

    def years(self) -> Figures:
        groups = sorted(self.found.groups(year), key=lambda each: each[0], reverse=True)
        return self._sums("years", N_("By year"), N_("Year"), groups, lambda name, _: name)

    def stages(self) -> Figures:
        order = [*(name for name, _ in STAGE.__metadata__[0].words), ""]
        groups = sorted(self.found.groups(stage), key=lambda each: order.index(each[0]))
        return self._sums(
            "stages", N_("By stage"), N_("Stage"), groups, lambda name, _: self.word(word_of(STAGE, name))
        )

    def methods(self) -> Figures:
        groups = _greatest_first(self.found.groups(method))
        return self._sums("methods", N_("By method"), N_("Method"), groups, lambda _, id: self._text(id, "method"))

    def suppliers(self) -> Figures:
        groups = _greatest_first([each for each in self.found.groups(supplier) if each[0]])
        return self._sums(
            "suppliers", N_("By supplier"), N_("Supplier"), groups, lambda _, id: self._text(id, "supplier")
        )

    def execution(self) -> Figures:
        """By year what was estimated, what was agreed of it, what has been paid; only what has a price."""
        word, percent = self.word, self.reading.language.percent
        rows: list[tuple[Cell, ...]] = []
        labels, drawn = [], []
        for name, found in sorted(
            grouped((each for each in self.found.all if each.gist.price is not None), year).items(), reverse=True
        ):
            for each in sums(found):
                share = percent(each.paid / each.price) if each.price else ""
                saved = each.value - each.price
                rows.append((name, each.currency, each.value, each.price, saved, each.paid, share))
                labels.append(self._labelled(name, each.currency))
                drawn.append(((float(each.paid), float(max(Decimal(), each.price - each.paid))), share))
        figures = Figures(
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
            tuple(drawn),
            money=frozenset({"value", "price", "saved", "paid"}),
        )
        return self._shown(figures, comparable=False)

    def _sums(
        self,
        name: str,
        title: str,
        label: str,
        groups: list[tuple[str, list[Sums], str]],
        said: Callable[[str, str], str],
    ) -> Figures:
        """A row for each group and currency."""
        rows: list[tuple[Cell, ...]] = []
        labels: list[str] = []
        drawn: list[tuple[tuple[float, ...], str]] = []
        counted, number = name == "stages", self.reading.language.number
        for group, found, first in groups[:SHOWN] if self.drawn else groups:
            text = "" if not self.drawn else said(group, first) if group else self.word(N_("Not named"))
            for each in found:
                rows.append(
                    (group or "-", each.currency, each.count, each.contracts, each.value, each.price, each.paid)
                )
                labels.append(self._labelled(text, each.currency))
                if self.drawn:
                    figure = number(each.count) if counted else self.reading.money(each.price, each.currency).text
                    drawn.append(((float(each.count if counted else each.price),), figure))
        figures = Figures(
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
            ((self.word(N_("Procurements") if counted else N_("Agreed price")), "good"),),
            tuple(drawn),
            money=frozenset(amount for amount, _ in AMOUNTS),
        )
        return self._shown(figures, comparable=counted)

    def _shown(self, figures: Figures, comparable: bool) -> Figures:
        """As a page has it; bars of several currencies are drawn only where they are `comparable`."""
        if not self.drawn:
            return figures
        if len(self.currencies) > 1:
            return figures if comparable else replace(figures, drawn=tuple(((), "") for _ in figures.rows))
        columns = (figures.columns[0], *figures.columns[2:])
        rows = tuple((row[0], *row[2:]) for row in figures.rows)
        return replace(figures, columns=columns, rows=rows, currency=self.currencies[0])

    def _labelled(self, text: str, currency: str) -> str:
        if len(self.currencies) < 2:
            return text
        label = f"{text}, {currency}"
        return Text(label, text.lang) if isinstance(text, Text) else label

    def _text(self, id: str, field: str) -> str:
        """A field's text, marked with its language where that is not the reader's."""
        fields, lang = fields_of(self.found.build.library.documents[id], self.reading.lang)
        text = getattr(fields, field)
        return text if lang == self.reading.lang or isinstance(text, Text) else Text(text, lang)


def _greatest_first(groups: list[tuple[str, list[Sums], str]]) -> list[tuple[str, list[Sums], str]]:
    return sorted(groups, key=lambda each: (not each[0], -max(one.price for one in each[1]), each[0]))


NAMES = ("years", "stages", "methods", "suppliers", "execution")
"""Every table, in the order of the page; each is a method of `Counted`."""
