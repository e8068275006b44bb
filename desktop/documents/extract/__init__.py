"""What a file says of itself: its kind by content, pages, text by page, pixels, when it was taken."""

from desktop.documents.extract.examiner import Examined, Examiner, examine

__all__ = ["Examined", "Examiner", "examine"]
