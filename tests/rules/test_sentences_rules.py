"""What the rules about sentences see and, above all, what they leave alone."""

import time

import pytest

from newslint import Severity, lint
from newslint.plugins.packs import rules_in
from newslint.run.examples import findings_in_source

RULES = {file.id: file for file in rules_in("newslint_rules") if file.id.startswith("sentences/")}

BEFORE = "The bridge over the river reopened on Monday after a repair that took two years, the county said.\n\n"
AFTER = "\n\nTraffic was light on the first day, and the police counted fewer than 900 cars by noon."


def found(rule, text, *, warnings=True):
    """What a rule reports in the text, as the words reported; information left out if ``warnings``."""
    findings = findings_in_source(RULES[f"sentences/{rule}"].load(), text, "plain")
    return [text[f.start : f.end] for f in findings if not warnings or f.severity is not Severity.INFO]


def within(paragraph):
    """A paragraph in an article, where its neighbours are in order."""
    return BEFORE + paragraph + AFTER


# no-full-stop


def test_a_paragraph_of_one_sentence_may_be_a_heading():
    text = within("On Thursday, the mayor hedged on whether she would agree")
    assert found("no-full-stop", text) == []
    assert found("no-full-stop", text, warnings=False) == []
    assert found("truncated", text, warnings=False) == []


def test_where_many_lack_their_stop_it_is_how_the_text_was_laid_out():
    paragraph = "Nobody complained. The mayor was seen on her red bicycle"
    text = BEFORE + (paragraph + AFTER + "\n\n") * 4
    assert found("no-full-stop", text) == []


# stray-fragment


@pytest.mark.parametrize(
    "tail", ["There is", "It was", "according to the", "He also", "says Mr", "But", "a number of", "President", "The"]
)
def test_words_left_at_the_end_of_a_paragraph(tail):
    assert found("stray-fragment", within(f"The mayor had hoped for more, she told the council. {tail}")) == [tail]


@pytest.mark.parametrize("agency", ["- Reuters", "– From wire reports", "—Bloomberg News"])
def test_the_agency_after_the_last_stop_is_no_tail(agency):
    text = within(f"The mayor had hoped for more, she told the council. It voted no. {agency}")
    assert found("stray-fragment", text) == found("truncated", text) == []


@pytest.mark.parametrize("signature", ["PTI", "Ann Roe", "Ann Roe and Sam Lee", "— Ann Roe", "Read more", "@annroe"])
def test_signatures_and_links_are_no_scraps(signature):
    assert found("stray-fragment", within(f"The mayor had hoped for more, she told the council. {signature}")) == []


@pytest.mark.parametrize("scrap", ["be.", "was.", "said it was possible.", "and of the.", "It has been.", "Was."])
def test_scraps_with_a_stop(scrap):
    assert found("stray-fragment", within(f"The mayor had hoped for more cars. {scrap}")) == [scrap]
    assert found("stray-fragment", within(f"The mayor had hoped for more cars. {scrap} Nobody came.")) == [scrap]


@pytest.mark.parametrize(
    "copy",
    [
        "She flew to the U.S. on Monday with Sen. van Roe (D-Conn.) and left at 5 p.m. sharp.",
        "“Where is it?” he asked. “Here!” cried the mayor. “Well ...” she said.",
        "He works for Roe & Co. in Leeds, as No. 2. iPhone users may e.g. call him.",
        "The site is open. example.org has the times. @mayor has them too.",
        "Would it rain? It would. Had he known, he would have stayed. Is it fair? It is.",
        "“Was fun. Went home,” she wrote.",
        "He hesitated ... then jumped.",
    ],
)
def test_sentences_in_good_order(copy):
    assert found("stray-fragment", within(copy)) == []


def test_a_lower_case_name_that_starts_two_sentences_is_a_name():
    copy = "The author spoke. hooks wrote much. The room was full. hooks wrote slowly."
    assert found("stray-fragment", within(copy)) == []
    assert found("stray-fragment", within("The author spoke. much was said.")) == ["much was said."]


def test_a_short_answer_to_an_earlier_verb_is_information():
    copy = within("In May she said that the team had signed him. They had.")
    assert found("stray-fragment", copy) == []
    assert found("stray-fragment", copy, warnings=False) == ["They had."]


# truncated


@pytest.mark.parametrize(
    "cut",
    [
        "The mayor, who had hoped for more cars on the new bridge, told the",
        "In the end, the council voted to pay for half of",
    ],
)
def test_a_paragraph_without_its_end(cut):
    assert found("truncated", within(cut)) == [cut]


