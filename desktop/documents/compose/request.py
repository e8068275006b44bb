"""What is asked of a composition beside the case itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.types import When
from desktop.documents.clocks.breaches import Breach


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """A brief to compose: template, language of the document, its date, the author's Markdown by section.

    ``journal_entry`` and ``journal_head`` are the number and hash (hex) of the last change of the vault's content;
    printed with the exhibits, they let the registry's stamp date the whole file. ``purpose`` is the one whose consents
    the brief obeys; empty for none. ``breaches`` are the findings about time limits, in the language of the document.
    """

    template: str
    language: str
    date: When
    title: str | None = None
    sections: Mapping[str, str] = field(default_factory=dict[str, str])
    journal_entry: int = 0
    journal_head: str = ""
    purpose: str = ""
    breaches: tuple[Breach, ...] = ()
