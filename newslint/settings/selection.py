"""Which rules a config chooses, with the options that it gives them."""

from collections.abc import Iterable

from newslint.model.errors import NewslintError, nearest
from newslint.model.standing import DRAFT, LIVE, RETIRED
from newslint.plugins.packs import RuleFile
from newslint.rule import Rule
from newslint.settings.config import Config
from newslint.settings.options import with_options


def check_prefixes(config: Config, files: Iterable[RuleFile]) -> None:
    """Raise NewslintError for a rule prefix of the config that means no rule."""
    known: set[str] = set()
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
                known = known or known_prefixes(files)  # most configs name no rule
                if prefix.rstrip("/") not in known:
                    message = f"`{key}` names no rule: {prefix!r}{nearest(prefix, sorted(known))}"
                    raise NewslintError(part.origin, message)


def known_prefixes(files: Iterable[RuleFile]) -> set[str]:
    """Every rule, pack and family by name."""
    return {"/".join(parts[:n]) for parts in (file.id.split("/") for file in files) for n in range(1, len(parts) + 1)}


def chosen_rules(config: Config, files: Iterable[RuleFile]) -> tuple[Rule, ...]:
    """The rules of a run, loaded, with the options of the config.

    Raises NewslintError for a retired rule that the config asks for by its name.
    """
    loaded = (file.load() for file in files if config.chosen(file.id, opt_in=file.opt_in))
    return tuple(with_config_options(rule, config) for rule in loaded if _stands(rule, config))


def is_on(file: RuleFile, rule: Rule, config: Config) -> bool:
    """Whether a rule, loaded from its file, runs under a config."""
    chosen = config.chosen(file.id, opt_in=file.opt_in)
    return chosen and (rule.standing.status == LIVE or (rule.standing.status == DRAFT and _asked(rule, config)))


def _stands(rule: Rule, config: Config) -> bool:
    """Whether the standing of a rule that is chosen lets it run: a draft only where it is asked for by its name."""
    status = rule.standing.status
    if status == RETIRED and _asked(rule, config):
        why = f" ({rule.standing.reason})" if rule.standing.reason else ""
        raise NewslintError(config.origin, f"`select` names {rule.id}, which is retired{why}; take it out")
    return status == LIVE or (status == DRAFT and _asked(rule, config))


def _asked(rule: Rule, config: Config) -> bool:
    return rule.id in config.select or rule.id in config.extend_select


def with_config_options(rule: Rule, config: Config) -> Rule:
    """The rule with its options as the config sets them."""
    for part in config.layers:
        rule = with_options(rule, part.rules.get(rule.id, {}), part.origin)
    return rule