def test_a_sentence_that_lacks_its_stop_is_not_said_to_break_off():
    assert found("no-full-stop", within("Nobody complained. The mayor was seen on her red bicycle")) == [
        "The mayor was seen on her red bicycle"
    ]


def test_the_article_ends_too_early():
    cut = "The mayor said on Monday that she would go on with the"
    assert found("truncated", BEFORE + cut) == [cut]


def test_a_stop_after_an_article():
    assert found("truncated", within("She went to the. Nobody saw her.")) == ["the."]


@pytest.mark.parametrize(
    "block",
    [
        "Who pays for it",
        "A bridge for the many",
        "Mayor Opens Bridge With a Brass Band",
        "Ann Roe walks across the bridge. Photograph: Sam Lee/Example Agency",
        "Additional reporting by Ann Roe",
        "The bridge has cost the town more than the school did: read more",
        "She said: “We are open.”",
        "He listed what was left:",
    ],
)
def test_headings_captions_and_credits_need_no_stop(block):
    assert found("truncated", within(block)) == []


def test_a_page_that_never_uses_stops_is_left_alone():
    assert found("truncated", "\n\n".join(f"We walked over bridge number {n} and saw the cars" for n in range(9))) == []


# repeated-word


@pytest.mark.parametrize(
    ("copy", "doubled"),
    [
        ("They met at the  the bridge.", "the  the"),
        ("“I want to to stay,” she said.", "to to"),
        ("The The bridge is open.", None),
        ("The the bridge is open.", "The the"),
        ("It was seen by by many.", "by by"),
        ("They said the bridge bridge was new.", "bridge bridge"),
        ("He went on on Monday, and checked in in May.", None),
        ("What it is is a bridge.", None),
        ("The question is is it new?", "is is"),
        ("“It was very very big, big big,” she said.", None),
        ("It was a long, long way to Bora Bora, no, no, to Baden-Baden.", None),
        ("She gave up up to half.", "up up"),
        ("He wrote “of of [sic] them”: of of [sic] them.", None),
        ("Those had had enough of that that day.", None),
        ("It is a check-in in-house, a to to-do list.", None),
        ("It grew and grew and grew, day by day by day.", None),
    ],
)
def test_doubled_words(copy, doubled):
    assert found("repeated-word", within(copy)) == ([doubled] if doubled else [])


def test_words_are_not_doubled_across_paragraphs():
    assert found("repeated-word", "Who pays for the bridge\n\nBridge traffic was light on the first day.") == []


# repeated-passage

PASSAGE = "The council had voted for the new bridge in May, against the will of the mayor and of half the town. "
OTHER = "Nobody in the town hall was ready to talk about the price of it all on Tuesday."


def test_a_paragraph_that_was_not_deleted_at_its_old_place():
    text = BEFORE + PASSAGE + OTHER + AFTER + "\n\n" + PASSAGE + OTHER
    assert found("repeated-passage", text) == [PASSAGE + OTHER]


def test_the_first_place_is_shown():
    text = BEFORE + PASSAGE + AFTER + "\n\n" + PASSAGE.strip()
    (finding,) = findings_in_source(RULES["sentences/repeated-passage"].load(), text, "plain")
    assert text[finding.related[0].span.start : finding.related[0].span.end] == PASSAGE.strip()
    assert finding.start > finding.related[0].span.end


def test_a_small_change_does_not_hide_it():
    changed = PASSAGE.replace("new bridge", "old bridge").strip()
    assert found("repeated-passage", BEFORE + PASSAGE + AFTER + "\n\n" + changed) == [changed]


def test_a_short_sentence_that_comes_back_with_other_words_is_for_information():
    said = "The {} works closed. {} owner declined to say why it did so, and left.\n\n"
    text = BEFORE + said.format("Roe", "The") + said.format("Hale", "Its") + AFTER
    assert found("repeated-passage", text) == []
    assert len(found("repeated-passage", text, warnings=False)) == 1


def test_other_names_and_numbers_make_another_sentence():
    one = "The party won 12 of the 40 seats in the council of Ashford, where it had none four years ago."
    two = "The party won 15 of the 40 seats in the council of Bexley, where it had none four years ago."
    assert found("repeated-passage", within(one + " " + two)) == []


