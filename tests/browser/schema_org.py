"""The terms of schema.org (release 30) that a public body's pages use: no more of the vocabulary than the tests need.

A class stands with those above it, a property with the classes that may have it.
"""

from __future__ import annotations

ABOVE = {
    "AdministrativeArea": "Place", "Answer": "CreativeWork", "Article": "CreativeWork", "AudioObject": "MediaObject",
    "Audience": "Thing", "Country": "AdministrativeArea", "BreadcrumbList": "ItemList", "CollectionPage": "WebPage", "ContactPoint": "Thing",
    "CreativeWork": "Thing", "DataDownload": "MediaObject", "Dataset": "CreativeWork", "DigitalDocument": "CreativeWork",
    "Event": "Thing", "FAQPage": "WebPage", "GovernmentOrganization": "Organization", "GovernmentService": "Service",
    "ImageGallery": "CollectionPage", "ImageObject": "MediaObject", "ItemList": "Thing", "JobPosting": "Thing",
    "Legislation": "CreativeWork", "LegislationObject": "Legislation", "ListItem": "Thing", "MediaObject": "CreativeWork",
    "MonetaryAmount": "Thing", "NewsArticle": "Article", "Organization": "Thing", "Periodical": "CreativeWork",
    "Person": "Thing", "Place": "Thing", "Project": "Organization", "PublicationIssue": "CreativeWork",
    "QuantitativeValue": "Thing", "Question": "CreativeWork", "Report": "Article", "Service": "Thing",
    "ServiceChannel": "Thing", "SpecialAnnouncement": "CreativeWork", "Thing": "", "VideoObject": "MediaObject",
    "WebPage": "CreativeWork",
}  # fmt: skip

_OF = {
    "Thing": "description identifier image mainEntityOfPage name sameAs url",
    "CreativeWork": "about author conditionsOfAccess contentLocation contributor creator dateModified datePublished encoding "
    "encodingFormat exampleOfWork expires headline inLanguage isBasedOn isPartOf keywords license mainEntity publisher spatialCoverage "
    "temporalCoverage text workExample",
    "Answer": "",
    "Audience": "audienceType",
    "ContactPoint": "email telephone",
    "Dataset": "distribution",
    "Event": "about contributor endDate eventStatus inLanguage keywords location organizer startDate",
    "GovernmentService": "serviceOperator",
    "ItemList": "itemListElement",
    "JobPosting": "baseSalary datePosted employmentType hiringOrganization jobLocation qualifications title validThrough",
    "Legislation": "legislationAmends legislationApplies legislationChanges legislationCommences legislationConsolidates "
    "legislationCorrects legislationDate legislationDateOfApplicability legislationDateVersion legislationIdentifier "
    "legislationJurisdiction legislationLegalForce legislationPassedBy legislationRepeals legislationResponsible legislationType",
    "LegislationObject": "contentUrl legislationLegalValue",
    "ListItem": "item position",
    "MediaObject": "contentUrl duration",
    "MonetaryAmount": "currency value",
    "Organization": "address contactPoint email employee location numberOfEmployees parentOrganization subOrganization telephone",
    "Person": "address contactPoint email jobTitle telephone worksFor",
    "Place": "address containedInPlace telephone",
    "PublicationIssue": "issueNumber",
    "QuantitativeValue": "unitText value",
    "Question": "acceptedAnswer",
    "Service": "areaServed audience availableChannel provider",
    "ServiceChannel": "serviceLocation servicePhone serviceUrl",
    "SpecialAnnouncement": "datePosted",
    "VideoObject": "transcript",
    "AudioObject": "transcript",
}
PROPERTIES = {kind: frozenset(names.split()) for kind, names in _OF.items()}
INDIVIDUALS = frozenset(
    "EventCancelled EventPostponed EventScheduled InForce NotInForce PartiallyInForce UnofficialLegalValue".split()
)
"""Members of enumerations that are named by their address."""


def misused(thing: object, where: str = "") -> list[str]:
    """Classes that there are not, and properties on things that have none of that name."""
    if isinstance(thing, list):
        return [found for each in thing for found in misused(each, where)]
    if isinstance(thing, str) and thing.startswith("https://schema.org/"):
        return [] if thing.rpartition("/")[2] in INDIVIDUALS else [f"{where}: no {thing}"]
    if not isinstance(thing, dict) or thing.keys() == {"@id"}:
        return []
    kind = thing.get("@type", "")
    if kind not in ABOVE:
        return [f"{where}: no class {kind!r}"] if "@graph" not in thing else misused(thing["@graph"])
    line = [kind]
    while ABOVE[line[-1]]:
        line.append(ABOVE[line[-1]])
    known = frozenset().union(*(PROPERTIES.get(each, frozenset()) for each in line))
    own = {name: value for name, value in thing.items() if not name.startswith("@")}
    wrong = [f"{kind} has no {name}" for name in own if name not in known]
    return wrong + [found for name, value in own.items() for found in misused(value, f"{kind}.{name}")]
