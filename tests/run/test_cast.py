"""The cast list: what a copy editor ticks off, as text and as data."""

from newslint.article import Article, Context
from newslint.findings.cast import cast_json, cast_report
from newslint.model.name_table import HouseNames
from newslint.readers import standard_readers

READERS = {reader.name: reader for reader in standard_readers()}
STORY = """Mill to close

Anna Szymborski, the owner of the mill, spoke on Tuesday. “It does not pay,” Szymborski said.

Mr Orbell said: “We will see.”

Szymborski left. “I am tired,” Szymbroski said.
"""


def article(text, markup="plain", names=()):
    return Article(READERS[markup].read(text), Context(house=HouseNames(names)))


def test_the_report_gives_every_form_with_count_and_lines():
    report = cast_report(article(STORY), STORY)
    assert report == (
        "Anna Szymborski  (quoted 2 times)\n"
        "    the owner of the mill\n"
        "  - Anna Szymborski    1  line 3  first reference\n"
        "  - Szymborski         2  lines 3, 7\n"
        "  ? Szymbroski         1  line 7  (elsewhere Szymborski)\n"
        "\n"
        "Orbell  (never given in full; quoted 1 time)\n"
        "  - Mr Orbell    1  line 5  first reference\n"
    )


def test_nobody():
    assert cast_report(article("It rained.")) == "Nobody is named.\n"
    assert cast_json(article("It rained.")) == {"people": [], "quotes": []}


def test_the_house_list_confirms_a_name():
    one = article(STORY, names=("Anna Szymborski",))
    assert cast_report(one).startswith("Anna Szymborski  (confirmed by the house list; quoted 2 times)\n")
    assert cast_json(one)["people"][0]["confirmed"] is True


def test_json_has_offsets_of_the_source_file():
    source = "# Mill &amp; more\n\n**Anna Hale** &mdash; an owner. &ldquo;It does not pay,&rdquo; Hale said.\n"
    data = cast_json(article(source, "markdown"))
    (person,) = data["people"]
    assert [source[m["start"] : m["end"]] for m in person["mentions"]] == ["Anna Hale", "Hale"]
    (quote,) = data["quotes"]
    assert source[quote["start"] : quote["end"]] == "&ldquo;It does not pay,&rdquo;"
    assert source[quote["speaker"]["start"] : quote["speaker"]["end"]] == "Hale"
    assert quote["speaker"]["person"] == "Anna Hale"
    assert source[quote["cue"]["start"] : quote["cue"]["end"]] == "said"


def test_json_marks_suspicious_forms():
    people = cast_json(article(STORY))["people"]
    assert [(person["name"], person["suspicious"]) for person in people] == [
        ("Anna Szymborski", ["Szymbroski"]),
        ("Orbell", []),
    ]
