"""The published cases the whole road: imported, composed, and judged by others' tools."""

import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from desktop.documents.compose import template_ids
from desktop.i18n import Language
from desktop.operations.briefs import Wanted, export_brief
from desktop.operations.exchange import import_case
from resources import resource
from tests.builders import new_vault
from tests.verapdf import broken_rules

SAMPLES = ("almaty-airport", "zhanaozen")


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every brief of every sample in every language."""
    folder = tmp_path_factory.mktemp("briefs")
    vault = new_vault(folder)
    written: list[Path] = []
    for sample in SAMPLES:
        case = import_case(vault, Path(str(resource("samples", sample, "case.json")))).result.case_id
        for template, language in product(template_ids("kz"), Language):
            out = folder / f"{sample}-{template}-{language.value}.pdf"
            written.append(export_brief(vault, case, Wanted(template, language.value), out).result.path)
    vault.close()
    return written


def test_every_brief_of_the_samples_is_pdf_a_2b_as_verapdf_judges(briefs: list[Path]) -> None:
    assert len(briefs) == len(SAMPLES) * len(template_ids("kz")) * len(Language)
    assert not any(broken_rules(briefs, "2B").values())


def test_every_font_of_every_brief_is_embedded(briefs: list[Path]) -> None:
    for brief in briefs:
        command = [shutil.which("pdffonts") or "pdffonts", str(brief)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        fonts = told.stdout.splitlines()[2:]
        assert fonts
        assert all(line.split()[-5] == "yes" for line in fonts)
