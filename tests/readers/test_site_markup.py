"""The site's own language within Markdown: what is masked, what is kept of it, and that every offset is exact."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import assert_exact, blocks, source_of

from newslint.readers.markdown import read_markdown
from newslint.readers.site_markup import DIALECTS, site_masks


def read(source: str, dialect: str = "all") -> list[tuple[str, str]]:
    article = read_markdown(source, dialect)
    assert_exact(article, source)
    return blocks(article)


ONE = [("body", "The mill burns.")]
TITLED = [("headline", "What we know"), *ONE]
CAPTION = [("body", "The mill burns."), ("caption", "The mill at dawn")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Hugo
        ("The mill burns.\n\n{{< toc >}}", ONE),
        ("The mill burns.\n\n{{<embed/donate cta=\"Give to the 'Post'\">}}\n", ONE),
        ('The mill burns.\n\n{{< figure\n  src="/a.jpg"\n\n  caption="The *mill* at dawn"\n>}}', CAPTION),
        ('The mill burns.\n\n{{< figure src="a" alt="x" caption="The mill at dawn" >}}{{< ad >}}', CAPTION),
        ('{{< figure src="a" alt="The mill at dawn" >}}\n\nThe mill burns.', CAPTION[::-1]),
        (
            '{{< details title="What we know" >}}\nThe mill burns.\n{{< /details >}}',
            TITLED,
        ),
        ("{{<dropcap>}}The{{</dropcap>}} mill burns.", ONE),
        ("{{< large >}}    The mill burns.{{< /large >}}", ONE),
        ("{{< highlight go >}}\nx := 1\n\ny\n{{< /highlight >}}\n\nThe mill burns.", ONE),
        ("The mill {{% ref `a >}} b` %}}burns.", ONE),
        ('The [mill]({{< relref "mill.md#old" >}}) burns.', ONE),
        ("The mill burns.{{/* not yet */}}", [("body", "The mill burns.\ufffc")]),
        (
            "A mill burns.{{< aside >}}We know more.{{< /aside >}} {{< cap >}}T{{< /cap >}}HE fire",
            [("body", "A mill burns. We know more. THE fire")],
        ),
        # Jekyll, 11ty, MkDocs macros
        ('The [mill]({{ "/mill/" | url }}) burns.', ONE),
        ("The mill burns.\n\n![Old mill]({{site.baseurl}}/a.png)", [*ONE, ("caption", "Old mill")]),
        ("<a href='{{ site.url }}/x'>The mill</a> burns.", ONE),
        ("The {{ page.place }} mill burns.", [("body", "The \ufffc mill burns.")]),
        ("{% include image.html src='a' caption='The mill at dawn' %}\n\nThe mill burns.", CAPTION[::-1]),
        ("{% if x %}\nThe mill burns.\n{%- else -%}\n{% endif %}", ONE),
        ("{% comment %}\nNo *copy*.\n{% endcomment %}\nThe mill burns.", ONE),
        ("{# no copy #}\nThe mill burns.", ONE),
        ("The mill burns.\n{: .lead #first}", ONE),
        ("* contents\n{:toc}\n\nThe mill burns.", ONE),
        ("{::comment}\nNo copy.\n{:/comment}\n\nThe mill burns.", ONE),
        ("## Fire {#fire}\n\nThe mill burns.{.lead key='a b'}", [("headline", "Fire"), *ONE]),
        ("The [mill]{.smallcaps} burns.", ONE),
        # MkDocs, Docusaurus, Pandoc
        ('??? note "What we know"\n\n    The mill burns.\n', TITLED),
        ("!!! warning\n    The mill\n    burns.\n\nMore.", [*ONE, ("body", "More.")]),
        ("::: {.note}\nThe mill burns.\n:::", ONE),
        (":::tip[What we know]\n\nThe mill burns.\n\n:::", TITLED),
        ("/// caption\n    attrs: {id: a}\nThe mill burns.\n///", ONE),
        ('=== "What we know"\n\n    The mill burns.', TITLED),
        ("[TOC]\n\nThe mill[^1] burns[^note].", ONE),
        ("The mill burns.\n\n*[GDP]: Gross domestic product", ONE),
        ("> [!NOTE]\n> The mill burns.", [("quote", "The mill burns.")]),
        # WordPress
        ('[caption id="a" width="3"]<img src="a"> The mill at dawn[/caption]\n\nThe mill burns.', CAPTION[::-1]),
        ('The mill burns.\n\n[gallery ids="1,2"]\n[embed]http://a.b/c[/embed]', ONE),
        ("[su_note]The mill burns.[/su_note]", ONE),
        ('[row][column width="1/2"]The mill burns.[/column][/row]\n\n[audio mp3="a.mp3"][/audio]', ONE),
        ("The [mill][old] burns.\n\n[old]: /a", ONE),
        # MDX
        ("import X from './x'\nimport {\n  Y\n} from 'y'\n\n<X />\n\nThe mill burns.", ONE),
        ("export const meta = {\n  a: 1\n}\n\nThe mill burns.", ONE),
        ('<Figure src="a" at={{ x: "}" }} caption="The mill at dawn" />\n\nThe mill burns.', CAPTION[::-1]),
        ("<Note>\n\nThe <Tip on={() => a > b}>mill</Tip> burns.{/* no */}\n\n</Note>", ONE),
        ("<div className={x}>The mill burns.</div>", ONE),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_masked_and_kept(source: str, expected: list[tuple[str, str]], end: str) -> None:
    assert read(source.replace("\n", end)) == expected


@pytest.mark.parametrize(
    "source",
    [
        "“We [the council] knew,” she said [sic]. The set {1, 2}.",
        "See [the report](http://a.b) and [it][x].\n\n[x]: /x",
        "Turnout was 5% {so far} of 61%.",
        "Import duties rise. Export falls.",
    ],
)
def test_prose_is_no_site_markup(source: str) -> None:
    assert not site_masks(source)


@pytest.mark.parametrize(
    "source",
    [
        "The mill {{< toc burns.",
        "The mill burns {{ and then.",
        "{% if x %}\n\nThe mill burns.",
        "The mill burns.\n\n{% endfor %}",
        "The mill burns.{{< /large >}}",
        "The mill burns.</div>",
        "[/caption]\n\nThe mill burns.",
    ],
)
def test_what_is_broken_shows(source: str) -> None:
    assert "\n\n".join(words for _, words in read(source)) == source


def test_a_dialect_knows_its_own_marks_only() -> None:
    source = "The {{< a >}} mill [gallery ids='1'] burns {% x %}."
    assert read(source, "wordpress") == [("body", "The {{< a >}} mill burns {% x %}.")]
    assert read(source, "jekyll") == [("body", "The {{< a >}} mill [gallery ids=’1’] burns .".replace("’", "'"))]
    assert read(source, "commonmark") == [("body", source)]
    assert read("The {mill.name} burns.", "mdx") == [("body", "The \ufffc burns.")]


def test_words_of_a_caption_lead_to_the_file() -> None:
    source = 'Ä 👍 {{< x >}}\n\n{{< figure caption="The \\"old\\" mill, *dawn*" >}}\n\nEnd {{ x }} now'
    article = read_markdown(source)
    assert_exact(article, source)
    assert source_of(article, source, "mill, dawn") == "mill, *dawn"
    assert source_of(article, source, '"old"') == '"old\\"'
    assert source_of(article, source, "End \ufffc now") == "End {{ x }} now"


TOKENS = (
    "a Kuzio . \n \n\n \r\n \r {{ }} {{< >}} {{% %}} {% %} {# #} {{{ }}} { } {: {:: /} {:/} .x #x ::: "
    '!!!\xa0n ???\xa0n === /// [^1] [TOC] [x [/x] ] [caption\xa0a=1] [/caption] caption=" caption=\' title=" " \' '
    "` ``` if endif raw comment endcomment > - # <X <x />  /> </X> ={ import\xa0X\xa0from\xa0'x' export\xa0const "
    "<div> </div> </b> <!-- --> é 👍 \t * ** \\"
).split(" ")


@settings(max_examples=400)
@given(
    st.lists(st.sampled_from([*TOKENS, " ", "    "])).map("".join).map(lambda text: text.replace("\xa0", " ")),
    st.sampled_from(DIALECTS),
)
@example('{{< a caption="![" >}}b\n{{< c caption="](d)" >}}', "all")
@example("<div>\n{{< a caption='x' >}}\nb</div>{{ c }}", "all")
def test_any_site_markup_has_an_exact_map(source: str, dialect: str) -> None:
    assert_exact(read_markdown("x\n\n" + source, dialect), "x\n\n" + source)


PARTS = '{{ {{<_ {%_if_%} [x_a=1] [x] [/x] {: {.a} :::_ <X_ <X> ??? !!!_a\n ={ import_ {{<_x_caption="a"_>}}\n\n'.split(
    " "
)


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_ten_thousand_of_anything_do_no_harm(part: str) -> None:
    source = "Words. " + part.replace("_", " ") * 10_000
    assert_exact(read_markdown(source), source)
