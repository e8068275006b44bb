"""The finished file: PDF/A-2b as veraPDF judges, the same bytes each time, nothing in it that was not asked for."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from db.errors import Cancelled
from desktop.documents.blocks import Brief, Contents, Cover, CoverKind, Field, Heading, Notice, Paragraph
from desktop.documents.pdf import write
from desktop.documents.pdf.faces import UPRIGHT, characters_of
from desktop.documents.profiles import load_profile
from desktop.documents.runs import Address, Digest, Footnote, FootnoteReference, Text
from tests.documents.sample_briefs import chronology, dossier, exhibits, filing, statement
from tests.documents.sample_words import WORDS
from tests.documents.written_briefs import Paper, paper, written
from tests.verapdf import broken_rules

LANGUAGES = ("en", "ru", "kk")
PROFILE_OF = {"filing": "kz-court", "statement": "statement", "dossier": "archive"}
MAKERS = {"filing": filing, "statement": statement, "dossier": dossier}
HOSTILE = (
    '<img src="/etc/passwd"/>',
    "<a href='file:///etc/passwd'>x</a> & &amp; ]]> <![CDATA[",
    "</para><b>unclosed <font color=red>",
    "(paren\\) \\( <</JS (x)>> Tj ET endstream endobj",
    "{number} {total} %s %(x)s {0.__class__}",
    "nul\0bell\7esc\x1b[31m del\x7f",
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f",
    "lone \ud800 and \udfff",
    "😀 漢字 العربية अ \ue000 \U0010ffff",
    "\r\n\r\r\n\t\v\f\u2028\u2029",
    "x" * 3000,
)


@pytest.fixture(scope="module")
def samples() -> dict[str, Paper]:
    """Every sample brief in every language."""
    return {
        f"{kind}-{language}": written(make(language), PROFILE_OF[kind])
        for kind, make in MAKERS.items()
        for language in LANGUAGES
    }


@pytest.fixture(scope="module")
def hostile() -> Paper:
    """A brief with every hostile text in every place a text can stand in."""
    notes = tuple(Footnote(n, (Text(text), Address(text), Digest(text))) for n, text in enumerate(HOSTILE))
    covers = [Cover(kind, text, text, text, text, text, (Field(text, text),)) for text in HOSTILE for kind in CoverKind]
    blocks = [
        block
        for n, text in enumerate(HOSTILE)
        for block in (Heading(1 + n % 3, text), Paragraph((Text(text), FootnoteReference(n))), Notice(text, text))
    ]
    tables = (chronology(WORDS["kk"], 3), exhibits(WORDS["kk"], 2))
    return written(Brief("ru", (*covers, Contents(HOSTILE[0]), *blocks, *tables), notes, HOSTILE[4]))


def test_every_brief_is_pdfa_2b_in_the_judgement_of_verapdf(
    samples: dict[str, Paper], hostile: Paper, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{name}.pdf" for name in (*samples, "hostile", "empty")]
    for path, made in zip(paths, (*samples.values(), hostile, paper()), strict=True):
        path.write_bytes(made.content)
    assert broken_rules(paths) == {str(path): [] for path in paths}


def test_the_judge_refuses_what_is_not_pdfa(tmp_path: Path) -> None:
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(tmp_path / "blank.pdf")
    assert any(
        rule.startswith("6.6.2.1") for rule in broken_rules([tmp_path / "blank.pdf"])[str(tmp_path / "blank.pdf")]
    )


def test_every_font_is_embedded(samples: dict[str, Paper], hostile: Paper) -> None:
    for made in (*samples.values(), hostile):
        with made.open() as pdf:
            fonts = [each for each in _dictionaries(pdf) if each.get("/Type") == "/Font"]
            assert fonts
            assert all("/FontFile2" in font.FontDescriptor for font in fonts)


def test_metadata_says_pdfa_and_nothing_else(samples: dict[str, Paper]) -> None:
    for made in samples.values():
        with made.open() as pdf:
            assert "/Info" not in pdf.trailer
            with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
                keys = {key.rpartition("}")[2] for key in metadata}
            assert keys == {"part", "conformance"}
        assert b"ReportLab" not in made.content
        assert b"pikepdf" not in made.content


def test_nothing_in_it_acts_or_reaches_out(samples: dict[str, Paper], hostile: Paper) -> None:
    banned = {
        "/JS",
        "/JavaScript",
        "/URI",
        "/Launch",
        "/OpenAction",
        "/AA",
        "/A",
        "/EmbeddedFiles",
        "/AcroForm",
        "/Encrypt",
    }
    for made in (*samples.values(), hostile):
        with made.open() as pdf:
            for each in _dictionaries(pdf):
                assert not banned & set(each.keys())
            assert set(pdf.Root.keys()) <= {
                "/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/Outlines", "/PageMode"
            }  # fmt: skip


def test_the_same_brief_gives_the_same_bytes_in_another_process(samples: dict[str, Paper]) -> None:
    program = (
        "from tests.documents.sample_briefs import filing; from tests.documents.written_briefs import written; "
        "print(written(filing('kk'), 'kz-court').written.sha256)"
    )
    again = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=_root())
    assert again.stdout.strip() == samples["filing-kk"].written.sha256


def test_the_file_says_its_language(samples: dict[str, Paper]) -> None:
    for name, made in samples.items():
        with made.open() as pdf:
            assert str(pdf.Root.Lang) == name[-2:]


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_can_be_taken_out_in_its_order(samples: dict[str, Paper], language: str) -> None:
    words, text = WORDS[language], samples[f"filing-{language}"].text.replace("\ufffe", "-")
    order = [words.to, words.office, words.title, words.contents, words.facts, words.quote, words.denied, words.ask]
    places = [text.find(part) for part in order]
    assert -1 not in places
    assert places == sorted(places)


def test_no_value_is_read_as_markup(hostile: Paper) -> None:
    for text in HOSTILE[:5]:
        assert text in hostile.text


def test_what_had_to_be_replaced_is_reported(hostile: Paper) -> None:
    assert {"U+0000", "U+202E", "U+D800", "U+DFFF", "U+1F600", "U+10FFFF"} <= set(hostile.written.replaced)
    assert "\u202e" not in hostile.text


def test_a_brief_without_oddities_replaces_nothing(samples: dict[str, Paper]) -> None:
    assert all(made.written.replaced == () for made in samples.values())


def test_what_is_written_is_what_is_said_of_it() -> None:
    made = paper(Paragraph("text"))
    assert made.written.size == len(made.content)
    with made.open() as pdf:
        assert len(pdf.pages) == made.written.pages == 1


def test_a_reference_runs_along_the_top_from_the_second_page() -> None:
    blocks = tuple(Paragraph("text " * 400) for _ in range(5))
    pages = written(Brief("en", blocks, reference="№ 12/2026"), "statement").pages
    assert ["№ 12/2026" in page for page in pages] == [False] + [True] * (len(pages) - 1)


def test_progress_rises_to_the_whole() -> None:
    seen: list[tuple[int, int]] = []
    brief = Brief("en", (chronology(WORDS["en"], 400),), (Footnote(3, "note"),))
    write(
        _without_exhibits(brief),
        BytesIO(),
        load_profile("archive"),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert len(seen) > 3
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


def test_writing_stops_when_asked_and_leaves_nothing() -> None:
    target, answers = BytesIO(), iter([False, False, True])
    brief = _without_exhibits(Brief("en", (chronology(WORDS["en"], 400),), (Footnote(3, "note"),)))
    with pytest.raises(Cancelled):
        write(brief, target, load_profile("archive"), is_cancelled=lambda: next(answers))
    assert not target.getvalue()


def test_a_pasted_text_of_fifty_thousand_words_is_written_soon() -> None:
    made = paper(Paragraph("слово за словом " * 17_000))
    assert made.text.count("словом") == 17_000


def test_more_letters_than_one_font_object_holds_are_all_there() -> None:
    known = sorted(characters_of(UPRIGHT) & set(map(chr, range(0x400, 0x530))))
    letters = "".join(letter for letter in known if letter.isalpha())
    words = " ".join(letters[start : start + 8] for start in range(0, len(letters), 8))
    assert words in paper(Paragraph(words)).text


def test_writing_imports_no_qt_and_importing_the_door_no_reportlab() -> None:
    program = (
        "import sys; import desktop.documents.pdf; assert not {'reportlab', 'pikepdf', 'PIL'} & set(sys.modules); "
        "import desktop.documents.pdf.writer; assert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=_root())


def _without_exhibits(brief: Brief) -> Brief:
    return Brief(brief.language, (*brief.blocks, exhibits(WORDS["en"])), brief.footnotes)


def _root() -> Path:
    return Path(__file__).parents[3]


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for each in pdf.objects:
        if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)):
            yield each
