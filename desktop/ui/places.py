"""The places of the vault that stand on the rail, in their order: a new one is one more line here."""

from desktop.i18n import N_
from desktop.ui.case_list.case_list import CaseList
from desktop.ui.case_window.case_window import CaseWindow
from desktop.ui.documents_list.documents_place import DocumentsPlace
from desktop.ui.figures.figures_place import FiguresPlace
from desktop.ui.law.law_place import LawPlace
from desktop.ui.people_list.people_list import PeopleList
from desktop.ui.rail import RailEntry
from desktop.ui.screens import CaseMaker, Place
from desktop.ui.search.search_place import SearchPlace
from desktop.ui.today.place import TodayPlace
from desktop.ui.trash_list.trash_list import TrashList

PLACES: tuple[Place, ...] = (
    Place(RailEntry("cases", N_("Cases"), "briefcase"), "go.cases", CaseList),
    Place(RailEntry("today", N_("Today"), "timer"), "go.today", TodayPlace),
    Place(RailEntry("people", N_("People"), "users"), "go.people", PeopleList),
    Place(RailEntry("documents", N_("Documents"), "files"), "go.documents", DocumentsPlace),
    Place(RailEntry("search", N_("Search"), "search"), "go.search", SearchPlace),
    Place(RailEntry("figures", N_("Figures"), "bar-chart-3"), "go.figures", FiguresPlace),
    Place(RailEntry("law", N_("Law"), "scale"), "go.law", LawPlace),
    Place(RailEntry("trash", N_("Trash"), "trash-2"), "go.trash", TrashList),
)
CASE: CaseMaker | None = CaseWindow
