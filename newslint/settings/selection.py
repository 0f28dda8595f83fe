"""Which rules a config chooses, with the options that it gives them."""

from collections.abc import Iterable

from newslint.model.errors import NewslintError, nearest
from newslint.plugins.packs import RuleFile
from newslint.rule import Rule
from newslint.settings.config import Config
from newslint.settings.options import with_options


def check_prefixes(config: Config, files: Iterable[RuleFile]) -> None:
    """Raise NewslintError for a rule prefix of the config that means no rule."""
    known = known_prefixes(files)
    for part in config.layers:
        for key, prefixes in (
            ("select", part.select),
            ("extend-select", part.extend_select),
            ("ignore", part.ignore),
            ("severity", part.severity),
            ("rules", part.rules),
            ("suppress.rule", [entry["rule"] for entry in part.suppress]),
            *((f"per-file-ignores.{glob}", prefixes) for glob, prefixes in part.per_file_ignores.items()),
        ):
            for prefix in prefixes:
                if prefix.rstrip("/") not in known:
                    message = f"`{key}` names no rule: {prefix!r}{nearest(prefix, sorted(known))}"
                    raise NewslintError(part.origin, message)


def known_prefixes(files: Iterable[RuleFile]) -> set[str]:
    """Every rule, pack and family by name."""
    return {"/".join(parts[:n]) for parts in (file.id.split("/") for file in files) for n in range(1, len(parts) + 1)}


def chosen_rules(config: Config, files: Iterable[RuleFile]) -> tuple[Rule, ...]:
    """The rules of a run, loaded, with the options of the config."""
    return tuple(
        with_config_options(file.load(), config) for file in files if config.chosen(file.id, opt_in=file.opt_in)
    )


def with_config_options(rule: Rule, config: Config) -> Rule:
    """The rule with its options as the config sets them."""
    for part in config.layers:
        rule = with_options(rule, part.rules.get(rule.id, {}), part.origin)
    return rule
