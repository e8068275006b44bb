"""The ready-made issues: complete in three languages, true to the instruments' paragraphs, refused when broken."""

import re

import pytest

from resources.issues import elements, read_tree, trees
from resources.vocabularies import LANGUAGES
from resources.vocabularies.checks import BrokenVocabulary

GOOD = """
[[issue]]
id = "a"
label = {en = "A", ru = "А", kk = "А"}
basis = {en = "A", ru = "А", kk = "А"}
[[issue]]
id = "a-1"
parent = "a"
label = {en = "A", ru = "А", kk = "А"}
basis = {en = "A", ru = "А", kk = "А"}
"""


def test_the_trees_hold_every_paragraph_of_what_they_stand_for() -> None:
    counts = {tree.id: len(tree.elements) - 1 for tree in trees().values()}

    # CAT 1(1): five elements; WGAD: five categories; ICCPR 9: five paragraphs; 14: seven, and (a) to (g) of the third
    assert counts == {"cat-1": 5, "wgad": 5, "iccpr-9": 5, "iccpr-14": 7 + 7}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_has_words_and_a_basis_of_its_own(language: str) -> None:
    words = [one.labels[language] for one in elements().values()]

    assert len(set(words)) == len(words)
    assert all(one.bases[language] for one in elements().values())


def test_a_paragraph_is_named_in_the_basis_as_in_the_id() -> None:
    for one in elements().values():
        if one.id.startswith("iccpr"):
            article, *paragraphs = one.id.split("-")[1:]
            assert one.bases["en"] == f"ICCPR, art. {article}" + "".join(f"({part})" for part in paragraphs)


def test_kazakh_is_kazakh() -> None:
    assert all(re.search("[әғқңөұүһі]", one.labels["kk"], re.IGNORECASE) for one in elements().values() if one.parent)


def test_a_good_tree_is_read() -> None:
    tree = read_tree("x.toml", GOOD)

    assert (tree.id, [one.parent for one in tree.elements]) == ("a", [None, "a"])


@pytest.mark.parametrize(
    ("broken", "key"),
    [
        (GOOD.replace('parent = "a"', 'parent = "b"'), "issue[1].parent"),
        (GOOD.replace('parent = "a"\n', ""), "issue[1].parent"),
        (GOOD.replace('basis = {en = "A", ru', 'basis = {en = "", ru', 1), "issue[0].basis.en"),
        (GOOD.replace('id = "a-1"', 'id = "a"'), "issue[1].id"),
        (GOOD + 'order = "1"\n', "issue[1].order"),
    ],
)
def test_a_broken_tree_is_refused_with_its_place(broken: str, key: str) -> None:
    with pytest.raises(BrokenVocabulary) as refused:
        read_tree("x.toml", broken)
    assert refused.value.key == key
