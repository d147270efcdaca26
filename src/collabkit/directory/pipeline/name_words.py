"""What the words of a name tell of which organization bears it."""

SHORT = {
    "ASSN": "ASSOCIATION",
    "ASSOC": "ASSOCIATION",
    "CHILDREN": "CHILDRENS",
    "CO": "COUNTY",
    "CTR": "CENTER",
    "DEPT": "DEPARTMENT",
    "ELEM": "ELEMENTARY",
    "FT": "FORT",
    "HIST": "HISTORICAL",
    "JR": "JUNIOR",
    "LIB": "LIBRARY",
    "LIBR": "LIBRARY",
    "LIBRARIES": "LIBRARY",
    "MEM": "MEMORIAL",
    "MT": "MOUNT",
    "MTN": "MOUNTAIN",
    "NATL": "NATIONAL",
    "PUB": "PUBLIC",
    "SOC": "SOCIETY",
    "SR": "SENIOR",
    "ST": "SAINT",
    "TWP": "TOWNSHIP",
    "TWSP": "TOWNSHIP",
    "UNIV": "UNIVERSITY",
}
"""How registers shorten words, and what they stand for."""
IDLE = (
    *("A", "AN", "AND", "AT", "COMPANY", "CORP", "CORPORATION", "FOR", "IN", "INC", "INCORPORATED"),
    *("LLC", "LTD", "OF", "ON", "THE"),
)
"""Words that one register writes and another leaves out."""
KIND = ("FREE", "LIBRARY", "MUSEUM", "PUBLIC", "SCHOOL")
"""Words that say only what two rows of one partner are anyway: the same, said or not."""
TELLING = (
    *("ACADEMY", "ALUMNI", "ARTS", "ASSOCIATION", "AUXILIARY", "BAND", "BOOKMOBILE", "BOOSTER"),
    *(
        "BOOSTERS",
        "BRANCH",
        "CAMPUS",
        "CHAPTER",
        "CHARITABLE",
        "CHARTER",
        "CHILDRENS",
        "CHURCH",
        "CLUB",
    ),
    *("COLLEGE", "COUNTY", "EAST", "ELEMENTARY", "ENDOWMENT", "FOUNDATION", "FRIENDS", "FUND"),
    *(
        "GUILD",
        "HIGH",
        "HISTORICAL",
        "HOSPITAL",
        "INTERMEDIATE",
        "JUNIOR",
        "LAW",
        "LOWER",
        "MIDDLE",
    ),
    *("NORTH", "POLICE", "PRIMARY", "PTA", "PTO", "PTSA", "SENIOR", "SHERIFF", "SOCIETY", "SOUTH"),
    *("TRUST", "UNIVERSITY", "UPPER", "VOLUNTEER", "VOLUNTEERS", "WEST"),
)
"""Words that, standing in one of two names only, make them the names of two bodies."""
LENDING = ("COLLEGE", "FRIENDS", "UNIVERSITY", "VOLUNTEERS")
"""The same, of bodies that lend their number: to a gallery of theirs, or a museum they help."""
