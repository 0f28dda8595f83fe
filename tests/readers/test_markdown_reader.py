"""The Markdown reader: what is read, with which role, and that every offset is exact."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import assert_exact, blocks, source_of

from newslint.model.errors import NewslintError
from newslint.model.span import Span
from newslint.readers.markdown import read_markdown


def read(source: str) -> list[tuple[str, str]]:
    article = read_markdown(source)
    assert_exact(article, source)
    return blocks(article)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# Bridge *to* close #", [("headline", "Bridge to close")]),
        ("Bridge to close\n===", [("headline", "Bridge to close")]),
        ("One **two** _three_ `code`.", [("body", "One two three \ufffc.")]),
        ("Kuz**io** and Kuz_io_", [("body", "Kuzio and Kuz_io_")]),
        ("See [the *report*](http://x.org/a_b 'T'), [it][1].\n\n[1]: /x", [("body", "See the report, it.")]),
        ("One\ntwo\n  three", [("body", "One two three")]),
        ("One  \ntwo\\\nthree", [("body", "One\ntwo\nthree")]),
        ("AT&amp;T &ldquo;x&#8221; 5 \\* 6", [("body", "AT&T “x” 5 * 6")]),
        ("> One\n> two\n\nThree", [("quote", "One two"), ("body", "Three")]),
        ("- One\n- Two\n\n  Three\n1. Four", [("list", "One"), ("list", "Two"), ("list", "Three"), ("list", "Four")]),
        ("- One\n  - Two\n", [("list", "One"), ("list", "Two")]),
        ("- [x] Done", [("list", "Done")]),
        ("> ## Head\n> - item", [("headline", "Head"), ("list", "item")]),
        ("|A|B|\n|-|-|\n|1|2 \\| 3|", [("table", "A"), ("table", "B"), ("table", "1"), ("table", "2 | 3")]),
        ("```\nteh code\n```\n\n    more code\n\nWords", [("body", "Words")]),
        ("`only code`", []),
        ("![A man &amp; a *dog*](x.png) ![Two](y)", [("caption", "A man & a dog"), ("caption", "Two")]),
        ("[![Alt](x)](y)", [("caption", "Alt")]),
        ("An ![icon](x) within", [("body", "An within")]),
        ("![](x)  \n*A dog* at dawn", [("caption", "A dog at dawn")]),
        ("![](x)\n\n_(Photo: Ann Roe)_\n\nWords", [("caption", "(Photo: Ann Roe)"), ("body", "Words")]),
        ("*Words.*\n\nWords\n\n*(Photo)*\n\n![](x)", [("body", "Words."), ("body", "Words"), ("caption", "(Photo)")]),
        ("Words\n\nhttps://a.org/b\n\n<http://a.org>", [("body", "Words")]),
        ("The ~~old~~ new plan", [("body", "The new plan")]),
        ("Words[^1].\n\n[^1]: A note.", [("body", "Words."), ("body", "A note.")]),
        ("One<br>two<br/><br>three <b>f</b>our", [("body", "One\ntwo"), ("body", "three four")]),
        ("<figure>\n<figcaption>Cap</figcaption>\n</figure>\n\nWords", [("caption", "Cap"), ("body", "Words")]),
        ("<aside>\n\nRead **more**\n\n</aside>\n\nWords", [("furniture", "Read more"), ("body", "Words")]),
        ("> <div>One\n> two</div>", [("quote", "One two")]),
        ('<p class="byline">By Ann</p>', [("byline", "By Ann")]),
        ("Dear [name], {x} [[TK]] <not closed", [("body", "Dear [name], {x} [[TK]] <not closed")]),
        ("One\n\n***\n\nTwo", [("body", "One"), ("body", "Two")]),
        ("Naïve 👍 *é* end", [("body", "Naïve 👍 é end")]),
        ("", []),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blocks_and_roles(source: str, expected: list[tuple[str, str]], end: str) -> None:
    assert read(source.replace("\n", end)) == expected


def test_markup_gives_roles_for_good_and_paragraphs_none() -> None:
    article = read_markdown("# Head\n\nWords\n\n> Quoted")
    assert [block.marked for block in article.blocks] == [True, False, True]


def test_spans_lead_to_the_file() -> None:
    source = "---\ntitle: Ä\n---\n\nÄ 👍 Kuz**io** &amp; [link](x)\n> no"
    article = read_markdown(source)
    assert source_of(article, source, "Kuzio") == "Kuz**io"
    assert source_of(article, source, "&") == "&amp;"
    assert source_of(article, source, "link") == "link"
    at = article.text.index("Kuz")
    assert article.source_map.is_verbatim(Span(at, at + 3))
    assert not article.source_map.is_verbatim(Span(at, at + 5))


def test_comments_are_kept_with_their_places() -> None:
    source = "One.\n\n<!-- newslint-disable x -->\n\nTwo <!--inside--> three.\n\n<div>\n<!-- in html -->\n</div>"
    article = read_markdown(source)
    assert_exact(article, source)
    assert [comment.text for comment in article.comments] == ["newslint-disable x", "inside", "in html"]
    spans = [comment.source for comment in article.comments]
    assert [source[a:b] for a, b in spans] == ["<!-- newslint-disable x -->", "<!--inside-->", "<!-- in html -->"]
    assert [article.text[: comment.position] for comment in article.comments][1].endswith("Two ")


def test_front_matter_is_metadata() -> None:
    source = (
        '---\ntitle: "Bridge: to close"\nauthor: [Ann Lee, {name: Bo Ek}]\ndate: 2024-03-01 10:00:00\n'
        "newslint: {ignore: [names]}\nsources:\n  - a.txt\nDraft: true\n---\nWords."
    )
    article = read_markdown(source)
    assert_exact(article, source)
    assert blocks(article) == [
        ("headline", "Bridge: to close"), ("byline", "Ann Lee"), ("byline", "Bo Ek"), ("body", "Words."),
    ]  # fmt: skip
    meta = article.metadata
    assert (meta.title, meta.byline, meta.date) == ("Bridge: to close", "Ann Lee, Bo Ek", datetime.date(2024, 3, 1))
    assert meta.other == {"newslint": {"ignore": ["names"]}, "sources": ["a.txt"], "Draft": True}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_may_be_toml_and_end_in_any_way(end: str) -> None:
    toml = '+++\ntitle = "T"\ndate = 2024-03-01\nsources = ["a"]\n+++\n\nWords.'.replace("\n", end)
    article = read_markdown(toml)
    assert (article.metadata.title, article.metadata.date) == ("T", datetime.date(2024, 3, 1))
    assert article.metadata.other == {"sources": ["a"]}
    assert blocks(article) == [("headline", "T"), ("body", "Words.")]
    assert_exact(article, toml)
    assert read_markdown("---\ntitle: T\n...\nWords.".replace("\n", end)).metadata.title == "T"
    assert blocks(read_markdown("---\n---\nWords.".replace("\n", end))) == [("body", "Words.")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("written", "role", "reads"),
    [
        ("headline: Bridge shut", "headline", "Bridge shut"),
        ("description: >-\n  Bridge shut\n  for a week", "standfirst", "Bridge shut for a week"),
        ("summary: |\n  Bridge shut\n\n  for a week\ndate: 2024-03-01", "standfirst", "Bridge shut for a week"),
        ("excerpt: Bridge shut\n  for a week # why", "standfirst", "Bridge shut for a week"),
        ("dek: 'The mayor''s bridge'", "standfirst", "The mayor's bridge"),
        ('title: "A \\"new\\" bridge \\u2019 opens"', "headline", 'A "new" bridge ’ opens'),
        ("author: {name: Ann Lee, url: x y}", "byline", "Ann Lee"),
        ("photos:\n- {src: a b, Caption: The bridge}", "caption", "The bridge"),
        ("cover:\n  caption: The bridge", "caption", "The bridge"),
    ],
)
def test_front_matter_that_readers_see_is_copy(written: str, role: str, reads: str, end: str) -> None:
    source = f"---\nlayout: post of old\n{written}\n---\n\nWords.".replace("\n", end)
    article = read_markdown(source)
    assert_exact(article, source)
    assert blocks(article) == [(role, reads), ("body", "Words.")]


@pytest.mark.parametrize(
    ("written", "role", "reads"),
    [
        ('title = "Bridge shut" # why', "headline", "Bridge shut"),
        ("description = 'Bridge \"shut\"'", "standfirst", 'Bridge "shut"'),
        ('title = "A \\"new\\" bridge"', "headline", 'A "new" bridge'),
        ('lead_caption = "The bridge"\n[x]\ntitle = "No"', "caption", "The bridge"),
    ],
)
def test_copy_in_toml(written: str, role: str, reads: str) -> None:
    source = f"+++\nweight = 3\n{written}\n+++\n\nWords."
    article = read_markdown(source)
    assert_exact(article, source)
    assert blocks(article) == [(role, reads), ("body", "Words.")]


@pytest.mark.parametrize(
    "written",
    [
        "title: 2024",
        "title: A *new* bridge",
        'description: "{{ site.text }}"',
        "author: jdoe",
        "author: https://example.org/ann lee",
        'title: "Bridge \\\n  shut"',
        "caption: &a\n  caption: *a",
        "layout: The bridge",
    ],
)
def test_front_matter_that_is_no_copy(written: str) -> None:
    read = blocks(read_markdown(f"---\n{written}\n---\n\nWords."))
    assert [role for role, _ in read if role != "furniture"] == ["body"]


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("---\ntitle: T\nby: Ann: Lee\n---\n", "by: Ann: Lee", "is not YAML: mapping values are not"),
        ("---\ntitle: T\nby:\tAnn\n---\n", "by:\tAnn", "is not YAML: found character"),
        ("---\ntitle: [a\n---\n", "title: [a", "is not YAML"),
        ("---\ntitle: T\ndate: 2024-02-31\n---\n", "title: T", "holds an impossible value"),
        ("---\nx: " + "[" * 1_000 + "\n---\n", "x: " + "[" * 297, "is nested too deeply"),
        ("---\nx: \x07\n---\n", "x: \x07", "is not YAML"),
        ("+++\ntitle = T\n+++\n", "title = T", "is not TOML"),
        ("+++\na = 1\nb = \n+++\n", "b =", "is not TOML"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_of_front_matter_at_fault_the_line_is_kept_and_the_article_read(
    source: str, line: str, says: str, end: str
) -> None:
    source = (source + "Words.").replace("\n", end)
    document = read_markdown(source)
    assert_exact(document, source)
    assert document.metadata.fault.startswith(says)
    assert "\n" not in document.metadata.fault
    assert blocks(document) == [("furniture", line), ("body", "Words.")]
    assert document.metadata.title == (
        "T" if "title" in source and "[a" not in source else "[a" if "[a" in source else ""
    )


def test_front_matter_that_is_never_closed_is_an_error() -> None:
    with pytest.raises(NewslintError) as caught:
        read_markdown("---\ntitle: T\n\nWords")
    assert str(caught.value).startswith(
        "line 1: the front matter that begins with --- is never closed with ---; mend it"
    )


@pytest.mark.parametrize("source", ["---\n\nWords: no\n\n---\n\nMore", "---\nWords\n---", "--- x\na: b", "---", "+++"])
def test_what_only_looks_like_front_matter_is_text(source: str) -> None:
    article = read_markdown(source)
    assert_exact(article, source)
    assert not article.metadata.other


TOKENS = (
    "a b Kuzio . \n \n\n \r\n \r # - * + 1. > >> ** _ ` ``` ~~ [ ] ( ) ![ ]( [^a] [^a]: [r]: & &amp; &#65; &lt; \\ \\* "
    "| |- <b> </b> <br> <div> </div> <!-- --> <!--c--> <script> </script> <q> </q> <li> <p <code> </code> <hr/> --- "
    "=== +++ : é 👍 \t \u2028 \xa0 http://a.b <http://c.d> [x](y) ![x](y) ' \" <del> <td\xa0hidden> </"
).split(" ")


CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*TOKENS, " ", " ", "    "])).map("".join) | st.text(CHARACTERS))
@example("![a\nb](c)")
@example("a<!-- -->\n\nb")
@example("> <div\n> a='1'>b\n> &amp;</div>")
def test_any_markdown_has_an_exact_map(source: str) -> None:
    try:
        article = read_markdown(source)
    except NewslintError as error:
        assert "front matter" in error.message  # noqa: PT017
        return
    assert_exact(article, source)


PARTS = (
    "[ ]( ![ >_ -_ *a_ **a_ `a_ <!--_ <a_ a*** [_(]( [*_a | a|b\n \n[^ &amp; <div>\n <div> </p> ~~a <q> <li> "
    "<del> *_a\n “ ( x\r\n"
).split(" ")


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_ten_thousand_of_anything_do_no_harm(part: str) -> None:
    source = "Words. " + part.replace("_", " ") * 10_000
    assert_exact(read_markdown(source), source)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["The *council* voted &amp; left. ", "The mayor left.\n\n", "é “x” [a](b)\n"])
def test_large_files_are_read_in_linear_time(unit: str) -> None:
    source = unit * (5_000_000 // len(unit))
    assert read_markdown(source).blocks
