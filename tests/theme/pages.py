"""One view of each page, as small as it can be while every branch of its template is taken, and what stands around it."""

from __future__ import annotations

from datetime import date, datetime

from markupsafe import Markup

from sajaro.views import (
    ActRow,
    ActTable,
    Alert,
    Asked,
    Bar,
    Card,
    Cards,
    Chart,
    Choice,
    Chrome,
    Column,
    Comparison,
    Components,
    Diff,
    Document,
    Due,
    Entry,
    Example,
    Fact,
    File,
    Filter,
    Form,
    Head,
    Heading,
    Home,
    Language,
    Ledger,
    LedgerPage,
    Link,
    Listing,
    Log,
    MenuItem,
    NotFound,
    Notice,
    Number,
    Pages,
    Passage,
    Phone,
    Picture,
    Progress,
    Prose,
    Run,
    Search,
    SiteMap,
    Span,
    Specimen,
    State,
    Statistics,
    Stop,
    Table,
    Text,
    Timeline,
    Tombstone,
    Words,
)  # fmt: skip

HOME = Link("/en/", "Home")
DAY = date(2026, 11, 22)
ACT = Card(
    "/en/acts/12/",
    "On the budget",
    "acts",
    "act",
    kind="Ordinance",
    number="12",
    day=DAY,
    state=State("in force", "good"),
)
EVENT = Card(
    "/en/events/1/", "Public meeting", "events", "event", span=Span(datetime(2026, 11, 24, 18), None), place="School"
)
FOREIGN = Card("/ka/news/1/", Text("წყალი", "ka"), "press-releases", "press-release", lang="ka", language="ქართული")
PICTURE = Picture("/p.jpg", 600, 400, "Mountains", caption="The valley", credit="Press office", licence="CC BY 4.0")
BODY = Prose("", Markup('<h2 id="one">One</h2><p>Text.</p><h2 id="two">Two</h2><p>Text.</p><h2 id="three">Three</h2>'))
FACTS = (Fact("Unit", (Link("/en/units/council/", "Council"), Phone("+995000000100", "+995 000 00 01 00"))),)
TIMES = Timeline("Versions", (Stop(DAY, "Adopted", current=True), Stop(None, "Ends", future=True)))
DUTIES = Due(
    Progress("Public information", "31 of 32 published.", (("published", 31, "good"), ("late", 1, "severe"))),
    "Late",
    (Link("/en/duties/5.3/", "5.3. Salaries", note="3rd quarter of 2026"),),
)
YEARS = Choice("Year", ((Link("/en/acts/2026/", "2026"), 48),))
ENTRIES = Ledger(
    "Entries",
    (
        Entry("1,204", Link("/en/acts/12/", "On the budget"), "Issued document", "Ordinance", DAY, DAY, 0, False, "Council", "", "", State("Open", "good"), "", (File("/p.csv", "p.csv", "CSV", "1 KB", digest="3f9a41c0d1"),)),
        Entry("", Link("/ka/register/1/", "წყალი", "ka", language="ქართული"), "Received document", "", DAY, DAY, 5, True, Text("საბჭო", "ka"), Text("მოქალაქე", "ka"), "Ministry", State("Open in part", "attention"), "Art. 28", ()),
        Entry("1,203", Link("/en/register/2/", "Minutes"), "Created document", "", None, None, 1, False, "", "", "", State("Not open"), Text("მუხლი 28", "ka"), ()),
    ),
)  # fmt: skip


def form(rows: str, late: str = "") -> Form:
    options = (("council", Text("საბჭო", "ka")), ("office", "Office"))
    return Form(
        rows,
        "Search",
        "Title",
        "Found: {count}",
        "Show all",
        late,
        (Filter("units", "Unit", options),),
        "/en/index.json",
        "/assets/ledger.js",
    )


