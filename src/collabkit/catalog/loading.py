"""Folders of YAML to a catalog, by way of what was compiled before: with the package, or in the cache.

Reading and checking the YAML takes two seconds. So what was found right is kept as tables, under a name
made of the content of every file read and of the code that reads them.
"""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from collabkit import paths
from collabkit.catalog.compiled import CompiledCatalog
from collabkit.catalog.folders import all_files
from collabkit.catalog.store import Catalog
from collabkit.datafiles.limits import MAX_BYTES
from collabkit.errors import DataError, UsageError
from collabkit.files.fingerprints import code_fingerprint, fingerprint
from collabkit.files.tablefile import Tables


def load(own: Path | None = None) -> Catalog:
    """Return the shipped catalogs with the library's own over them.

    Args:
        own: folder of the library's own catalogs; none by default.

    Raises:
        DataError: with every problem in every file.
        UsageError: *own* is not a folder.
    """
    folders = [paths.data_dir()]
    if own is not None:
        if not own.is_dir():
            raise UsageError(
                f"no folder called {str(own)!r}",
                "Name a folder of YAML files",
            )
        folders.append(own)
    compiled = _compiled(folders)
    return Catalog(compiled.entries.__getitem__, compiled)


def _compiled(folders: Sequence[Path]) -> CompiledCatalog:
    return CompiledCatalog(folders, _name(folders), lambda: _tables(folders))


def _name(folders: Sequence[Path]) -> str:
    """Return a name for the content of every catalog in *folders*, and for the code that reads them."""
    cache = paths.cache_dir()
    files = {
        f"{layer}/{file.relative_to(folder).as_posix()}": file
        for layer, folder in enumerate(folders)
        for file in all_files(folder)
    }
    home = blake2b(digest_size=16)
    for folder in folders:  # "catalog" is another folder in another workspace
        home.update(bytes(folder.absolute()) + b"\0")
    content = fingerprint(files, MAX_BYTES, cache / f"content-{home.hexdigest()}")
    code = code_fingerprint("catalog", cache)
    return blake2b(f"{content} {code}".encode(), digest_size=16).hexdigest()


def _tables(folders: Sequence[Path]) -> Tables:
    """Return every entry of *folders*.

    What a library's own catalogs lie over is mostly known already, and most entries are left as they are:
    of six megabytes only what she wrote is read, and the entries that it changes.
    """
    from collabkit.catalog.compiling import compile_catalogs  # noqa: PLC0415 - 12 ms of YAML that a warm cache spares

    shipped, *own = folders
    return compile_catalogs(folders, _known_right(shipped) if own else {})


def _known_right(folder: Path) -> Tables:
    """Return the entries of *folder*, or nothing if there is a problem in it."""
    try:
        return _compiled([folder]).entries
    except DataError:
        return {}  # it is read with what lies over it, so that the problems of both are told
