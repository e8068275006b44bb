"""Whole cases in and out as interchange files: all of a file or nothing, all of a case or nothing."""

from desktop.operations.case_export import export_case
from desktop.operations.case_import import Imported, import_case

__all__ = ["Imported", "export_case", "import_case"]
