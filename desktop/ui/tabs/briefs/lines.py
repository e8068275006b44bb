"""What the list shows of each brief."""

from collections.abc import Sequence

from db.rows import BriefRow
from desktop import i18n
from desktop.documents.compose import Template, load_template
from desktop.i18n import N_
from desktop.ui import labels
from desktop.ui.models.columns import Column

JURISDICTION = "kz"


def columns() -> Sequence[Column[BriefRow]]:
    """Title, template and language."""
    return (
        Column("title", N_("Title"), title_of, 30),
        Column("template", N_("Template"), _template, 16),
        Column("language", N_("Language"), _language, 12),
    )


def brief_id(row: BriefRow) -> str:
    """The id of the brief."""
    return row.id


def template_of(name: str) -> Template:
    """A template as the interface names its parts."""
    return load_template(name, JURISDICTION, i18n.current().value)


def title_of(row: BriefRow) -> str:
    """Its title; without one, what kind of brief it is."""
    return row.title or template_of(row.template).title


def _template(row: BriefRow) -> str:
    return template_of(row.template).name


def _language(row: BriefRow) -> str:
    return labels.language(row.language)
