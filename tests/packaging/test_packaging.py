"""What a user gets from the wheel: every rule, the command, and room for a plugin."""

import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("setuptools", reason="building needs setuptools")
pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent.parent
# The test's own environment lends its tools, so that no test needs the network.
BUILD = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--quiet"]


def run(*command, code=0, **options):
    result = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, **options)
    assert result.returncode == code, result.stderr
    return result.stdout


def inside(wheel, package):
    """The files of a package in the wheel, by their paths in it."""
    with zipfile.ZipFile(wheel) as archive:
        return {name.removeprefix(package + "/") for name in archive.namelist() if name.startswith(package + "/")}


def files_of(folder):
    return {
        path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.name != "README.md" and not {"__pycache__", "training"} & set(path.parts)
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from a copy of the tracked files, so that nothing left in a build folder gets in."""
    source = tmp_path_factory.mktemp("source") / "newslint"
    ignored = shutil.ignore_patterns(".git", ".venv", "build", "*.egg-info", "node_modules", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, source, ignore=ignored)
    target = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", *BUILD, "-w", target, source)
    (found,) = target.glob("newslint-*.whl")
    return found


@pytest.fixture(scope="module")
def home(wheel, tmp_path_factory):
    """A fresh environment with the wheel in it; its dependencies are lent by the test's environment."""
    folder = tmp_path_factory.mktemp("home")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / "bin" / "python"
    (packages,) = folder.glob("lib/python*/site-packages")
    run(sys.executable, "-m", "pip", "--python", python, "install", *BUILD, wheel)
    lent = [path for path in (*site.getsitepackages(), sys.prefix) if path.endswith("site-packages")]
    (packages / "lent.pth").write_text("\n".join(lent))
    return folder / "bin"


def test_wheel_holds_every_rule_file(wheel):
    assert inside(wheel, "newslint_rules") == files_of("rules")


def test_wheel_holds_every_file_of_the_engine(wheel):
    assert inside(wheel, "newslint") == files_of("newslint")


def test_editable_install_sees_every_rule_file():
    from newslint.plugins.loading import load_plugins

    loaded = {Path(file.path) for file in load_plugins().rules}
    assert loaded == {
        path
        for path in (ROOT / "rules").rglob("*.[pt]*")
        if not path.name.startswith("_") and path.suffix in (".py", ".toml")
    }


def test_installed_command_sees_the_same_rules(home):
    place = run(home / "python", "-c", "import newslint_rules; print(newslint_rules.__path__)", cwd="/")
    assert str(home.parent) in place
    installed = run(home / "newslint", "rules", "--no-config", cwd="/")
    assert installed == run(sys.executable, "-m", "newslint", "rules", "--no-config")


def test_a_plugin_brings_its_rule(home, tmp_path):
    plugin = shutil.copytree(ROOT / "examples" / "plugin", tmp_path / "plugin")
    run(sys.executable, "-m", "pip", "--python", home / "python", "install", *BUILD, plugin)
    (tmp_path / "a.txt").write_text("The bakery moved to Tannery Lane in May.\n")
    out = run(home / "newslint", "check", "--select", "names/street", tmp_path / "a.txt", cwd="/", code=1)
    assert "names/street The street is called Willow Lane now." in out


def test_a_plugin_brings_its_reader(home, tmp_path):
    plugin = shutil.copytree(ROOT / "examples" / "reader", tmp_path / "plugin")
    run(sys.executable, "-m", "pip", "--python", home / "python", "install", *BUILD, plugin)
    (tmp_path / "a.notice").write_bytes("Café closed\n\nIt is is so.\n".encode("cp1252"))
    out = run(home / "newslint", "check", "--no-config", tmp_path / "a.notice", cwd="/", code=1)
    assert "a.notice:text#1:4: sentences/repeated-word" in out


def test_a_plugin_that_does_not_load_is_fatal(home, tmp_path):
    plugin = shutil.copytree(ROOT / "examples" / "plugin", tmp_path / "plugin")
    (plugin / "newslint_streets" / "__init__.py").write_text("import nothing_of_this_name\n")
    run(sys.executable, "-m", "pip", "--python", home / "python", "install", "--force-reinstall", *BUILD, plugin)
    (tmp_path / "a.txt").write_text("It rained.\n")
    result = subprocess.run(
        [home / "newslint", "check", tmp_path / "a.txt"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert result.returncode == 2
    assert "plugin streets (newslint_streets): does not load" in result.stderr
    assert result.stderr.count("\n") == 1
