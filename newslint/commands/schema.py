"""Print the JSON Schema of newslint.toml, for an editor that completes and checks it.

Editors that read TOML by Taplo take it from the file's first line: #:schema ./newslint.schema.json
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newslint.commands._shared import add_config_arguments, options_from
from newslint.run.run import Run
from newslint.settings.schema import config_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    settings = Run(options_from(arguments)).settings_for(Path("article.txt"))
    print(json.dumps(config_schema(settings.files), ensure_ascii=False, indent=1))
    return 0
