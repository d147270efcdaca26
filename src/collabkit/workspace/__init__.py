"""One library's folder, opened: what a person holds stands on top, each verb in a module of its own."""

from collabkit.workspace.many import roll_up
from collabkit.workspace.workspace import Workspace

__all__ = ["Workspace", "roll_up"]
