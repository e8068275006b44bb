"""However little a cover says, it is set; a title page has its page to itself."""

import pytest

from desktop.documents.blocks import Cover, CoverKind, Field, Paragraph, Signatory, SignatureBlock
from tests.documents.written_briefs import paper


def _full(kind: CoverKind, title: str = "TITLE") -> Cover:
    return Cover(kind, title, "SUBTITLE", "ISSUER", "DATE", "REF", (Field("LABEL", "VALUE"),))


@pytest.mark.parametrize("kind", CoverKind)
def test_a_cover_of_nothing_but_a_title_is_set(kind: CoverKind) -> None:
    assert paper(Cover(kind, "TITLE"), Paragraph("BODY")).text.startswith("TITLE")


@pytest.mark.parametrize("kind", CoverKind)
def test_a_cover_shows_what_it_is_given_but_a_filing_has_no_letterhead(kind: CoverKind) -> None:
    words = {"TITLE", "SUBTITLE", "ISSUER", "DATE", "REF", "LABEL", "VALUE"}
    shown = words & set(paper(_full(kind), Paragraph("BODY")).pages[0].replace(",", " ").split())
    assert words - shown == ({"ISSUER"} if kind is CoverKind.FILING else set())


def test_a_filing_without_an_addressee_still_shows_its_number() -> None:
    assert paper(Cover(CoverKind.FILING, "TITLE", reference="№ 12")).text.startswith("№ 12 TITLE")


@pytest.mark.parametrize("title", ["TITLE", "TITLE " * 60, "TITLE " * 600])
def test_a_title_page_has_its_pages_to_itself(title: str) -> None:
    made = paper(_full(CoverKind.TITLE_PAGE, title), Paragraph("BODY"))
    assert "TITLE" not in made.pages[-1]
    assert made.pages[-1].startswith("BODY")
    assert made.text.count("TITLE") == title.count("TITLE") + made.text.count("SUBTITLE")


def test_a_short_title_page_is_one_page() -> None:
    assert paper(_full(CoverKind.TITLE_PAGE), Paragraph("BODY")).written.pages == 2


@pytest.mark.parametrize("signatories", [(), (Signatory("", "NAME"),), (Signatory("", ""),)])
def test_a_signature_block_may_say_little(signatories: tuple[Signatory, ...]) -> None:
    assert paper(Paragraph("BODY"), SignatureBlock(signatories)).written.pages == 1
