"""What columns and tables are called: the titles a table is written with, and every title one is recognised by."""

from collections import Counter
from collections.abc import Iterable, Mapping

from desktop.documents.exchange.table import PARTICIPATION
from desktop.documents.sheets.columns import ID, Column
from desktop.i18n import N_, Language, catalogue, current
from resources.vocabularies import fields, label, vocabulary

TABLES: Mapping[str, str] = {
    "persons": N_("Persons"), "organisations": N_("Organisations"), "places": N_("Places"), "parties": N_("Parties"),
    "relations": N_("Relations"), "events": N_("Events"), "links": N_("Links"), "charges": N_("Charges"),
    "documents": N_("Documents"), "injuries": N_("Injuries"), "issues": N_("Points to prove"),
    "consents": N_("Consents"), "indicators": N_("Published figures"), "citations": N_("Citations"),
    "tasks": N_("Tasks"), "notes": N_("Notes"),
}  # fmt: skip
# Titles by key; the same key of two tables may be called differently: ``charges.text``.
TITLES: Mapping[str, str] = {
    "id": N_("Record id"),
    "names": N_("Name"), "names.ru": N_("Name in Russian"), "names.kk": N_("Name in Kazakh"),
    "names.en": N_("Name in English"), "names.transliteration": N_("Other spellings"),
    "names.birth": N_("Name at birth"), "names.alias": N_("Other names"), "description": N_("Description"),
    "sex": N_("Sex"), "born": N_("Born"), "deceased": N_("Died"), "citizenships": N_("Citizenships"),
    "languages": N_("Languages"), "occupation": N_("Occupation"), "addresses": N_("Addresses"),
    "phones": N_("Telephone numbers"), "health": N_("Health"), "protected": N_("Protection"),
    "pseudonym": N_("Pseudonym"), "tags": N_("Tags"), "kind": N_("Kind"), "parent": N_("Part of"),
    "address": N_("Address"), "region": N_("Region"), "coordinates": N_("Coordinates"), "zone": N_("Time zone"),
    "capacity": N_("Capacity"), "person": N_("Person"), "organisation": N_("Organisation"), "role": N_("Role"),
    "from": N_("From"), "to": N_("To"), "other_person": N_("Other person"),
    "other_organisation": N_("Other organisation"), "certainty": N_("Certainty"), "text": N_("Text"),
    "when": N_("When"), "until": N_("Until"), "place": N_("Place"), "until_place": N_("To the place"),
    "title": N_("Title"), "standing": N_("Standing"), "order": N_("Order"), "links.from": N_("From the event"),
    "links.to": N_("To the event"), "article": N_("Article"), "part": N_("Part"), "outcome": N_("Outcome"),
    "dated": N_("Dated"), "author": N_("Author"), "addressee": N_("Addressee"), "language": N_("Language"),
    "received": N_("Received"), "received_from": N_("Received from"), "received_how": N_("Received how"),
    "original": N_("Original"), "privileged": N_("Privileged"), "confidentiality": N_("Confidentiality"),
    "exhibit": N_("Exhibit no."), "derived_from": N_("Derived from"), "derivation": N_("Derived how"),
    "pages": N_("Pages"), "event": N_("Event"), "chart": N_("Body chart"),
    "injuries.region": N_("Body region"), "side": N_("Side of the body"), "x": N_("Place on the chart, across"),
    "y": N_("Place on the chart, down"), "type": N_("Type of injury"), "size": N_("Size"), "colour": N_("Colour"),
    "observed": N_("Observed"), "observed_by": N_("Observed by"), "istanbul": N_("Consistency (Istanbul Protocol)"),
    "grade": N_("Grade of the injury"), "photos": N_("Photographs"), "element": N_("Element"),
    "basis": N_("Legal basis"), "purpose": N_("Purpose"), "anonymity": N_("Anonymity"), "given": N_("Given"),
    "withdrawn": N_("Withdrawn"), "form": N_("Consent form"), "obtained_by": N_("Obtained by"), "value": N_("Value"),
    "out_of": N_("Out of"), "unit": N_("Unit"), "period": N_("Period"), "population": N_("Population"),
    "definition": N_("Definition"), "publisher": N_("Publisher"), "published": N_("Published"),
    "charge": N_("Charge"), "injury": N_("Injury"), "indicator": N_("Published figure"), "consent": N_("Consent"),
    "relation": N_("Relation"), "document": N_("Document"), "page": N_("Page"), "remark": N_("Remark"),
    "paragraph": N_("Paragraph"),
    "timecode": N_("Time code"), "quote": N_("Quotation"), "issue": N_("Point to prove"), "field": N_("Field"),
    "bearing": N_("Bearing"), "reliability": N_("Reliability"), "connection": N_("Connection to the fact"),
    "due": N_("Due"), "assignee": N_("Assigned to"), "status": N_("Status"),
}  # fmt: skip
# What people call a column besides; no words of ours, only recognised.
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "when": ("date", "date and time", "дата", "дата и время", "күні", "күні мен уақыты", "уақыты"),
    "dated": ("date", "дата", "күні"),
    "due": ("deadline", "date", "срок", "дата", "мерзімі", "күні"),
    "until": ("end", "end date", "окончание", "дата окончания", "аяқталуы"),
    "from": ("since", "start", "начало", "дата", "басталуы"),
    "names": ("names", "full name", "фио", "ф.и.о", "ф. и. о", "имя", "наименование", "название", "аты-жөні", "атауы"),
    "place": ("location", "место", "место события", "орын", "орны"),
    "text": ("description", "описание", "суть", "содержание", "сипаттамасы", "мазмұны"),
    "title": ("heading", "заголовок", "название", "наименование", "атауы"),
    "phones": ("phone", "телефон", "тел", "телефоны"),
    "addresses": ("address", "адрес", "мекенжай", "мекенжайы"),
    "born": ("date of birth", "birth date", "дата рождения", "год рождения", "туған күні", "туған жылы"),
    "value": ("number", "число", "количество", "саны"),
    "person": ("name", "фио", "ф.и.о", "лицо", "аты-жөні"),
}
_ROLES = f"{PARTICIPATION.key}."
_FIELDS = "fields."
_TAKEN_PART = N_("Participants: {role}")


