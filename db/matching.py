"""Finding text in columns as people mean it: without regard to case, in every script, ё as е."""

from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

# What SQLite's own LIKE cannot: it knows the cases of Latin letters only. Every connection offers it (db/engine.py).
FOLD = "sandyq_fold"


def fold(text: str | None) -> str:
    """The form in which texts are compared."""
    return (text or "").casefold().replace("ё", "е")


def holds(text: str, *columns: Any) -> ColumnElement[bool]:
    """Whether any of the columns holds the text."""
    fold_in_sql = getattr(func, FOLD)
    return or_(*(fold_in_sql(column).contains(fold(text), autoescape=True) for column in columns))


def tagged(text: str, tags: Any) -> ColumnElement[bool]:
    """Whether one of the tags in a column holds the text."""
    each = func.json_each(tags).table_valued("value")
    return select(each.c.value).where(holds(text, each.c.value)).exists()
