"""Full text: passages of the record and their index."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_INDEX = (
    (
        "CREATE VIRTUAL TABLE passage_index USING fts5(title, text, content='passage', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 0')"
    ),
    "INSERT INTO passage_index(passage_index, rank) VALUES ('secure-delete', 1)",
    (
        "CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN"
        " INSERT INTO passage_index(rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text); END"
    ),
    (
        "CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN"
        " INSERT INTO passage_index(passage_index, rowid, title, text)"
        " VALUES ('delete', OLD.id, OLD.title, OLD.text); END"
    ),
)


def upgrade() -> None:
    """Add the passages, their index, and the triggers that keep the two together."""
    op.create_table(
        "passage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("case_id", sa.String(length=36)),
        sa.Column("page", sa.Integer()),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_live", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
    )
    op.create_index("ix_passage_record_id", "passage", ["record_id"])
    for statement in _INDEX:
        op.execute(statement)


def downgrade() -> None:
    """Take the passages away; the records they were made from stay."""
    op.execute("DROP TABLE passage_index")
    op.drop_table("passage")
