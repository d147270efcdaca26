"""``collab request``: what comes to the library, weighed by its policy, decided by a person, answered."""
