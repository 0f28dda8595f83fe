"""Pages that Google Docs and Word save: what is copy in them, and places that help in a page of one line."""

from command import newslint, rows
from reading import blocks

from newslint.readers.html import read_html

GOOGLE = (
    '<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">'
    'ol{margin:0}.c1{color:#000000}</style></head><body class="c7 doc-content"><div><p class="c2"><span class="c1">'
    'HARBOUR first draft</span></p></div><p class="c3 title" id="h.a"><span>Council splits over harb</span><span>our'
    '</span></p><p class="c0"><span class="c1">The coun</span><span class="c5">cil of Mc</span><span>Kay met on Monday '
    'to</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span>&nbsp;to vote.</span></p><p class="c0 c6"><span>'
    '</span></p><ul class="lst-kix_1-0 start"><li class="c0"><span class="c1">One mill</span><span>ion boats</span>'
    '</li></ul><p class="c0"><span>It opens in May.</span><sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p><hr>'
    '<div><p class="c2"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The vote was in March.</span></p></div>'
    '<div class="c12"><p class="c2"><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Is this the the council?</span></p>'
    "<p><span>Ask ask them.</span></p></div></body></html>"
)
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1252">
<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Ann Lee</o:Author></o:DocumentProperties></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm;} --></style>
</head>
<body lang=EN-GB>
<div class=WordSection1>
<p class=MsoTitle>Council splits over harbour<o:p></o:p></p>
<p class=MsoNormal>The <span class=SpellE>coun</span><b>cil</b> met on Monday to <ins cite="mailto:Desk">to
vote</ins><del cite="mailto:Desk">never never</del> on it<span class=MsoCommentReference><a class=msocomanchor
id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[D1]</a><span
style='mso-special-character:comment'>&nbsp;</span></span>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>“It’s a start,” she said.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;
mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>One million boats<o:p></o:p></p>
</div>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> The vote was in March.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><div id="_com_1" class=msocomtxt>
<p class=MsoCommentText><a href="#_msoanchor_1" class=msocomoff>[D1]</a>Is this the the council?</p></div></div></div>
</body>
</html>
"""


def test_google_page_is_read_without_its_comments_header_and_numbers():
    assert blocks(read_html(GOOGLE)) == [
        ("furniture", "HARBOUR first draft"),
        ("headline", "Council splits over harbour"),
        ("body", "The council of McKay met on Monday to\xa0to vote."),
        ("list", "One million boats"),
        ("body", "It opens in May."),
        ("caption", "The vote was in March."),
    ]


def test_word_page_is_read_without_its_comments_bullets_and_deletions():
    assert blocks(read_html(WORD)) == [
        ("headline", "Council splits over harbour"),
        ("body", "The council met on Monday to to vote on it."),
        ("body", "“It’s a start,” she said."),
        ("list", "One million boats"),
        ("caption", "The vote was in March."),
    ]


def test_place_in_a_page_of_one_line_is_its_paragraph(tmp_path):
    (tmp_path / "a.html").write_text(GOOGLE.replace("It opens in May.", "It opens in in May."))

    found = rows("a.html", "--no-config", "--select", "sentences", cwd=tmp_path)
    out = newslint("check", "a.html", "--no-config", "--select", "sentences", cwd=tmp_path)[1]

    assert [(row["field"], row["field_start"]) for row in found] == [("paragraph 3", 35), ("paragraph 5", 9)]
    assert [line.split(" sent")[0] for line in out.splitlines()] == ["a.html:paragraph 3:36:", "a.html:paragraph 5:10:"]


def test_page_with_lines_of_its_own_keeps_line_and_column(tmp_path):
    (tmp_path / "a.html").write_bytes(WORD.encode("cp1252"))

    out = newslint("check", "a.html", "--no-config", "--select", "sentences", cwd=tmp_path)[1]

    assert out.startswith("a.html:10:79: sentences/repeated-word “to” stands twice.")


def test_page_of_one_line_is_mended_in_place(tmp_path):
    text = GOOGLE.replace("It opens", "It\u200b opens")
    (tmp_path / "a.html").write_text(text)

    newslint("check", "a.html", "--no-config", "--fix", cwd=tmp_path)

    assert (tmp_path / "a.html").read_text() == text.replace("\u200b", "")


def test_encoding_that_the_page_names_is_read_and_kept(tmp_path):
    text = WORD.replace(" on it", " on on it")
    (tmp_path / "a.htm").write_bytes(text.encode("cp1252"))

    assert newslint("check", "a.htm", "--no-config", "--fix", "--unsafe", "--exit-zero", cwd=tmp_path)[0] == 0
    assert (tmp_path / "a.htm").read_bytes() == text.replace("on on", "on").encode("cp1252")
