"""Nobody is told further than they agreed to, and what was agreed last counts."""

from db.case_file import CaseFile
from db.rows import CaseRow, ConsentRow, PartyRow, PersonRow
from db.types import Name
from desktop.logic import when
from desktop.logic.consent import ConsentState, matrix, obey, standing

ANNA = PersonRow(id="p", names=(Name("Анна"),))
PARTY = PartyRow(id="x", case_id="c", role="victim", person_id="p")


def consent(purpose: str = "un", given: str = "", withdrawn: str = "", anonymity: str = "named") -> ConsentRow:
    """What Anna agreed to."""
    times = [when.parse(text, "Asia/Almaty") if text else None for text in (given, withdrawn)]
    return ConsentRow("k", "c", "p", purpose, anonymity, times[0], times[1])


def told(*consents: ConsentRow, purpose: str = "un", person: PersonRow = ANNA) -> str:
    """How Anna may be shown."""
    file = CaseFile(CaseRow("c", "1", "Case"), persons=[person], parties=[PARTY], consents=consents)
    return obey(file, purpose).file.persons[0].protected


def test_the_last_word_counts() -> None:
    asked_again = [consent(given="2022-01", withdrawn="2022-02"), consent(given="2022-03")]
    assert standing(asked_again, "un").state is ConsentState.GIVEN
    assert standing(asked_again[:1], "un").state is ConsentState.WITHDRAWN
    assert standing(asked_again[::-1], "un").state is ConsentState.GIVEN


def test_every_purpose_has_a_state() -> None:
    states = {purpose: found.state.value for purpose, found in matrix([consent()], ("un", "media")).items()}
    assert states == {"un": "given", "media": "never-asked"}


def test_who_withdrew_is_not_named_and_who_agreed_to_less_is_shown_no_further() -> None:
    assert told(consent(withdrawn="2022")) == "withheld"
    assert told(consent(anonymity="initials")) == "initials"
    assert told(consent(anonymity="pseudonym")) == "pseudonym"
    assert told(consent(anonymity="a-term-of-mine")) == "withheld"
    assert told(consent()) == "none"


def test_protection_is_never_loosened_by_a_consent() -> None:
    hidden = PersonRow(id="p", names=ANNA.names, protected="withheld")
    assert told(consent(anonymity="named"), person=hidden) == "withheld"


def test_another_purpose_and_none_change_nothing() -> None:
    assert told(consent(withdrawn="2022"), purpose="court") == "none"
    assert told(consent(withdrawn="2022"), purpose="") == "none"


def test_whoever_was_never_asked_is_pointed_out_but_officials_are_not() -> None:
    judge = PersonRow(id="j", names=(Name("Судья"),))
    bench = PartyRow(id="y", case_id="c", role="judge", person_id="j")
    file = CaseFile(CaseRow("c", "1", "Case"), persons=[ANNA, judge], parties=[PARTY, bench])
    assert obey(file, "court").unasked == ("p",)
    assert obey(file, "").unasked == ()
