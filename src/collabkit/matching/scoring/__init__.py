"""A query to ranked partners: facts, the arithmetic of the score, its order and its reasons.

`facts` is what the arithmetic needs of the catalogs and `views` what an answer shows of them, `score`
the arithmetic, `rank` the order of partners, and `reasons` the sentences behind a score.
"""
