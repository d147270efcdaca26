"""Templates compiled before, kept in the user's cache folder: safe to delete, never needed."""

from pathlib import Path

from jinja2.bccache import Bucket, FileSystemBytecodeCache

_FORMAT = "1"
"""Changes whenever the workshop compiles a template in another way."""


class Compiled(FileSystemBytecodeCache):
    """Jinja's own cache, in our folder, where not being able to write is no error."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder), f"template-{_FORMAT}-%s")

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, if the folder takes it."""
        try:
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
        except OSError:
            return  # what cannot be kept is only slower
