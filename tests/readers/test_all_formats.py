"""The same article in every format: the same findings in the same fields, and mends that leave all else as it was."""

import json
from pathlib import Path

import pytest
from command import newslint, rows
from every_format import FAULTS, FILES, PARAGRAPHS, files
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.model.span import Span
from newslint.run.run import Options, Run


@pytest.mark.parametrize("name", FILES)
def test_the_same_faults_are_found_in_their_fields(tmp_path, name):
    written = FILES[name]
    (tmp_path / name).write_bytes(written.data)

    found = rows(name, "--no-config", cwd=tmp_path)

    assert {(row["rule"], row.get("field"), row.get("field_start")) for row in found} == {
        (rule, written.fields[number] if written.fields else None, at if written.fields else None)
        for rule, at, number in ((rule, PARAGRAPHS[number].index(words), number) for rule, words, number in FAULTS)
    }
    assert len(found) == len(FAULTS)


@pytest.mark.parametrize("name", [name for name in FILES if FILES[name].gap])
def test_a_mend_leaves_every_other_byte(tmp_path, name):
    written = FILES[name]
    (tmp_path / name).write_bytes(written.data)

    code, _, err = newslint("check", name, "--no-config", "--fix", "--exit-zero", cwd=tmp_path)

    assert code == 0, err
    assert (tmp_path / name).read_bytes() == written.data.replace(written.gap, b"")


def test_words_put_in_are_written_in_the_escapes_of_the_format(tmp_path):
    """A mend with a letter that the file must escape."""
    text = "The caf\u00c3\u00a9 in Mill Bridge opens on Monday."
    (tmp_path / "a.json").write_text(json.dumps({"uri": "x", "body_text": text}))

    newslint("check", "a.json", "--no-config", "--fix", cwd=tmp_path)

    assert json.loads((tmp_path / "a.json").read_text())["body_text"] == text.replace("\u00c3\u00a9", "é")


WORDS = st.text(
    st.sampled_from("abcde éß’“”&<>\\\"'{}[]=;,/%#—\U0001f600") | st.characters(categories=["L", "N"]),
    min_size=1,
    max_size=30,
)
RUN = Run(Options(no_config=True))


@pytest.mark.parametrize("name", [name for name in FILES if FILES[name].fields and FILES[name].gap])
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(words=WORDS, data=st.data())
def test_what_a_clean_span_maps_to_is_what_the_file_reads_as(name, words, data):
    """Taken out of the file, what a letter maps to takes just that letter out of the copy."""
    paragraphs = [f"It began {words} then.", *PARAGRAPHS[1:]]
    path, bytes_ = Path(name), files(paragraphs)[name].data
    source = RUN.opener.decode(path, bytes_)
    (document,) = RUN.opener.documents(path, source)
    start = document.text.index("It began")
    at = data.draw(
        st.sampled_from([at for at in range(start, document.text.index(" then.")) if document.text[at].isalnum()])
    )
    span = Span(at, at + 1)
    assert document.source_map.is_verbatim(span)

    place = document.source_map.to_source(span)
    (rest,) = RUN.opener.documents(path, source[: place.start] + source[place.end :])

    assert rest.text.split() == (document.text[:at] + document.text[at + 1 :]).split()  # markup levels white space
