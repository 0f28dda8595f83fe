"""A repository with every trick in it: checked, mended, hooked and edited, and nothing outside is read or changed."""

import io
import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from functools import cache
from pathlib import Path

import pytest
from command import QUIET, TWICE, write

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes, devices and namespaces of Linux")
SECRET = "the-canary-sings-at-midnight"
RAN = "import pathlib; pathlib.Path(__file__).with_name('ran').touch()\n"
BOMB = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 31))
COMMAND = [sys.executable, "-m", "newslint"]


@pytest.fixture
def canary(tmp_path):
    """Files outside that nobody may read or change."""
    folder = tmp_path / "outside"
    write(folder / "secret.txt", f"“{SECRET} and so says everybody here,” it said.\n")
    write(folder / "secret.toml", f'password = "{SECRET}"\n')
    write(folder / "rules/style/secret.toml", f'password = "{SECRET}"\n')
    return folder


def articles(desk, canary):
    """Front matter, names and links of bad intent."""
    head = "---\nsources: [{}]\n---\n\n“" + SECRET + " and so says nobody here,” Ann Lee said.\n"
    for number, named in enumerate(
        (f"{canary}/secret.txt", "../outside/secret.txt", "linked.txt", "pipe.txt", '"a\\0b"', "https://example.org/x")
    ):
        write(desk / f"sources-{number}.md", head.format(named))
    write(desk / "bomb.md", f"---\n{BOMB}---\n\n{TWICE}")
    write(desk / "itself.md", "---\nauthor: &a {name: *a}\ntitle: 0x" + "f" * 5000 + "\n---\n\n" + TWICE)
    write(desk / "digits.txt", f"It cost ${'9' * 310} on Monday and {'1' * 310} percent more.\n")
    write(
        desk / "names.txt",
        "\n\n".join(f"Mayor K{a}{b}{c}o spoke." for a in "aeiou" for b in "bdfgklmnprst" for c in "aeiouy"),
    )
    write(desk / "good.txt", TWICE)
    for name in (
        "::stop-commands::x.txt",
        "--output-file=made.txt",
        "a\x1b[2J\nb.txt",
        "##[error].txt",
        "\u202etxt.txt",
    ):
        write(desk / name, TWICE)
    (Path(os.fsdecode(os.fsencode(desk) + b"/e\xff.txt"))).write_text(TWICE)
    (desk / "linked.txt").symlink_to(canary / "secret.txt")
    (desk / "loop.txt").symlink_to("loop.txt")
    (desk / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(desk / "pipe.txt")


@cache
def bomb():
    """A Word file of some kilobytes that unpacks to 150 MB."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(150_000_000))
    return data.getvalue()


def formats(desk, canary):
    """What programs exchange, with all that their formats let one do."""
    entities = f'<!DOCTYPE nitf [<!ENTITY z SYSTEM "file://{canary}/secret.txt">]>'
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    body = "<body><body.content><p>They met to to vote. {}</p></body.content></body>"
    write(desk / "entity.xml", f"{entities}<nitf>{body.format('&z;')}</nitf>")
    write(desk / "outer.xml", f'<!DOCTYPE nitf SYSTEM "file://{canary}/secret.txt"><nitf>{body.format("")}</nitf>')
    write(desk / "laughs.xml", f'<!DOCTYPE nitf [<!ENTITY a0 "ha">{laughs}]><nitf>{body.format("&a11;")}</nitf>')
    write(desk / "deep.json", '{"body": ' + "[" * 100_000)
    write(desk / "deep.rtf", "{\\rtf1 " + "{" * 100_000)
    write(desk / "link.html", f'<meta http-equiv="refresh" content="0;url=file://{canary}/secret.txt"><p>{TWICE}</p>')
    write(desk / "parts.eml", 'Content-Type: multipart/mixed; boundary="b"\n\n' + "--b\n\n" * 2000)
    (desk / "bomb.docx").write_bytes(bomb())
    with zipfile.ZipFile(desk / "entity.docx", "w") as package:
        package.writestr("word/document.xml", entities + "<w:document><w:body><w:p>&z;</w:p></w:body></w:document>")
        package.writestr("../outside/made.txt", "x")


def packs(desk):
    """Folders of rules, each with its own way to be wrong."""
    rule = 'kind = "avoid"\nsummary = "S."\n'
    for name, words in {
        "kinds": 'kind = "consistent"\nsummary = "S."\ngroups = [[1, 2]]\n',
        "wide": rule + 'message = "{found:>1500000000}"\n[terms]\n"met" = ""\n',
        "group": rule + '[[pattern]]\nregex = "(met)"\nneeds = "met"\nbetter = "\\\\7"\n',
    }.items():
        write(desk / name / "newslint.toml", 'packs = ["house"]\n')
        write(desk / name / "house/style/words.toml", words)
    for name in ("self", "doubled", "pipe", "device"):
        write(desk / name / "newslint.toml", 'packs = ["house"]\n')
        (desk / name / "house/style").mkdir(parents=True)
    (desk / "self/house/style/loop").symlink_to(desk / "self/house")
    for level in range(30):
        folder = desk / "doubled/levels" / str(level)
        folder.mkdir(parents=True)
        for twin in "ab":
            (folder / twin).symlink_to(f"../{level + 1}")
    (desk / "doubled/levels/30").mkdir()
    (desk / "doubled/house/style/levels").symlink_to("../../levels/0")
    os.mkfifo(desk / "pipe/house/style/words.toml")
    (desk / "device/house/style/words.toml").symlink_to("/dev/zero")
    for name, lines in {"brackets": "[" * 5000, "infinite": '["a", "b", "c", Infinity]'}.items():
        write(desk / name / "newslint.toml", 'baseline = "known.jsonl"\n')
        write(desk / name / "known.jsonl", lines + "\n")
    write(desk / "stream/newslint.toml", 'baseline = "known.jsonl"\n')
    os.mkfifo(desk / "stream/known.jsonl")
    for name in WRONG:
        write(desk / name / "a.txt", TWICE)


# Folders whose settings cannot be used.
WRONG = tuple("kinds wide group self doubled pipe device brackets infinite stream".split())


def settings(desk, canary):
    """Configs, packs, baselines and caches, each in a folder of its own so that each has its turn."""
    rule = 'kind = "avoid"\nsummary = "S."\n'
    write(desk / "packs/newslint.toml", 'packs = ["house"]\n')
    write(desk / "packs/house/style/slow.toml", rule + '[[pattern]]\nregex = "((a{100}){100}){100}"\nneeds = "a"\n')
    for name, config in {
        "extend": f'extend = "{canary}/secret.toml"',
        "outside": f'packs = ["{canary}/rules"]',
        "circle": 'extend = "newslint.toml"',
        "deep": "a = " + "[" * 1000,
        "wrong": "names = 5",
    }.items():
        write(desk / name / "newslint.toml", config + "\n")
        write(desk / name / "a.txt", TWICE)
    write(desk / "packs/a.txt", TWICE)
    (desk / "piped").mkdir()
    os.mkfifo(desk / "piped/newslint.toml")
    write(desk / "piped/a.txt", TWICE)
    (desk / ".newslint_cache").symlink_to(canary)
    write(desk / ".gitignore", "*a*a*a*a*a*a*b\n[z-a]\n**/a/**/b/**/c/**/d\n")
    for name in ("yaml.py", "rapidfuzz.py", "pluggy.py", "evil.py"):
        write(desk / name, RAN)
    write(desk / "evil-1.dist-info/entry_points.txt", "[newslint]\nevil = evil\n")
    (desk / "report.sarif").symlink_to(canary / "secret.txt")


@pytest.fixture
def desk(tmp_path, canary):
    desk = tmp_path / "desk"
    desk.mkdir()
    articles(desk, canary)
    formats(desk, canary)
    packs(desk)
    settings(desk, canary)
    return desk


def picture(folder):
    """All that can be told of the files in a folder without reading them, and their contents."""
    return {
        path: (path.lstat().st_mtime_ns, path.lstat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


def alone(*command):
    """The command without a network, where the system gives namespaces."""
    tool = shutil.which("unshare")
    if tool and subprocess.run([tool, "-rn", "true"], capture_output=True, check=False).returncode == 0:
        return [tool, "-rn", *command]
    return list(command)


def run(desk, *arguments, **environment):
    began = time.monotonic()
    env = {**os.environ, "PYTHONPATH": os.pathsep, "HOME": str(desk.parent / "home"), **environment}
    env.pop("XDG_CACHE_HOME", None)
    done = subprocess.run(
        alone(*COMMAND, *map(str, arguments)), cwd=desk, env=env, capture_output=True, timeout=120, check=False
    )
    assert time.monotonic() - began < 90
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def nothing_happened(desk, canary, before, *said):
    assert picture(canary) == before
    assert not (desk / "ran").exists()
    assert not list(desk.glob("made.txt"))
    for words in said:
        assert SECRET not in words.replace(f"“{SECRET} and so says nobody", "")
        for line in words.splitlines():
            assert line.isprintable() or "\t" in line, line
            assert not line.startswith("::stop-commands")
    held = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=False).stdout
    assert str(desk) not in held


@pytest.mark.parametrize("trust", [(), ("--no-trust-copy",)], ids=["trusted", "not trusted"])
def test_checking_reads_and_changes_nothing_outside(desk, canary, trust):
    before = picture(canary)
    code, out, err = run(desk, "check", *trust, "--jobs", "2", "--timeout", "30", ".")
    assert code == 2
    assert "good.txt:1:27" in out
    assert "Traceback" not in err
    assert "newslint failed" not in err
    named = ("linked.txt", "pipe.txt", "loop.txt", "zero.txt", ".gitignore", "packs", "circle", "deep/", "wrong")
    for name in (*named, *(f"{name}/" for name in WRONG), "entity.xml", "laughs.xml", "bomb.docx", "entity.docx"):
        assert name in err, name
    # The messages quote the article's own words, never those of a file outside.
    nothing_happened(desk, canary, before, err)
    assert "so says everybody" not in out + err


def test_mending_writes_nothing_outside(desk, canary):
    before = picture(canary)
    for name in ("linked.txt", "."):
        code, _, err = run(desk, "check", "--fix", "--unsafe", "--no-cache", name)
        assert code == 2 or name == "linked.txt"
        assert "Traceback" not in err
        nothing_happened(desk, canary, before, err)


def test_a_report_is_not_written_through_a_link(desk, canary):
    before = picture(canary)
    code, _, err = run(desk, "check", "--format", "sarif:report.sarif", "good.txt")
    assert code == 2
    assert "leads out of its folder" in err
    nothing_happened(desk, canary, before, err)


def test_the_hook_takes_no_file_for_an_option(desk, canary):
    before = picture(canary)
    yaml = pytest.importorskip("yaml")
    hooks = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text())
    names = sorted(path.name for path in desk.glob("*.txt") if not path.is_symlink() and path.is_file())
    for hook in hooks:
        command = hook["entry"].split()[1:]
        code, out, err = run(desk, *command, *names)
        assert code in (1, 2), err
        assert "Traceback" not in err
        nothing_happened(desk, canary, before, err)
        assert "--output-file=made.txt:1:27" in out or "--fix" in command


def test_a_program_of_the_folder_is_not_run(desk, canary):
    """PATH has an empty entry, and here lies a git."""
    before = picture(canary)
    subprocess.run(["git", "init", "-q", desk], check=True)
    write(desk / "git", "#!/bin/sh\ntouch ran\nexit 1\n").chmod(0o755)
    code, _, err = run(desk, "check", "--since", "HEAD", "good.txt", PATH=os.pathsep + os.environ["PATH"])
    assert code == 2
    assert "git says" in err
    nothing_happened(desk, canary, before, err)


def test_a_revision_is_no_option(desk, canary):
    before = picture(canary)
    subprocess.run(["git", "init", "-q", desk], check=True)
    code, _, err = run(desk, "check", "--since=--output=made.txt", ".")
    assert code == 2
    nothing_happened(desk, canary, before, err)


def test_the_action_takes_no_order_from_the_copy(desk, canary):
    """Its second step, as GitHub runs it, with newslint in the place where the first step puts it."""
    yaml = pytest.importorskip("yaml")
    before = picture(canary)
    action = yaml.safe_load((Path(__file__).parents[1] / "action.yml").read_text())
    script = action["runs"]["steps"][1]["run"]
    assert "--no-trust-copy" in script
    home = desk.parent / "runner"
    write(home / "newslint/bin/newslint", f'#!/bin/sh\nexec "{sys.executable}" -m newslint "$@"\n').chmod(0o755)
    env = {
        **os.environ,
        "RUNNER_TEMP": str(home),
        "GITHUB_OUTPUT": str(home / "output"),
        "GITHUB_ACTIONS": "true",
        "PATHS": ".\n",
        "ARGUMENTS": "",
        "SINCE": "all",
        "BASE": "",
        "SARIF": "",
        "HTML": "",
        "TRUST": "false",
    }
    done = subprocess.run(alone("bash", "-c", script), cwd=desk, env=env, capture_output=True, timeout=120, check=False)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert done.returncode == 2, err
    assert "::warning " in out
    nothing_happened(desk, canary, before, err)
    for line in out.splitlines():
        assert line.startswith(("::warning ", "::error ", "::notice ")), line


def test_the_editor_is_served(desk, canary):
    pytest.importorskip("pygls", reason="needs newslint[lsp]")
    before = picture(canary)
    names = [
        "bomb.md",
        "itself.md",
        "digits.txt",
        "sources-0.md",
        "packs/a.txt",
        "piped/a.txt",
        "circle/a.txt",
        "good.txt",
    ]
    messages = [{"id": 1, "method": "initialize", "params": {"processId": None, "rootUri": None, "capabilities": {}}}]
    messages.append({"method": "initialized", "params": {}})
    for name in names:
        text = (desk / name).read_text()
        item = {"uri": (desk / name).as_uri(), "languageId": "markdown", "version": 1, "text": text}
        messages.append({"method": "textDocument/didOpen", "params": {"textDocument": item}})
    server = subprocess.Popen(
        alone(*COMMAND, "lsp"), cwd=desk, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    for message in messages:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
    server.stdin.flush()
    served = {}
    try:
        while len(served) < len(names):
            size = 0
            while (line := server.stdout.readline()) not in (b"\r\n", b""):
                size = int(line.split(b":")[1]) if line.lower().startswith(b"content-length") else size
            assert size, "the server ended"
            said = json.loads(server.stdout.read(size))
            if said.get("method") == "textDocument/publishDiagnostics":
                served[said["params"]["uri"].rpartition("desk/")[2]] = said["params"]["diagnostics"]
    finally:
        server.stdin.close()
        server.stdout.close()
        server.wait(20)
    assert set(served) == set(names)
    assert any("twice" in row["message"] for row in served["good.txt"])
    assert served["circle/a.txt"][0]["message"].startswith("nothing is checked here")
    nothing_happened(desk, canary, before)


def test_quiet_copy_beside_all_this_is_clean(desk, canary):
    write(desk / "quiet/a.txt", QUIET)
    assert run(desk, "check", "quiet/a.txt")[0] == 0
