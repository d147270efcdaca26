"""Bad inputs by the hundred thousand: none may end in an exception, a hang or a broken promise.

* `strings` makes them, `harness` runs the program on them in this process and judges what it says.
* Each other module is one way in: it makes inputs of one kind and says what holds for them.
* ``python -m benchmarks.attack`` runs all, by a seed that it prints; ``--help`` tells the rest.
"""
