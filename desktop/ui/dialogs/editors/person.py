"""The editor of a person: names under which they are known, who they are, how far they are protected."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import PersonRow
from desktop.i18n import N_
from desktop.operations.members import save_member
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.alikes import Alikes
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.identity import IdentityInput
from desktop.ui.inputs.names import NamesInput
from desktop.ui.inputs.regions import countries
from desktop.ui.inputs.tags import TagsInput
from desktop.ui.inputs.terms import TermsInput
from desktop.ui.inputs.texts import LinesInput, LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput

PARTS = (
    "names", "description", "sex", "born", "deceased", "citizenships", "languages", "occupation", "addresses",
    "phones", "health", "identity_documents", "protected", "pseudonym", "tags",
)  # fmt: skip


class PersonEditor(Editor):
    """Writes a person, and puts a new one on file in the case if there is one."""

    def __init__(
        self, desk: Desk, row: PersonRow, case_id: str | None, zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("Person") if row.id else N_("New person"), desk, parent)
        self._row, self._case_id, self._zone_name = row, case_id, zone
        self._names = NamesInput()
        self._build()
        self.form.fill({part: getattr(row, part) for part in PARTS})
        self.settle()
        self.alikes = Alikes(desk, row, self._names, self.banner)
        self.alikes.watch(self.form)
        self._names.setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the person."""
        return work(save_member, self.desk.vault, replace(self._row, **values), case_id=self._case_id)

    def offer_instead(self, instead: Callable[[str], object]) -> None:
        """Where somebody of this name is known already, offer to take that person: ``instead`` is told who."""
        self.alikes.offer(instead, self._leave)

    def _build(self) -> None:
        put = self.form.put
        put("names", N_("Names"), self._names, is_wide=True, level="heading")
        hint = N_("who it is; for someone not identified, what is known")
        put("description", N_("&Description"), LongTextInput(2, hint), is_wide=True)
        put("sex", N_("Se&x"), ChoiceInput(terms_of("sexes")))
        put("occupation", N_("&Occupation"), TextInput())
        put("born", N_("&Born"), WhenInput(N_("Born"), self._zone))
        put("deceased", N_("Deceased"), WhenInput(N_("Deceased"), self._zone))
        put("citizenships", N_("C&itizenships"), TermsInput(countries, N_("Add a country")))
        put("languages", N_("&Languages"), TermsInput(terms_of("languages"), N_("Add a language")))
        put("addresses", N_("&Addresses"), LinesInput(2, N_("one a line")))
        put("phones", N_("&Telephones"), LinesInput(2, N_("one a line")))
        put("health", N_("&Health"), LongTextInput(3, N_("illness, medicines, disability, pregnancy")), is_wide=True)
        put("identity_documents", N_("Identity documents"), IdentityInput(), is_wide=True, level="heading")
        put("protected", N_("&Protection"), ChoiceInput(terms_of("protections"), blank=""))
        put("pseudonym", N_("Pseudonym"), TextInput(N_("the name that leaves the vault instead")))
        put("tags", N_("Tags"), TagsInput(), is_wide=True)

    def _zone(self) -> str:
        return self._zone_name
