"""The editors' set-ups under examples/, in the editors themselves."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from command import TWICE, write

pytest.importorskip("pygls", reason="needs newslint[lsp]")
EDITORS = Path(__file__).parent.parent.parent / "examples" / "editors"
SLIP = "The cafÃ© closed on Monday, and the café opened again on Friday.\n"


def needs(program):
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


@pytest.fixture
def desk(tmp_path):
    """A folder with an article, and an environment in which the set-ups find newslint."""
    server = write(tmp_path / "bin" / "newslint", f'#!/bin/sh\nexec "{sys.executable}" -m newslint.commands.cli "$@"\n')
    server.chmod(0o755)
    write(tmp_path / "a.txt", f"{TWICE}\n{SLIP}")
    return tmp_path


def run(desk, *command):
    environment = {
        **os.environ,
        "NEWSLINT": str(desk / "bin" / "newslint"),
        "HOME": str(desk),
        "XDG_CONFIG_HOME": str(desk),
    }
    result = subprocess.run(
        [*map(str, command)],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return result.returncode, result.stdout + result.stderr


NEOVIM = """
local function wait_for(what, test)
  if not vim.wait(60000, test, 50) then
    io.stderr:write("timed out: " .. what .. "\\n")
    vim.cmd("cquit 3")
  end
end
wait_for("diagnostics", function() return #vim.diagnostic.get(0) >= 2 end)
for _, row in ipairs(vim.diagnostic.get(0)) do
  print(row.lnum + 1, row.code or (row.user_data and row.user_data.lsp and row.user_data.lsp.code) or "", row.message)
end
local params = vim.lsp.util.make_range_params()
params.context = { diagnostics = {}, only = { "source.fixAll" } }
local done = false
for id, answer in pairs(vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000) or {}) do
  for _, action in ipairs(answer.result or {}) do
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding or "utf-16")
    done = true
  end
end
if not done then vim.cmd("cquit 4") end
vim.cmd("write")
wait_for("the mend", function() return #vim.diagnostic.get(0) == 1 end)
vim.cmd("qall")
"""


@pytest.mark.slow
@needs("nvim")
def test_neovim_shows_findings_and_applies_an_action(desk):
    script = write(desk / "drive.lua", NEOVIM)
    code, said = run(
        desk, "nvim", "--headless", "-n", "-u", EDITORS / "neovim" / "init.lua", "a.txt", "-c", f"luafile {script}"
    )
    assert code == 0, said
    assert "sentences/repeated-word" in said or "stands twice" in said
    assert (desk / "a.txt").read_text() == f"{TWICE}\n{SLIP.replace('cafÃ©', 'café')}"


@pytest.mark.slow
@needs("vim")
def test_vim_fills_the_quickfix_list(desk):
    code, said = run(
        desk,
        "vim",
        "-es",
        "-N",
        "-u",
        EDITORS / "vim" / "newslint.vim",
        "a.txt",
        "-c",
        "silent make",
        "-c",
        "call writefile([json_encode(getqflist())], 'found.json')",
        "-c",
        "qall!",
    )
    assert (desk / "found.json").exists(), (code, said)
    found = json.loads((desk / "found.json").read_text())
    assert [(row["lnum"], row["col"]) for row in found if "repeated-word" in row["text"]] == [(1, 27)]


@pytest.mark.slow
@needs("vim")
def test_ale_shows_findings(desk):
    place = Path("/usr/share/vim-ale")  # where Debian puts it
    if not (place / "autoload" / "ale.vim").exists():
        pytest.skip("ALE is not installed")
    script = write(
        desk / "drive.vim",
        f"set nocompatible\nset runtimepath^={place}\nruntime plugin/ale.vim\nfiletype plugin on\n"
        f"source {EDITORS}/vim/newslint.vim\nlet g:ale_linters = {{'text': ['newslint']}}\n",
    )
    wait = "for i in range(600) | if len(ale#engine#GetLoclist(bufnr(''))) | break | endif | sleep 100m | endfor"
    code, said = run(
        desk,
        "vim",
        "-N",
        "-n",
        "-u",
        script,
        "-T",
        "dumb",
        "--not-a-term",
        "a.txt",
        "-c",
        "set ft=text",
        "-c",
        "ALELint",
        "-c",
        wait,
        "-c",
        "call writefile([json_encode(ale#engine#GetLoclist(bufnr('')))], 'found.json')",
        "-c",
        "qall!",
    )
    assert (desk / "found.json").exists(), (code, said)
    found = json.loads((desk / "found.json").read_text())
    assert (1, "sentences/repeated-word") in [(row["lnum"], row.get("code")) for row in found]


EMACS = """
(package-initialize)
(load (getenv "NEWSLINT_EL"))
(find-file "a.txt")
(run-hooks (quote post-command-hook))
(let ((left 600))
  (while (and (> left 0) (not (and (fboundp 'flymake-diagnostics) (flymake-diagnostics))))
    (accept-process-output nil 0.1)
    (setq left (1- left))))
(dolist (row (flymake-diagnostics))
  (princ (format "%d %s\\n" (line-number-at-pos (flymake-diagnostic-beg row)) (flymake-diagnostic-text row))))
(kill-emacs 0)
"""


@pytest.mark.slow
@needs("emacs")
def test_emacs_shows_findings(desk, monkeypatch):
    probe = subprocess.run(
        ["emacs", "--batch", "--eval", "(progn (package-initialize) (require 'eglot))"],
        capture_output=True,
        check=False,
    )
    if probe.returncode:
        pytest.skip("eglot is not installed")
    script = write(desk / "drive.el", EMACS)
    monkeypatch.setenv("NEWSLINT_EL", str(EDITORS / "emacs" / "newslint.el"))
    code, said = run(desk, "emacs", "--batch", "-l", script)
    assert code == 0, said
    assert any(line.startswith("1 ") and "stands twice" in line for line in said.splitlines()), said


def test_configs_of_editors_that_are_not_here_parse_and_start_the_server():
    started = ["newslint", "lsp"]
    helix = tomllib.loads((EDITORS / "helix" / "languages.toml").read_text())
    assert [helix["language-server"]["newslint"]["command"], *helix["language-server"]["newslint"]["args"]] == started
    kate = json.loads((EDITORS / "kate" / "settings.json").read_text())
    assert kate["servers"]["newslint"]["command"] == started
    sublime = (EDITORS / "sublime" / "LSP.sublime-settings").read_text()
    assert json.loads(re.sub(r"(?m)^\s*//.*$", "", sublime))["clients"]["newslint"]["command"] == started
    jetbrains = json.loads((EDITORS / "jetbrains" / "template.json").read_text())
    assert jetbrains["programArgs"] == {"default": 'sh -c "newslint lsp"', "windows": "newslint.exe lsp"}
    assert {row["languageId"] for row in jetbrains["fileTypeMappings"]} == {"markdown", "plaintext", "html"}
    zed = json.loads(re.sub(r"(?m)^\s*//.*$", "", (EDITORS / "zed" / "settings.json").read_text()))
    assert zed["lsp"]["ltex"]["settings"]["ltex"]["languageToolHttpServerUri"] == "http://127.0.0.1:8000/"
