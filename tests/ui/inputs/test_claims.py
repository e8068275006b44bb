"""The value a passage gives is asked for by the type of its field, and kept as text."""

import pytest

from desktop.ui.inputs.claims import ClaimInput
from desktop.ui.inputs.input import Unclear
from tests.ui.hands import Hands

ALMATY = "Asia/Almaty"


@pytest.fixture
def claim(hands: Hands) -> ClaimInput:
    """The input, on the screen."""
    made = ClaimInput(ALMATY)
    hands.window(made)
    return made


@pytest.mark.parametrize(
    ("field", "kept"),
    [
        ("when", "2022-01-06"),
        ("warrant_shown", "false"),
        ("interpreter", "not-respected"),
        ("type", "burn"),
        ("place", "Police station no. 4"),
    ],
)
def test_a_value_comes_back_as_it_was_kept(claim: ClaimInput, field: str, kept: str) -> None:
    claim.ask_for(field)
    claim.fill(kept)

    assert claim.value() == kept


@pytest.mark.parametrize(("field", "kept"), [("when", "2022-01-06"), ("warrant_shown", "true"), ("place", "Almaty")])
def test_a_value_put_back_before_its_field_is_known_stays(claim: ClaimInput, field: str, kept: str) -> None:
    claim.fill(kept)
    claim.ask_for(field)

    assert claim.value() == kept


def test_another_field_begins_empty_unless_both_are_text(claim: ClaimInput, hands: Hands) -> None:
    claim.ask_for("place")
    claim.setFocus()
    hands.type("Almaty")
    claim.ask_for("until_place")
    assert claim.value() == "Almaty"
    claim.ask_for("when")
    assert claim.value() is None


def test_a_time_that_is_none_is_refused_and_kept_as_typed(claim: ClaimInput, hands: Hands) -> None:
    claim.ask_for("when")
    claim.setFocus()
    hands.type("soon after")

    with pytest.raises(Unclear):
        claim.value()
    assert claim.raw() == "soon after"
