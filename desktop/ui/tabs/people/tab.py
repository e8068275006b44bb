"""Who and where: the persons, organisations and places on file in a case."""

from db.types import Kind
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.records.member_browser import MemberBrowser
from desktop.ui.widgets.layout import column


class PeopleTab(Tab):
    """The browser of people, limited to one case."""

    def build(self) -> Stages:
        """The browser, part by part."""
        self._browser = MemberBrowser(self.desk, self.case_id)
        column(self).addWidget(self._browser)
        yield from self._browser.build()
        self._browser.record_asked.connect(self.record_asked)
        self._browser.elsewhere_asked.connect(self.elsewhere_asked)
        self._browser.counted.connect(self.counted)
        self._browser.situated.connect(self.situate)

    def refresh(self, touched: Touched) -> None:
        """Read again what is shown."""
        self._browser.refresh(touched)

    def enter(self) -> None:
        """Start in the list."""
        self._browser.take_focus()

    def show_record(self, kind: Kind, record: str) -> None:
        """Show a person, organisation or place."""
        self._browser.show_record(kind, record)

    def count_words(self) -> str:
        """How many are listed."""
        return self._browser.current().count_words()
