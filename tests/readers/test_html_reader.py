"""The HTML reader: what is read, with which role, and that every offset is exact."""

import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import assert_exact, blocks, source_of

from newslint.model.span import Span
from newslint.readers.html import read_html


def read(source: str) -> list[tuple[str, str]]:
    article = read_html(source)
    assert_exact(article, source)
    return blocks(article)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Just words & more", [("body", "Just words & more")]),
        ("<p>Kuz<b>io</b> wins<p>Next</p>stray", [("body", "Kuzio wins"), ("body", "Next"), ("body", "stray")]),
        ("<p>AT&amp;T &ldquo;x&#8221; &eacute;&nbsp;&copy 2 &bogus;</p>", [("body", "AT&T “x” é\xa0© 2 &bogus;")]),
        ("<p>AT&amp;amp;T</p>", [("body", "AT&amp;T")]),
        ("<p>\n  One\n\ttwo   three <i> four</i>  </p>", [("body", "One two three four")]),
        ("<p>One<br>two<br/>\n<br>three</p>", [("body", "One\ntwo"), ("body", "three")]),
        ("<p>&nbsp;</p><p>&nbsp;x&nbsp;</p>", [("body", "x")]),
        ("<h1>Head</h1><h6>Cross</h6>", [("headline", "Head"), ("headline", "Cross")]),
        ("<script>if (a<b) '</p>'</script><style>p{}</style><template>x</template><p>Y", [("body", "Y")]),
        (
            "<nav><ul><li>Home<li>News</ul></nav>Words",
            [("furniture", "Home"), ("furniture", "News"), ("body", "Words")],
        ),
        ("<footer><h2>About</h2></footer>", [("furniture", "About")]),
        (
            "<div role=banner>Site</div><aside>Ad<form>Mail</form></aside>",
            [("furniture", w) for w in ("Site", "Ad", "Mail")],
        ),
        ("<header><h1>H</h1><p>Deck</p></header>", [("headline", "H"), ("body", "Deck")]),
        ("<figure><img alt=x><figcaption>Cap</figcaption></figure>W", [("caption", "Cap"), ("body", "W")]),
        ("<blockquote><p>Said.</p></blockquote>Then", [("quote", "Said."), ("body", "Then")]),
        ("<ul><li>A<li><p>B</p></ul><dl><dt>C<dd>D</dl>", [("list", w) for w in "ABCD"]),
        ("<table><caption>T</caption><tr><th>A<td>B</table>", [("caption", "T"), ("table", "A"), ("table", "B")]),
        ('<p class="lead byline">By Ann</p><p>W', [("byline", "By Ann"), ("body", "W")]),
        ('<div class="standfirst"><p>S</p></div>', [("standfirst", "S")]),
        ("<p>He said <q>no <q>way</q></q>.</p>", [("body", "He said “no ‘way’”.")]),
        ("<p>The <del>old</del> <s>x</s>new <ins>plan</ins></p>", [("body", "The new plan")]),
        ("<p>Run <code>rm -r</code> now</p><pre>A\n  b</pre>", [("body", "Run \ufffc now"), ("body", "A b")]),
        ("<p hidden>No <b>x</b></p><span style='display: none'>no<span>!</span></span>Yes", [("body", "Yes")]),
        ("<svg><title>t</title><path/><text>x</text></svg>Yes<svg/>!", [("body", "Yes!")]),
        ("<select><option>x</select><button>Share</button>Yes", [("body", "Yes")]),
        ("<P>One</P ><DIV\nCLASS='x'>two</DIV>", [("body", "One"), ("body", "two")]),
        ("5 < 6 and a</>b", [("body", "5 < 6 and ab")]),
        ("Naïve 👍 <b>é</b> end", [("body", "Naïve 👍 é end")]),
        ("super<wbr>cali H<sub>2</sub>O", [("body", "supercali H2O")]),
        (
            "<p>Russia<sup>4</sup> and 12 km<sup>2</sup>, the 20<sup>th</sup>.<sup>[5]</sup> End",
            [
                ("body", "Russia and 12 km2, the 20th. End"),
            ],
        ),
        (
            "<p><a>Sport</a><a>Weather</a> <b>Kuz</b><b>io</b> <span>By</span><span>Ann</span>",
            [
                ("body", "Sport Weather Kuzio By Ann"),
            ],
        ),
        (
            "<figure>Image <span>Reuters</span></figure><p class='wp-caption-text'>Cap</p>",
            [
                ("caption", "Image Reuters"),
                ("caption", "Cap"),
            ],
        ),
        ("Whole <a href='cut off", [("body", "Whole")]),
        ("</div></nav></p><p>Stray end tags", [("body", "Stray end tags")]),
        ("", []),
    ],
)
def test_blocks_and_roles(source: str, expected: list[tuple[str, str]]) -> None:
    assert read(source) == expected
    assert read(source.replace("\n", "\r\n")) == expected
    assert read(source.replace("\n", "\r")) == expected


PROSE = "<p>The council voted on Monday to close the old mill bridge for two years while it is rebuilt.</p>" * 4
AROUND = (
    "<html><body class='with-sidebar'><header><h1>Bridge to close</h1><nav>Home</nav></header><ul><li>Sport</ul>"
    "{}<div id='comments'><p>First!</p></div><footer>© The Post</footer>"
)


