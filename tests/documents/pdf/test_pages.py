"""What stands on which page: notes with their marks, heads with their tables, headings with their text."""

import pytest

from desktop.documents.blocks import Align, Contents, Heading, ListItem, PageBreak, Paragraph, Signatory, SignatureBlock
from desktop.documents.runs import Content, CrossReference, ExhibitReference, Footnote, FootnoteReference, Text
from desktop.documents.tables import (
    ChronologyColumn,
    ChronologyField,
    ChronologyRow,
    ChronologyTable,
    ExhibitColumn,
    ExhibitField,
    ExhibitList,
    ExhibitRow,
)
from tests.documents.written_briefs import Paper, paper

COLUMNS = (ChronologyColumn(ChronologyField.NUMBER, "No."), ChronologyColumn(ChronologyField.EVENT, "What happened"))
NEAR_THE_END = range(27, 36)  # short paragraphs that nearly fill a page
LINE = "Nothing moved in the yard that night and nobody spoke. "


def _marked(text: str, *numbers: int) -> Content:
    return (Text(text), *(FootnoteReference(number) for number in numbers))


def _table(*events: Content) -> ChronologyTable:
    return ChronologyTable(COLUMNS, tuple(ChronologyRow(str(n), "", event) for n, event in enumerate(events, 1)))


def _page_of(paper: Paper, text: str) -> int:
    found = [number for number, page in enumerate(paper.pages, 1) if text in page]
    assert len(found) == 1, f"{text} stands on pages {found}"
    return found[0]


def test_an_empty_brief_is_one_page() -> None:
    assert paper().pages == ["Page 1 of 1"]


def test_every_page_says_which_of_how_many_it_is() -> None:
    pages = paper(*(Paragraph(LINE * 30) for _ in range(10))).pages
    assert [page.split()[-4:] for page in pages] == [
        f"Page {n} of {len(pages)}".split() for n in range(1, len(pages) + 1)
    ]


def test_the_number_of_short_paragraphs_that_fill_a_page_is_what_these_tests_assume() -> None:
    first, last = NEAR_THE_END[0], NEAR_THE_END[-1]
    assert [paper(*(Paragraph(f"line {n}") for n in range(fill))).written.pages for fill in (first, last)] == [1, 2]


def test_a_page_break_at_the_top_of_a_page_makes_no_empty_page() -> None:
    assert (
        paper(PageBreak(), Paragraph("one"), PageBreak(), PageBreak(), Paragraph("two"), PageBreak()).written.pages == 2
    )


@pytest.mark.parametrize("fill", NEAR_THE_END)
def test_a_note_stands_on_the_page_of_its_mark(fill: int) -> None:
    blocks = [Paragraph(f"line {n}") for n in range(fill)]
    made = paper(*blocks, Paragraph(_marked("MARK", 1)), footnotes=(Footnote(1, "NOTE"),))
    assert _page_of(made, "MARK") == _page_of(made, "NOTE")


def test_a_note_marked_twice_is_printed_once_where_it_is_marked_first() -> None:
    blocks = (Paragraph(_marked("FIRST", 1)), PageBreak(), Paragraph(_marked("SECOND", 1)))
    made = paper(*blocks, footnotes=(Footnote(1, "NOTE"),))
    assert _page_of(made, "NOTE") == _page_of(made, "FIRST")


def test_a_note_in_a_table_stands_on_the_page_of_its_row() -> None:
    events = [_marked(f"EVENT{n}. {LINE * 3}", n) for n in range(1, 41)]
    made = paper(_table(*events), footnotes=tuple(Footnote(n, f"NOTE{n}.") for n in range(1, 41)))
    assert made.written.pages > 2
    for number in range(1, 41):
        assert _page_of(made, f"EVENT{number}.") == _page_of(made, f"NOTE{number}.")


