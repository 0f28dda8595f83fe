"""The declarative kinds behind TOML rules: avoid, replace, consistent, names, line.

A file reads::

    kind     = "replace"                  # avoid | replace | consistent | names | line
    summary  = "Say it in fewer words."   # one line; `manual` may say more
    severity = "info"                     # error | warning | info; warning if left out
    source   = "where the usage is laid down"
    message  = "..."                      # {found} and {better} are filled in; a default for each kind
    safe     = true                       # replace: the change cannot alter the meaning
    [terms]                               # replace: found = better, or a list of betters; avoid: found = why
    "in order to" = "to"
    [[pattern]]                           # avoid, replace: a regular expression, run where `needs` was found
    regex = '(\\d+) per cent'
    needs = "per cent"                    # a literal that every match holds
    better = '\\1 percent'
    [[example]]
    flags   = "They met [[in order to]] vote."
    becomes = "They met to vote."
    [[example]]
    passes  = "They put the hall in order."

Terms are phrases, matched as whole words in any case; a term with capitals matches only with those capitals, and one
without them never as part of a name (with a capital in mid-sentence).
``consistent`` has ``groups``: lists of spellings of which one article uses one. ``names``: see name_packs.
``line`` has the lists of newslint.lines.LinePattern, each a text with one phrase a line (``words``: with any white
space between), ``shapes``, a list, and ``most_words``; {found} in its message is the line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from newslint.errors import NewslintError, nearest
from newslint.finding import Edit, Finding, Fix, Related, Severity
from newslint.lines import LISTS, SHAPES, LinePattern, Match, matches, without
from newslint.rule import Example, Rule, flags, passes
from newslint.span import Passage, Span

if TYPE_CHECKING:
    import regex

    from newslint.article import Article
    from newslint.lexicon import Hit

# Seconds that one expression of a pack may spend on one article before the run is stopped with an error.
REGEX_TIMEOUT = 2.0
# Characters of a line that its message shows.
_LONGEST_SHOWN = 60


class Pattern(NamedTuple):
    """A regular expression of a pack, run only where the literal ``needs`` was found."""

    expression: str
    needs: str
    better: str = ""
    message: str = ""

    def compiled(self) -> regex.Pattern[str]:
        import regex

        return regex.compile(self.expression)


class TomlRule(Rule):
    """What all rules from TOML share: their words come from the file."""

    # Shadow the class attributes of Rule: a TOML rule carries them as data.
    severity: Severity = Severity.WARNING  # type: ignore[misc]
    source: str = ""  # type: ignore[misc]
    examples: tuple[Example, ...] = ()  # type: ignore[misc]
    reads_quotes: bool = False  # type: ignore[misc]
    text: str = ""
    message: str = ""

    @property
    def manual(self) -> str:
        return self.text


class PhraseRule(TomlRule):
    """``avoid`` and ``replace``: each term has betters, or a reason, or neither."""

    terms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    patterns: tuple[Pattern, ...] = ()
    replaces: bool = True
    safe: bool = False

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*(_fold(term) for term, _ in self.terms), *(_fold(pattern.needs) for pattern in self.patterns))

    def check(self, article: Article) -> Iterator[Finding]:
        hits = article.hits(self.id)
        if not hits:
            return
        yield from self._terms(article, hits)
        found = {hit.phrase for hit in hits}
        for pattern in self.patterns:
            if _fold(pattern.needs) in found:
                yield from self._pattern(article, pattern)

    def _terms(self, article: Article, hits: Iterable[Hit]) -> Iterator[Finding]:
        by_phrase: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for term, betters in self.terms:
            by_phrase.setdefault(_fold(term), []).append((term, betters))
        for hit in _longest(hits):
            words = Passage.of(article.text, hit.start, hit.end)
            for term, betters in by_phrase.get(hit.phrase, ()):
                # A term with capitals is meant with those capitals.
                if term != term.lower() and _plain(words.text) != _plain(term):
                    continue
                if term == term.lower() and _in_name(article.text, words):
                    continue
                yield self._report(words, betters, self.message)
                break

    def _pattern(self, article: Article, pattern: Pattern) -> Iterator[Finding]:
        try:
            for match in pattern.compiled().finditer(article.text, timeout=REGEX_TIMEOUT):
                if match.start() == match.end():
                    continue
                words = Passage(match.start(), match.end(), match[0])
                better = match.expand(pattern.better) if pattern.better else ""
                yield self._report(words, (better,) if better else (), pattern.message or self.message)
        except TimeoutError:
            raise NewslintError(
                self.id, f"the expression {pattern.expression!r} took over {REGEX_TIMEOUT:g} s; make it simpler"
            ) from None

    def _report(self, words: Passage, betters: tuple[str, ...], message: str) -> Finding:
        if not self.replaces:
            why = betters[0] if betters else ""
            return self.finding(
                words,
                (message or "Avoid “{found}”{why}.").format(
                    found=words.text, why=f": {why.rstrip('.')}" if why else "", better=""
                ),
            )
        shaped = tuple(_in_case_of(words.text, better) for better in betters)
        said = " or ".join(f"“{better}”" for better in shaped if better) or "nothing"
        text = (message or "Write {better} for “{found}”.").format(found=words.text, better=said, why="")
        if self.safe and len(shaped) == 1:
            return self.finding(words, text, fix=shaped[0])
        return self.finding(words, text, suggest=shaped)


class ConsistentRule(TomlRule):
    """``consistent``: spellings that are each right, but not beside each other in one article."""

    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(_fold(term) for group in self.groups for term in group)

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in _longest(article.hits(self.id)) if not article.in_quotation(hit)]
        if len({hit.phrase for hit in hits}) < 2:
            return
        for group in self.groups:
            members = {_fold(term) for term in group}
            standing = [hit for hit in hits if hit.phrase in members]
            forms = list(dict.fromkeys(hit.phrase for hit in standing))
            if len(forms) < 2:
                continue
            # The form that stands most often wins; of two that stand alike, the first.
            main = max(forms, key=lambda form: sum(hit.phrase == form for hit in standing))
            others = [(hit, f"“{article.text[hit.start : hit.end]}” here") for hit in standing if hit.phrase == main]
            for hit in standing:
                if hit.phrase != main:
                    words = article.text[hit.start : hit.end]
                    text = self.message or "“{found}” here, but “{better}” elsewhere in the article."
                    yield self.finding(
                        hit, text.format(found=words, better=main), suggest=_in_case_of(words, main), related=others
                    )


class LineRule(TomlRule):
    """``line``: lines that do not belong to the copy. A line that stands more than once is reported once."""

    pattern: LinePattern = LinePattern()

    @property
    def phrases(self) -> tuple[str, ...]:
        return self.pattern.phrases

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        groups: dict[str, list[Match]] = {}
        for match in matches(article, article.hits(self.id), self.pattern):
            groups.setdefault(text[match.start : match.end].lower(), []).append(match)
        for first, *others in groups.values():
            found = text[first.start : first.end]
            if "\n" in found:
                found = f"{found.splitlines()[0]} … {found.splitlines()[-1]}"
            elif len(found) > _LONGEST_SHOWN:
                found = f"{found[:_LONGEST_SHOWN].rsplit(None, 1)[0]} …"
            message = (self.message or "“{found}” does not belong to the copy.").format(found=found)
            yield Finding(
                self.id,
                message,
                Span(first.start, first.end),
                self.severity if first.sure else Severity.INFO,
                tuple(Related(Span(other.start, other.end), "here too") for other in others),
                Fix(tuple(Edit(without(text, match), "") for match in (first, *others))),
            )


def _fold(term: str) -> str:
    return term.lower().replace("’", "'")


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").split())


def _in_name(text: str, words: Passage) -> bool:
    """Whether words have a capital that the start of a sentence does not explain: “the Centre Party”."""
    if not words.text[:1].isupper() or (len(words.text) > 1 and words.text.isupper()):
        return False
    before = text[max(0, words.start - 2) : words.start]
    return before[-1:] in (" ", "-") and (before[:1].isalnum() or before[:1] in ",;&’'")


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Hits without those that lie within a longer one."""
    end = -1
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.end > end:
            yield hit
            end = hit.end


