"""The key of a brief that names its template."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.documents.compose.template import GENERAL, template_ids
from desktop.documents.exchange.codecs import Codec, Columns
from desktop.documents.exchange.faults import quoted
from desktop.i18n import _

if TYPE_CHECKING:
    from desktop.documents.exchange.here import Here


@dataclass(frozen=True, slots=True)
class TemplateCodec(Codec):
    """The id of a template of briefs."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep one there is: what has none can be neither shown nor made."""
        if value not in template_ids(GENERAL):
            here.add_fault(_("There is no template “{template}”.").format(template=quoted(value)))
        row[self.column] = value