REGISTERS = (
    LedgerPage(
        (HOME,), "Register", None, "", "254 entries", (ENTRIES,), Pages(None, None, ((Link("/en/register/2026/", "2026"), False),)), BODY,
        notes=("Days that the law gives for an entry: 2.",), choices=(YEARS,),
        downloads=(Link("/en/register/register.csv", "All (CSV)"),), feeds=(Link("/en/register/feed.atom", "Feed"),), form=form("ledger", "Only entered late"),
    ),
    LedgerPage((HOME,), "Register", Link("/en/register/units/a/", Text("საბჭო", "ka"), language="ქართული"), "page 3", "50 entries", (ENTRIES,), Pages(Link("/en/1/", "Newer"), Link("/en/2/", "Older"), ())),
)  # fmt: skip
LOG = Log(
    "The last requests",
    (
        Asked("PI-2", Link("/en/requests/2/", "Costs"), DAY, "Citizen", "Council", State("Granted", "good"), "", DAY, None, "6 working days", False),
        Asked("PI-1", Link("/ka/requests/1/", "წყალი", "ka", language="ქართული"), DAY, "", Text("საბჭო", "ka"), State("Overdue", "severe"), Text("მუხლი 28", "ka"), None, DAY, "1 working day late", True),
        Asked("PI-0", Link("/en/requests/0/", "All"), DAY, "", "", State("Clarification asked for"), "", None, None, "", False),
    ),
)  # fmt: skip
REQUESTS = (
    LedgerPage(
        (HOME,), "Requests", None, "", "150 requests", (LOG,), Pages(None, None, ((Link("/en/requests/2026/", "2026"), False),)), BODY,
        Notice("1 request is overdue", tone="severe", links=(HOME,)), ("Time for an answer: 10 working days.",), (YEARS,),
        (Link("/en/requests/statistics/", "Statistics"),), (Link("/en/requests/requests.csv", "All (CSV)"),), (Link("/en/requests/feed.atom", "Feed"),),
        form("log", "Only late ones"),
    ),
    LedgerPage((HOME,), "Requests", Link("/en/requests/units/a/", Text("საბჭო", "ka"), language="ქართული"), "page 3", "50 requests", (LOG,), None),
    Statistics(
        (HOME,), "Statistics of requests", "What was asked.",
        (
            Chart(
                "By year", (("In time", "good"), ("Late", "severe")), (Bar("2026", (3.0, 1.0), "4"), Bar("Total", (), "")),
                Table("By year", (Column("Year"), Column("Requests", True)), (((Words("2026"),), (Number("4"),)), ((Words("Total"),), (Number("4"),)))),
                (Link("/en/requests/statistics/years.csv", "Table (CSV)"),), "years",
            ),
        ),
        (Heading(2, "years", "By year"),), (Link("/en/requests/requests.csv", "All (CSV)"),),
    ),
)  # fmt: skip
ACTS = ActTable(
    "Ordinances",
    (
        ActRow("12", Link("/ka/acts/12/", "წყალი", "ka", language="ქართული"), "Ordinance", Text("საბჭო", "ka"), DAY, DAY, State("Not yet in force", "attention")),
        ActRow("7", Link("/en/acts/7/", "On fees"), "", "", None, None, State("In force", "good")),
    ),
)  # fmt: skip
ACT_REGISTERS = (
    LedgerPage(
        (HOME,), "Legal acts", None, "", "61 acts", (ACTS,), Pages(None, None, ((Link("/en/acts/2026/", "2026"), False),)), BODY,
        choices=(YEARS,), downloads=(Link("/en/acts/acts.csv", "All (CSV)"),), feeds=(Link("/en/acts/feed.atom", "Feed"),), form=form("ledger-acts"),
    ),
    LedgerPage((HOME,), "Legal acts", Link("/en/acts/2026/", "2026"), "page 2", "2 acts", (ACTS, ACTS), None),
)  # fmt: skip
COMPARISON = Comparison(
    (HOME,), "What changed", "Ordinance No. 7", Link("/en/acts/7/", "As adopted"), Link("/en/acts/7/2026-03-01/", "Consolidated"),
    (Link("/en/acts/8/", "Ordinance No. 8"),), "1 passage differs", Diff("Changes", (Passage("changed", (Run("same", "The fee is "), Run("removed", "20"), Run("added", "30"))),)),
    Link("/en/acts/7/2026-09-01/changes/", "The next changes"),
)  # fmt: skip


def cards(title: str, *listed: Card) -> Cards:
    return Cards(title, listed, Link("/en/all/", f"All: {title}"))


