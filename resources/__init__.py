"""What the program carries with it: rules, vocabularies, templates, translations, fonts, icons and samples."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """A file of this package by its path: ``resource("fonts", "Tinos-Regular.ttf")``."""
    return files(__name__).joinpath(*parts)
