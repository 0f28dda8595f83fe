"""Every format is read back by a consumer of its own: a schema, a library or the tool that it is meant for."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest
from command import TWICE, newslint, write
from reports import PATH, SOURCE, located, render, sample_report
from tools import node_package, program, run

from newslint.findings.report import FileReport, Report
from newslint.model.finding import Severity
from newslint.reporters import standard_reporters
from newslint.reporters.text import heading

# The workflow commands that GitHub's runner understands, and its escapes.
_COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
_ESCAPES = {"%25": "%", "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32,}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}
CHECKSTYLE = """
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle"><xs:complexType><xs:sequence>
    <xs:element name="file" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="error" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
        <xs:attribute name="column" type="xs:positiveInteger"/>
        <xs:attribute name="severity" use="required"><xs:simpleType><xs:restriction base="xs:string">
          <xs:enumeration value="ignore"/><xs:enumeration value="info"/>
          <xs:enumeration value="warning"/><xs:enumeration value="error"/>
        </xs:restriction></xs:simpleType></xs:attribute>
        <xs:attribute name="message" type="xs:string" use="required"/>
        <xs:attribute name="source" type="xs:string" use="required"/>
      </xs:complexType></xs:element>
    </xs:sequence><xs:attribute name="name" type="xs:string" use="required"/></xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="version" type="xs:string"/></xs:complexType></xs:element>
