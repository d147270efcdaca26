"""What the program says. stdout is data, stderr is talk; the only printer.

`records` writes records in one of the `formats`, each of which is a file of `writers`; `streams`
writes text as it is and notes about it, and knows what to do when a stream breaks.
"""

from collabkit.output.formats import Column, Format
from collabkit.output.records import default_format, write
from collabkit.output.streams import OutputError, clear, flush, note, progress, say

__all__ = [
    "Column",
    "Format",
    "OutputError",
    "clear",
    "default_format",
    "flush",
    "note",
    "progress",
    "say",
    "write",
]