def test_a_note_longer_than_a_page_goes_on_over_the_next_pages() -> None:
    note = " ".join(f"n{n}n" for n in range(4000))
    made = paper(Paragraph(_marked("MARK", 1)), Paragraph("AFTER"), footnotes=(Footnote(1, note),))
    assert "n0n" in made.pages[0]
    assert "n3999n" in made.pages[-1]
    assert [made.text.count(f"n{n}n") for n in range(0, 4000, 7)] == [1] * len(range(0, 4000, 7))


def test_marks_beside_a_note_that_fills_the_page_wait_for_theirs() -> None:
    long = " ".join(f"n{n}n" for n in range(700))
    blocks = (Paragraph(_marked("ONE", 1)), Paragraph(_marked("TWO", 2)), Paragraph(_marked("THREE", 3)))
    made = paper(*blocks, footnotes=(Footnote(1, long), Footnote(2, long.replace("n", "m")), Footnote(3, "NOTE3")))
    order = [made.text.index(text) for text in ("n0n", "n699n", "m0m", "m699m", "NOTE3")]
    assert order == sorted(order)


def test_more_notes_than_a_page_holds_lose_none() -> None:
    numbers = range(1, 151)
    made = paper(Paragraph(_marked("MARK", *numbers)), footnotes=tuple(Footnote(n, f"NOTE{n}.") for n in numbers))
    for number in numbers:
        assert _page_of(made, f"NOTE{number}.") >= 1


@pytest.mark.parametrize("fill", NEAR_THE_END)
def test_a_heading_is_never_the_last_line_of_a_page(fill: int) -> None:
    blocks = [Paragraph(f"line {n}") for n in range(fill)]
    made = paper(*blocks, Heading(1, "HEADING"), Heading(2, "SMALLER"), Paragraph("BODY " + LINE * 4))
    assert _page_of(made, "HEADING") == _page_of(made, "SMALLER") == _page_of(made, "BODY")


@pytest.mark.parametrize("fill", NEAR_THE_END)
def test_one_line_of_a_paragraph_never_stands_alone(fill: int) -> None:
    sentence = " ".join(f"w{n}w" for n in range(10, 75))  # at most 15 to a line
    made = paper(*(Paragraph(f"line {n}") for n in range(fill)), Paragraph(sentence))
    counts = [page.count("w ") for page in made.pages if "w10w" in page or "w74w" in page]
    assert min(counts) > 15


def test_the_head_of_a_table_stands_on_each_of_its_pages_and_no_other() -> None:
    made = paper(_table(*[LINE] * 120), PageBreak(), Paragraph("AFTER"))
    assert made.written.pages > 3
    assert ["What happened" in page for page in made.pages] == [True] * (made.written.pages - 1) + [False]


def test_a_head_that_would_fill_the_pages_is_not_repeated() -> None:
    columns = (ChronologyColumn(ChronologyField.EVENT, "TOP " + "head " * 400),)
    made = paper(ChronologyTable(columns, tuple(ChronologyRow("", "", LINE) for _ in range(120))))
    assert ["TOP" in page for page in made.pages] == [True] + [False] * (made.written.pages - 1)


def test_a_table_without_rows_or_text_is_set() -> None:
    assert "What happened" in paper(_table()).text
    assert "What happened" in paper(_table("", "")).text


def test_a_row_taller_than_a_page_goes_on_over_the_next_ones() -> None:
    story = " ".join(f"s{n}s" for n in range(3000))
    made = paper(_table("BEFORE", story, "AFTER"))
    assert [made.text.count(f"s{n}s") for n in range(0, 3000, 7)] == [1] * len(range(0, 3000, 7))
    assert all("What happened" in page for page in made.pages)
    assert _page_of(made, "AFTER") == made.written.pages


def test_an_ordinary_row_is_not_parted() -> None:
    made = paper(_table(*[f"BEGIN{n}. {LINE * 6} END{n}." for n in range(60)]))
    for number in range(60):
        assert _page_of(made, f"BEGIN{number}.") == _page_of(made, f"END{number}.")


