"""What stands before a name or after it: honorifics, offices, ranks, letters."""

# Before a name, with no office. Source: style books (AP, Guardian, Economist), by hand.
HONORIFICS = frozenset(
    """
    Baron Baroness Brother Dame Dr Father Fr Frau Herr Imam Lady Lord Madam Madame Messrs Miss Mlle Mme Monsieur Mother
    Mr Mrs Ms Mx Prof Rabbi Rev Saint Señor Señora Shaikh Sheik Sheikh Sir Sister St
    """.split()
)
# Honorifics and ranks in the short form that a name follows, with or without a point. Source: the same, by hand.
SHORT_TITLES = frozenset(
    """
    Adm Amb Asst Atty Brig Capt Cllr Cmdr Cmsr Col Cpl Dep Det Dr Drs Fr Gen Gov Govs Hon Insp Lt Ltg Maj Messrs Mgr
    Mlle Mme Mr Mrs Ms Msgr Mx Ofc Pfc Pres Prof Pvt Rep Reps Rev Sec Sen Sens Sgt Spc Ssgt Supt Treas
    """.split()
)
# Offices and callings that stand before a name, with a capital or without. Source: counted in news, chosen by hand.
_OFFICES = """
    activist actor actress admiral adviser advisor agent aide alderman ambassador analyst anchor archbishop architect
    artist attorney aunt author ayatollah banker barrister batsman billionaire biologist bishop blogger boss bowler
    boxer broadcaster brother businessman businesswoman campaigner candidate captain cardinal ceo cfo chair chairman
    chairwoman champion chancellor chief clerk co-author co-founder co-owner coach colleague colonel columnist
    comedian commander commentator commissioner composer conductor congressman congresswoman constable consul
    consultant coo corporal correspondent councillor councilman councilmember councilwoman counsel cousin curator czar
    daughter dean defender deputy designer detective dictator diplomat director doctor driver economist editor emir
    emperor empress engineer entrepreneur envoy epidemiologist executive expert farmer father fiancee fiancé filmmaker
    firefighter forward founder general goalkeeper golfer governor grandfather grandmother head historian host husband
    inspector investor jockey journalist judge justice king lawmaker lawyer leader lecturer legislator lieutenant lord
    major manager marshal mayor mep midfielder minister mother mp mufti mullah musician nephew niece nominee novelist
    nurse officer organiser organizer owner painter paramedic partner pastor photographer physician physicist pilot
    pitcher poet politician pope premier presenter president priest prince princess principal private producer
    professor prosecutor protester provost psychologist quarterback queen rapper rector reporter representative
    researcher reverend scientist secretary senator sergeant shah sheriff singer sister skipper sociologist soldier
    solicitor son speaker spokesman spokesperson spokeswoman sprinter star strategist striker sultan superintendent
    superstar surgeon swimmer teacher theorist trader trainer treasurer tycoon uncle undersecretary veteran vice
    vice-president volunteer whip widow wife winger writer
"""
TITLES = frozenset(_OFFICES.split()) | {word.lower() for word in SHORT_TITLES - HONORIFICS}
# Words that go with a title: "Deputy Prime Minister". Source: counted in news, chosen by hand.
TITLE_HELPERS = frozenset(
    """
    acting agriculture assistant associate attorney brigadier chief conservative court crown defence defense democrat
    democratic deputy district education energy environment ex executive federal finance fire first foreign former
    general grand health home house incoming interim interior junior justice labor labour lady major majority managing
    minority national opposition outgoing party police presidential press prime rear republican security senate senior
    special state supreme trade transport treasury vice white
    """.split()
)
# After a name. Source: style books, by hand.
POST_NOMINALS = frozenset("CBE II III IV Jr KC MBE MD MP OBE PhD QC Sr".split())

_BEFORE = frozenset(word.lower() for word in HONORIFICS | SHORT_TITLES)
_SHORT = frozenset(word.lower() for word in SHORT_TITLES)


def is_honorific(word: str) -> bool:
    """Whether ``word``, in any case and with its point or without, addresses somebody: "Mr", "Sir", "Dr."."""
    return word.rstrip(".").lower() in _BEFORE


def is_short_title(word: str) -> bool:
    """Whether ``word`` is a title in its short form, in any case and with its point or without: "Sen", "gov."."""
    return word.rstrip(".").lower() in _SHORT


def is_title(word: str) -> bool:
    """Whether ``word``, in any case, is an office, a rank or a calling that may stand before a name."""
    return word.lower() in TITLES


def is_post_nominal(word: str) -> bool:
    """Whether ``word`` stands after a name: "Jr.", "OBE"."""
    return word.rstrip(".") in POST_NOMINALS
