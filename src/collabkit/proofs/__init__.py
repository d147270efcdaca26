"""A text that somebody wrote, held against the facts of its case: what in it nobody knows."""

from collabkit.proofs.checking import Checked, Doubtful, DoubtKind, check

__all__ = ["Checked", "DoubtKind", "Doubtful", "check"]