def test_cells_are_read_one_after_another_and_not_line_by_line() -> None:
    columns = (ChronologyColumn(ChronologyField.PLACE, "Place"), ChronologyColumn(ChronologyField.EVENT, "Event"))
    row = ChronologyRow("", "", "alpha " * 40 + "omega", place="beta " * 40 + "psi")
    text = paper(ChronologyTable(columns, (row,))).text
    assert text.index("psi") < text.index("alpha")


def test_an_exhibit_keeps_its_hash_whole_and_beside_it() -> None:
    columns = (ExhibitColumn(ExhibitField.NUMBER, "No."), ExhibitColumn(ExhibitField.DESCRIPTION, "Description"))
    rows = tuple(ExhibitRow(str(n), f"EXHIBIT{n}.", sha256=f"{n:064x}") for n in range(1, 61))
    made = paper(ExhibitList(columns, rows))
    assert made.written.pages > 1
    for row in rows:
        assert _page_of(made, row.sha256) == _page_of(made, f"{row.description}")


def test_the_contents_name_the_pages_their_headings_came_to_stand_on() -> None:
    headings = [(Heading(1, f"Part {n}."), Paragraph(LINE * 25 * n)) for n in range(1, 9)]
    made = paper(Contents("Contents"), *(block for pair in headings for block in pair))
    toc = made.text[: made.text.index("Nothing")]
    for level, title, page in made.bookmarks()[1:]:
        assert level == 0
        assert f"{title} {page}" in toc


def test_contents_longer_than_a_page_are_right_too() -> None:
    headings = [block for n in range(300) for block in (Heading(1 + n % 2, f"Part {n}."), Paragraph(LINE))]
    made = paper(Contents("Contents"), *headings)
    for _, title, page in made.bookmarks()[1:]:
        assert f"{title} {page}" in made.text
        assert title in made.pages[page - 1]


def test_every_link_leads_to_the_page_of_its_target() -> None:
    exhibits = ExhibitList((ExhibitColumn(ExhibitField.DESCRIPTION, "Description"),), (ExhibitRow("7", "A video"),))
    runs: Content = (CrossReference("end", "see the end"), ExhibitReference("7", "Exhibit 7"), FootnoteReference(1))
    blocks = (Paragraph(runs), PageBreak(), exhibits, PageBreak(), Heading(1, "End", "end"))
    assert paper(*blocks, footnotes=(Footnote(1, "NOTE"),)).links() == [(1, 3), (1, 2), (1, 1)]


def test_a_bookmark_that_skips_a_level_hangs_under_the_last_one() -> None:
    made = paper(Heading(2, "A"), Heading(4, "B"), Heading(1, "C"), Heading(3, "D"))
    assert [(level, title) for level, title, _ in made.bookmarks()] == [(0, "A"), (1, "B"), (0, "C"), (1, "D")]


@pytest.mark.parametrize("fill", NEAR_THE_END)
def test_a_signature_block_stays_on_one_page(fill: int) -> None:
    block = SignatureBlock((Signatory("Counsel", "NAME1"), Signatory("Client", "NAME2")), "DATE", "SIGNED")
    made = paper(*(Paragraph(f"line {n}") for n in range(fill)), block)
    assert len({_page_of(made, text) for text in ("DATE", "NAME1", "NAME2", "SIGNED")}) == 1


@pytest.mark.parametrize("fill", NEAR_THE_END)
def test_signatures_never_stand_on_a_page_without_text(fill: int) -> None:
    made = paper(*(Paragraph(f"line {n}.") for n in range(fill)), SignatureBlock((Signatory("Counsel", "NAME"),)))
    assert _page_of(made, "NAME") == _page_of(made, f"line {fill - 1}.")


@pytest.mark.parametrize("fill", NEAR_THE_END)
def test_a_request_stays_with_the_word_that_heads_it(fill: int) -> None:
    blocks = [Paragraph(f"line {n}") for n in range(fill)]
    made = paper(*blocks, Paragraph("REQUEST:", align=Align.CENTRE), ListItem("FIRST", "1)"))
    assert _page_of(made, "REQUEST:") == _page_of(made, "FIRST")
