"""The tools, each a verb of the command line, in a module of its own that has `add`."""
