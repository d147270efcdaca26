"""Directories that are loaded once for all tests, and read only."""

from directory.conftest import loaded

__all__ = ["loaded"]
