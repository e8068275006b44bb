"""Every reference of a brief must lead somewhere before anything is written."""

from io import BytesIO

import pytest

from desktop.documents.blocks import Block, Brief, Heading, Notice, Paragraph
from desktop.documents.pdf import write
from desktop.documents.profiles import load_profile
from desktop.documents.references import UnresolvedReference, check_references
from desktop.documents.runs import Content, CrossReference, ExhibitReference, Footnote, FootnoteReference
from desktop.documents.tables import (
    ChronologyColumn,
    ChronologyField,
    ChronologyRow,
    ChronologySpan,
    ChronologyTable,
    ExhibitColumn,
    ExhibitField,
    ExhibitList,
    ExhibitRow,
    Source,
    SourceList,
)

NOWHERE: Content = (CrossReference("nowhere", "see there"),)
COLUMNS = (ChronologyColumn(ChronologyField.EVENT, "Event"),)
EXHIBITS = (ExhibitColumn(ExhibitField.DESCRIPTION, "Description"),)


def _brief(*blocks: Block) -> Brief:
    return Brief("en", blocks, (Footnote(1, "A note"),))


def test_references_that_lead_somewhere_are_listed() -> None:
    runs: Content = (CrossReference("facts", "see Facts"), ExhibitReference("1", "Exhibit 1"), FootnoteReference(1))
    exhibits = ExhibitList(EXHIBITS, (ExhibitRow("1", "A video"),))
    found = check_references(_brief(Heading(1, "Facts", "facts"), Paragraph(runs), exhibits))
    assert found == {("id", "facts"), ("exhibit", "1"), ("note", "1")}


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(NOWHERE),
        Notice("Remark", NOWHERE),
        ChronologyTable(COLUMNS, (ChronologyRow("1", "2022", "Event", persons=NOWHERE),)),
        ChronologyTable(COLUMNS, (ChronologySpan(NOWHERE),)),
        ExhibitList(EXHIBITS, (ExhibitRow("1", NOWHERE),)),
        SourceList((Source("1", NOWHERE),)),
        Paragraph((ExhibitReference("7", "Exhibit 7"),)),
        Paragraph((FootnoteReference(7),)),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused_wherever_it_stands(block: Block) -> None:
    with pytest.raises(UnresolvedReference):
        check_references(_brief(block))


def test_a_reference_in_a_footnote_is_checked_too() -> None:
    with pytest.raises(UnresolvedReference):
        check_references(Brief("en", (), (Footnote(1, NOWHERE),)))


def test_the_error_names_the_targets_and_not_the_text() -> None:
    with pytest.raises(UnresolvedReference) as refused:
        check_references(_brief(Paragraph((CrossReference("nowhere", "see Aigerim"),))))
    assert refused.value.targets == (("id", "nowhere"),)
    assert "Aigerim" not in str(refused.value)


def test_nothing_is_written_of_a_brief_with_a_reference_that_leads_nowhere() -> None:
    target = BytesIO()
    with pytest.raises(UnresolvedReference):
        write(_brief(Paragraph(NOWHERE)), target, load_profile("archive"))
    assert not target.getvalue()


@pytest.mark.parametrize("row", [ChronologyRow("1", "2022", "Event", id="e"), ChronologySpan("gap")])
def test_rows_with_ids_can_be_referred_to(row: ChronologyRow | ChronologySpan) -> None:
    table = ChronologyTable(COLUMNS, (row,))
    brief = _brief(table, Paragraph((CrossReference("e", "event 1"),)))
    if isinstance(row, ChronologyRow):
        assert check_references(brief) == {("id", "e")}
    else:
        with pytest.raises(UnresolvedReference):
            check_references(brief)