def _in_case_of(found: str, better: str) -> str:
    """``better`` with a capital where ``found`` starts with one, in capitals where it is all capitals."""
    if found[:1].isupper() and better[:1].islower():
        if len(found) > 1 and found.isupper():
            return better.upper()
        return better[:1].upper() + better[1:]
    return better


def rule_from_toml(path: Path, rule_id: str) -> Rule:
    """The rule that a TOML file describes.

    Raises NewslintError, naming the file and the mend, for anything that is not as the module says.
    """
    import rtoml

    try:
        data = rtoml.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, rtoml.TomlParsingError) as error:
        raise NewslintError(str(path), f"not a readable TOML rule: {error}") from None
    try:
        return rule_from_data(data, rule_id)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NewslintError(str(path), str(error).strip("'\"")) from None


def rule_from_data(data: dict[str, Any], rule_id: str) -> Rule:
    """The rule that parsed TOML describes; ValueError says what is wrong."""
    kinds = _kinds()
    kind = data.get("kind")
    if kind not in kinds:
        hint = nearest(str(kind), list(kinds))
        raise ValueError(f"`kind` is {kind!r}, not one of {', '.join(kinds)}{hint}")
    if "summary" not in data:
        raise ValueError("`summary` is missing: one line that says what the rule is about")
    shared: dict[str, Any] = {
        "id": rule_id,
        "severity": _severity(data.pop("severity", "warning")),
        "source": _string(data, "source"),
        "examples": tuple(_example(row) for row in data.pop("example", ())),
        "reads_quotes": bool(data.pop("reads_quotes", False)),
        "message": _string(data, "message"),
        "text": _string(data, "summary") + "\n\n" + _string(data, "manual"),
    }
    shared["text"] = shared["text"].strip()
    data.pop("kind")
    rule = kinds[kind](data, shared)
    if data:
        key = next(iter(data))
        raise ValueError(f"unknown key `{key}` for kind {kind!r}")
    return rule


