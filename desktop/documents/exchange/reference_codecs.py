"""How a key that names another record, a field of one, or a file beside the case file becomes columns, and back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.types import Kind
from desktop.documents.exchange.codecs import Codec, Columns, TermCodec
from desktop.documents.exchange.faults import quoted
from desktop.i18n import _
from resources.vocabularies import FIELDS

if TYPE_CHECKING:
    from desktop.documents.exchange.here import Here
    from desktop.documents.exchange.writing import Writing


@dataclass(frozen=True, slots=True)
class ReferenceCodec(Codec):
    """The id of another record of the file."""

    kind: Kind = Kind.CASE

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep the record meant."""
        row[self.column] = here.referred(value, self.kind)

    def write(self, row: Any, file: "Writing") -> Any:
        """The id the record has in the file; none when it is not in it (it lies in the trash)."""
        return file.ids.get(getattr(row, self.column) or "")


@dataclass(frozen=True, slots=True)
class ReferencesCodec(Codec):
    """The ids of several records of one kind, in their order."""

    kind: Kind = Kind.CASE

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep the records meant."""
        row[self.column] = [here.referred(name, self.kind, number) for number, name in enumerate(value)]

    def write(self, row: Any, file: "Writing") -> Any:
        """The ids of those that are in the file."""
        return [file.ids[record] for record in getattr(row, self.column) if record in file.ids]


@dataclass(frozen=True, slots=True)
class AnyReferenceCodec(Codec):
    """The id of a record of any kind."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep the record meant."""
        row[self.column] = here.referred(value, None)

    def write(self, row: Any, file: "Writing") -> Any:
        """The id the record has in the file."""
        return file.ids.get(getattr(row, self.column) or "")


@dataclass(frozen=True, slots=True)
class TargetCodec(Codec):
    """What a citation bears on; one key for each kind of record that can be cited for."""

    kind: Kind = Kind.EVENT

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep the kind and the record."""
        row["target_kind"], row["target_id"] = self.kind.value, here.referred(value, self.kind)

    def write(self, row: Any, file: "Writing") -> Any:
        """The target's id under the key of its kind."""
        return file.ids.get(row.target_id) if row.target_kind == self.kind.value else None


@dataclass(frozen=True, slots=True)
class DerivationCodec(TermCodec):
    """How a document came out of another; meaningless without that other."""

    def write(self, row: Any, file: "Writing") -> Any:
        """The term, where the other document is in the file too."""
        return TermCodec.write(self, row, file) if row.derived_from_id in file.ids else None


@dataclass(frozen=True, slots=True)
class FileCodec(Codec):
    """The path of the document's file, from the folder of the case file."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Note that a file comes with the document."""
        row[self.column] = value.rpartition("/")[2]
        here.attach(value, row)

    def write(self, row: Any, file: "Writing") -> Any:
        """Where the copy of the file lies."""
        return file.files.get(row.id)


@dataclass(frozen=True, slots=True)
class FieldNameCodec(Codec):
    """The name of a key or of an extra field: which part of its target a passage speaks of."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep a name that something in a case file has."""
        if here.is_field(value):
            row[self.column] = value
        else:
            here.add_fault(_("There is no field “{field}”.").format(field=quoted(value)))

    def write(self, row: Any, file: "Writing") -> Any:
        """The name, noting that the file may need it."""
        value = getattr(row, self.column)
        file.note_term(FIELDS, value)
        return value


@dataclass(frozen=True, slots=True)
class ClaimedValueCodec(Codec):
    """The value a passage gives for a field, kept in words."""

    def read(self, value: Any, row: Columns, here: "Here") -> None:
        """Keep the words; an id means nothing outside the file."""
        row[self.column] = here.claimed(value)
