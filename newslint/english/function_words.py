"""Words of closed classes, and those that open a sentence with a capital that makes no name of them."""

# As subjects, in lower case.
PRONOUNS = frozenset("he i it she they we you".split())
DETERMINERS = frozenset(
    """
    a all an another any both each every her his its many most my no one our several some that the their these this
    those your
    """.split()
)
BE_AND_HAVE = frozenset("am are be been being had has have having is was were".split())
MODALS = frozenset("can could may might must shall should will would".split())
AUXILIARIES = BE_AND_HAVE | MODALS | {"did", "do", "does"}
# Prepositions, and those that may stand without a noun, too: "prices are up".
PREPOSITIONS = frozenset(
    """
    about against amid among as at by despite during for from in into of on onto per than to toward towards upon via
    with without
    """.split()
)
ADVERBIAL_PREPOSITIONS = frozenset(
    """
    above across after along alongside around before behind below beside between beyond down inside near off out outside
    over since through under until up within
    """.split()
)
INTERROGATIVES = frozenset("how what when where which who whom whose why".split())
# What opens a clause that wants a verb of its own: subordinators, relatives and interrogatives.
CLAUSE_OPENERS = INTERROGATIVES | frozenset("although because if that though whether while".split())
CONJUNCTIONS = CLAUSE_OPENERS | frozenset("and but nor or so unless yet".split())
CLOSED = PRONOUNS | DETERMINERS | AUXILIARIES | PREPOSITIONS | CONJUNCTIONS
# Something must follow: no sentence and no quotation ends on these, whatever its style.
NEVER_LAST = frozenset("the a an my our your their whose every and or nor than because although unless whereas".split())
# No noun phrase that may be a subject begins with these, in lower case.
NO_SUBJECT = (
    (AUXILIARIES - {"am", "being", "shall", "having"})
    | PREPOSITIONS
    | ADVERBIAL_PREPOSITIONS
    | CONJUNCTIONS
    | frozenset(
        """
        according again also always asked back even ever following he's here he’s however including instead it's it’s
        just later let like meanwhile never next no not now often once only perhaps she's she’s still then there thus
        too yes
        """.split()
    )
)
# With a capital they begin a sentence and hardly ever a name, whatever stands before them.
SENTENCE_OPENERS = frozenset(
    """
    A About According Across Additionally After Against All Almost Along Also Although Amid Among An And Another Any
    Are Around As Asked Asking At Based Because Before Besides Between Both But By Can Could Currently Despite Did
    Didn't Do Does Don't Due During Each Earlier Either Even Eventually Every Everyone Few Finally For From Furthermore
    Given Had Has Have He He's Hence Her Here His How However I'd I'm I've If In Indeed Initially Instead Is It It's
    Its Just Last Later Let Like Many Maybe Meanwhile More Moreover Most Much My Nearly Neither Never Nevertheless No
    Nobody Nonetheless Nor Not Nothing Now Officials Often On Once Only Or Other Others Our Over Overall Perhaps Police
    Previously Rather Recently Several She She's Should Since So Some Someone Something Soon Speaking Still Such That
    That's The Their Then There There's These They They're This Those Though Through Thus To Today Tomorrow Ultimately
    Under Unless Unlike Until Upon Was We We're Were What Whatever When Whenever Where Whether Which While Whoever Why
    With Within Without Would Yes Yesterday Yet You Your
    """.split()
)
# With a capital at the front of a name they are no part of it: "First Minister" may follow "U.S.", these may not.
OPENERS = SENTENCE_OPENERS | frozenset(
    """
    Above Add Again Ah Always Am Analysis Anyone Anything Apparently Aren't Ask Away Back Be Been Behind Being Below
    Beside Beyond Breaking Can't Caption Certainly Clearly Copyright Dear Doesn't Down Eight Especially Everybody
    Everything Ex Exclusive Far First Five Following Former Fortunately Four Hasn't Haven't He'd Hello Here's Hi Him
    How's I I'll Image Including Inside Into Isn't Let's May Me Might Must Near Next Nine None Of Off Oh One Onto
    Opinion Out Outside Per Photo Photograph Picture Please Read Related Said Same Second See Seven Shall She'd Six
    Somebody Sometimes Ten Than Thankfully Thanks Them Therefore They'd They'll They've Third Three Throughout Till
    Told Toward Towards Twice Two Unfortunately Up Updated Us Usually Via Video Wasn't Watch We'd We'll We've Well
    Weren't What's Where's Wherever Who Who's Whose Will Won't You'll You're You've
    """.split()
)


def begins_no_subject(word: str) -> bool:
    """Whether no subject begins with ``word``, in lower case: a preposition, a conjunction, an auxiliary."""
    return word in NO_SUBJECT


def opens_sentence(word: str) -> bool:
    """Whether ``word``, with its capital, begins a sentence and hardly ever a name."""
    return word.replace("’", "'") in SENTENCE_OPENERS


def is_opener(word: str) -> bool:
    """Whether ``word``, with its capital at the front of a name, is hardly ever a part of it."""
    return word in OPENERS
