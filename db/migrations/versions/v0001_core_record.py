"""The first schema: the core record and its journal."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_JOURNAL = (
    (
        "CREATE TABLE journal(seq INTEGER NOT NULL PRIMARY KEY CHECK(seq > 0),"
        " prev BLOB NOT NULL CHECK(length(prev) = 32),"
        " body TEXT NOT NULL, hash BLOB NOT NULL CHECK(length(hash) = 32)) STRICT"
    ),
    (
        "CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END"
    ),
    (
        "CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal"
        " BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END"
    ),
    (
        "CREATE TRIGGER journal_chain BEFORE INSERT ON journal BEGIN"
        " SELECT RAISE(ABORT, 'journal: seq must be next')"
        " WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal);"
        " SELECT RAISE(ABORT, 'journal: prev mismatch')"
        " WHERE NEW.prev IS NOT coalesce((SELECT hash FROM journal ORDER BY seq DESC LIMIT 1), zeroblob(32)); END"
    ),
)
_DETAIL_TRIGGERS = (
    (
        "CREATE TRIGGER journal_detail_no_delete BEFORE DELETE ON journal_detail"
        " BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END"
    ),
    # Erasure may empty the values of a detail; nothing else of it ever changes.
    (
        "CREATE TRIGGER journal_detail_erase_only BEFORE UPDATE ON journal_detail"
        " WHEN NEW.salt IS NOT NULL OR NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.id IS NOT OLD.id"
        " OR NEW.seq IS NOT OLD.seq OR NEW.record_kind IS NOT OLD.record_kind OR NEW.record_id IS NOT OLD.record_id"
        " OR NEW.verb IS NOT OLD.verb OR NEW.commitment IS NOT OLD.commitment"
        " BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END"
    ),
)
_INSTANT = "coalesce(when_earliest, when_latest, 9223372036854775807)"


def upgrade() -> None:
    """Build everything, the journal's guards last."""
    for statement in _JOURNAL:
        op.execute(statement)
    _create_case()
    _create_journal_detail()
    _create_organisation()
    _create_person()
    _create_place()
    _create_setting()
    _create_brief()
    _create_charge()
    _create_document()
    _create_event()
    _create_membership()
    _create_party()
    _create_citation()
    _create_event_link()
    _create_participation()
    for statement in _DETAIL_TRIGGERS:
        op.execute(statement)


def downgrade() -> None:
    """Take the schema back to nothing."""
    op.execute("DROP TABLE journal")
    for table in (
        "participation",
        "event_link",
        "citation",
        "party",
        "membership",
        "event",
        "document",
        "charge",
        "brief",
        "setting",
        "place",
        "person",
        "organisation",
        "journal_detail",
        "case",
    ):
        op.drop_table(table)


def _when(name: str) -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column(f"{name}_edtf", sa.String(120)), sa.Column(f"{name}_zone", sa.String(64)),
        sa.Column(f"{name}_earliest", sa.BigInteger()), sa.Column(f"{name}_latest", sa.BigInteger()),
    )  # fmt: skip


def _record() -> tuple[sa.Column[Any], ...]:
    return sa.Column("id", sa.String(36), nullable=False), sa.Column("trashed_at", sa.BigInteger())


def _create_case() -> None:
    op.create_table(
        "case",
        sa.Column("ref", sa.String(length=120), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text()),
        sa.Column("jurisdiction", sa.String(length=16), nullable=False),
        sa.Column("language", sa.String(length=16)),
        sa.Column("stage", sa.String(length=64)),
        *_when("opened"),
        *_when("closed"),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("confidentiality", sa.String(length=32)),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_case"),
        sa.UniqueConstraint("ref", name="uq_case_ref"),
    )


