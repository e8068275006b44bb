"""The first-run wizard, by keyboard only, with a real vault at its end."""

from pathlib import Path

import pytest

from db.vault import Vault
from desktop.i18n import Language
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.wizard import Wizard
from desktop.ui.strength import judge
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door, Unlocking
from tests.ui.hands import Hands

PHRASE = "отара валун кисель маяк ирга сплав"


def suggest(_language: str) -> str:
    return PHRASE


@pytest.fixture
def created() -> list[Vault]:
    """The vault the wizard made."""
    return []


@pytest.fixture
def wizard(hands: Hands, tasks: Tasks, door: Door, tmp_path: Path, created: list[Vault]) -> Wizard:
    """The wizard on the screen."""
    made = Wizard(tasks, door.create, suggest, judge, tmp_path)
    made.created.connect(created.append)
    hands.open(made)
    return made


def go_on(wizard: Wizard, hands: Hands, text: str = "Next") -> None:
    """Press Enter when the step is answered."""
    hands.wait(lambda: hands.can_press(wizard, text))
    hands.press("Return")


def to_passphrase(wizard: Wizard, hands: Hands, name: str = "office") -> None:
    """Through language and place."""
    go_on(wizard, hands)
    hands.type(name)
    go_on(wizard, hands)


def take_the_offer(wizard: Wizard, hands: Hands) -> None:
    """Take the phrase that is offered and type it once more."""
    hands.press("Alt+K")
    hands.wait(lambda: hands.field(wizard, "The same once more").hasFocus())
    hands.type(PHRASE)


def to_recovery(wizard: Wizard, hands: Hands) -> str:
    """Until the recovery key is shown; returns it."""
    to_passphrase(wizard, hands)
    take_the_offer(wizard, hands)
    go_on(wizard, hands)
    hands.type("A. L.")
    go_on(wizard, hands, "Make the vault")
    hands.wait(lambda: hands.can_read(wizard, "Write it on paper now"))
    return wizard._recovery.key


def test_a_vault_is_made_by_keyboard_alone_and_opens_with_both_secrets(
    wizard: Wizard, hands: Hands, created: list[Vault], door: Door, tmp_path: Path
) -> None:
    key = to_recovery(wizard, hands)
    go_on(wizard, hands)
    hands.type(key.lower())
    hands.press("Tab")
    hands.press("Alt+O")
    hands.wait(lambda: created)
    created[0].close()

    folder = tmp_path / "office.sandyq"
    for asked in (Unlocking(folder, PHRASE), Unlocking(folder, key, is_recovery=True)):
        door.open(asked).close()
    assert created[0].author == "A. L."


def test_every_step_says_why_it_asks(wizard: Wizard) -> None:
    assert all(page.accessibleDescription() and page.accessibleName() for page in wizard._pages)


def test_the_language_switches_at_once(wizard: Wizard, hands: Hands) -> None:
    chosen: list[Language] = []
    wizard.language_chosen.connect(chosen.append)

    hands.press("Down")
    hands.press("Down")

    assert chosen == [Language.RUSSIAN, Language.KAZAKH]


@pytest.mark.parametrize("name", ["", " ", "a/b", "con:", ".hidden", "what?"])
def test_a_name_no_folder_can_have_is_refused(wizard: Wizard, hands: Hands, name: str) -> None:
    go_on(wizard, hands)
    hands.press("Del")
    hands.type(name)

    assert not hands.button(wizard, "Next").isEnabled()


def test_a_folder_that_is_there_is_not_written_over(wizard: Wizard, hands: Hands, tmp_path: Path) -> None:
    (tmp_path / "office.sandyq").mkdir()
    go_on(wizard, hands)
    hands.type("office")

    assert not hands.button(wizard, "Next").isEnabled()
    assert hands.can_read(wizard, "There is something with this name already.")


def test_a_folder_copied_to_a_cloud_is_warned_about_but_allowed(wizard: Wizard, hands: Hands, tmp_path: Path) -> None:
    go_on(wizard, hands)
    hands.field(wizard, "Folder it lies in").setText(str(tmp_path / "Dropbox"))

    assert hands.can_read(wizard, "copied to a cloud service")
    assert hands.button(wizard, "Next").isEnabled()


@pytest.mark.parametrize("phrase", ["short", "password1234", "qwertyuiop12", "аааааааааааааааа"])
def test_a_weak_passphrase_does_not_get_on(wizard: Wizard, hands: Hands, phrase: str) -> None:
    to_passphrase(wizard, hands)
    hands.type(phrase)
    hands.press("Tab")
    wizard._passphrase._fields.second.setText(phrase)
    wizard._passphrase._fields.weigh()

    assert not hands.button(wizard, "Next").isEnabled()


def test_the_key_typed_wrong_names_its_group(wizard: Wizard, hands: Hands) -> None:
    key = to_recovery(wizard, hands)
    go_on(wizard, hands)
    groups = key.split("-")
    wrong = ("2" if groups[2][0] != "2" else "3") + groups[2][1:]

    hands.type("-".join([*groups[:2], wrong, *groups[3:]]))

    assert hands.can_read(wizard, "Group 3 is not as written")
    assert not hands.button(wizard, "Open the vault").isEnabled()


def test_while_the_key_is_typed_the_groups_left_are_counted(wizard: Wizard, hands: Hands) -> None:
    key = to_recovery(wizard, hands)
    go_on(wizard, hands)

    hands.type(key[: 6 * 2])

    assert hands.can_read(wizard, "11 groups to go.")


def test_leaving_without_the_key_is_asked_about_once_more(wizard: Wizard, hands: Hands, created: list[Vault]) -> None:
    to_recovery(wizard, hands)

    hands.press("Esc")
    question = wizard.findChild(Confirm)
    assert question
    hands.wait(question.isVisible)
    assert created == []
    hands.click(question, "Leave without it")
    hands.wait(lambda: created)
    created[0].close()


def test_esc_before_the_vault_is_made_makes_nothing(wizard: Wizard, hands: Hands, tmp_path: Path) -> None:
    to_passphrase(wizard, hands)
    hands.press("Esc")

    assert list(tmp_path.glob("*.sandyq")) == []


def test_a_full_name_taken_meanwhile_leads_back_to_the_place(wizard: Wizard, hands: Hands, tmp_path: Path) -> None:
    to_passphrase(wizard, hands)
    take_the_offer(wizard, hands)
    go_on(wizard, hands)
    (tmp_path / "office.sandyq").mkdir()
    hands.type("A. L.")
    go_on(wizard, hands, "Make the vault")

    hands.wait(lambda: hands.can_read(wizard, "Something with this name is there already"))
    assert hands.field(wizard, "Name of the vault").text() == "office"
