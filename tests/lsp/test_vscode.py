"""The VS Code extension under examples/: built, packed, and run against a stand-in for the editor's API."""

import json
import os
import shutil
import sys
import zipfile

import pytest
from command import TWICE, write
from tools import ROOT, program, run

pytest.importorskip("pygls", reason="needs newslint[lsp]")
SOURCES = ROOT / "examples" / "editors" / "vscode"
NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "network")
PATIENCE = 600

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("vscode")]


def npm(folder, *words):
    finished = run(program("npm"), *words, cwd=folder, timeout=PATIENCE)
    said = finished.stdout + finished.stderr
    if finished.returncode and any(sign in said for sign in NO_NETWORK):
        pytest.skip("no npm registry can be reached")
    assert finished.returncode == 0, said


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The extension's folder, with newslint.vsix in it."""
    major = int(run(program("node"), "--version").stdout.lstrip("v").split(".")[0])
    if major < 20:
        pytest.skip(f"building the extension needs Node 20, here is {major}")
    folder = tmp_path_factory.mktemp("vscode") / "extension"
    shutil.copytree(SOURCES, folder, ignore=shutil.ignore_patterns("node_modules", "dist", "*.vsix"))
    npm(folder, "install", "--no-audit", "--no-fund", "--loglevel=error")
    npm(folder, "run", "package")
    return folder


def test_package_holds_the_bundle_and_no_more(built):
    with zipfile.ZipFile(built / "newslint.vsix") as package:
        names = {name for name in package.namelist() if name.startswith("extension/")}
        manifest = json.loads(package.read("extension/package.json"))
        bundle = package.read("extension/dist/extension.js").decode()
    assert {name.lower() for name in names} == {
        "extension/package.json",
        "extension/readme.md",
        "extension/dist/extension.js",
    }
    assert manifest["main"] == "./dist/extension.js"
    assert set(manifest["contributes"]["configuration"]["properties"]) == {
        f"newslint.{name}" for name in ("path", "select", "ignore", "config", "speakers")
    }
    assert {"newslint: Show cast", "newslint: Check workspace"} <= {
        f"{row['category']}: {row['title']}" for row in manifest["contributes"]["commands"]
    }
    # The client is inside; nothing is left to be found at run time but the editor itself.
    assert 'require("vscode-languageclient' not in bundle
    assert 'require("vscode")' in bundle


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a shell script")
def test_package_brings_the_program_that_lies_beside_it(built):
    folder = built.with_name("brings")
    shutil.copytree(built, folder, symlinks=True)
    write(folder / "program/newslint", "#!/bin/sh\n").chmod(0o755)
    write(folder / "program/_internal/base.txt", "what it needs\n")
    npm(folder, "run", "package", "--", "--target", "linux-x64", "--out", "brings.vsix")
    with zipfile.ZipFile(folder / "brings.vsix") as package:
        program = package.getinfo("extension/program/newslint")
        assert program.external_attr >> 16 & 0o111
        assert "extension/program/_internal/base.txt" in package.namelist()
        assert 'TargetPlatform="linux-x64"' in package.read("extension.vsixmanifest").decode()


def test_no_lock_file_or_registry_is_committed():
    names = {file.name for file in SOURCES.rglob("*") if "node_modules" not in file.parts}
    assert "package-lock.json" not in names
    assert "registry" not in (SOURCES / ".npmrc").read_text()


MODULES = """
const { find, output } = require("./out/program.js");
const { corners, split, byFile } = require("./out/rows.js");
(async () => {
  const [folder, elsewhere] = process.argv.slice(2);
  const answers = {
    setting: await find(folder + "/own", [folder], elsewhere),
    wrong: await find("/nowhere/newslint", [folder], elsewhere),
    environment: await find("", [folder], elsewhere),
    path: await find("", ["/nowhere"], "relative:" + elsewhere, folder + "/brought"),
    brought: await find("", ["/nowhere"], ".", folder + "/brought"),
    none: await find("", ["/nowhere"], "."),
  };
  const rows = JSON.parse(await output(answers.path.path, ["check", "--format", "json", "."], folder));
  answers.rows = [...byFile(rows)].map(([path, own]) => [path, own.map((row) => row.rule)]);
  answers.broken = await output(answers.path.path, ["check", "--select", "no/such", "."], folder).catch(String);
  const place = { line: 2, column: 3, end_line: 2, end_column: 5 };
  answers.corners = corners(place, split("\\ufeffone\\r\\n😀x to to"));
  console.log(JSON.stringify(answers));
})();
"""