def _kinds() -> dict[str, Callable[[dict[str, Any], dict[str, Any]], Rule]]:
    return {
        "avoid": lambda data, shared: _phrase_rule(data, shared, replaces=False),
        "replace": lambda data, shared: _phrase_rule(data, shared, replaces=True),
        "consistent": _consistent_rule,
        "names": _names_rule,
        "line": _line_rule,
    }


def _phrase_rule(data: dict[str, Any], shared: dict[str, Any], *, replaces: bool) -> PhraseRule:
    terms = data.pop("terms", {})
    if isinstance(terms, list):
        terms = {term: [] for term in terms}
    return PhraseRule(
        **shared,
        terms=tuple((term, _betters(better)) for term, better in terms.items()),
        patterns=tuple(_pattern(row) for row in data.pop("pattern", ())),
        replaces=replaces,
        safe=bool(data.pop("safe", False)),
    )


def _names_rule(data: dict[str, Any], shared: dict[str, Any]) -> Rule:
    from newslint.name_packs import names_rule

    return names_rule(data, shared)


def _consistent_rule(data: dict[str, Any], shared: dict[str, Any]) -> ConsistentRule:
    return ConsistentRule(**shared, groups=tuple(tuple(group) for group in data.pop("groups")))


def _line_rule(data: dict[str, Any], shared: dict[str, Any]) -> LineRule:
    def phrases(name: str) -> frozenset[str]:
        rows = _string(data, name).splitlines()
        return frozenset(phrase for row in rows if (phrase := _fold(" ".join(row.split()))))

    shapes = frozenset(data.pop("shapes", ()))
    if unknown := shapes - SHAPES:
        raise ValueError(f"`shapes` holds {min(unknown)!r}, not one of {', '.join(sorted(SHAPES))}")
    pattern = LinePattern(
        **{name: phrases(name) for name in LISTS},
        words=frozenset(_string(data, "words").split()),
        shapes=shapes,
        most_words=int(data.pop("most_words", LinePattern().most_words)),
    )
    return LineRule(**shared, pattern=pattern)


def _betters(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError(f"a term's value is a text or a list of texts, not {value!r}")


def _pattern(row: dict[str, Any]) -> Pattern:
    import regex

    unknown = set(row) - {"regex", "needs", "better", "message"}
    if unknown or "regex" not in row or "needs" not in row:
        raise ValueError("a [[pattern]] has regex, needs (a literal in every match), and may have better, message")
    try:
        regex.compile(row["regex"])
    except regex.error as error:
        raise ValueError(f"the expression {row['regex']!r} is wrong: {error}") from None
    return Pattern(row["regex"], row["needs"], row.get("better", ""), row.get("message", ""))


def _severity(value: object) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise ValueError(f"`severity` is {value!r}, not error, warning or info") from None


def _string(data: dict[str, Any], key: str) -> str:
    value = data.pop(key, "")
    if not isinstance(value, str):
        raise ValueError(f"`{key}` is a text, not {value!r}")
    return value


def _example(row: dict[str, Any]) -> Example:
    markup = row.get("markup", "plain")
    if "flags" in row:
        return flags(row["flags"], becomes=row.get("becomes"), markup=markup)
    if "passes" in row:
        return passes(row["passes"], markup=markup)
    raise ValueError("an [[example]] has `flags` or `passes`")
