"""From a case to a brief: template, records and the author's text become one tree of blocks, once.

Everything a reader sees is decided here, in the language of the document; writers only write.
"""

from desktop.documents.compose.composition import Composed, compose
from desktop.documents.compose.guard import NameLeaks
from desktop.documents.compose.request import BriefRequest
from desktop.documents.compose.template import Section, SectionKind, Template, load_template, template_ids

__all__ = [
    "BriefRequest",
    "Composed",
    "NameLeaks",
    "Section",
    "SectionKind",
    "Template",
    "compose",
    "load_template",
    "template_ids",
]
