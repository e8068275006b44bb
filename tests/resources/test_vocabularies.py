"""The vocabularies: complete in three languages, faithful to the ids once given, refused when broken."""

import re

import pytest

from db.types import Bearing, LinkKind, Protection, Standing
from resources.vocabularies import (
    LANGUAGES,
    BrokenVocabulary,
    FieldKind,
    Term,
    event_kinds,
    fields,
    fits,
    label,
    read_event_kinds,
    read_fields,
    read_terms,
    vocabulary,
    vocabulary_names,
)

KAZAKH_LETTERS = re.compile("[әғқңөұүһі]", re.IGNORECASE)

START_IDS = {
    "event-kinds": """detention delivery detention-protocol notice-to-prosecutor notice-to-family
        consular-notice custody-order custody custody-extension house-arrest bail release
        transfer hospital-stay medical-examination forensic-examination ill-treatment threat
        death autopsy search interrogation confrontation line-up confession alleged-offence
        charge hearing verdict decision complaint motion appeal inquiry communication answer
        registration investigation-opened investigation-suspended investigation-closed protest
        public-statement reprisal visit solitary-confinement hunger-strike self-harm extradition
        deportation other""",
    "roles": """detainee victim patient accused suspect convicted witness relative defence-lawyer
        investigator prosecutor judge interpreter expert doctor official perpetrator ordered-by
        present monitor journalist other client""",
    "place-kinds": """police-station police-department ivs sizo colony prison special-reception court
        prosecutor-office hospital psychiatric-hospital airport home vehicle street square
        border abroad other""",
    "organisation-kinds": """police knb national-guard anti-corruption prosecutor court penitentiary npm pmc
        ombudsman ngo embassy hospital media bar un-body party other""",
    "link-kinds": "answers repeats extends appeals replaces part-of caused-by contradicts",
    "document-kinds": """medical-record photograph video audio letter statement protocol order decision petition
        answer report press map identity other""",
    "standings": "undisputed alleged disputed-by-us disputed-by-them prospective unsure",
    "bearings": "supports contradicts mentions",
    "protections": "none initials pseudonym withheld",
    "certainties": "confirmed probable possible rumour",
    "confidentialities": "open confidential secret investigation-secret",
    "name-kinds": "official alias transliteration birth",
}
START_FIELDS: dict[tuple[str, ...], str] = {
    (
        "detention",
        "custody",
    ): """acknowledged warrant_shown grounds exception_ground authority ordered_until protocol_at
        counsel_at family_notified_at consulate_notified_at medical_exam_at interpreter
        rights_explained recorded_at""",
    ("complaint", "motion", "appeal", "inquiry", "communication"): "addressee channel number asks status proof",
    ("ill-treatment",): "methods purposes instruments official consequences",
}

TERM = '[[term]]\nid = "one"\nlabel.en = "One"\nlabel.ru = "Один"\nlabel.kk = "Бір"\n'
KIND = TERM + 'group = "other"\nspan = false\nproves_presence = false\nfields = []\n'
FIELD = TERM.replace("term", "field")


@pytest.mark.parametrize("name", vocabulary_names())
def test_every_term_speaks_three_languages(name: str) -> None:
    for term in vocabulary(name).values():
        assert set(term.labels) == set(LANGUAGES)
        assert not re.search("[а-яё]", term.labels["en"], re.IGNORECASE), term
        assert not KAZAKH_LETTERS.search(term.labels["ru"]), term
        assert re.search("[а-яё]", term.labels["ru"], re.IGNORECASE), term
        assert all(text == text.strip() and text[0] == text[0].upper() for text in term.labels.values()), term


@pytest.mark.parametrize("name", vocabulary_names())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_terms_of_a_vocabulary_share_a_label(name: str, language: str) -> None:
    labels = [label(term, language) for term in vocabulary(name).values()]
    assert sorted(labels) == sorted(set(labels))


def test_fields_speak_three_languages_and_each_belongs_to_a_kind() -> None:
    assert all(set(field.labels) == set(LANGUAGES) for field in fields().values())
    assert set(fields()) == {field for kind in event_kinds().values() for field in kind.fields}


@pytest.mark.parametrize("name", START_IDS)
def test_ids_once_given_stay(name: str) -> None:
    assert set(START_IDS[name].split()) <= set(vocabulary(name))


@pytest.mark.parametrize("kinds", START_FIELDS)
def test_fields_once_given_stay(kinds: tuple[str, ...]) -> None:
    for kind in kinds:
        assert set(START_FIELDS[kinds].split()) <= set(event_kinds()[kind].fields)


@pytest.mark.parametrize(
    ("name", "closed"),
    [("standings", Standing), ("bearings", Bearing), ("protections", Protection), ("link-kinds", LinkKind)],
)
def test_closed_vocabularies_are_those_of_the_record(name: str, closed: type[Standing]) -> None:
    assert list(vocabulary(name)) == [member.value for member in closed]


def test_huridocs_codes_are_never_shared() -> None:
    codes = [term.huridocs for name in vocabulary_names() for term in vocabulary(name).values() if term.huridocs]
    assert sorted(codes) == sorted(set(codes))