VIEWS = [
    Document(
        crumbs=(HOME,), section="acts", type="act", kind="Ordinance", number="12", title="On the budget", day=DAY, updated=DAY,
        summary="What changes.", state=State("in force", "good"), sentence="In force since 22 November 2026.",
        notices=(Notice("An unofficial text", "The official one is elsewhere.", "attention", (HOME,)),), picture=PICTURE, facts=FACTS,
        contents=(Heading(2, "one", "One"), Heading(2, "two", "Two"), Heading(2, "three", "Three")), blocks=(BODY, TIMES),
        related=(cards("Related", FOREIGN),), address="https://mtiskari.example/en/acts/12/", filters=(("section", "Acts"),),
    ),
    Document(
        crumbs=(), section="pages", type="page", kind="", number="", title="Accessibility", day=None, updated=None, summary="",
        state=None, sentence="", notices=(), picture=None, facts=(), contents=(), blocks=(Prose("", Markup("<p>Text.</p>")),), related=(),
    ),
    Tombstone((HOME,), "Announcement", "An auction", DAY, "It named another body's property.", "https://mtiskari.example/en/a/"),
    Listing(
        (HOME,), "acts", "Legal acts", BODY, 1248, (ACT, FOREIGN), (YEARS,),
        Pages(None, Link("/en/acts/2026/page-1/", "1"), ((Link("/en/acts/", "2"), True), (Link("/en/acts/2026/page-1/", "1"), False))),
        (Link("/en/acts/feed.atom", "Atom"),),
    ),
    Listing((HOME,), "acts", "Legal acts", None, 0, (), (), None, ()),
    Home(
        "Mtiskari Municipality", Prose("", Markup("<p>A town and six villages.</p>")), PICTURE, ACT, cards("News", FOREIGN), cards("Events", EVENT),
        cards("Acts", ACT), cards("Services", FOREIGN), DUTIES, cards("Consultations", ACT), cards("People", FOREIGN),
        archives=(Link("/en/press-releases/", "Press releases: see all"),),
    ),
    Home("Mtiskari Municipality", None, None, None, *[Cards("Nothing", ())] * 4, None, *[Cards("Nothing", ())] * 2),
    Search("Search", "/en/search/index.json", "/static/search.js", (YEARS,)),
    Search("Search", "", "/static/search.js", (YEARS,)),
    NotFound("There is no such page", "/en/search/", (HOME,)),
    *REGISTERS,
    *REQUESTS,
    SiteMap((HOME,), "All sections", (("News", ((Link("/en/press-releases/", "Press releases"), 410),)),)),
    Components((HOME,), "Components", (Specimen("state", ("the word says it",), (Example("Good", "ka", "ltr", Markup("<p>ძალაშია</p>")),)),)),
    *ACT_REGISTERS,
    COMPARISON,
]  # fmt: skip

CHROME = Chrome(
    lang="en", direction="ltr", institution="Mtiskari Municipality", home="/en/", emblem="/emblem.svg", accent="#1c5c52",
    menu=tuple(MenuItem(title, f"/en/{title}/", title == "acts") for title in ("news", "acts", "services")), search="/en/search/",
    hotline=Phone("+995000000481", "000 00 04 81"), hotline_note="day and night", footer_facts=(Fact("Address", (Words("1 Freedom Square"),)),),
    footer_links=(Link("/en/accessibility/", "Accessibility"),), feeds=(Link("/en/feed.atom", "Atom"),), note="A demonstration.",
    stylesheet="/static/site.css", icons=(("any", "/icon.svg"), ("180x180", "/icon-180.png")), webmanifest="/site.webmanifest",
    preload=("/static/fonts/sans-latin.woff2",),
)  # fmt: skip
HEAD = Head(
    "On the budget", "What changes.", "https://mtiskari.example/en/acts/12/", (("en", "https://mtiskari.example/en/acts/12/"),),
    (Link("/en/feed.atom", "Atom"), Link("/en/feed.json", "JSON Feed")), Markup('{"@type": "Legislation"}'), "https://mtiskari.example/card.png", "article",
)  # fmt: skip
LANGUAGES = (
    Language("ka", "ქართული", "/ka/acts/12/", False, True),
    Language("en", "English", "/en/acts/12/", True, True),
    Language("az", "Azərbaycanca", "/az/", False, False),
)
ALERTS = (
    Alert(
        "The road is closed",
        "warning",
        "Warning",
        "/en/alerts/road/",
        Span(datetime(2026, 11, 20, 18), datetime(2026, 11, 27)),
        "Go round.",
    ),
)