LINKS = """
const { Manual } = require("./out/manual.js");
(async () => {
  const manual = new Manual(() => process.argv[2], () => []);
  const found = (target) => ({ code: { value: "sentences/repeated-word", target } });
  const here = { scheme: "file", path: "/cache/rules/sentences/repeated-word.html" };
  const web = { scheme: "https", path: "//desk.example/rules/sentences/repeated-word.html" };
  const { handleDiagnostics, provideDiagnostics } = manual.middleware;
  let pushed;
  handleDiagnostics({}, [found(here), found(web), { code: "plain" }], (_, rows) => (pushed = rows));
  const pulled = await provideDiagnostics({}, undefined, {}, async () => ({ kind: "full", items: [found(here)] }));
  const page = await manual.provideTextDocumentContent(pushed[0].code.target);
  console.log(JSON.stringify({ targets: [...pushed, ...pulled.items].map((row) => row.code.target), page }));
})();
"""
STAND_IN = "exports.Uri = { from: (parts) => parts };\nexports.workspace = {};\n"


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a shell script")
def test_a_rules_link_leads_to_its_page_in_the_editor(built, tmp_path):
    command = f'#!/bin/sh\nexec "{sys.executable}" -m newslint.commands.cli "$@"\n'
    program_ = write(tmp_path / "newslint", command)
    program_.chmod(0o755)
    npm(built, "exec", "--", "tsc", "--noEmit", "false", "--outDir", "out")
    write(built / "node_modules/vscode/index.js", STAND_IN)
    write(built / "links.js", LINKS)
    finished = run(program("node"), "links.js", program_, cwd=built, timeout=PATIENCE)
    assert finished.returncode == 0, finished.stderr
    answers = json.loads(finished.stdout)
    here = {"scheme": "newslint-rule", "path": "sentences/repeated-word.md"}
    web = {"scheme": "https", "path": "//desk.example/rules/sentences/repeated-word.html"}
    assert answers["targets"] == [here, web, None, here]
    assert answers["page"].startswith("# sentences/repeated-word")


@pytest.mark.skipif(os.name == "nt", reason="the stand-in program is a shell script")
def test_finds_newslint_and_reads_its_rows(built, tmp_path):
    command = f'#!/bin/sh\nexec "{sys.executable}" -m newslint.commands.cli "$@"\n'
    for name in ("own", ".venv/bin/newslint", "bin/newslint", "brought/newslint"):
        write(tmp_path / name, command).chmod(0o755)
    write(tmp_path / "a.txt", TWICE)
    tsc = ("exec", "--", "tsc", "--noEmit", "false", "--outDir", "out")
    npm(built, *tsc)
    write(built / "drive.js", MODULES)
    finished = run(program("node"), "drive.js", tmp_path, tmp_path / "bin", cwd=built, timeout=PATIENCE)
    assert finished.returncode == 0, finished.stderr
    answers = json.loads(finished.stdout)
    assert answers["setting"]["path"] == str(tmp_path / "own")
    assert "path" not in answers["wrong"]
    assert "newslint.path" in answers["wrong"]["looked"][0]
    assert answers["environment"]["path"] == str(tmp_path / ".venv/bin/newslint")
    assert answers["path"]["path"] == str(tmp_path / "bin/newslint")
    assert answers["brought"]["path"] == str(tmp_path / "brought/newslint")
    assert answers["none"] == {"looked": ["/nowhere/.venv", "the PATH"]}
    assert answers["rows"] == [["a.txt", ["sentences/repeated-word"]]]
    assert "no/such" in answers["broken"]
    assert answers["corners"] == [1, 3, 1, 5]
