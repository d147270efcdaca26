"""A library's profile: ``library.yaml`` read and written (`profile_file`), and made of what is stated (`stating`)."""

from collabkit.profiles.profile_file import line_of, load_library, profile_text, read_library

__all__ = ["line_of", "load_library", "profile_text", "read_library"]
