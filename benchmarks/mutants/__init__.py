"""Change the code of a room in one place at a time, and see whether its tests notice.

* `changes` says what can be changed in a module, and puts a change in place.
* `trying` runs, for each change, the tests that call what it changes.
* `drawing` draws some over all of the program, and tries each in a copy of the checkout.
* `survivors` reads `survivors.md`: the changes that need no test, with the reason.
"""
