"""``python -m collabkit`` is ``collab``."""

from collabkit.cli import run

run()
