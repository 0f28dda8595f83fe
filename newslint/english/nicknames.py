"""Short forms of given names."""

# A group a line; regular short forms (Josh, Marty) need no entry. Source: by hand, after dictionaries of first names.
NICKNAMES = tuple(
    tuple(group.split())
    for group in """
    Robert Bob Bobby Rob Robbie
    William Bill Billy Will Willie
    Richard Dick Rick Ricky Rich
    James Jim Jimmy Jamie
    Edward Ed Eddie Ted Teddy Ned
    Theodore Ted Teddy Theo
    John Jack Johnny Jon
    Jonathan Jon
    Charles Charlie Chuck Chas
    Henry Harry Hank
    Harold Harry Hal
    Michael Mike Mick Mickey Mikhail
    Joseph Joe Joey
    Margaret Maggie Meg Peggy Margie
    Elizabeth Liz Beth Betty Lizzie Betsy Eliza
    Katherine Kate Kathy Katie
    Catherine Kate Cathy Katie
    Kathleen Kathy Katie
    Kathryn Kate Kathy Katie
    Anthony Tony
    Thomas Tom Tommy
    David Dave Davey
    Stephen Steve
    Steven Steve
    Lawrence Larry
    Laurence Larry
    Patrick Pat Paddy
    Patricia Pat Patty Trish
    Rebecca Becky
    Susan Sue Suzy
    Deborah Debra Debbie Deb
    Barbara Barb
    James Jim
    Francis Frank Francisco
    Franklin Frank
    Gerald Jerry Gerry
    Jeremiah Jerry
    Geoffrey Geoff Jeff
    Jeffrey Jeff
    Andrew Andy Drew
    Alexander Alex Sandy Sasha Alexei
    Alexandra Alex Sandra Sasha
    Nicholas Nick
    Nicolas Nick
    Gregory Greg
    Ronald Ron Ronnie
    Donald Don Donnie
    Daniel Dan Danny
    Samuel Sam Sammy
    Samantha Sam
    Timothy Tim
    Benjamin Ben Benny Bibi
    Kenneth Ken Kenny
    Christopher Chris Kit
    Christine Chris
    Vladimir Volodymyr Vova
    Eugene Gene
    Albert Al Bert
    Alfred Al Fred
    Frederick Fred Freddie
    Victoria Vicky Tori
    Dorothy Dot
    Jennifer Jen Jenny
    Jessica Jess
    Abraham Abe
    Bernard Bernie
    Walter Walt
    Philip Phil
    Phillip Phil
    Peter Pete
    Raymond Ray
    Leonard Len Leo
    Matthew Matt
    Zachary Zach Zack
    Nathaniel Nathan Nate
    Virginia Ginny
    Judith Judy
    Pamela Pam
    Cynthia Cindy
    Eleanor Ellie Nell
    Helen Nell
    Martha Marty
    Mary Molly Polly
    Ann Annie Nancy
    Anne Annie
    Anna Annie
    Rudolph Rudy
    Rudolf Rudy
    """.strip().split("\n")
)

_OF: dict[str, set[int]] = {}
for _index, _group in enumerate(NICKNAMES):
    for _name in _group:
        _OF.setdefault(_name, set()).add(_index)


def is_nickname(one: str, two: str) -> bool:
    """Whether one given name is a usual short form of the other: "Bob" of "Robert", "Josh" of "Joshua"."""
    if _OF.get(one, set()) & _OF.get(two, set()):
        return True
    short, long = sorted((one, two), key=len)
    if len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 1:
        return True
    return is_pet_form(one, two) or is_pet_form(two, one)


def is_pet_form(name: str, other: str) -> bool:
    """Whether ``name`` is the start of ``other`` with a fond ending: "Marty" of "Martin", "Spidey" of "Spider"."""
    stem = next((name.removesuffix(end) for end in ("ey", "y", "ie") if name.endswith(end)), "")
    if len(stem) >= 3 and stem[-1] == stem[-2]:
        stem = stem[:-1]
    return len(stem) >= 3 and other.startswith(stem) and not other.endswith(("y", "ie", "i"))
