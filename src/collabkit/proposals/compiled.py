"""Templates compiled before, kept in the user's cache folder: safe to delete, never needed."""

import marshal
import sys
from hashlib import blake2b
from pathlib import Path
from types import CodeType

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from collabkit.files.cache import keep, recall
from collabkit.files.fingerprints import code_fingerprint


class Compiled(BytecodeCache):
    """Jinja's compiled templates among our own kept results, named by all that made them."""

    def __init__(self, folder: Path) -> None:
        """Keep them in *folder*, which need not be there, nor be a folder."""
        self._folder = folder
        # What is the same in every paper is worked out then, too, by filters and what they call.
        ours = code_fingerprint("proposals", folder)
        self._made_by = f"{ours}\n{jinja2.__version__}\n{sys.version}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill *bucket* if the same code made it of the same text, and it is as it was written."""
        kept = recall(self._file(bucket))
        try:
            code = marshal.loads(kept["code"]) if kept else None  # noqa: S302 - our own
        except (KeyError, ValueError, EOFError, TypeError):
            code = None
        if isinstance(code, CodeType):
            bucket.code = code
        else:
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if the folder takes it."""
        keep(self._file(bucket), {"code": marshal.dumps(bucket.code)})

    def _file(self, bucket: Bucket) -> Path:
        made_of = f"{bucket.key}\n{bucket.checksum}\n{self._made_by}"
        return self._folder / f"template-{blake2b(made_of.encode(), digest_size=16).hexdigest()}"
