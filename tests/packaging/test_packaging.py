"""What a user gets from the wheel: every rule, the command, and room for a plugin."""

import email
import email.policy
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from tools import program, skip_without_registry

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
    lent = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "lent.pth").write_text("\n".join(lent))
    return folder / "bin"


def test_wheel_holds_every_rule_file(wheel):
    assert inside(wheel, "newslint_rules") == files_of("rules")


def test_wheel_holds_every_file_of_the_engine(wheel):
    assert {name for name in inside(wheel, "newslint") if not name.startswith("manual/texts/")} == files_of("newslint")


def test_wheel_says_what_it_is(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        said = email.message_from_bytes(archive.read(name), policy=email.policy.default)
    assert {row.partition(",")[0] for row in said.get_all("Project-URL")} == {"Repository", "Issues", "Changelog"}
    assert "Programming Language :: Python :: 3.11" in said.get_all("Classifier")
    assert said["Description-Content-Type"] == "text/markdown"
    text = said.get_payload()
    assert text.startswith("# newslint\n")
    # Alone on a page it has no files beside it.
    assert re.findall(r"\]\((?!https?://|#)[^)]*\)", text) == []


def test_description_renders(wheel):
    pytest.importorskip("twine", reason="needs newslint[tools]")
    assert "PASSED" in run(sys.executable, "-m", "twine", "--no-color", "check", "--strict", wheel)


def test_installed_command_builds_the_whole_manual(home, tmp_path):
    run(home / "newslint", "manual", "--no-config", "--output", "site", cwd=tmp_path)
    run(sys.executable, "-m", "newslint", "manual", "--no-config", "--output", "own", cwd=tmp_path)
    pages = [{path.relative_to(site) for path in site.rglob("*")} for site in (tmp_path / "site", tmp_path / "own")]
    # Of the clone also what is not in the wheel: how trained files are made.
    assert {path for path in pages[1] - pages[0] if "training" not in path.name} == set()
    assert Path("texts/changelog.html") in pages[0]


def test_container_copies_all_that_the_wheel_is_made_of(wheel, tmp_path):
    recipe = (ROOT / "examples/container/Dockerfile").read_text()
    for sources in re.findall(r"^COPY (?!--)(.*) \S+$", recipe, re.MULTILINE):
        for name in sources.split():
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, tmp_path / name)
    run(sys.executable, "-m", "pip", "wheel", *BUILD, "-w", tmp_path / "built", tmp_path)
    (built,) = (tmp_path / "built").glob("*.whl")
    with zipfile.ZipFile(built) as ours, zipfile.ZipFile(wheel) as theirs:
        assert {*ours.namelist()} == {*theirs.namelist()}


def test_hadolint_finds_nothing_in_the_container_file():
    done = subprocess.run([program("hadolint"), "--no-color", ROOT / "examples/container/Dockerfile"], check=False)
    assert done.returncode == 0


def test_conda_recipe_asks_for_what_the_wheel_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    text = (ROOT / "examples/conda/recipe.yaml").read_text()
    recipe = yaml.safe_load(text)
    put_in = re.findall(r'"([^"]+)"', recipe["build"]["script"]["content"][1])
    asked = [row.replace(" ", "") for row in recipe["requirements"]["run"]]
    assert sorted([*asked, *put_in]) == sorted([*project["dependencies"], f"python{project['requires-python']}"])
    assert recipe["about"]["license"] == project["license"]
    assert recipe["context"]["version"] == version("newslint")


def test_conda_reads_the_recipe():
    rattler = pytest.importorskip("rattler_build", reason="py-rattler-build is not installed")
    (variant,) = rattler.Stage0Recipe.from_file(str(ROOT / "examples/conda/recipe.yaml")).render()
    assert variant.recipe.package.name == "newslint"


@pytest.mark.parametrize(("tool", "line"), [("uv", "uv tool run --from"), ("pipx", "pipx run --spec")])
def test_one_line_runs_the_wheel(wheel, tool, line, tmp_path):
    pytest.importorskip(tool, reason="needs newslint[tools]")
    env = os.environ | {"PIPX_HOME": str(tmp_path / "pipx"), "UV_CACHE_DIR": str(tmp_path / "uv")}
    result = subprocess.run(
        [sys.executable, "-m", *line.split(), wheel, "newslint", "--version"],
        capture_output=True,
        text=True,
        check=False,
        env=env,
        cwd=tmp_path,
    )
    skip_without_registry(result.stderr)
    assert result.stdout.startswith(f"newslint {version('newslint')} (Python "), result.stderr


def test_a_program_for_people_without_python(home, tmp_path):
    pytest.importorskip("PyInstaller", reason="needs newslint[tools]")
    built = subprocess.run(
        [home / "python", ROOT / ".github/program/build.py", "--folder", "--output", tmp_path / "built"],
        capture_output=True,
        text=True,
        check=False,
    )
    if "Python library not found" in built.stderr:
        pytest.skip("this Python was built without a shared library")
    assert built.returncode == 0, built.stderr
    command = built.stdout.strip()
    (tmp_path / "a.txt").write_text("The council met on on Monday.\n")
    (tmp_path / "b.txt").write_text("The council met on Monday.\n")
    alone = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    said = run(command, "check", "--jobs", "2", "a.txt", "b.txt", cwd=tmp_path, env=alone, code=1)
    assert said == "a.txt:1:17: sentences/repeated-word “on” stands twice.\n"
    # The archive's libraries stay out of it: a rule of the archive says so.
    left_out = " (says nothing: needs datasketch, which is not installed)"
    rules = run(command, "rules", "--no-config", env=alone)
    assert rules.count(left_out) == 1
    assert rules.replace(left_out, "") == run(home / "newslint", "rules", "--no-config").replace(left_out, "")
    assert run(command, "test", "sentences", env=alone).endswith(" 0 failed\n")


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


@pytest.mark.parametrize(
    ("example", "options", "text", "said"),
    [
        (
            "view",
            ["--select", "style/pence"],
            "Tea is £0.80 now.",
            "a.txt:1:8: style/pence Less than a pound is pence.",
        ),
        ("view", ["--select", "style/round-price"], "Tea is £2.00 now.", "style/round-price Whole pounds have no"),
        ("reporter", ["--format", "note"], "It is is so. It was was so.", "a.txt: 2 to look at (sentences 2)"),
        ("list", ["--select", "names/council"], "The chair, Tova Aasland, spoke.", "a.txt:1:12: names/council"),
    ],
)
def test_a_plugin_brings_its_view_reporter_or_list(home, tmp_path, example, options, text, said):
    plugin = shutil.copytree(ROOT / "examples" / example, tmp_path / "plugin")
    run(sys.executable, "-m", "pip", "--python", home / "python", "install", *BUILD, plugin)
    (tmp_path / "a.txt").write_text(text + "\n")
    out = run(home / "newslint", "check", "--no-config", *options, "a.txt", cwd=tmp_path, code=1)
    assert said in out
    assert run(home / "newslint", "test", "--no-config").endswith(" 0 failed\n")


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
