"""The tabs of a case, in their order: a new tab is one more line here."""

from collections.abc import Callable
from dataclasses import dataclass

from db.types import Kind
from desktop.i18n import N_
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.tabs.briefs.tab import BriefsTab
from desktop.ui.tabs.conflicts.tab import ConflictsTab
from desktop.ui.tabs.deadlines.tab import DeadlinesTab
from desktop.ui.tabs.documents.tab import DocumentsTab
from desktop.ui.tabs.history.tab import HistoryTab
from desktop.ui.tabs.issues.tab import IssuesTab
from desktop.ui.tabs.overview.tab import OverviewTab
from desktop.ui.tabs.people.tab import PeopleTab
from desktop.ui.tabs.timeline.tab import TimelineTab


@dataclass(frozen=True, slots=True)
class TabPlan:
    """A tab: its id and the action that goes there, title (``N_``) and icon, how it is made, which kinds it shows."""

    id: str
    action: str
    title: str
    icon: str
    make: Callable[[Desk, str], Tab]
    shows: frozenset[Kind] = frozenset()


TABS: tuple[TabPlan, ...] = (
    TabPlan("overview", "tab.overview", N_("Overview"), "clipboard-list", OverviewTab, frozenset({Kind.CASE})),
    TabPlan("timeline", "tab.timeline", N_("Timeline"), "clock", TimelineTab, frozenset({Kind.EVENT})),
    TabPlan(
        "people",
        "tab.people",
        N_("People"),
        "users",
        PeopleTab,
        frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}),
    ),
    TabPlan("documents", "tab.documents", N_("Documents"), "files", DocumentsTab, frozenset({Kind.DOCUMENT})),
    TabPlan("conflicts", "tab.conflicts", N_("Contradictions"), "triangle-alert", ConflictsTab),
    TabPlan("issues", "tab.issues", N_("Issues"), "scale", IssuesTab, frozenset({Kind.ISSUE})),
    TabPlan("deadlines", "tab.deadlines", N_("Deadlines"), "timer", DeadlinesTab, frozenset({Kind.DEADLINE})),
    TabPlan("briefs", "tab.briefs", N_("Briefs"), "book-open", BriefsTab, frozenset({Kind.BRIEF})),
    TabPlan("history", "tab.history", N_("History"), "history", HistoryTab),
)
