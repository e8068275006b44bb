"""A statement shows injuries on charts of the body with numbered marks, and says below what each one is."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.rows import ConsentRow, EventRow, InjuryRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.documents.blocks import BodyCharts, Heading, ListItem
from desktop.logic import when
from desktop.operations.briefs import Wanted, compose_brief, export_brief
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.records import save_record

STATEMENT = Wanted("statement", "en")
SEEN = when.parse("2022-01-09", "Asia/Almaty")


@pytest.fixture
def injured(vault: Vault, case_id: str) -> str:
    """A person with a bruise and a burn on charts, and a fracture on none."""
    person = save_member(vault, PersonRow("", (Name("Қалас Нұрпейісов", "kk"),)), case_id=case_id).result
    save_event(
        vault, EventRow("", case_id, "detention", title="Arrest"), [ParticipationRow("", "", "detainee", person)]
    )
    marks = [
        InjuryRow("", case_id, person, type="burn", region="forearm", side="right", chart="front", x=0.22, y=0.45,
                  size="12 × 4 cm", observed=SEEN, observed_by="Dr. Omarova", istanbul="highly-consistent",
                  grade="moderate"),
        InjuryRow("", case_id, person, type="bruise", region="back", chart="back", x=0.5, y=0.3, colour="purple"),
        InjuryRow("", case_id, person, type="fracture", text="Two ribs on the X-ray"),
    ]  # fmt: skip
    for row in marks:
        save_record(vault, row)
    return person


def blocks(vault: Vault, case_id: str) -> list[Any]:
    composed = compose_brief(vault, case_id, STATEMENT)
    parts = list(composed.brief.blocks)
    start = next(n for n, one in enumerate(parts) if isinstance(one, Heading) and one.id == "injuries")
    end = next(n for n, one in enumerate(parts) if n > start and isinstance(one, Heading) and one.level == 1)
    return parts[start + 1 : end]


def told(item: ListItem) -> str:
    return "".join(getattr(run, "text", "") for run in item.content)


def test_marks_are_numbered_as_the_legend_below_tells_them(vault: Vault, case_id: str, injured: str) -> None:
    assert injured
    name, charts, *legend = blocks(vault, case_id)

    assert name.text == "Қалас Нұрпейісов"
    assert isinstance(charts, BodyCharts)
    assert [(one.chart, one.title, one.marks) for one in charts.figures] == [
        ("front", "Body, front", ((1, 0.22, 0.45),)), ("back", "Body, back", ((2, 0.5, 0.3),)),
    ]  # fmt: skip
    assert [one.mark for one in legend] == ["1", "2", "3"]
    first, _second, third = map(told, legend)
    for part in ("Burn, forearm, right", "12 × 4 cm", "Dr. Omarova", "highly consistent", "moderate"):
        assert part in first
    assert third.endswith("not marked on the chart")


def test_a_protected_person_is_shown_so_and_whoever_took_consent_back_is_not_told_of(
    vault: Vault, case_id: str, injured: str
) -> None:
    save_record(vault, ConsentRow("", case_id, injured, "media", anonymity="initials"))
    assert blocks(vault, case_id)[0].text == "Қ. Н."

    save_record(vault, ConsentRow("", case_id, injured, "media", withdrawn=SEEN))
    composed = compose_brief(vault, case_id, STATEMENT)
    assert not [one for one in composed.brief.blocks if isinstance(one, BodyCharts)]


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Body, front"), ("ru", "Тело, спереди"), ("kk", "Дене, алдынан")]
)
def test_the_page_has_the_chart_its_numbers_and_words_in_every_language(
    vault: Vault, case_id: str, injured: str, tmp_path: Path, language: str, word: str
) -> None:
    assert injured
    export_brief(vault, case_id, Wanted("statement", language), tmp_path / "s.pdf")
    document: Any = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    dark = [page.render(scale=0.5).to_numpy().min() for page in document]
    document.close()

    assert word in text
    assert min(dark) < 100
