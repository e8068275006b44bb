"""The author's Markdown: a few kinds of block, numbered paragraphs, nothing a reader could not see in the source."""

import pytest

from desktop.documents.blocks import Heading, ListItem, Paragraph, Quote
from desktop.documents.compose.markdown import blocks_of
from desktop.documents.runs import Text


def test_paragraphs_are_numbered_on_from_where_the_text_before_ended() -> None:
    blocks = list(blocks_of("One.\n\nTwo.", 7))
    assert [(block.number, block.content) for block in blocks if isinstance(block, Paragraph)] == [
        (7, (Text("One."),)), (8, (Text("Two."),)),
    ]  # fmt: skip


def test_bold_and_italic_are_runs() -> None:
    (block,) = blocks_of("a **b *c*** d", 1)
    assert isinstance(block, Paragraph)
    assert block.content == (
        Text("a "), Text("b ", bold=True), Text("c", bold=True, italic=True), Text(" d"),
    )  # fmt: skip


def test_lists_keep_their_marks_and_depth_and_take_no_paragraph_number() -> None:
    blocks = list(blocks_of("The court should\n\n3. release\n4. pay\n   - rent\n\nThen.", 1))
    assert [(b.mark, b.level) for b in blocks if isinstance(b, ListItem)] == [("3)", 1), ("4)", 1), ("•", 2)]
    assert [b.number for b in blocks if isinstance(b, Paragraph)] == [1, 2]


def test_quotations_and_subheadings_are_set_apart() -> None:
    blocks = list(blocks_of("# In court\n\n> I will not stop.", 1))
    assert blocks == [Heading(2, "In court"), Quote((Text("I will not stop."),))]


@pytest.mark.parametrize(
    "hostile", ["<img src='/etc/passwd'>", "[click](file:///etc/passwd)", "![x](a.png)", "&lt;b&gt;", "`code`"]
)
def test_html_links_and_images_are_the_words_they_are_written_with(hostile: str) -> None:
    (block,) = blocks_of(hostile, 1)
    assert isinstance(block, Paragraph)
    assert "".join(run.text for run in block.content if isinstance(run, Text)) == hostile


def test_an_empty_text_has_no_blocks() -> None:
    assert list(blocks_of("  \n\n", 1)) == []