def test_a_pull_quote_repeats_the_story():
    quote = "We have waited for this bridge for longer than I have been alive"
    text = BEFORE + quote + AFTER + f"\n\n“{quote},” said Ann Roe."
    assert found("repeated-passage", text) == []


# run-on-paste


@pytest.mark.parametrize(
    ("copy", "glued"),
    [
        ("The vote was lost.The mayor left.", "lost.The"),
        ("Was it lost?The mayor left.", "lost?The"),
        ("It was in 2019.The mayor left.", "2019.The"),
        ("Power is waning.is being felt.", "waning.is"),
        ("“It is lost.”The mayor left.", "lost.”The"),
        ("It is lost.“We left,” she said.", "lost.“We"),
        ("It is on Booking.com, at example.org/The.html, in main.py and Node.js.", None),
        ("J.R.R. Tolkien (b.1892) met the U.S.A. team at 5 p.m.; see p.12.", None),
        ("Write to Ann.Roe@example.org about Leave.EU, will.i.am and the St.Petersburg ticket.", None),
    ],
)
def test_glued_sentences(copy, glued):
    assert found("run-on-paste", within(copy)) == ([glued] if glued else [])


# missing-verb


@pytest.mark.parametrize(
    ("copy", "gap"),
    [
        ("The opening event a small affair in a village hall.", "event a"),
        ("He a king, but one of many.", "He a"),
        ("The talks been held in secret since May.", "talks been"),
        ("The clerk the letter on Friday, and the chairman answered it on Monday.", "clerk the"),
        ("She one of the first to sign the paper that the union had sent.", "She one"),
    ],
)
def test_a_gap_is_told_from_its_two_sides(copy, gap):
    assert found("missing-verb", within(copy), warnings=False) == [gap]


@pytest.mark.parametrize(
    "copy",
    [
        "Not so fast. The reason? Money. A small affair, in short. All of it.",
        "Last week the mayor spoke, and in Leeds the share is smaller, about 49 hours a week.",
        "The chair gave the party a new home. He himself, one of the founders, paid for it.",
        "They asked that it be heard, be it late. Has he ever once, she asked, been late? Had it been so?",
        "Did he not see it? Is there a way? He not only saw it but said so.",
        "The higher the price, the fewer the cars. They called the mayor a fool and her plan a dream.",
    ],
)
def test_sentences_that_need_no_verb_or_have_one(copy):
    assert found("missing-verb", within(copy), warnings=False) == []


def test_people_who_talk_without_verbs_are_left_alone():
    for copy in ("“He a king of men,” she said.", "“He a king of men, and the rest of us his servants,” she said."):
        assert found("missing-verb", within(copy), warnings=False) == []


def test_four_words_may_lack_their_verb():
    assert found("missing-verb", within("Nobody knew her. She the first mayor."), warnings=False) == ["She the"]
    assert found("missing-verb", within("Nobody knew her. She led the town."), warnings=False) == []


def test_a_faint_doubt_counts_beside_a_sure_one():
    faint, sure = (
        "Finally, something a little different for the town.",
        "The share of children with both doses to 68 per cent fallen has.",
    )
    assert found("missing-verb", within(faint), warnings=False) == []
    assert found("missing-verb", within(f"{faint} {sure}"), warnings=False) == ["something a"]


# garbled


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        ("We are currently have a number of open posts in the town.", "We are currently have"),
        ("I am want to describe each of the plans in turn.", "I am want"),
        ("The council has the to decide on Monday what it wants.", "the to"),
        ("The share of children with both doses to 68 per cent fallen has.", "cent fallen has."),
    ],
)
def test_words_out_of_order_or_left_over(copy, words):
    assert words in " ".join(found("garbled", within(copy)))


@pytest.mark.parametrize(
    "copy",
    [
        "What it was is a mess, and all that she is is a mayor who came late.",
        "The news in the harbour towns was greeted with less surprise than that.",
        "They are, will be and were friends. What he can do is what she could, too.",
    ],
)
def test_unusual_order_that_is_meant(copy):
    assert found("garbled", within(copy)) == []


BROKEN = """The ferry to the island stopped on Monday when its engine failed for the third time this year.

Passengers were taken off by a fishing boat, and the harbour office sent a bus for those who had missed the

“We waited for four hours, Ann Morrow said.

“{}” said Ann Morrow, who keeps the shop.

The council will meet on Friday to decide who is to pay for the repair and whether the service goes on until

The ferry was built in 1974 and has been repaired eleven times since then.
"""


