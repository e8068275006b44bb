"""An act is called as the language calls it; what nobody named stays as it is written."""

import pytest

from desktop.documents.clocks.words import Words
from desktop.logic.clocks.rule import Basis


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "UPK, article 131"), ("ru", "УПК РК, статья 131"), ("kk", "ҚР ҚПК, 131-бап")],
)
def test_the_code_of_procedure_is_called_as_lawyers_call_it(language: str, said: str) -> None:
    assert Words(language, "Asia/Almaty").basis(Basis("UPK", "131")).startswith(said)


def test_an_act_of_the_users_own_stays_as_it_is_written() -> None:
    assert Words("ru", "Asia/Almaty").basis(Basis("Закон о полиции")) == "Закон о полиции"