def test_an_unknown_vocabulary_is_no_vocabulary() -> None:
    with pytest.raises(KeyError):
        vocabulary("../rules/kz")


def test_a_label_falls_back_to_the_plain_language_then_english_then_the_id() -> None:
    term = vocabulary("roles")["judge"]
    assert label(term, "kk-Cyrl") == label(term, "kk") == "Судья"
    assert label(term, "fr") == "Judge"
    assert label(Term("own-term", {}), "ru") == "own-term"


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("grounds", ["on suspicion", None], [1, True, ["x"]]),
        ("acknowledged", [True, False, None], ["yes", 1]),
        ("killed", [15, 0.5], [True, "15"]),
        ("damage", ["313000000 KZT", "0.50 USD"], ["313 million", "5", 5, "5 tenge"]),
        ("methods", [["beating", "electric-shock"], []], ["beating", ["no-such-method"], [1]]),
        ("status", ["ignored"], ["no-such-status", True]),
        ("interpreter", ["not-respected", False], ["no", 1]),
        ("protocol_at", ["2022-01-09~"], [2022]),
    ],
)
def test_a_field_takes_values_of_its_type_only(field: str, good: list[object], bad: list[object]) -> None:
    kind = fields()[field]
    assert all(fits(kind, value) for value in good)
    assert not any(fits(kind, value) for value in bad)


BROKEN_TERMS = [
    (TERM + 'id = "two"\n', "line 6", "syntax"),
    ("", "term", "missing"),
    ("term = 1", "term", "type"),
    ("term = [1]", "term[0]", "type"),
    (TERM + "[other]", "other", "unknown-key"),
    (TERM + TERM, "term[1].id", "duplicate"),
    (TERM.replace('"one"', '"One Two"'), "term[0].id", "form"),
    (TERM.replace('"one"', "1"), "term[0].id", "type"),
    (TERM.replace('id = "one"\n', ""), "term[0].id", "missing"),
    (TERM.replace('"Бір"', '" "'), "term[0].label.kk", "empty"),
    (TERM.replace('"Бір"', "1"), "term[0].label.kk", "type"),
    (TERM.replace("label.kk", "label.fr"), "term[0].label.kk", "missing"),
    (TERM + 'label.fr = "Un"', "term[0].label.fr", "unknown-key"),
    (TERM + 'colour = "red"', "term[0].colour", "unknown-key"),
    (TERM + 'huridocs = "torture"', "term[0].huridocs", "form"),
    (TERM + 'description = ""', "term[0].description", "empty"),
]
BROKEN_KINDS = [
    (KIND.replace('"other"', '"circus"'), "term[0].group", "unknown-term"),
    (KIND.replace("span = false\n", ""), "term[0].span", "missing"),
    (KIND.replace("span = false", 'span = "no"'), "term[0].span", "type"),
    (KIND.replace("[]", '["grounds", "nonsense"]'), "term[0].fields[1]", "unknown-term"),
    (KIND.replace("[]", '["grounds", "grounds"]'), "term[0].fields[1]", "duplicate"),
]
BROKEN_FIELDS = [
    (FIELD, "field[0].type", "missing"),
    (FIELD + 'type = "colour"', "field[0].type", "unknown-term"),
    (FIELD + 'type = "term"', "field[0].vocabulary", "missing"),
    (FIELD + 'type = "terms"\nvocabulary = "colours"', "field[0].vocabulary", "unknown-term"),
    (FIELD + 'type = "text"\nvocabulary = "roles"', "field[0].vocabulary", "unknown-key"),
    (FIELD.replace('"one"', '"with-hyphen"') + 'type = "text"', "field[0].id", "form"),
]


@pytest.mark.parametrize(
    ("read", "text", "key", "what"),
    [(read_terms, *case) for case in BROKEN_TERMS]
    + [(read_event_kinds, *case) for case in BROKEN_KINDS]
    + [(read_fields, *case) for case in BROKEN_FIELDS],
)
def test_a_broken_file_is_refused_with_its_name_and_the_key(read: object, text: str, key: str, what: str) -> None:
    assert callable(read)
    with pytest.raises(BrokenVocabulary) as caught:
        read("mine.toml", text)
    assert (caught.value.file, caught.value.key, caught.value.what) == ("mine.toml", key, what)


def test_a_good_file_is_read_as_it_stands() -> None:
    terms = read_terms("mine.toml", TERM + 'huridocs = "5.030100000000"\ndescription = "The first."')
    assert terms == {"one": Term("one", {"en": "One", "ru": "Один", "kk": "Бір"}, "5.030100000000", "The first.")}
    kind = read_event_kinds("mine.toml", KIND.replace("[]", '["grounds"]'))["one"]
    assert (kind.group, kind.span, kind.proves_presence, kind.fields) == ("other", False, False, ("grounds",))
    assert read_fields("mine.toml", FIELD + 'type = "safeguard"') == {
        "one": FieldKind("one", terms["one"].labels, type="safeguard", vocabulary="safeguards")
    }
