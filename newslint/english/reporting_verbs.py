"""Verbs that report what somebody said, and the forms in which they do.

Source: verbs that stand beside quotation marks in edited news, counted and chosen by hand. A verb a line: its forms of
the present (without -s, with it), of the past ("-" where it looks like the first), and with -ing.
"""

# Hardly ever anything but speech beside a quotation, and hardly ever participles.
_PLAIN = """
say says said saying
tell tells told telling
add adds added adding
write writes wrote writing
ask asks asked asking
explain explains explained explaining
note notes noted noting
continue continues continued continuing
reply replies replied replying
insist insists insisted insisting
state states stated stating
warn warns warned warning
argue argues argued arguing
tweet tweets tweeted tweeting
"""
# Report as well, and may do other work.
_OTHERS = """
acknowledge acknowledges acknowledged acknowledging
admit admits admitted admitting
advise advises advised advising
agree agrees agreed agreeing
allege alleges alleged alleging
announce announces announced announcing
answer answers answered answering
assert asserts asserted asserting
boast boasts boasted boasting
brag brags bragged bragging
brand brands branded branding
call calls called calling
caution cautions cautioned cautioning
chant chants chanted chanting
cite cites cited citing
claim claims claimed claiming
comment comments commented commenting
complain complains complained complaining
concede concedes conceded conceding
conclude concludes concluded concluding
confirm confirms confirmed confirming
contend contends contended contending
counter counters countered countering
cry cries cried crying
declare declares declared declaring
demand demands demanded demanding
deny denies denied denying
describe describes described describing
dub dubs dubbed dubbing
echo echoes echoed echoing
elaborate elaborates elaborated elaborating
emphasise emphasises emphasised emphasising
emphasize emphasizes emphasized emphasizing
enthuse enthuses enthused enthusing
exclaim exclaims exclaimed exclaiming
gush gushes gushed gushing
interject interjects interjected interjecting
joke jokes joked joking
lament laments lamented lamenting
laugh laughs laughed laughing
maintain maintains maintained maintaining
muse muses mused musing
mutter mutters muttered muttering
observe observes observed observing
opine opines opined opining
plead pleads pleaded pleading
pledge pledges pledged pledging
post posts posted posting
predict predicts predicted predicting
proclaim proclaims proclaimed proclaiming
promise promises promised promising
protest protests protested protesting
put puts - putting
quip quips quipped quipping
quote quotes quoted quoting
read reads - reading
reason reasons reasoned reasoning
recall recalls recalled recalling
reckon reckons reckoned reckoning
reflect reflects reflected reflecting
reiterate reiterates reiterated reiterating
remark remarks remarked remarking
respond responds responded responding
retort retorts retorted retorting
scream screams screamed screaming
shout shouts shouted shouting
sigh sighs sighed sighing
speculate speculates speculated speculating
stress stresses stressed stressing
suggest suggests suggested suggesting
sum sums summed summing
tease teases teased teasing
testify testifies testified testifying
text texts texted texting
thunder thunders thundered thundering
urge urges urged urging
vow vows vowed vowing
whisper whispers whispered whispering
wonder wonders wondered wondering
yell yells yelled yelling
"""
# Stand beside a person, and tell what he thinks rather than what he says.
_OF_MIND = """
believe believes believed believing
hope hopes hoped hoping
point points pointed pointing
think thinks thought thinking
"""


def _forms(verbs: str, *columns: int) -> frozenset[str]:
    rows = [line.split() for line in verbs.strip().split("\n")]
    return frozenset(row[column] for row in rows for column in columns) - {"-"}


PLAIN_REPORTING = _forms(_PLAIN, 1, 2) | {"say"}
REPORTING = PLAIN_REPORTING | _forms(_OTHERS, 1, 2)
REPORTING_OR_THINKING = REPORTING | _forms(_OF_MIND, 1, 2)
REPORTING_PARTICIPLES = _forms(_PLAIN + _OTHERS.lstrip(), 3)


def is_reporting_verb(word: str) -> bool:
    """Whether ``word``, in lower case, is a form with a subject of a verb that may report speech: "said", "warns"."""
    return word in REPORTING


def is_verb_of_mind_or_speech(word: str) -> bool:
    """Whether ``word``, in lower case, tells what somebody says or thinks: "said", "believes"."""
    return word in REPORTING_OR_THINKING


def is_plain_reporting_verb(word: str) -> bool:
    """Whether ``word``, in lower case, is one beside a quotation that hardly ever does other work: "said", "adds"."""
    return word in PLAIN_REPORTING


def is_reporting_participle(word: str) -> bool:
    """Whether ``word``, in lower case, is the form with -ing of a verb that may report speech: "adding"."""
    return word in REPORTING_PARTICIPLES
