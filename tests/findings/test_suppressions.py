"""What the desk has decided to keep is not reported, and what it no longer needs to keep is."""

from command import TWICE, newslint, rows, write
from hypothesis import given
from hypothesis import strategies as st

from newslint.article import Article
from newslint.findings.suppressions import apply_suppressions, suppressions_of
from newslint.model.block import Block
from newslint.model.document import Comment, Document
from newslint.model.finding import Finding
from newslint.model.span import Span

SO = "They met to to vote on the bridge.\n\n"


def lines(text, tmp_path, *arguments, name="a.md"):
    write(tmp_path / name, text)
    return [(row["line"], row["rule"]) for row in rows(*arguments, name, cwd=tmp_path)]


def test_ignore_covers_the_next_block_only(tmp_path):
    text = f"{SO}<!-- newslint: ignore sentences/repeated-word -->\n{SO}{SO}"
    assert [line for line, _ in lines(text, tmp_path, "--select", "sentences/repeated-word")] == [1, 6]


def test_ignore_works_in_html(tmp_path):
    text = "<p>They met to to vote.</p>\n<!-- newslint: ignore -->\n<p>We met to to vote.</p>\n"
    assert [line for line, _ in lines(text, tmp_path, name="a.html")] == [1]


def test_off_and_on(tmp_path):
    text = f"<!-- newslint: off sentences -->\n\n{SO}<!-- newslint: on sentences -->\n\n{SO}"
    assert [line for line, _ in lines(text, tmp_path, "--select", "sentences/repeated-word")] == [7]


def test_ignore_file(tmp_path):
    assert lines(f"{SO}<!-- newslint: ignore-file sentences -->\n", tmp_path) == []


def test_front_matter(tmp_path):
    assert lines(f"---\nnewslint: {{ignore: [sentences]}}\n---\n\n{SO}", tmp_path) == []


def test_config_names_file_rule_and_words(tmp_path):
    write(
        tmp_path / "newslint.toml",
        '[[suppress]]\nfile = "a.txt"\nrule = "sentences/repeated-word"\nwords = "to to"\n',
    )
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "b.txt", TWICE)
    assert [row["path"] for row in rows(".", cwd=tmp_path)] == ["b.txt"]


def test_unknown_rules_and_directives_are_errors(tmp_path):
    write(tmp_path / "a.md", f"<!-- newslint: ignore sentence -->\n{SO}")
    code, _, err = newslint("check", "a.md", cwd=tmp_path)
    assert code == 2
    assert 'did you mean "sentences"?' in err
    write(tmp_path / "a.md", f"<!-- newslint: ignor sentences -->\n{SO}")
    code, _, err = newslint("check", "a.md", cwd=tmp_path)
    assert code == 2
    assert 'did you mean "ignore"?' in err


def test_unused_suppressions_are_reported_when_asked(tmp_path):
    text = f"<!-- newslint: ignore names -->\n{SO}"
    assert lines(text, tmp_path, "--select", "names") == []
    assert lines(text, tmp_path, "--select", "names", "--report-unused") == [(1, "unused-suppression")]


RULES = ["names/a", "names/b", "style/c"]
comments = st.tuples(
    st.sampled_from(["ignore", "off", "on", "ignore-file"]), st.sampled_from(["", "names", "style", *RULES])
)


@given(st.lists(st.one_of(comments, st.just("block")), max_size=12), st.lists(st.sampled_from(RULES), unique=True))
def test_every_finding_is_kept_or_suppressed_and_never_both(parts, rules):
    text, blocks, kept = "", [], []
    for part in parts:
        if part == "block":
            blocks.append(Block(len(text), len(text) + 5))
            text += "Words\n\n"
        else:
            kept.append(Comment(len(text), Span(0, 1), f" newslint: {part[0]} {part[1]} "))
    article = Article(Document(text, tuple(blocks), comments=tuple(kept)))
    findings = [Finding(rule, "", Span(block.start, block.end)) for block in blocks for rule in rules]
    suppressions = suppressions_of(article, RULES)
    stay, silent, unused = apply_suppressions(findings, article, suppressions)
    assert sorted([*stay, *silent], key=findings.index) == findings
    assert all(any(row.covers(finding, article) for row in suppressions) for finding in silent)
    assert not any(row.covers(finding, article) for row in suppressions for finding in stay)
    assert not any(row.covers(finding, article) for row in unused for finding in findings)