def _create_journal_detail() -> None:
    op.create_table(
        "journal_detail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("commitment", sa.LargeBinary(), nullable=False),
        sa.Column("salt", sa.LargeBinary()),
        sa.Column("before", sa.Text()),
        sa.Column("after", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_journal_detail"),
    )
    op.create_index("ix_journal_detail_record_id_seq", "journal_detail", ["record_id", "seq"])
    op.create_index("ix_journal_detail_seq", "journal_detail", ["seq"])


def _create_organisation() -> None:
    op.create_table(
        "organisation",
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64)),
        sa.Column("parent_id", sa.String(length=36)),
        *_record(),
        sa.ForeignKeyConstraint(["parent_id"], ["organisation.id"], name="fk_organisation_parent_id"),
        sa.PrimaryKeyConstraint("id", name="pk_organisation"),
    )
    op.create_index("ix_organisation_parent_id", "organisation", ["parent_id"])
    op.create_index("ix_organisation_sort_key_id", "organisation", ["sort_key", "id"])


def _create_person() -> None:
    op.create_table(
        "person",
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("sex", sa.String(length=16)),
        *_when("born"),
        *_when("deceased"),
        sa.Column("citizenships", sa.JSON(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("occupation", sa.Text()),
        sa.Column("identity_documents", sa.JSON(), nullable=False),
        sa.Column("addresses", sa.JSON(), nullable=False),
        sa.Column("phones", sa.JSON(), nullable=False),
        sa.Column("health", sa.Text()),
        sa.Column("protected", sa.String(length=16), nullable=False),
        sa.Column("pseudonym", sa.Text()),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
    )
    op.create_index("ix_person_sort_key_id", "person", ["sort_key", "id"])


def _create_place() -> None:
    op.create_table(
        "place",
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("sort_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64)),
        sa.Column("address", sa.Text()),
        sa.Column("region", sa.Text()),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("zone", sa.String(length=64)),
        sa.Column("parent_id", sa.String(length=36)),
        sa.Column("capacity", sa.Integer()),
        *_record(),
        sa.ForeignKeyConstraint(["parent_id"], ["place.id"], name="fk_place_parent_id"),
        sa.PrimaryKeyConstraint("id", name="pk_place"),
    )
    op.create_index("ix_place_parent_id", "place", ["parent_id"])
    op.create_index("ix_place_sort_key_id", "place", ["sort_key", "id"])


def _create_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_setting"),
    )


def _create_brief() -> None:
    op.create_table(
        "brief",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("template", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=32)),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_brief_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_brief"),
    )
    op.create_index("ix_brief_case_id", "brief", ["case_id"])


def _create_charge() -> None:
    op.create_table(
        "charge",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("article", sa.Text()),
        sa.Column("part", sa.Text()),
        sa.Column("text", sa.Text()),
        *_when("from"),
        *_when("to"),
        sa.Column("outcome", sa.String(length=64)),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_charge_case_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_charge_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_charge"),
    )
    op.create_index("ix_charge_case_id", "charge", ["case_id"])
    op.create_index("ix_charge_person_id", "charge", ["person_id"])


def _create_document() -> None:
    op.create_table(
        "document",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64)),
        *_when("dated"),
        sa.Column("author", sa.Text()),
        sa.Column("addressee", sa.Text()),
        sa.Column("language", sa.String(length=16)),
        *_when("received"),
        sa.Column("received_from", sa.Text()),
        sa.Column("received_how", sa.Text()),
        sa.Column("original", sa.Boolean()),
        sa.Column("privileged", sa.Boolean()),
        sa.Column("confidentiality", sa.String(length=32)),
        sa.Column("exhibit", sa.String(length=64)),
        sa.Column("derived_from_id", sa.String(length=36)),
        sa.Column("derivation", sa.String(length=32)),
        sa.Column("address", sa.Text()),
        sa.Column("file_name", sa.Text()),
        sa.Column("blob", sa.String(length=32)),
        sa.Column("media_type", sa.String(length=120)),
        sa.Column("pages", sa.Integer()),
        sa.Column("size", sa.BigInteger()),
        sa.Column("sha256", sa.String(length=64)),
        sa.Column("sha512", sa.String(length=128)),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_document_case_id"),
        sa.ForeignKeyConstraint(["derived_from_id"], ["document.id"], name="fk_document_derived_from_id"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
    )
    op.create_index("ix_document_blob", "document", ["blob"])
    op.create_index("ix_document_case_id_id", "document", ["case_id", "id"])
    op.create_index("ix_document_derived_from_id", "document", ["derived_from_id"])


