"""The packages of the wheel, found: pyproject.toml alone finds none whose name is not its folder's.

The wheel also carries the texts of the manual, and its description has links that lead somewhere when it is read alone.
"""

import re
import shutil
import tomllib
from pathlib import Path

from setuptools import find_namespace_packages, find_packages, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
# What `newslint manual` makes pages of, beside the rules: `newslint.manual.place` finds them in the wheel.
TEXTS = [
    path
    for pattern in (
        "README.md",
        "CHANGELOG.md",
        *(f"{room}/**/README.md" for room in ("newslint", "rules", "examples")),
        "examples/**/*.jpg",
    )
    for path in sorted(ROOT.glob(pattern))
    if not {"node_modules", "training"} & set(path.relative_to(ROOT).parts)
]


class BuildWithTexts(build_py):
    """The packages, with the manual's texts beside its code."""

    def run(self):
        """Build, then copy; an editable install reads the clone's own."""
        super().run()
        if self.editable_mode:
            return
        for path in TEXTS:
            target = Path(self.build_lib) / "newslint" / "manual" / "texts" / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)

    def get_source_files(self):
        """With the texts, so that a wheel can be built of the source package."""
        return [*super().get_source_files(), *(str(path.relative_to(ROOT)) for path in TEXTS)]


def description():
    """The README, its links between files made links into the repository."""
    home = PROJECT["urls"]["Repository"]

    def absolute(match):
        kind = "raw" if match[1] else "blob"
        return f"{match[1]}[{match[2]}]({home}/{kind}/main/{match[3]})"

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.sub(r"(!?)\[([^\]]*)\]\((?![a-z]+:|#)([^)]+)\)", absolute, text)


setup(
    cmdclass={"build_py": BuildWithTexts},
    long_description=description(),
    long_description_content_type="text/markdown",
    packages=[
        *find_packages(include=["newslint", "newslint.*"], exclude=["newslint.training", "newslint.training.*"]),
        "newslint_rules",
        *(f"newslint_rules.{name}" for name in find_namespace_packages("rules")),
    ],
)
