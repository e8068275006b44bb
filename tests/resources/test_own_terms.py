"""A user's own terms stand after the shipped ones, and none of them can break what the program ships."""

import pytest

from db.rows import TermRow
from resources.vocabularies import (
    LANGUAGES,
    SHIPPED,
    Term,
    Vocabularies,
    event_kinds,
    fields,
    fits,
    in_force,
    label,
    names,
    put_in_force,
    read_names,
    vocabulary,
    vocabulary_names,
)
from resources.vocabularies.checks import BrokenVocabulary


def own(name: str, term: str, **body: object) -> TermRow:
    """An own term with a Russian label."""
    return TermRow("", name, term, {"ru": "Своё слово"}, body=body)


def test_an_own_term_stands_after_the_shipped_ones() -> None:
    put_in_force(Vocabularies([own("methods", "cold-cell")]))
    assert list(vocabulary("methods")) == [*SHIPPED.vocabulary("methods"), "cold-cell"]
    assert in_force().is_own("methods", "cold-cell")
    assert not in_force().is_own("methods", "beating")


def test_a_shipped_term_is_never_redefined() -> None:
    put_in_force(Vocabularies([own("methods", "beating"), own("fields", "methods", type="text")]))
    assert vocabulary("methods")["beating"] is SHIPPED.vocabulary("methods")["beating"]
    assert fields()["methods"].type == "terms"
    assert not in_force().is_own("methods", "beating")


def test_a_label_that_is_missing_falls_back_to_one_that_is_there() -> None:
    put_in_force(Vocabularies([own("methods", "cold-cell")]))
    assert label(vocabulary("methods")["cold-cell"], "kk") == "Своё слово"


def test_a_kazakh_label_that_is_missing_is_told_in_russian_before_english() -> None:
    term = Term("squad", {"en": "Squad", "ru": "Отряд"})
    assert label(term, "kk-Latn") == "Отряд"
    assert label(term, "fr") == "Squad"


def test_an_own_kind_has_own_and_shipped_fields_and_none_that_nobody_knows() -> None:
    kind = own("event-kinds", "raid", group="public", span=True, fields=["squad", "grounds", "gone"])
    put_in_force(Vocabularies([kind, own("fields", "squad", type="term", vocabulary="organisation-kinds")]))
    raid = event_kinds()["raid"]
    assert (raid.group, raid.span, raid.proves_presence) == ("public", True, False)
    assert raid.fields == ("squad", "grounds")
    assert fits(fields()["squad"], "police")
    assert not fits(fields()["squad"], "nobody")
    assert vocabulary("event-kinds")["raid"] is raid


def test_what_makes_no_sense_is_taken_for_the_plainest() -> None:
    rows = [own("event-kinds", "raid", group="x"), own("fields", "squad", type="x"), own("nowhere", "y")]
    put_in_force(Vocabularies([*rows, own("fields", "where", type="term", vocabulary="x")]))
    assert event_kinds()["raid"].group == "other"
    assert {fields()["squad"].type, fields()["where"].type} == {"text"}
    with pytest.raises(KeyError):
        vocabulary("nowhere")


def test_of_two_own_terms_of_one_id_the_first_counts() -> None:
    first = Vocabularies([own("fields", "squad", type="number")])
    both = first.extended([own("fields", "squad", type="bool"), own("methods", "cold-cell")])
    assert both.fields()["squad"].type == "number"
    assert "cold-cell" in both.vocabulary("methods")
    assert "cold-cell" not in first.vocabulary("methods")


def test_an_own_safeguard_draws_on_the_safeguards() -> None:
    put_in_force(Vocabularies([own("fields", "pen_given", type="safeguard")]))
    assert fits(fields()["pen_given"], "respected")


def test_every_vocabulary_has_a_name_and_the_fields_too() -> None:
    assert set(names()) == {*vocabulary_names(), "fields"}
    for language in LANGUAGES:
        called = [label(name, language) for name in names().values()]
        assert sorted(called) == sorted(set(called))


def test_a_name_that_does_not_say_whether_it_is_open_is_refused() -> None:
    with pytest.raises(BrokenVocabulary, match=r"names.toml: vocabulary\[0\].is_open: missing"):
        read_names("names.toml", '[[vocabulary]]\nid = "one"\nlabel.en = "O"\nlabel.ru = "О"\nlabel.kk = "О"\n')