def title_of(table: str, key: str, language: str) -> str:
    """What a column is called in a language; a key that has no title is its own."""
    translate = catalogue(language).gettext
    if key.startswith(_FIELDS):
        field = fields().get(key.removeprefix(_FIELDS))
        return label(field, language) if field else key
    if key.startswith(_ROLES):
        return translate(_TAKEN_PART).format(role=_role(key, language))
    title = TITLES.get(f"{table}.{key}") or TITLES.get(key)
    return translate(title) if title else key


def titled(table: str, columns: Mapping[str, Column], language: str) -> dict[str, str]:
    """The title of every column, no two alike: where two would be, each has its key behind it."""
    titles = {key: title_of(table, key, language) for key in columns}
    often = Counter(map(plain, titles.values()))
    return {key: f"{title} [{key}]" if often[plain(title)] > 1 else title for key, title in titles.items()}


def spellings(table: str, columns: Mapping[str, Column]) -> dict[str, str]:
    """The key of the column that each known title means, titles in plain form; one that could mean two means none.

    Titles of the interface's language come before those of the others, titles before keys, all before bare roles.
    """
    here = current().value
    titles = {language.value: titled(table, columns, language.value) for language in Language}
    meant = _alone(titles[here].items())
    meant = _alone((key, title) for named in titles.values() for key, title in named.items()) | meant
    meant = {plain(key): key for key in columns if key != ID} | meant  # "ID" numbers lines in many a table
    roles = [key for key in columns if key.startswith(_ROLES)]
    meant = _alone((key, _role(key, language.value)) for language in Language for key in roles) | meant
    return _alone((key, word) for key in columns for word in _SYNONYMS.get(key, ())) | meant


def _alone(titles: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The key by its title in plain form, where no other key has that title."""
    meant: dict[str, set[str]] = {}
    for key, title in titles:
        meant.setdefault(plain(title), set()).add(key)
    return {title: keys.pop() for title, keys in meant.items() if len(keys) == 1}


def table_title(table: str, language: str) -> str:
    """What a table is called in a language."""
    return catalogue(language).gettext(TABLES[table]) if table in TABLES else table


def plain(title: str) -> str:
    """A title without what people add to it: case, blanks, colons, stars, underscores."""
    return " ".join(title.replace("ё", "е").replace("_", " ").strip(" \t:*.").split()).casefold()


def _role(key: str, language: str) -> str:
    role = vocabulary("roles").get(key.removeprefix(_ROLES))
    return label(role, language) if role else key
