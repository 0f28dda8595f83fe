"""What holds for a run: what the command line says, and a config with what follows from it."""

import datetime
import sys
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.disk.reading import MOST
from newslint.model.finding import Severity
from newslint.model.name_table import HouseNames
from newslint.model.named_tuple import NamedTuple
from newslint.model.phrase_index import PhraseIndex
from newslint.model.standing import DRAFT
from newslint.plugins.loading import Plugins
from newslint.plugins.packs import RuleFile, rules_from
from newslint.rule import Rule
from newslint.run.deadline import GENEROUS
from newslint.settings.config import BASELINE_NAME, PACKS_NAME, Config
from newslint.settings.selection import check_prefixes, chosen_rules
from newslint.version import VERSION

if TYPE_CHECKING:
    from newslint.findings.baseline import Entry


class Options(NamedTuple):
    """What the command line says about a run. ``date``: of articles that do not give their own.

    ``sources``: files that the quotations of all articles are checked against. ``most``: bytes of the largest file.
    ``timeout``: seconds that a file may take, 0 for any number. ``trust_copy``: articles may name sources, and the
    config of their folder files outside it. ``texts``, ``id``: the fields of the copy and its name in JSON and CSV.
    ``baseline``: in place of the config's; ``no_baseline``: none at all.
    """

    no_config: bool = False
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    encoding: str | None = None
    date: datetime.date | None = None
    fail_on: Severity | None = None
    report_unused: bool = False
    sources: tuple[Path, ...] = ()
    most: int = MOST
    timeout: float = GENEROUS
    trust_copy: bool = True
    texts: tuple[str, ...] = ()
    id: str = ""
    baseline: Path | None = None
    no_baseline: bool = False


class Settings:
    """A config with what follows from it, worked out when first asked for."""

    def __init__(self, config: Config, plugins: Plugins, options: Options) -> None:
        self.config = config
        self.plugins = plugins
        self.options = options

    @cached_property
    def files(self) -> tuple[RuleFile, ...]:
        """Every rule there is, of plugins and of the config's packs, chosen or not."""
        packs = (file for pack in self.config.packs for file in self._pack(self.config.root / pack))
        found = {file.id: file for file in (*self.plugins.rules, *packs)}
        files = tuple(found[rule_id] for rule_id in sorted(found))
        check_prefixes(self.config, files)
        return files

    @staticmethod
    def _pack(folder: Path) -> Iterator[RuleFile]:
        """The rules of a pack; one that was brought from elsewhere has to be what the lock says."""
        if folder.parent.name == PACKS_NAME:
            from newslint.run.installed_packs import check_locked

            check_locked(folder)
        return rules_from(folder)

    @cached_property
    def known(self) -> frozenset[str]:
        return frozenset(file.id for file in self.files)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return chosen_rules(self.config, self.files)

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """Severities by rule or family: those of the config, and of drafts, which inform whatever else is said."""
        drafts = {rule.id: Severity.INFO for rule in self.rules if rule.standing.status == DRAFT}
        return {**self.config.severity, **drafts}

    @cached_property
    def house(self) -> HouseNames:
        """The names that the house spells so. Raises NewslintError for a list that cannot be used."""
        if not self._lists:
            return HouseNames(self.config.names)
        from newslint.run.name_lists import load_list

        return HouseNames(self.config.names, tuple(load_list(Path(path)) for path in self._lists))

    @property
    def _lists(self) -> list[str]:
        return self.config.beside(self.config.name_lists)

    @cached_property
    def gathering(self) -> dict[str, bool]:
        """The rules whose repeats in an article are one fault, and whether many findings are, whatever they say."""
        return {rule.id: rule.gathers_all for rule in self.rules if rule.gathers or rule.gathers_all}

    @cached_property
    def furniture(self) -> frozenset[str]:
        """The rules that find lines of the page, of which neighbours are one fault."""
        return frozenset(rule.id for rule in self.rules if rule.furniture)

    @cached_property
    def baseline(self) -> Path | None:
        """The baseline that holds: the run's, the config's, or the one that lies in the config's folder."""
        if self.options.baseline or self.options.no_baseline:
            return self.options.baseline
        if self.config.baseline:
            return self.config.root / self.config.baseline
        beside = self.config.root / BASELINE_NAME
        return beside if not self.options.no_config and beside.is_file() else None

    @cached_property
    def known_findings(self) -> Collection["Entry"]:
        """What the baseline knows. Raises NewslintError for one that is broken or not there."""
        if self.baseline is None:
            return ()
        from newslint.findings.baseline import load_baseline

        return load_baseline(self.baseline)

    @cached_property
    def key(self) -> str:
        """Changes whenever anything but the article may change a report: config, options, whatever is installed."""
        from hashlib import blake2b

        from newslint.run.installed import homes, libraries, stamps

        packs = (self.config.root / pack for pack in self.config.packs)
        installed = homes((__package__, *self.plugins.modules))
        parts = [
            f"{VERSION} {sys.version_info} {self.config!r} {self.options!r}",
            *libraries(),
            *stamps((*installed, *packs, *self._lists, *self.options.sources)),
        ]
        return blake2b("\n".join(parts).encode("utf-8", "surrogateescape"), digest_size=32).hexdigest()

    @cached_property
    def phrases(self) -> PhraseIndex:
        return PhraseIndex(self.rules)
