"""Names of persons: given names, settled spellings, particles, and those that need no introduction."""

from functools import cache

from newslint.english.data import WordList, read

# Between the parts of a name, in lower case. Source: by hand, of the languages that news meets.
PARTICLES = frozenset(
    """
    abu af al av ben bin bint da das de del della delle den der des di do dos du e el i ibn la las le los ten ter und
    van vom von y zu zur
    """.split()
)
# After a hyphen they make no part of a name such as "Jong-un": "U.S.-led".
COMPOUND_TAILS = frozenset(
    "based led born era style only type wide like old run made free owned elect held bound".split()
)
# Persons whom no paper has to introduce. Source: by hand.
HOUSEHOLD_NAMES = frozenset(
    """
    Arafat Aristotle Assad Berlusconi Beyoncé Bezos Biden Blair Bolsonaro Bono Brown Buddha Bush Cameron Carter Castro
    Churchill Clinton Darwin Dickens Einstein Erdogan Erdoğan Freud Gaddafi Gandhi Gates God Gorbachev Hitler Jefferson
    Jesus Jobs Johnson Kennedy Khamenei Khomeini Lenin Lincoln Lula Macron Madonna Maduro Mandela Mao Marx Merkel Messi
    Modi Mubarak Mugabe Muhammad Musk Napoleon Netanyahu Newton Nietzsche Nixon Obama Orwell Pelé Plato Prince Putin
    Reagan Rihanna Ronaldo Roosevelt Sarkozy Shakespeare Socrates Stalin Starmer Sunak Thatcher Trudeau Trump Truss
    Voltaire Washington Xi Yeltsin Zelenskiy Zelensky Zelenskyy Zuckerberg
    """.split()
)
# Sources that are no persons and need no introduction either. Source: by hand.
HOUSEHOLD_BODIES = frozenset(
    """
    Airbnb Airbus Amazon Amnesty Apple Axios Bloomberg Boeing Brussels Congress Conservatives Defra Democrats Disney
    Downing Europol Facebook Ford Google Greenpeace Greens Haaretz Hamas Hezbollah Honda Instagram Interfax Interpol
    Kremlin Kyodo Labour Microsoft Nato Netflix Nissan Ofcom Ofsted Oxfam Parliament Pentagon Politico Reddit Reuters
    Samsung Scripture Senate Sony Tass Tesla Tories Toyota Twitter Uber Unesco Unicef Volkswagen Whitehall Wikipedia
    Xinhua Yonhap YouTube
    """.split()
)
# Those who speak as a group or a relation, with a capital that opens a sentence or stands for a name.
GROUPS = frozenset(
    """
    Activists Analysts Authorities Campaigners Critics Dad Doctors Everybody Everyone Experts Grandma Grandpa Mama Mom
    Mum Nobody Officials Organisers Organizers Others Papa Police Protesters Researchers Residents Scientists Somebody
    Someone Students Teachers Voters Witnesses Workers
    """.split()
)


# Some 10,000 proper names as one word each: people, places, peoples, brands.
NAMES = WordList("names.txt")


@cache
def given_names() -> frozenset[str]:
    """Some 1,400 common given names."""
    return frozenset(read("given_names.txt").decode().split())


def is_name(form: str) -> bool:
    """Whether ``form`` is a well-known name of one settled spelling."""
    return NAMES.has(form)


def is_given_name(form: str) -> bool:
    """Whether ``form``, with its capital, is a common given name."""
    return form in given_names()


def is_particle(word: str) -> bool:
    """Whether ``word``, in lower case, stands between the parts of a name: "von", "bin"."""
    return word in PARTICLES


def is_household_name(name: str) -> bool:
    """Whether ``name``, of one word, is a person or a source whom no paper has to introduce."""
    return name in HOUSEHOLD_NAMES or name in HOUSEHOLD_BODIES or name in GROUPS
