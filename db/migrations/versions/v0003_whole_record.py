"""The whole record: relations, injuries, issues, consents, figures, tasks, notes; own terms, views, rules, drafts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TABLES = (
    "relation",
    "injury",
    "issue",
    "issue_fact",
    "consent",
    "indicator",
    "task",
    "note",
    "term",
    "view",
    "rule",
    "calendar_day",
    "deadline",
    "conflict",
    "draft",
)
_INSTANT = "coalesce(when_earliest, when_latest, 9223372036854775807)"
_ORDER = "ix_event_case_id_instant"
_TAGGED = ("event", "person", "document")


def upgrade() -> None:
    """Add the columns and tables, and let the order within a moment count in the chronology."""
    op.add_column("citation", sa.Column("field", sa.String(length=64)))
    op.add_column("citation", sa.Column("value", sa.Text()))
    op.add_column("event", sa.Column("position", sa.Integer()))
    for table in _TAGGED:
        op.add_column(table, sa.Column("tags", sa.JSON(), nullable=False, server_default="[]"))
    op.drop_index(_ORDER, "event")
    op.create_index(_ORDER, "event", ["case_id", sa.text(_INSTANT), sa.text("coalesce(position, 0)"), "id"])
    _create_relation()
    _create_injury()
    _create_issue()
    _create_issue_fact()
    _create_consent()
    _create_indicator()
    _create_task()
    _create_note()
    _create_term()
    _create_view()
    _create_rule()
    _create_calendar_day()
    _create_deadline()
    _create_conflict()
    _create_draft()


def downgrade() -> None:
    """Take them away again; what stood in them is lost."""
    for table in reversed(_TABLES):
        op.drop_table(table)
    op.drop_index(_ORDER, "event")
    op.create_index(_ORDER, "event", ["case_id", sa.text(_INSTANT), "id"])
    for table in _TAGGED:
        op.drop_column(table, "tags")
    op.drop_column("event", "position")
    op.drop_column("citation", "value")
    op.drop_column("citation", "field")


def _when(name: str) -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column(f"{name}_edtf", sa.String(120)), sa.Column(f"{name}_zone", sa.String(64)),
        sa.Column(f"{name}_earliest", sa.BigInteger()), sa.Column(f"{name}_latest", sa.BigInteger()),
    )  # fmt: skip


def _record() -> tuple[sa.Column[Any], ...]:
    return sa.Column("id", sa.String(36), nullable=False), sa.Column("trashed_at", sa.BigInteger())


def _create_relation() -> None:
    op.create_table(
        "relation",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=36)),
        sa.Column("organisation_id", sa.String(length=36)),
        sa.Column("other_person_id", sa.String(length=36)),
        sa.Column("other_organisation_id", sa.String(length=36)),
        *_when("from"),
        *_when("to"),
        sa.Column("certainty", sa.String(length=32)),
        sa.Column("text", sa.Text()),
        *_record(),
        sa.CheckConstraint("(person_id IS NULL) <> (organisation_id IS NULL)", name="ck_relation_one_of_them"),
        sa.CheckConstraint(
            "(other_person_id IS NULL) <> (other_organisation_id IS NULL)", name="ck_relation_one_other"
        ),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_relation_case_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_relation_organisation_id"),
        sa.ForeignKeyConstraint(
            ["other_organisation_id"], ["organisation.id"], name="fk_relation_other_organisation_id"
        ),
        sa.ForeignKeyConstraint(["other_person_id"], ["person.id"], name="fk_relation_other_person_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_relation_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_relation"),
    )
    op.create_index("ix_relation_case_id", "relation", ["case_id"])
    op.create_index("ix_relation_organisation_id", "relation", ["organisation_id"])
    op.create_index("ix_relation_other_organisation_id", "relation", ["other_organisation_id"])
    op.create_index("ix_relation_other_person_id", "relation", ["other_person_id"])
    op.create_index("ix_relation_person_id", "relation", ["person_id"])


def _create_injury() -> None:
    op.create_table(
        "injury",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=36)),
        sa.Column("chart", sa.String(length=16)),
        sa.Column("region", sa.String(length=64)),
        sa.Column("side", sa.String(length=16)),
        sa.Column("x", sa.Float()),
        sa.Column("y", sa.Float()),
        sa.Column("type", sa.String(length=64)),
        sa.Column("size", sa.Text()),
        sa.Column("colour", sa.Text()),
        sa.Column("text", sa.Text()),
        *_when("observed"),
        sa.Column("observed_by", sa.Text()),
        sa.Column("istanbul", sa.String(length=32)),
        sa.Column("grade", sa.String(length=32)),
        sa.Column("photos", sa.JSON(), nullable=False),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_injury_case_id"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_injury_event_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_injury_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_injury"),
    )
    op.create_index("ix_injury_case_id", "injury", ["case_id"])
    op.create_index("ix_injury_event_id", "injury", ["event_id"])
    op.create_index("ix_injury_person_id", "injury", ["person_id"])


def _create_issue() -> None:
    op.create_table(
        "issue",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.String(length=36)),
        sa.Column("position", sa.Integer()),
        sa.Column("element", sa.String(length=64)),
        sa.Column("basis", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.Column("person_id", sa.String(length=36)),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_issue_case_id"),
        sa.ForeignKeyConstraint(["parent_id"], ["issue.id"], name="fk_issue_parent_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_issue_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_issue"),
    )
    op.create_index("ix_issue_case_id", "issue", ["case_id"])
    op.create_index("ix_issue_parent_id", "issue", ["parent_id"])
    op.create_index("ix_issue_person_id", "issue", ["person_id"])


def _create_issue_fact() -> None:
    op.create_table(
        "issue_fact",
        sa.Column("issue_id", sa.String(length=36), nullable=False),
        sa.Column("target_kind", sa.String(length=32), nullable=False),
        sa.Column("target_id", sa.String(length=36), nullable=False),
        sa.Column("bearing", sa.String(length=16), nullable=False),
        sa.Column("remark", sa.Text()),
        *_record(),
        sa.ForeignKeyConstraint(["issue_id"], ["issue.id"], name="fk_issue_fact_issue_id"),
        sa.PrimaryKeyConstraint("id", name="pk_issue_fact"),
    )
    op.create_index("ix_issue_fact_issue_id", "issue_fact", ["issue_id"])
    op.create_index("ix_issue_fact_target_id", "issue_fact", ["target_id"])


def _create_consent() -> None:
    op.create_table(
        "consent",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("person_id", sa.String(length=36), nullable=False),
        sa.Column("purpose", sa.String(length=64), nullable=False),
        sa.Column("anonymity", sa.String(length=32)),
        *_when("given"),
        *_when("withdrawn"),
        sa.Column("document_id", sa.String(length=36)),
        sa.Column("obtained_by", sa.Text()),
        sa.Column("text", sa.Text()),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_consent_case_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_consent_document_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_consent_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    op.create_index("ix_consent_case_id", "consent", ["case_id"])
    op.create_index("ix_consent_document_id", "consent", ["document_id"])
    op.create_index("ix_consent_person_id", "consent", ["person_id"])


def _create_indicator() -> None:
    op.create_table(
        "indicator",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("value", sa.Float()),
        sa.Column("out_of", sa.Float()),
        sa.Column("unit", sa.Text()),
        *_when("period"),
        sa.Column("population", sa.Text()),
        sa.Column("definition", sa.Text()),
        sa.Column("publisher", sa.Text()),
        *_when("published"),
        sa.Column("document_id", sa.String(length=36)),
        sa.Column("page", sa.String(length=64)),
        sa.Column("remark", sa.Text()),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_indicator_case_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_indicator_document_id"),
        sa.PrimaryKeyConstraint("id", name="pk_indicator"),
    )
    op.create_index("ix_indicator_case_id", "indicator", ["case_id"])
    op.create_index("ix_indicator_document_id", "indicator", ["document_id"])


def _create_task() -> None:
    op.create_table(
        "task",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text()),
        *_when("due"),
        sa.Column("assignee", sa.Text()),
        sa.Column("status", sa.String(length=32)),
        sa.Column("target_kind", sa.String(length=32)),
        sa.Column("target_id", sa.String(length=36)),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_task_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_task"),
    )
    op.create_index("ix_task_case_id", "task", ["case_id"])
    op.create_index("ix_task_target_id", "task", ["target_id"])


def _create_note() -> None:
    op.create_table(
        "note",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("target_kind", sa.String(length=32)),
        sa.Column("target_id", sa.String(length=36)),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_note_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_case_id", "note", ["case_id"])
    op.create_index("ix_note_target_id", "note", ["target_id"])


def _create_term() -> None:
    op.create_table(
        "term",
        sa.Column("vocabulary", sa.String(length=64), nullable=False),
        sa.Column("term", sa.String(length=64), nullable=False),
        sa.Column("labels", sa.JSON(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("huridocs", sa.String(length=32)),
        sa.Column("body", sa.JSON(), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_term"),
        sa.UniqueConstraint("vocabulary", "term", name="uq_term_vocabulary_term"),
    )


def _create_view() -> None:
    op.create_table(
        "view",
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("case_id", sa.String(length=36)),
        sa.Column("body", sa.JSON(), nullable=False),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_view_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_view"),
    )
    op.create_index("ix_view_case_id", "view", ["case_id"])


def _create_rule() -> None:
    op.create_table(
        "rule",
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("verified_by", sa.Text()),
        sa.Column("verified_on", sa.String(length=10)),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_rule"),
        sa.UniqueConstraint("rule", "version", name="uq_rule_rule_version"),
    )


def _create_calendar_day() -> None:
    op.create_table(
        "calendar_day",
        sa.Column("calendar", sa.String(length=16), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("is_working", sa.Boolean(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("source", sa.Text()),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_day"),
        sa.UniqueConstraint("calendar", "day", name="uq_calendar_day_calendar_day"),
    )


def _create_deadline() -> None:
    op.create_table(
        "deadline",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=64)),
        sa.Column("person_id", sa.String(length=36)),
        sa.Column("event_id", sa.String(length=36)),
        sa.Column("anchor", sa.String(length=32)),
        sa.Column("status", sa.String(length=32)),
        *_when("due"),
        *_when("met"),
        sa.Column("channel", sa.String(length=64)),
        sa.Column("document_id", sa.String(length=36)),
        sa.Column("reason", sa.Text()),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_deadline_case_id"),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_deadline_document_id"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name="fk_deadline_event_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_deadline_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_deadline"),
    )
    op.create_index("ix_deadline_case_id", "deadline", ["case_id"])
    op.create_index("ix_deadline_document_id", "deadline", ["document_id"])
    op.create_index("ix_deadline_event_id", "deadline", ["event_id"])
    op.create_index("ix_deadline_person_id", "deadline", ["person_id"])


def _create_conflict() -> None:
    op.create_table(
        "conflict",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("first_id", sa.String(length=36), nullable=False),
        sa.Column("second_id", sa.String(length=36), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.Text()),
        *_record(),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_conflict_case_id"),
        sa.PrimaryKeyConstraint("id", name="pk_conflict"),
    )
    op.create_index("ix_conflict_case_id", "conflict", ["case_id"])


def _create_draft() -> None:
    op.create_table(
        "draft",
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("case_id", sa.String(length=36)),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_draft"),
    )
