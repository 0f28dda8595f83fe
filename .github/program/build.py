"""Builds newslint as a program for people without Python, on the system that it is to run on (PyInstaller).

usage, in an environment with newslint[lsp] and PyInstaller: python .github/program/build.py [--folder] [--output DIR]

One file is handy; it unpacks itself at each start. With --folder a folder is built, which starts as fast as the
installed command: what the VS Code extension brings along. Plugins cannot be added to either; TOML rules can.
"""

import argparse
import importlib.util
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
# What newslint never reaches, or only with an extra that the program lacks: it is the same wherever it is built.
LEFT_OUT = (
    *("PIL", "tkinter", "numpy.testing", "numpy.f2py", "pytest", "setuptools", "pip"),
    *(
        "datasketch",
        "duckdb",
        "pyarrow",
        "warcio",
        "pandas",
        "torch",
        "ray",
        "scipy",
        "uvicorn",
        "starlette",
        "prometheus_client",
    ),
)


def home(package: str) -> Path:
    """The folder of an installed package."""
    found = importlib.util.find_spec(package)
    if found is None or not found.submodule_search_locations:
        sys.exit(f"build.py: {package} is not installed here: pip install '.[lsp]' pyinstaller")
    return Path(next(iter(found.submodule_search_locations)))


def build(output: Path, *, folder: bool) -> Path:
    """Build into ``output``; the program's path."""
    rules = home("newslint_rules")
    with tempfile.TemporaryDirectory() as work:
        command = [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--name", "newslint"),
            *("--distpath", str(output), "--workpath", work, "--specpath", work),
            "--onedir" if folder else "--onefile",
            # Rules, commands and readers are imported when they are asked for; a rule is found by the path of its file.
            *("--collect-submodules", "newslint", "--collect-submodules", "newslint_rules"),
            *("--collect-submodules", "pygls", "--collect-data", "newslint", "--copy-metadata", "newslint"),
            *("--add-data", f"{rules}{os.pathsep}newslint_rules"),
            *(word for name in LEFT_OUT for word in ("--exclude-module", name)),
            str(HERE / "start.py"),
        ]
        subprocess.run(command, check=True)
    name = "newslint.exe" if os.name == "nt" else "newslint"
    return output / "newslint" / name if folder else output / name


def main() -> None:
    """Build, and say where the program is."""
    parser = argparse.ArgumentParser(description="Build newslint as a program.")
    parser.add_argument("--folder", action="store_true", help="a folder that starts at once, not one file")
    parser.add_argument("--output", type=Path, default=Path("dist"), metavar="DIR", help="default: dist")
    given = parser.parse_args()
    print(build(given.output.resolve(), folder=given.folder))


if __name__ == "__main__":
    main()
