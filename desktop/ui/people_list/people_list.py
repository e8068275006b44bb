"""The people of the whole vault, whatever case they are in."""

from dataclasses import replace

from desktop.i18n import N_
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.records.member_browser import MemberBrowser
from desktop.ui.screen import Screen
from desktop.ui.widgets.layout import column, said


class PeopleList(Screen):
    """Persons, organisations and places; a link into a case opens it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._browser = MemberBrowser(desk)
        layout = column(self, margin=4, gap=3)
        layout.addWidget(said(Texts(self), N_("People"), "title"))
        layout.addWidget(self._browser, 1)
        desk.tasks.build(self._browser, self._browser.build()).finish()
        self._browser.elsewhere_asked.connect(self.record_chosen)
        self._browser.counted.connect(self.counted)
        self._browser.situated.connect(self._situate)
        desk.refresh.touched.connect(self._browser.refresh)

    def enter(self) -> None:
        """Start in the list."""
        self._browser.take_focus()

    def count_words(self) -> str:
        """How many are listed."""
        return self._browser.current().count_words()

    def _situate(self, selected: int) -> None:
        actions = self._desk.actions
        if self.isVisible():
            actions.situate(replace(actions.situation, selected=selected))
