"""Countries, states, peoples, cities and bodies, each as one word.

Source: names met in news, counted in training/news.txt.xz and sorted by hand.
"""

COUNTRIES = frozenset(
    """
    Afghanistan Albania Algeria America Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh
    Belarus Belgium Bolivia Bosnia Botswana Brazil Britain Bulgaria Burma Burundi Cambodia Cameroon Canada Chad Chile
    China Colombia Congo Croatia Cuba Cyprus Denmark Ecuador Egypt England Eritrea Estonia Ethiopia Fiji Finland France
    Gambia Georgia Germany Ghana Greece Guatemala Guinea Haiti Honduras Hungary Iceland India Indonesia Iran Iraq
    Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Korea Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon
    Liberia Libya Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Maldives Mali Malta Mexico Moldova Mongolia
    Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan
    Palestine Panama Paraguay Peru Philippines Poland Portugal Qatar Romania Russia Rwanda Scotland Senegal Serbia
    Singapore Slovakia Slovenia Somalia Spain Sudan Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Tibet
    Tunisia Turkey Turkmenistan Uganda Ukraine Uruguay Uzbekistan Venezuela Vietnam Wales Yemen Zambia Zimbabwe
    """.split()
)
# Without those of two words, which no list of single words can hold.
US_STATES = frozenset(
    """
    Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois
    Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana
    Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Washington Wisconsin
    Wyoming
    """.split()
)
# Short forms with a point, of news style: American states and Canadian provinces; those of several letters with their
# inner points.
SHORT_STATES = frozenset(
    """
    Ala Alta Ariz Ark B.C Cal Calif Colo Conn D.C Del Fla Ga Ill Ind Kan Kans Ky La Man Mass Md Mich Minn Miss Mo Mont
    N.C N.D N.H N.J N.M N.Y Neb Nev Okla Ont Ore P.R Pa Penn Que R.I S.C S.D Sask Tenn Tex Va Vt W.Va Wash Wis Wisc Wyo
    """.split()
)
REGIONS = frozenset(
    """
    Africa Antarctic Arctic Asia Atlantic Balkans Baltic Caribbean Catalonia Caucasus Chechnya Crimea Eastern Eurasia
    Europe Gaza Harlem Hollywood Kashmir Manhattan Mediterranean Northern Ontario Pacific Quebec Queensland Sicily
    Southern Tasmania Western Westminster
    """.split()
)
CITIES = frozenset(
    """
    Amsterdam Ankara Athens Atlanta Baghdad Baltimore Bangkok Barcelona Beijing Beirut Berlin Birmingham Boston
    Brisbane Bristol Brussels Budapest Cairo Canberra Chicago Cincinnati Cleveland Dallas Damascus Delhi Denver Detroit
    Doha Donetsk Dubai Dublin Edinburgh Geneva Glasgow Hanoi Havana Houston Islamabad Istanbul Jakarta Jerusalem
    Johannesburg Kabul Karachi Kiev Kyiv Lahore Leeds Lisbon Liverpool London Madrid Manchester Manila Melbourne Miami
    Milan Milwaukee Minneapolis Minsk Moscow Mumbai Munich Nairobi Oslo Oxford Paris Philadelphia Phoenix Pittsburgh
    Prague Pretoria Pyongyang Riyadh Rome Sacramento Seattle Seoul Shanghai Stockholm Sydney Taipei Tbilisi Tehran
    Tokyo Toronto Tripoli Tunis Vancouver Vienna Warsaw Zurich
    """.split()
)
# Adjectives and names of peoples.
PEOPLES = frozenset(
    """
    Afghan African Albanian Algerian American Argentine Armenian Asian Australian Austrian Azerbaijani Bangladeshi
    Belarusian Belgian Bolivian Bosnian Brazilian British Briton Bulgarian Burmese Californian Cambodian Canadian
    Chechen Chilean Chinese Colombian Croatian Cuban Czech Danish Dutch Egyptian English Ethiopian European Finnish
    French Georgian German Greek Haitian Hungarian Indian Indonesian Iranian Iraqi Irish Israeli Italian Japanese
    Kenyan Korean Latvian Lebanese Libyan Malaysian Mexican Moroccan Nigerian Norwegian Pakistani Palestinian Persian
    Peruvian Polish Portuguese Qatari Roman Romanian Russian Rwandan Saudi Scottish Serbian Somali Soviet Spanish
    Sudanese Swedish Swiss Syrian Taiwanese Thai Tibetan Tunisian Turkish Ugandan Ukrainian Venezuelan Vietnamese Welsh
    Yemeni
    """.split()
)
# Companies, papers, parties, parliaments and things with one name.
BODIES = frozenset(
    """
    Airbus Amazon Apple Bloomberg Boeing Brexit Congress Covid Facebook Fox Google Guardian Hamas Hezbollah Houthi
    Instagram Internet Interpol Isis Jazeera Kremlin Microsoft Moderna Netflix Obamacare Olympic Olympics Parliament
    Pentagon Pfizer Post Reuters Senate Taliban Tesla Times Twitter Uber Vatican YouTube
    """.split()
)
FAITHS_AND_PARTIES = frozenset(
    """
    Allah Arab Arabic Bible Catholic Christian Christmas Communist Conservative Conservatives Democrat Democratic
    Easter God Hebrew Hindu Islam Islamic Jesus Jew Jewish Koran Labour Liberal Muslim Nazi Quran Ramadan Republican
    Sikh Tories Tory
    """.split()
)
PLACES = COUNTRIES | US_STATES | REGIONS | CITIES | PEOPLES | BODIES | FAITHS_AND_PARTIES
# The last word of an organisation, a place or a thing, never of a person.
# What the last word of a place's name says it is: of streets, of buildings, of the land.
PLACE_KINDS = frozenset(
    """
    Avenue Bay Beach Bridge Castle Cathedral Church College Court Creek Crescent Drive Farm Hall Hill Hospital Hotel
    Island Lake Lane Library Mountain Museum Park Quay River Road School Square Stadium Station Street Terrace Theatre
    Tower Valley Wood
    """.split()
)
ORGANISATION_WORDS = frozenset(
    """
    Academy Accord Act Administration Agency Agreement Airlines Airport Airways Alliance Amendment Americans April
    Arena Army Assembly Associates Association Athletic August Authority Avenue Award Awards Bank Bay Beach Bill Board
    Bridge Building Bureau Cabinet Campaign Castle Cathedral Caucus Center Centre Championship Championships Chronicle
    Church City Club Co Coalition Coast College Commission Committee Company Conference Congress Constitution
    Convention Corp Corporation Corps Council County Court Cup Daily Day December Democrat Democrats Department
    District East Eve Exchange Facebook February Federation Festival Force Forces Forum Foundation Friday Front Fund
    Games Gazette Google Government Group Guard Guardian Gulf Hall Herald Hill Hills Holdings Hospital Hotel House
    Images Inc Index Industries Initiative Institute Island Islands January Journal July June Kingdom LLC Lake Lane Law
    League Library Ltd Magazine March Market Markets May Ministry Monday Month Mosque Motors Mountain Mountains
    Movement Museum Nations Navy Network News Night North November Ocean October Office Olympics Open Organisation
    Organization PLC Palace Park Parliament Partners Party Photo Plan Plc Police Post Press Prize Program Programme
    Project Province Radio Region Report Republic Republican Republicans Review Revolution River Road Rovers Saturday
    School Sea Senate September Service Services Society South Square Stadium Staff State States Station Street Study
    Summit Sunday Survey Systems TV Team Technologies Telegraph Temple Theater Theatre Thursday Times Tower Town Treaty
    Tribune Trust Tuesday Twitter Union United University Valley Wanderers War Wars Wednesday Week Weekly West Year
    """.split()
)
# Endings that make another word of a name: peoples, adjectives, doctrines, plurals.
ENDINGS = frozenset(
    """
    s es n an ian i is ese ish ic ist ism ists er ers ed ing al y ie ies o ns ans ians a e lar ly ity ite ites ji
    """.split()
) | {""}


def is_place(word: str) -> bool:
    """Whether ``word`` is a known country, state, people, city or body: alone it is no person."""
    return word in PLACES


def is_country(word: str) -> bool:
    """Whether ``word`` is a country of one word."""
    return word in COUNTRIES


def is_organisation_word(word: str) -> bool:
    """Whether a name that ends in ``word`` is one of a body, a place or a thing: "Council", "Airlines", "Street"."""
    return word in ORGANISATION_WORDS
