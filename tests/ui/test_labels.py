"""Words for what the record holds, in the language of the window; what nobody knows is shown as it is written."""

import pytest
from PySide6.QtWidgets import QApplication

from db.rows import EventRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, LinkKind, Name, Standing
from desktop.i18n import Language
from desktop.ui import icons, labels
from desktop.ui.language import speech
from resources.vocabularies import vocabulary


def test_terms_speak_the_language_of_the_window(qapp: QApplication) -> None:
    assert labels.event_kind("detention") == "Detention"
    speech().switch(Language.RUSSIAN)

    assert labels.event_kind("detention") == "Задержание"
    assert labels.term("standings", "alleged") == "Утверждается"


def test_what_no_vocabulary_knows_is_shown_as_it_is_written() -> None:
    assert labels.term("roles", "of-the-future") == "of-the-future"
    assert labels.event_kind("of-the-future") == "of-the-future"
    assert labels.field("of_the_future") == "of_the_future"
    assert labels.language("xx") == "xx"
    assert labels.term("roles", None) == ""


def test_a_person_is_called_by_name_else_by_what_is_known() -> None:
    assert labels.member(PersonRow(id="", names=(Name("Калас", "ru"), Name("Kalas", "en")))) == "Kalas"
    assert labels.member(PersonRow(id="", description="officer in mask no. 2")) == "officer in mask no. 2"
    assert labels.member(PersonRow(id="")) == "Unidentified person"
    assert labels.member(OrganisationRow(id="")) == "Without a name"


def test_the_other_spellings_leave_out_the_one_shown() -> None:
    row = PlaceRow(id="", names=(Name("Алматы", "ru"), Name("Almaty", "en")))
    assert labels.spellings(row) == ["Алматы"]
    assert labels.spelled(Name("Алматы", "kk-Cyrl", "alias")) == "Алматы (Kazakh, Other name or spelling)"


def test_an_event_without_a_title_is_called_by_its_kind() -> None:
    assert labels.event(EventRow(id="", case_id="", kind="hearing")) == "Hearing"
    assert labels.event(EventRow(id="", case_id="", kind="hearing", title="Day 1")) == "Day 1"


@pytest.mark.parametrize("kind", list(LinkKind))
def test_a_link_reads_differently_from_its_two_ends(kind: LinkKind) -> None:
    assert labels.link(kind.value, is_outgoing=True) != labels.link(kind.value, is_outgoing=False)


def test_every_standing_has_a_mark_and_every_kind_a_name_and_icon(qapp: QApplication) -> None:
    assert set(labels.STANDING_MARKS) == set(Standing) == set(vocabulary("standings"))
    assert set(labels.KIND_NAMES) == set(Kind)
    for icon in (*labels.KIND_ICONS.values(), *(mark for mark, _colour in labels.STANDING_MARKS.values())):
        assert not icons.icon(icon).isNull()
