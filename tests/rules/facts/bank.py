"""Our own wordings of facts, by kind: each sentence once right and once wrong at ``{}``."""

# ruff: noqa: E501

DATED = "---\ntitle: A day in Ghent\ndate: 2024-03-06\n---\n\n"

PARTS = [
    ("Of the 90 patients, 40 were men, 35 were women and {} were children.", "15", "25"),
    ("Of the 23 barges, fourteen were carrying grain, four carried lumber and {} were empty.", "five", "nine"),
    ("Fourteen of the 23 were carrying grain, four carried lumber and {} were empty.", "five", "nine"),
    ("The jury found him guilty on four of six counts and acquitted him on the other {}.", "two", "three"),
    ("She was convicted on three of the five counts. She was cleared of the other {}.", "two", "four"),
    ("Nine of the 15 members voted for it; the other {} stayed away.", "six", "eight"),
    ("Seven of the ten mines have closed, leaving {}.", "three", "five"),
    ("All but two of the 12 jurors, {} in all, wept.", "ten", "nine"),
    ("The city won a $9 million grant: $5 million for roads and {} for parks.", "$4 million", "$3 million"),
    ("The budget of £12 million is made up of £7 million for wages and {} for repairs.", "£5 million", "£9 million"),
    (
        "The $60 million fund – $40 million from the state and {} from the city – is spent.",
        "$20 million",
        "$30 million",
    ),
    ("The council has 40 seats: 22 Labour, 12 Conservative and {} Green.", "six", "nine"),
    ("The team won 15 games, {} and lost the other four.", "11", "13"),
    ("Seven women and {} men, 12 people in all, sit on the jury.", "five", "six"),
    ("Three adults and {} children, a total of eight people, were rescued.", "five", "six"),
    ("The bus carried 30 pupils and {} teachers, 34 people in all.", "four", "eight"),
    ("Some 40 percent went to wages, 35 percent to rent and the remaining {} to tax.", "25 percent", "45 percent"),
    ("In the poll, 48 percent were in favour, 45 percent were opposed and {} were unsure.", "7 percent", "17 percent"),
    ("Twelve people, seven women and {} men, were held.", "five", "six"),
    ("The quartet won 20 medals: eight gold, seven silver and {} bronze.", "five", "nine"),
    ("The crash injured 14 people: eight passengers, five pedestrians and {} police officer.", "one", "two"),
    ("Her estate of $3 million went to two museums: $2 million to Ghent and {} to Oslo.", "$1 million", "$2 million"),
    ("She lost four of her nine nurses. Two had retired and {} had gone abroad.", "two", "three"),
    ("The eight dead – five sailors and {} passengers – were named on Monday.", "three", "four"),
    ("Of its 300 workers, 180 are in Ghent and the other {} are in Oslo.", "120", "150"),
    ("Five of the 11 crew were rescued. The remaining {} are missing.", "six", "eight"),
    ("He has played 38 matches, with 20 wins, 10 draws and {} defeats.", "eight", "nine"),
    ("The house has 100 seats, of which the party holds 60 and its rivals the other {}.", "40", "50"),
]
SHARES = [
    ("The town won a grant of $9 million. A third of the grant, {}, will go to roads.", "$3 million", "$2 million"),
    ("The fund is worth £8 million. It will spend half of the fund, or {}, on schools.", "£4 million", "£6 million"),
    ("Half of the 300 workers, or {}, have left.", "150", "120"),
    ("Two-thirds of the 90 members, or {}, voted no.", "60", "40"),
    ("A quarter of its 200 shops – {} – will close.", "50", "70"),
    ("One in four, or {}, said no.", "25 percent", "40 percent"),
    ("One in five people ({}) said no.", "20%", "35%"),
    ("Three out of four pupils, or {}, passed.", "75 percent", "60 percent"),
    ("It spent £90,000 on the door, {} the £45,000 it had set aside.", "twice", "three times"),
    ("The film made $30 million, {} its $10 million budget.", "three times", "five times"),
    ("The tower is 90 metres tall, {} as tall as the 30-metre church.", "three times", "twice"),
    ("Some 600 people came, {} as many as the 300 of last year.", "twice", "three times"),
    ("He paid $50,000, {} the $100,000 that was asked.", "half", "a quarter"),
    ("It sold 20 of its 80 ships, a {} of the fleet.", "quarter", "third"),
    ("The 30 families, {} of the 90 in the village, have left.", "a third", "half"),
    ("Some 12 percent of the 5,000 voters, or {}, stayed at home.", "600", "900"),
    ("The firm owes $40 million, of which half, {}, is due in May.", "$20 million", "$30 million"),
]
VOTES = [
    ("The bill passed by 52 votes to 47, a majority of {}.", "five", "four"),
    ("The motion was carried by 31 votes to 24, a majority of {}.", "seven", "nine"),
    ("The council voted 7-4 to sell the mill, a margin of {} votes.", "three", "five"),
    ("The 11-member council voted {} to sell the mill.", "7-4", "7-5"),
    ("The nine-member court ruled {} for the state.", "5-4", "6-4"),
    ("The 15-member board met on Monday. The board voted {} to close the school.", "9-6", "9-8"),
    ("They won 24-17, a {} victory.", "seven-point", "nine-point"),
    ("The home side won 3-1, a {} win.", "two-goal", "three-goal"),
    ("The bill was adopted by {}.", "52 votes to 47", "47 votes to 52"),
    ("The bill passed with 60 votes in favour and 38 against, a margin of {}.", "22", "32"),
    ("All 12 jurors voted: seven for and {} against.", "five", "six"),
    ("She won by 5,210 votes to 5,010, a majority of {}.", "200", "300"),
]
RATES = [
    ("They sold 200 tickets at £5 each, raising {}.", "£1,000", "£1,200"),
    ("The rent is $50 a week, or {} a year.", "$2,600", "$3,200"),
    ("It costs $100 a month, or {} a year.", "$1,200", "$2,200"),
    ("The {} was shared among six winners, $100 each.", "$600", "$900"),
    ("It lost $2 million a month for 12 months, a total of {}.", "$24 million", "$34 million"),
    ("The hall has 12 rows of 30 seats, {} in all.", "360", "420"),
    ("He bought 40 chairs at $20 apiece, a total of {}.", "$800", "$600"),
    ("The fine is $500 per day for 10 days, or {}.", "$5,000", "$8,000"),
    ("The workers earn $15 an hour, or {} a week.", "$600", "$200"),
]
CONVERSIONS = [
    ("The road is 10 miles ({}) long.", "16 km", "26 km"),
    ("The road is 16km ({}) long.", "10 miles", "20 miles"),
    ("The farm has 100 acres ({}).", "40 hectares", "80 hectares"),
    ("It was 104F ({}) in the shade.", "40C", "50C"),
    ("It was 20 degrees Celsius ({}).", "68 Fahrenheit", "88 Fahrenheit"),
    ("The boat is 30 metres ({}) long.", "98 feet", "68 feet"),
    ("The fish weighed 10 pounds ({}).", "4.5kg", "7kg"),
    ("They drove at 100 mph ({}).", "160 kph", "190 kph"),
    ("The tank holds 500 square miles ({}) of water.", "1,295 square kilometres", "2,295 square kilometres"),
    ("It is 6 feet, or {}, deep.", "1.8 metres", "3 metres"),
]
SPANS = [
    ("The shop is open from 9am to 5pm, {} a day.", "eight hours", "ten hours"),
    ("The power was off from 10 p.m. to 4 a.m., {}.", "six hours", "eight hours"),
    ("The festival runs from 3 May 2019 to 10 May 2019, a {} feast.", "one-week", "three-week"),
    ("It will close for {} from 11 to 20 December 2021.", "10 days", "20 days"),
    ("The club is for children aged {}.", "12 to 18", "18 to 12"),
    ("He was mayor for {}, from 1990 to 1998.", "eight years", "18 years"),
    ("He was in prison from 1990 to {}.", "1998", "1988"),
    ("The sale runs from {} to 9 August 2021.", "2 August", "27 August"),
    ("The talks lasted {} hours, from 9 a.m. to 3 p.m.", "six", "nine"),
    ("The school is open between 8.30am and 3.30pm, {} a day.", "seven hours", "nine hours"),
]
LIVES = [
    (
        DATED + "Ann Lowe, a sculptor, has died in Ghent. She was {}.\n\nMs. Lowe was born in Oslo on 2 Feb. 1931.",
        "93",
        "89",
    ),
    (
        "Ann Lowe, a sculptor, died in Ghent on 11 October 2024. She was {}.\n\nMs. Lowe was born in Oslo on 2 Feb. 1931.",
        "93",
        "89",
    ),
    ("Ann Lowe died in Ghent in 2024, aged {}.\n\nIn 1962, at the age of 22, Ms. Lowe won the prize.", "84", "73"),
    (
        "Ann Lowe was born in Oslo in 1931.\n\nMs. Lowe made nine statues.\n\nIn 1951, aged {}, Ms. Lowe won the prize.",
        "20",
        "30",
    ),
    (DATED + "Ann Lowe, {}, sings.\n\nMs. Lowe was born in Oslo in 1980 and came here at 20.", "43", "34"),
    (DATED + "The ferry, built in 1998, sank on Monday. The {} ferry was empty.", "26-year-old", "36-year-old"),
    (DATED + "The {} mill, founded in 1950, will close.", "74-year-old", "60-year-old"),
    ("Ann Lowe was born in Oslo in 1931.\n\nShe sang. Ms. Lowe, who was born in {}, was a nurse.", "1931", "1913"),
]
PERSONS = [
    (
        "The foreign minister of Karvania, Ketevan Dzhaparidze, asked for talks.\n\nMs. Dzhaparidze, the Karvanian {}, left.",
        "foreign minister",
        "prime minister",
    ),
    ("Cpl. Ana Ruiz was hurt.\n\nA day later {} Ruiz left hospital.", "Cpl.", "Sgt."),
    ("Sen. Ana Ruiz (R-Texas) spoke.\n\nLater Ruiz ({}-Texas) left.", "R", "D"),
    ("Sen. Ana Ruiz (R-Texas) spoke.\n\nLater Ruiz (R-{}) left.", "Texas", "Ohio"),
    ("Republican Sen. Ana Ruiz spoke.\n\nLater {} Sen. Ana Ruiz left.", "Republican", "Democratic"),
    ("Capt. Ana Ruiz was hurt.\n\nA day later {} Ruiz left hospital.", "Capt.", "Col."),
    ("The mayor, Ana Ruiz, spoke.\n\nMs. Ruiz, the {}, left.", "mayor", "governor"),
    ("The mill is in Ghent, Ohio.\n\nGhent, Ohio, has two mills.\n\nHe came to Ghent, {}, in May.", "Ohio", "Iowa"),
]
LISTS = [
    (
        "The team filmed {} wrecks: the Corina, which sank in 1917, the Amhurst, lost in 1941, and a trawler.",
        "three",
        "five",
    ),
    ("{} rival firms, based in Ashby, Belford, Carham and Dunmore, bid.", "Four", "Three"),
    ("She won the race {}, in 1990, 1995 and 2001.", "three times", "twice"),
    ("He was jailed {}: once for theft, once for fraud and once for arson.", "three times", "twice"),
    ("He has won {} times (1990, 1995 and 2001).", "three", "four"),
    ("They have met on {} occasions, in 1990, 1995 and 2001.", "three", "two"),
]
DAYS = [
    (DATED + "A decision is expected in {}.", "2027", "2016"),
    (DATED + "It was the largest fire since {}.", "2003", "2031"),
    (DATED + "The bridge was opened in {}.", "2013", "2031"),
    (DATED + "The council met yesterday ({}).", "Tuesday", "Friday"),
    (DATED + "The council meets tomorrow, {}, to vote.", "Thursday", "Monday"),
    (DATED + "The council met on {}, March 4.", "Monday", "Sunday"),
    (DATED + "It will open in {}.", "2025", "2019"),
]
RECOUNTS = [
    ("The team filmed five wrecks off the coast.\n\nThe {} wrecks lie in deep water.", "five", "three"),
    ("# Fire destroys {} barges\n\nA fire destroyed five barges on Monday.", "five", "four"),
    ("The gang stole nine paintings.\n\nAll {} paintings were found in a barn.", "nine", "eight"),
]
EARNINGS = [
    ("Sales climbed to $92 million in the six weeks to Christmas, up {} from $80 million.", "15 percent", "25 percent"),
    (
        "Revenue rose {} to £1.2 billion in the three months to June, from £1 billion a year earlier.",
        "20 per cent",
        "30 per cent",
    ),
    ("Profit for the year to 31 March fell to $45 million from $60 million, a drop of {}.", "25 percent", "35 percent"),
    ("It has 1.2 million users, up {} from 1 million.", "20 per cent", "40 per cent"),
    ("The firm cut 90 of its 300 jobs, or {}.", "30 percent", "50 percent"),
]
KINDS = {
    "sum remainder recount": PARTS,
    "share percentage": SHARES,
    "vote sum": VOTES,
    "rate": RATES,
    "conversion": CONVERSIONS,
    "span year weekday": SPANS,
    "age object-age": LIVES,
    "identity": PERSONS,
    "count": LISTS,
    "tense weekday": DAYS,
    "recount": RECOUNTS,
    "percentage change": EARNINGS,
}

# What still escapes: silent when right, and when wrong too.
ESCAPES = {
    "The team won 15 games, {} and lost the other four.",
    "Some 40 percent went to wages, 35 percent to rent and the remaining {} to tax.",
    "Her estate of $3 million went to two museums: $2 million to Ghent and {} to Oslo.",
    "The house has 100 seats, of which the party holds 60 and its rivals the other {}.",
    "One in five people ({}) said no.",
    "The tower is 90 metres tall, {} as tall as the 30-metre church.",
    "Some 600 people came, {} as many as the 300 of last year.",
    "The firm owes $40 million, of which half, {}, is due in May.",
    "The hall has 12 rows of 30 seats, {} in all.",
    "The fish weighed 10 pounds ({}).",
    "They drove at 100 mph ({}).",
    "---\ntitle: A day in Ghent\ndate: 2024-03-06\n---\n\nIt will open in {}.",
    "Revenue rose {} to £1.2 billion in the three months to June, from £1 billion a year earlier.",
}
