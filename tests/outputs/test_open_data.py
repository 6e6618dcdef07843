"""The catalogue of data: DCAT-AP's rules hold, both forms say the same, no language's text is lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

from sajaro.outputs.open_data import terms
from sajaro.site import Institution
from sajaro.types.datasets import FREQUENCY
from tests.outputs.sites import NAME, Made, document, make

SHAPES = Path(__file__).with_name("dcat-ap.ttl")
OUTPUTS = ("home", "lists", "pages", "files", "calendars", "public_register", "open_data")
FILES = {
    "units/finance.ka.md": document("საფინანსო სამსახური"),
    "units/finance.en.md": document("Finance Service"),
    "datasets/budget/index.ka.md": document(
        "ბიუჯეტი",
        summary="შემოსულობები და გადასახდელები.",
        date="2026-03-01",
        updated="2026-04-01",
        publisher="finance",
        license="CC BY 4.0",
        frequency="quarterly",
        temporal={"from": "2026-01-01", "to": "2026-12-31"},
        spatial="ზღვისპირა",
        keywords=["ბიუჯეტი", "ფინანსები"],
        conforms_to="https://standard.example/budget",
        distributions=[
            {"file": "budget.csv", "title": "თვეების მიხედვით"},
            {"url": "https://data.example/budget.json", "format": "JSON"},
        ],
    ),
    "datasets/budget/index.en.md": document(
        "Budget",
        summary="Revenue and expenditure.",
        keywords=["budget", "finance"],
        distributions=[{"title": "By months"}, {}],
    ),
    "datasets/budget/budget.csv": "month,sum\n1,2\n",
    "datasets/trees.en.md": document(
        "Trees",
        date="2026-03-02",
        license="Ask us",
        distributions=[{"url": "https://data.example/trees", "format": "WFS"}],
    ),
    "events/2026/fair.ka.md": document("ბაზრობა", date="2026-03-01", kind="other", start="2026-05-02 10:00"),
}
BUDGET = URIRef("https://town.example/ka/datasets/budget/#dataset")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("site")
    return make(root, FILES, outputs=OUTPUTS, institution=Institution(name=NAME, email="town@town.example"))


@pytest.fixture(scope="module")
def graph(made: Made) -> Graph:
    return Graph().parse(data=made["catalog.ttl"], format="turtle")


def test_the_rules_of_dcat_ap_hold(graph: Graph):
    conforms, _, report = validate(graph, shacl_graph=str(SHAPES))
    assert conforms, report


@pytest.mark.parametrize(
    "triple",
    [
        (BUDGET, DCTERMS.title, None),
        (None, DCAT.accessURL, None),
        (None, FOAF.name, None),
        (None, DCTERMS.description, None),
    ],
)
def test_the_rules_are_none_that_anything_fulfils(graph: Graph, triple):
    broken = Graph() + graph
    broken.remove(triple)
    assert not validate(broken, shacl_graph=str(SHAPES))[0]


def test_both_forms_say_the_same(made: Made, graph: Graph):
    assert isomorphic(graph, Graph().parse(data=made.text("catalog.jsonld"), format="json-ld"))


def test_every_language_keeps_its_texts(graph: Graph):
    assert {*graph.objects(BUDGET, DCTERMS.title)} == {Literal("ბიუჯეტი", lang="ka"), Literal("Budget", lang="en")}
    assert {*graph.objects(BUDGET, DCAT.keyword)} == {
        Literal(word, lang=lang)
        for word, lang in (("ბიუჯეტი", "ka"), ("ფინანსები", "ka"), ("budget", "en"), ("finance", "en"))
    }
    area = graph.value(BUDGET, DCTERMS.spatial)
    assert [
        literal.language for _, _, literal in graph.triples((area, None, None)) if isinstance(literal, Literal)
    ] == ["ka"]


def test_what_a_dataset_says(graph: Graph):
    assert graph.value(BUDGET, DCTERMS.accrualPeriodicity) == URIRef(terms.frequency("quarterly"))
    assert str(graph.value(BUDGET, DCTERMS.issued)) == "2026-03-01"
    publisher = graph.value(BUDGET, DCTERMS.publisher)
    assert Literal("Finance Service", lang="en") in graph.objects(publisher, FOAF.name)
    files = {str(graph.value(each, DCAT.accessURL)): each for each in graph.objects(BUDGET, DCAT.distribution)}
    assert files.keys() == {"https://town.example/datasets/budget/budget.csv", "https://data.example/budget.json"}
    csv = files["https://town.example/datasets/budget/budget.csv"]
    assert graph.value(csv, DCTERMS["format"]) == URIRef(terms.file_type("CSV"))
    assert graph.value(csv, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert graph.value(files["https://data.example/budget.json"], DCAT.downloadURL) is None


def test_the_site_s_own_tables_are_datasets(graph: Graph):
    found = {str(graph.value(each, DCTERMS.identifier)) for each in graph.subjects(RDF.type, DCAT.Dataset)}
    assert found == {"datasets/budget", "datasets/trees", "register", "events"}
    register = URIRef("https://town.example/ka/register/#dataset")
    urls = {str(graph.value(each, DCAT.downloadURL)) for each in graph.objects(register, DCAT.distribution)}
    assert "https://town.example/en/register/register.csv" in urls
    assert len(urls) == 4


def test_every_file_that_is_named_is_there(made: Made, graph: Graph):
    own = {str(url).removeprefix("https://town.example/") for url in graph.objects(None, DCAT.downloadURL)}
    assert own <= made.artifacts.keys()


def test_the_list_of_datasets_leads_to_it(made: Made):
    assert b'href="/catalog.ttl"' in made["en/datasets/index.html"]


def test_every_frequency_has_its_term():
    assert all(terms.frequency(word) for word, _ in FREQUENCY.__metadata__[0].words)


def test_a_site_without_an_address_has_none(tmp_path: Path):
    assert "catalog.ttl" not in make(tmp_path, {}, outputs=OUTPUTS, siteurl="").artifacts


def test_it_is_the_same_each_time(made: Made):
    assert made["catalog.ttl"] == made["catalog.ttl"]
    assert json.loads(made["catalog.jsonld"])["@type"] == "dcat:Catalog"
