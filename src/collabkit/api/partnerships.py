"""The partnerships that a library keeps, as one thing to ask and to tell."""

from collabkit.api.asking import Asking
from collabkit.api.judging import Judging
from collabkit.api.shelf import FOLDER
from collabkit.api.telling import Telling

__all__ = ["FOLDER", "Partnerships"]


class Partnerships(Asking, Telling, Judging):
    """What a library keeps in ``partnerships/``: a folder for each partner, with facts and a log."""