def garbled_in(text):
    return [text[f.start : f.end] for f in lint(text) if f.rule == "sentences/garbled"]


def test_what_people_say_is_garbled_only_in_a_damaged_article():
    said, meant = (
        "The village was by the storm surprised not, but nobody had a lamp,",
        "The storm did not surprise the village, but nobody had a lamp,",
    )
    assert garbled_in(BROKEN.format(said)) == ["was by"]
    assert garbled_in(BROKEN.format(meant)) == []
    assert garbled_in(within(f"“{said}” said Ann Morrow, who keeps the shop.")) == []


# all of them


@pytest.mark.parametrize("rule", sorted(RULES))
@pytest.mark.parametrize(
    "text",
    [
        "the " * 60_000,
        "a.B" * 80_000,
        "Word. word " * 30_000,
        "(“" * 60_000,
        "He said the\n\n" * 20_000,
        "She walked over the old bridge again. And so\n\n" * 8_000,
        "The old bridge was lost in the flood of that year. " * 8_000,
    ],
)
def test_hostile_copy_takes_linear_time(rule, text):
    begin = time.process_time()
    found(rule.removeprefix("sentences/"), text)
    assert time.process_time() - begin < 8


# repeated-word, wherever it stands


@pytest.mark.parametrize(
    ("copy", "doubled"),
    [
        ("## Minister opens the the bridge", "the the"),
        ("- Help help us find the owner of the dog", "Help help"),
        ("The rules will will change in in May, she told the council on Monday.", "will will"),
        (
            "The answer to a Question on a Question on bins was short, she told the council.",
            "a Question on a Question on",
        ),
        ("They will have to ensure that ensure that the doors are shut, she said.", "ensure that ensure that"),
    ],
)
def test_words_doubled_in_headings_lists_and_phrases(copy, doubled):
    findings = findings_in_source(RULES["sentences/repeated-word"].load(), BEFORE + copy + AFTER, "markdown")
    assert (BEFORE + copy)[findings[0].start : findings[0].end] == doubled


@pytest.mark.parametrize(
    "copy",
    [
        "They went door to door to ask who had seen the dog on Monday.",
        "“You can’t do that you can’t do that to us,” she said of the plan.",
        "The youTube youTube label stood beside it, and nobody knew why that was so.",
    ],
)
def test_phrases_doubled_on_purpose(copy):
    assert found("repeated-word", within(copy)) == []


# glued-words


@pytest.mark.parametrize(
    ("copy", "glued"),
    [
        ("She beat the little-known challengerTom Roe by a few votes.", "challengerTom"),
        ("They helped the researchersThe money had come late.", "researchersThe"),
        ("He left as a precaution,and nobody asked him why he had.", "precaution,and"),
        ("The mayor, saidhe to all of them, would not come at all.", "saidhe"),
        ("She will not runfor mayor, the council heard on Monday.", "runfor"),
        ("The men cleared thehuge trees from the road by noon.", "thehuge"),
        ("They hope toadopt a dog before the year ends, she said.", "toadopt"),
    ],
)
def test_words_without_a_space_between_them(copy, glued):
    assert found("glued-words", within(copy)) == [glued]


@pytest.mark.parametrize(
    "copy",
    [
        "She put it on YouTube, and the BuzzFeed people saw it at example.org/somethingElse,too.",
        "The intolerant errand was therefore forgone; it was inhuman, and the jihadis bathed.",
        "Some 1,000 people, a third of them children, walked home on the county’s new bridge.",
        "He calls it thehouse, and thehouse stayed in all the papers that wrote about it.",
    ],
)
def test_names_and_rare_words_are_not_glued(copy):
    assert found("glued-words", within(copy)) == []


# truncated: a preposition that has lost its noun


@pytest.mark.parametrize("word", ["from", "of", "with", "into", "for"])
def test_a_sentence_cannot_end_with_a_preposition_after_a_noun(word):
    copy = f"The county said it had put the blame on the reports {word}."
    assert found("truncated", within(copy)) == [f"{word}."]


@pytest.mark.parametrize(
    "copy",
    [
        "That is the firm which the county has a contract with.",
        "The bridge has a great deal to take care of.",
        "It is the only firm they share the road with.",
        "The mayor liked it, sort of.",
        "It was a bridge that nobody had much use for.",
        "The plans were what he lost sleep over and the mayor gave her name for.",
    ],
)
def test_a_preposition_may_end_a_sentence_where_its_noun_stands_before(copy):
    assert found("truncated", within(copy)) == []