@pytest.mark.parametrize(
    "article",
    [
        "<div itemprop='articleBody'>{}</div>",
        "<div class='col entry-content'>{}</div><p>Next story: a mill burns down.</p>",
        "<article class='post'>{}</article>",
        "<main>{}</main>",
        "<article>{}<aside>Read more</aside><div class='social-share'>Share</div></article>",
        "<article>{}<blockquote class='twitter-tweet'><p>No way!</p></blockquote></article>",
        "<article>{}<section class='comments-area'><p>" + "Who wrote this? " * 90 + "</p></section></article>",
    ],
)
def test_of_a_page_that_marks_its_article_only_that_is_read(article: str) -> None:
    page = AROUND.format(article.format(PROSE))
    words = "The council voted on Monday to close the old mill bridge for two years while it is rebuilt."
    assert read(page) == [("headline", "Bridge to close")] + 4 * [("body", words)]


def test_a_story_is_the_article_however_much_the_page_adds() -> None:
    more = "<div class='grid'><p>" + "Ten other stories that we think you will like, too. " * 200 + "</p></div>"
    story = f"<article>{PROSE * 3}</article>"
    assert len(read(AROUND.format(story + more))) == 13  # the headline and twelve paragraphs
    assert len(read(AROUND.format(story * 2 + more))) > 13  # two alike: neither is the page's story


@pytest.mark.parametrize("article", ["{}", "<article>{}</article>" * 5, "<article>Teaser</article>{}"])
def test_a_page_that_marks_nothing_is_read_whole(article: str) -> None:
    found = read(AROUND.format(article.format(PROSE, PROSE, PROSE, PROSE, PROSE)))
    assert ("furniture", "© The Post") in found
    assert ("furniture", "First!") in found
    assert ("list", "Sport") in found


def test_a_page_has_metadata() -> None:
    source = (
        "<!DOCTYPE html>\r\n<html lang=en><head><meta charset=utf-8><title>Bridge &amp; mill - The Post</title>\r\n"
        '<meta name="Author" content="Ann Lee"><meta property="article:published_time" content="2024-03-01T09:30Z">'
        '<meta property="article:author" content="https://x.org/ann"></head><body><h1>Bridge</h1></body></html>'
    )
    article = read_html(source)
    assert_exact(article, source)
    assert blocks(article) == [("headline", "Bridge")]
    meta = article.metadata
    assert (meta.title, meta.byline, meta.date) == ("Bridge & mill - The Post", "Ann Lee", datetime.date(2024, 3, 1))
    assert meta.other["Author"] == "Ann Lee"
    own = read_html("<title>T - The Post</title><meta property=og:title content='Bridge'><meta name=date content=soon>")
    assert (own.metadata.title, own.metadata.byline, own.metadata.date) == ("Bridge", "", None)


def test_spans_lead_to_the_file() -> None:
    source = "<p>Ä 👍\r\nKuz<b>io</b> &amp; <q>no</q>\r\n\r\nend</p>"
    article = read_html(source)
    assert source_of(article, source, "Kuzio") == "Kuz<b>io"
    assert source_of(article, source, "&") == "&amp;"
    assert source_of(article, source, "end") == "end"
    at = article.text.index("Kuz")
    assert article.source_map.is_verbatim(Span(at, at + 3))
    assert not article.source_map.is_verbatim(Span(at, at + 5))


def test_comments_are_kept_with_their_places() -> None:
    source = "<p>One <!-- newslint-disable x -->two</p><!----><!-- a --!><script><!-- no --></script><!doctype x>"
    article = read_html(source)
    assert_exact(article, source)
    assert [comment.text for comment in article.comments] == ["newslint-disable x", "", "a --!>"]
    first = article.comments[0]
    assert source[first.source.start : first.source.end] == "<!-- newslint-disable x -->"
    assert article.text[first.position :] == " two"


TOKENS = (
    "a b Kuzio . \n \r\n \r <p> </p> <div> </div> <b> </b> <br> <br/> <li> </li> <ul> </ul> <nav> </nav> <h1> <td> "
    "</td> <q> </q> <del> </del> <code> </code> <script> </script> <style> </style> <title> </title> <svg> </svg> "
    "<path/> <textarea> </textarea> <!-- --> <!--c--> <!x> <![CDATA[ ]]> <?x?> & &amp; &nbsp; &copy &#65; &lt; < > </ "
    "</> <a <a\xa0href=' ' \" = <p\xa0hidden> <blockquote> </blockquote> <template> </template> <plaintext> <meta> "
    "<body> </body> é 👍 \t \u2028 \xa0 \u200b <img\xa0alt=x>"
).split(" ")


CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*TOKENS, " ", " "])).map("".join) | st.text(CHARACTERS))
@example("a</>\r\nb</>")
@example("<title>a")
@example("&amp;<p")
def test_any_html_has_an_exact_map(source: str) -> None:
    assert_exact(read_html(source), source)


PARTS = (
    "<div> <p> <li> </li> <ul><li> <b> </b> <q> <nav> <td> <a_ < & &amp; <!-- <del> <svg> <code> <br> </> <title> "
    "<meta> <div></p> [ “ <p>x <font><p> <a><div>x"
).split(" ")


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_ten_thousand_of_anything_do_no_harm(part: str) -> None:
    source = "Words. " + part.replace("_", " ") * 10_000
    assert_exact(read_html(source), source)


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["The <i>council</i> voted &amp; left. ", "<p>The mayor left.</p>\r\n", "é “x” "])
def test_large_files_are_read_in_linear_time(unit: str) -> None:
    source = unit * (5_000_000 // len(unit))
    assert read_html(source).blocks