</xs:schema>"""


def unescaped(words, escapes=tuple(_ESCAPES)):
    return re.sub("|".join(escapes), lambda match: _ESCAPES[match[0]], words)


def findings():
    return sample_report().findings


WORDED = [reporter for reporter in standard_reporters() if not reporter.render_bytes]


@pytest.mark.parametrize("reporter", WORDED, ids=lambda reporter: reporter.name)
def test_every_format_takes_an_empty_run_and_ends_its_last_line(reporter):
    empty = "".join(reporter.render(Report(), False))
    assert empty == "" or empty.endswith("\n")
    assert "".join(reporter.render(sample_report(), False)).endswith("\n")


@pytest.mark.parametrize("name", ["text", "full", "jsonl", "json"])
def test_plain_formats_name_every_finding(name):
    words = render(name)
    assert all(finding.rule in words for finding in findings())


def test_json_and_jsonl_say_the_same():
    assert json.loads(render("json")) == [json.loads(line) for line in render("jsonl").splitlines()]


def test_github_commands_parse_to_the_findings():
    rows = [_COMMAND.fullmatch(line) for line in render("github").split("\n")[:-1]]
    assert all(rows)
    for row, finding in zip(rows, findings(), strict=False):
        level, properties, words = row.groups()
        about = {key: unescaped(value) for key, value in (pair.split("=", 1) for pair in properties.split(","))}
        assert level == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
        assert (about["file"], about["title"]) == (PATH, finding.rule)
        assert (int(about["line"]), int(about["endLine"])) == (finding.place.line, finding.place.end_line)
        assert ("col" in about) == (finding.place.line == finding.place.end_line)
        said = unescaped(words, ("%25", "%0D", "%0A"))
        assert said.startswith(heading(finding, color=False))
    assert unescaped(rows[-1][3]) == "news/gone.txt: cannot be read: it is <gone>"


def test_github_commands_are_what_the_actions_toolkit_writes(tmp_path):
    core = node_package("@actions/core")
    finding = next(finding for finding in findings() if finding.severity is Severity.ERROR)
    line = next(line for line in render("github").splitlines() if line.startswith("::error"))
    row = {
        "message": unescaped(line.rpartition("::")[2], ("%25", "%0D", "%0A")),
        "about": {
            "title": finding.rule,
            "file": PATH,
            "startLine": finding.place.line,
            "endLine": finding.place.end_line,
            "startColumn": finding.place.column,
            "endColumn": finding.place.end_column,
        },
    }
    script = tmp_path / "say.mjs"
    main = core / json.loads((core / "package.json").read_text())["main"]
    script.write_text(
        f"import {{ error }} from {json.dumps(main.as_uri())};\n"
        f"const row = {json.dumps(row)};\nerror(row.message, row.about);\n"
    )
    said = run(program("node"), script, check=True).stdout.strip()
    assert split_command(said) == split_command(line)


def split_command(line):
    level, properties, words = _COMMAND.fullmatch(line).groups()
    return level, sorted(properties.split(",")), words


def test_gitlab_report_has_the_documented_fields_and_unique_fingerprints():
    jsonschema = pytest.importorskip("jsonschema")
    rows = json.loads(render("gitlab"))
    jsonschema.validate(rows, GITLAB)
    assert len(rows) == len(findings())
    assert len({row["fingerprint"] for row in rows}) == len(rows)


def test_gitlab_fingerprints_survive_lines_put_above():
    report = sample_report()
    before = {row["fingerprint"] for row in json.loads(render("gitlab", report))}
    assert {row["fingerprint"] for row in json.loads(render("gitlab", moved(report)))} == before


def moved(report, by="Three\nnew\nlines.\n"):
    """The report of the same articles with lines put above."""

    def shifted(finding):
        place = finding.place
        down = by.count("\n")
        place = place._replace(
            start=place.start + len(by),
            end=place.end + len(by),
            line=place.line + down,
            end_line=place.end_line + down,
        )
        return finding._replace(place=place, fix=None, related=())

    files = [
        FileReport(
            file.path,
            tuple(shifted(finding) for finding in file.findings),
            file.errors,
            by + file.source,
            tuple(shifted(finding) for finding in file.suppressed),
        )
        for file in report.files
    ]
    return Report(tuple(files), report.rules)


def test_junit_is_read_by_junitparser():
    junitparser = pytest.importorskip("junitparser")
    report = Report(tuple(file._replace(fail_on=Severity.INFO) for file in sample_report().files))
    xml = junitparser.JUnitXml.fromstring(render("junit", report).encode())
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (len(findings()) + 3, len(findings()), 1, 1)
    clean, marked, gone = list(xml)
    assert [suite.name for suite in (clean, marked, gone)] == ["news/clean.txt", PATH, "news/gone.txt"]
    assert [case.is_passed for case in clean] == [True]
    assert [case.is_error for case in gone] == [True]
    for case, finding in zip(marked, findings(), strict=False):
        assert case.name == f"{finding.rule} {finding.place.line}:{finding.place.column}"
        assert case.result[0].message.startswith(finding.message.replace("\x0b", "\ufffd"))
    names = [case.name for case in marked]
    assert len(set(names)) == len(names)


def test_junit_passes_what_does_not_fail_the_run():
    junitparser = pytest.importorskip("junitparser")
    clean, marked, gone = sample_report().files
    report = Report((clean, marked._replace(fail_on=Severity.ERROR), gone))
    xml = junitparser.JUnitXml.fromstring(render("junit", report).encode())
    assert xml.failures == 1
    assert [case.is_failure for case in list(xml)[1]].count(True) == 1


def test_checkstyle_keeps_its_schema():
    xmlschema = pytest.importorskip("xmlschema")
    words = render("checkstyle")
    xmlschema.XMLSchema(CHECKSTYLE).validate(words)
    root = ElementTree.fromstring(words.encode())
    rows = [(error.get("line"), error.get("column"), error.get("severity")) for error in root[1]]
    assert rows == [(str(f.place.line), str(f.place.column), f.severity.value) for f in findings()]
    assert root[1].get("name") == PATH


def test_rdjsonl_columns_are_bytes_and_suggestions_mend():
    text = SOURCE.encode()
    starts = [0, *(at + 1 for at, byte in enumerate(text) if byte == 10)]

    def offset(position):
        return starts[position["line"] - 1] + position["column"] - 1

    def words(row):
        return text[offset(row["start"]) : offset(row["end"])].decode()

    rows = [json.loads(line) for line in render("rdjsonl").splitlines()]
    for row, finding in zip(rows, findings(), strict=True):
        assert words(row["location"]["range"]) == SOURCE[finding.place.start : finding.place.end]
        assert row["severity"] == finding.severity.value.upper()
        assert [words(other["location"]["range"]) for other in row.get("related_locations", [])] == [
            SOURCE[other.place.start : other.place.end] for other in finding.related
        ]
    (mended,) = [row["suggestions"] for row in rows if row["severity"] == "ERROR"]
    assert [(words(row["range"]), row["text"]) for row in mended] == [
        ("Cuzio", "Kuzio"),
        ("Cuzio", "Kúzio"),
        ("Cuzio", ""),
    ]


def test_rdjsonl_in_one_long_line_counts_bytes_across_chunks():
    source = "é" * 10_000 + "Cuzio"
    from newslint.findings.report import Lines
    from newslint.model.span import Span

    finding = findings()[0]._replace(place=Lines(source).place(Span(10_000, 10_005)), fix=None, related=())
    row = json.loads(render("rdjsonl", Report([FileReport("a.txt", (finding,), source=source)])))
    assert row["location"]["range"] == {"start": {"line": 1, "column": 20_001}, "end": {"line": 1, "column": 20_006}}


def test_rdjsonl_passes_the_rdformat_validator(tmp_path):
    validator = node_package("@umbrelladocs/rdformat-validator")
    # It reads JSON, not a JSON text a line.
    file = tmp_path / "findings.json"
    file.write_text(f"[{','.join(render('rdjsonl').splitlines())}]", encoding="utf-8")
    script = validator / "bin" / "rdformat-validator.js"
    done = run(program("node"), script, "--strict", "--no-extra-fields", "--verbose", file)
    assert done.returncode == 0, done.stdout + done.stderr


def sarif(report=None):
    return json.loads(render("sarif", report))


def test_sarif_keeps_the_official_schema():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(next(node_package("@microsoft/sarif-multitool-linux").glob("sarif-2.1.0.json")).read_text())
    jsonschema.validators.validator_for(schema)(schema).validate(sarif())


def test_sarif_satisfies_microsofts_multitool(tmp_path):
    log, said = tmp_path / "newslint.sarif", tmp_path / "said.sarif"
    log.write_text(render("sarif"), encoding="utf-8")
    tool = node_package("@microsoft/sarif-multitool-linux") / "Sarif.Multitool"
    done = run(tool, "validate", log, "--rule-kind", "Sarif;Ghas", "-o", said, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    results = json.loads(said.read_text("utf-8-sig"))["runs"][0].get("results", [])
    # newslint has no home page that it could give as its informationUri.
    assert {row["ruleId"] for row in results} <= {"SARIF2005"}, done.stdout


def test_sarif_results_are_the_same_for_the_multitool_when_lines_move(tmp_path):
    tool = node_package("@microsoft/sarif-multitool-linux") / "Sarif.Multitool"
    old, new, matched = tmp_path / "old.sarif", tmp_path / "new.sarif", tmp_path / "matched.sarif"
    old.write_text(render("sarif"), encoding="utf-8")
    extra = located("style/fresh", "pool", "New.")._replace(path="news/clean.txt")
    clean, *others = moved(sample_report()).files
    report = Report((clean._replace(findings=(extra,)), *others))
    new.write_text(render("sarif", report), encoding="utf-8")
    done = run(tool, "match-results-forward", new, "--previous", old, "-o", matched, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(matched.read_text("utf-8-sig"))["runs"][0]["results"]
    assert [row["ruleId"] for row in results if row["baselineState"] == "new"] == ["style/fresh"]
    assert {row["baselineState"] for row in results} <= {"new", "updated", "unchanged"}


def test_sarif_says_everything():
    (run_,) = sarif()["runs"]
    assert run_["columnKind"] == "unicodeCodePoints"
    rules = run_["tool"]["driver"]["rules"]
    assert rules[0]["help"]["markdown"].startswith("# names/inconsistent-spelling")
    results = run_["results"]
    assert all(rules[row["ruleIndex"]]["id"] == row["ruleId"] for row in results)
    assert [row["ruleId"] for row in results if "suppressions" in row] == ["style/clutter"]
    prints = [next(iter(row["partialFingerprints"].values())) for row in results]
    assert len(set(prints)) == len(prints)
    (spelling,) = [row for row in results if row["level"] == "error"]
    assert spelling["relatedLocations"][0]["physicalLocation"]["region"]["startColumn"] == 7
    assert [fix["artifactChanges"][0]["replacements"][0].get("insertedContent") for fix in spelling["fixes"]] == [
        {"text": "Kuzio"},
        {"text": "Kúzio"},
        None,
    ]
    location = spelling["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "news/town%20hall%2C%20%C3%A9%3A%20100%25.txt"
    assert location["region"]["snippet"]["text"] == "Cuzio"
    assert run_["invocations"][0]["executionSuccessful"] is False


def test_sarif_brings_the_rules_pages_where_the_manual_has_no_address(tmp_path):
    write(tmp_path / "a.txt", TWICE)
    (run_,) = json.loads(newslint("check", "--no-config", "--format", "sarif", "a.txt", cwd=tmp_path)[1])["runs"]
    rules = {row["id"]: row for row in run_["tool"]["driver"]["rules"]}
    assert not any("helpUri" in row for row in rules.values())
    page = rules["sentences/repeated-word"]["help"]["markdown"]
    assert re.search(r"^- flagged: .*\*\*.+\*\*", page, re.MULTILINE)
    assert "- passes: " in page
    assert "newslint explain --web sentences/repeated-word" in page


def test_sarif_fingerprints_survive_lines_put_above():
    def prints(report):
        return [row["partialFingerprints"] for row in sarif(report)["runs"][0]["results"]]

    assert prints(moved(sample_report())) == prints(sample_report())


@pytest.mark.parametrize("name", ["sarif", "html"])
def test_long_marks_upon_each_other_do_not_make_a_report_huge(name):
    from newslint.findings.report import Lines
    from newslint.model.span import Span

    source = "word " * 4000
    lines, first = Lines(source), findings()[0]
    rows = [first._replace(place=lines.place(Span(n, len(source) - n)), fix=None, related=()) for n in range(500)]
    assert len(render(name, Report([FileReport("a.txt", tuple(rows), source=source)]))) < 2_000_000
