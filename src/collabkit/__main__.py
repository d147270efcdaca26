"""``python -m collabkit`` is ``collab``."""

from collabkit.cli import main

raise SystemExit(main())
