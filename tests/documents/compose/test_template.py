"""Templates are data: every language has every one, with the same sections, fields and words."""

import pytest

from desktop.documents.compose import load_template, template_ids
from desktop.i18n import Language


@pytest.mark.parametrize("template", template_ids("kz"))
def test_a_template_says_the_same_in_every_language(template: str) -> None:
    english = load_template(template, "kz", "en")
    for language in Language:
        told = load_template(template, "kz", language)
        assert [(one.id, one.kind, one.is_required) for one in told.sections] == [
            (one.id, one.kind, one.is_required) for one in english.sections
        ]
        assert told.words.keys() == english.words.keys()
        assert [name for name, _label in told.fields] == [name for name, _label in english.fields]
        assert [field for field, _title in told.chronology_columns] == [f for f, _t in english.chronology_columns]
        assert (told.is_public, told.profile, told.cover) == (english.is_public, english.profile, english.cover)


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize("template", template_ids("kz"))
def test_no_heading_is_left_in_english(template: str, language: str) -> None:
    english = {one.heading for one in load_template(template, "kz", "en").sections}
    assert not english & {one.heading for one in load_template(template, "kz", language).sections}


@pytest.mark.parametrize("name", ["nothing", "../secret", "", "chronology.toml"])
def test_an_unknown_template_is_a_key_error(name: str) -> None:
    with pytest.raises(KeyError):
        load_template(name, "kz", "en")


def test_a_jurisdiction_without_templates_of_its_own_has_the_general_ones() -> None:
    assert template_ids("it") == template_ids("kz") == ("chronology", "statement")
    assert load_template("chronology", "it", "en").title == load_template("chronology", "kz", "en").title


def test_what_the_author_has_not_written_is_missing() -> None:
    statement = load_template("statement", "kz", "en")
    assert [one.id for one in statement.missing({"summary": "x"})] == ["demands"]
    assert statement.missing({"summary": "x", "demands": "y"}) == ()
