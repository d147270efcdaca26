"""The page: what the workspace knows and keeps, in the browser of the same machine.

Thin over `Workspace`, as the command line is: HTML from the server, links and forms, no script. Every page is a GET
with its state in the address, every write answers 303, and whatever can be done here can be done by commands.
"""
