"""What the commands do, as functions on plain values. `Workspace` fills in what a library has.

`matches` ranks partners, `findings` names organizations, `papers` writes to them, `registers` loads
what `findings` asks, `profiles` writes and checks a library's own files; `arguments` refuses what
cannot be meant. Import from the module, so that a program pays for what it uses.
"""
