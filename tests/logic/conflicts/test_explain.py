"""The steps of a conflict in words."""

import ast
import re
from pathlib import Path

import pytest

from desktop import i18n
from desktop.logic.conflicts import Ref, Tongue, explain, find_conflicts
from desktop.logic.conflicts.explain import COLUMNS, SENTENCES
from tests.logic.conflicts.cases import VOCABULARY, all_pairs, at, case, cited, document, event, person, place

ROOM = Path(__file__).parents[3] / "desktop" / "logic" / "conflicts"


def by_id(ref: Ref) -> str:
    return ref.id


ENGLISH = Tongue("en", str, by_id, str.upper)


def test_a_conflict_is_told_step_by_step() -> None:
    places = (place("ward", "hospital"), place("airport", "airport"))
    ward, act = (
        event("hospital-stay", "2022-01-04 2022-01-09", "ward"),
        event("alleged-offence", "2022-01-05", "airport"),
    )
    file = case(*places, ward, act)

    (found,) = find_conflicts(file, all_pairs(file), VOCABULARY)

    assert explain(found, ENGLISH) == [
        "“hospital-stay”: 4 January 2022 – 9 January 2022, ward.",
        "“alleged-offence”: 5 January 2022, airport.",
        "Both name Askar.",
        "However the dates are read, these times overlap: nobody is in two places at once.",
        "Neither place lies within the other.",
    ]


@pytest.mark.parametrize(("field", "said"), [("born", "Born"), ("killed", "KILLED")])
def test_a_field_is_called_what_people_call_it(field: str, said: str) -> None:
    passages = [cited(source, "e", field=field, value=value) for source, value in (("a", "1990"), ("b", "1995"))]
    file = case(event("detention", id="e"), document("a"), document("b"), *passages)

    (found,) = find_conflicts(file, [], VOCABULARY)

    assert f"“a” says for “{said}”: 1990." in explain(found, ENGLISH)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_every_sentence_can_be_said_in_every_language(language: str) -> None:
    gettext = i18n.catalogue(language).gettext
    blanks = re.compile(r"{(\w+)}")

    for sentence in SENTENCES.values():
        assert set(blanks.findall(gettext(sentence))) == set(blanks.findall(sentence))


def test_every_step_has_a_sentence_and_every_sentence_a_step() -> None:
    written = {
        node.value
        for path in ROOM.glob("*.py")
        if path.name != "explain.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    built = ("fact", "overlap-", "link-", "acts-")

    unspoken = {code for code in SENTENCES if code not in written and not code.startswith(built)}

    assert unspoken == set()
    assert {"when", "until", "place"} <= set(COLUMNS)


def test_a_life_is_told_in_dates() -> None:
    file = case(person("Askar", born=at("2005"), deceased=at("2001")))

    (found,) = find_conflicts(file, [], VOCABULARY)

    assert explain(found, ENGLISH) == ["Askar was born: 2005.", "Askar died: 2001."]


def test_a_sentence_that_ends_with_a_date_in_russian_has_one_full_stop() -> None:
    file = case(person("Askar", born=at("2005-07-31"), deceased=at("2001-07-31")))
    russian = Tongue("ru", i18n.catalogue("ru").gettext, by_id, str.upper)

    (found,) = find_conflicts(file, [], VOCABULARY)

    assert [said[-9:] for said in explain(found, russian)] == ["я 2005 г.", "я 2001 г."]
