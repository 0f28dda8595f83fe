"""The packages of the wheel, found: pyproject.toml alone finds none whose name is not its folder's."""

from setuptools import find_namespace_packages, find_packages, setup

setup(
    packages=[
        *find_packages(include=["newslint", "newslint.*"], exclude=["newslint.training", "newslint.training.*"]),
        "newslint_rules",
        *(f"newslint_rules.{name}" for name in find_namespace_packages("rules")),
    ]
)