def _create_event() -> None:
    op.create_table(
        "event",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        *_when("when"),
        *_when("until"),
        sa.Column("place_id", sa.String(length=36)),
        sa.Column("until_place_id", sa.String(length=36)),
        sa.Column("title", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.Column("standing", sa.String(length=32)),
        sa.Column("certainty", sa.String(length=32)),
        sa.Column("fields", sa.JSON(), nullable=False),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_event_case_id"),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name="fk_event_place_id"),
        sa.ForeignKeyConstraint(["until_place_id"], ["place.id"], name="fk_event_until_place_id"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    op.create_index("ix_event_case_id_instant", "event", ["case_id", sa.text(_INSTANT), "id"])
    op.create_index("ix_event_place_id", "event", ["place_id"])
    op.create_index("ix_event_until_place_id", "event", ["until_place_id"])


def _create_membership() -> None:
    op.create_table(
        "membership",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("member_kind", sa.String(length=32), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_membership_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_membership"),
        sa.UniqueConstraint("case_id", "member_id", name="uq_membership_case_id_member_id"),
    )
    op.create_index("ix_membership_member_id", "membership", ["member_id"])


def _create_party() -> None:
    op.create_table(
        "party",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36)),
        sa.Column("organisation_id", sa.String(length=36)),
        sa.Column("role", sa.String(length=64), nullable=False),
        *_when("from"),
        *_when("to"),
        *_record(),
        sa.CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="ck_party_one_party"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_party_case_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_party_organisation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_party_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
    )
    op.create_index("ix_party_case_id", "party", ["case_id"])
    op.create_index("ix_party_organisation_id", "party", ["organisation_id"])
    op.create_index("ix_party_person_id", "party", ["person_id"])


def _create_citation() -> None:
    op.create_table(
        "citation",
        sa.Column("document_id", sa.String(length=36), nullable=False),
        sa.Column("page", sa.String(length=64)),
        sa.Column("paragraph", sa.String(length=64)),
        sa.Column("timecode", sa.String(length=64)),
        sa.Column("quote", sa.Text()),
        sa.Column("target_kind", sa.String(length=32), nullable=False),
        sa.Column("target_id", sa.String(length=36), nullable=False),
        sa.Column("bearing", sa.String(length=16), nullable=False),
        sa.Column("reliability", sa.Text()),
        sa.Column("connection", sa.Text()),
        *_record(),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_citation_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_citation"),
    )
    op.create_index("ix_citation_document_id", "citation", ["document_id"])
    op.create_index("ix_citation_target_id", "citation", ["target_id"])


def _create_event_link() -> None:
    op.create_table(
        "event_link",
        sa.Column("from_id", sa.String(length=36), nullable=False),
        sa.Column("to_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        *_record(),
        sa.CheckConstraint("from_id <> to_id", name="ck_event_link_two_events"),
        sa.ForeignKeyConstraint(["from_id"], ["event.id"], name="fk_event_link_from_id"),
        sa.ForeignKeyConstraint(["to_id"], ["event.id"], name="fk_event_link_to_id"),
        sa.PrimaryKeyConstraint("id", name="pk_event_link"),
    )
    op.create_index("ix_event_link_from_id", "event_link", ["from_id"])
    op.create_index("ix_event_link_to_id", "event_link", ["to_id"])


def _create_participation() -> None:
    op.create_table(
        "participation",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36)),
        sa.Column("organisation_id", sa.String(length=36)),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("degree", sa.Text()),
        sa.Column("certainty", sa.String(length=32)),
        sa.Column("identified_how", sa.Text()),
        *_record(),
        sa.CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="ck_participation_one_participant"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_participation_event_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_participation_organisation_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_participation_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_participation"),
    )
    op.create_index("ix_participation_event_id", "participation", ["event_id"])
    op.create_index("ix_participation_organisation_id", "participation", ["organisation_id"])
    op.create_index("ix_participation_person_id", "participation", ["person_id"])
