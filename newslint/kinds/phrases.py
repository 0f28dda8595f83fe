"""The declarative kinds of rules that TOML files describe (see toml_rules): avoid, replace, consistent, line."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint.kinds.limits import fill
from newslint.kinds.line import LinePattern, Match, matches, without
from newslint.model.errors import NewslintError
from newslint.model.finding import HERE_TOO, Edit, Finding, Fix, Related, Severity
from newslint.model.name_table import plain
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Passage, Span
from newslint.model.standing import ORDINARY_STANDING, Standing
from newslint.rule import Example, Rule

if TYPE_CHECKING:
    import regex

    from newslint.article import Article
    from newslint.model.phrase_index import Hit

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

    def compiled(self) -> "regex.Pattern[str]":
        import regex

        return regex.compile(self.expression)


class TomlRule(Rule):
    """What all rules from TOML share: their words come from the file."""

    # Shadow the class attributes of Rule: a TOML rule carries them as data.
    severity: Severity = Severity.WARNING  # type: ignore[misc]
    reference: str = ""  # type: ignore[misc]
    examples: tuple[Example, ...] = ()  # type: ignore[misc]
    reads_quotes: bool = False  # type: ignore[misc]
    standing: Standing = ORDINARY_STANDING  # type: ignore[misc]
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
        return (*(fold(term) for term, _ in self.terms), *(fold(pattern.needs) for pattern in self.patterns))

    def check(self, article: "Article") -> Iterator[Finding]:
        hits = article.hits(self.id)
        if not hits:
            return
        yield from self._terms(article, hits)
        found = {hit.phrase for hit in hits}
        for pattern in self.patterns:
            if fold(pattern.needs) in found:
                yield from self._pattern(article, pattern)

    def _terms(self, article: "Article", hits: "Iterable[Hit]") -> Iterator[Finding]:
        by_phrase: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for term, betters in self.terms:
            by_phrase.setdefault(fold(term), []).append((term, betters))
        for hit in longest(hits):
            words = Passage.of(article.text, hit.start, hit.end)
            for term, betters in by_phrase.get(hit.phrase, ()):
                if not self._is_meant(article.text, words, term, betters):
                    continue
                yield self._report(words, betters, self.message)
                break

    def _is_meant(self, text: str, words: Passage, term: str, betters: tuple[str, ...]) -> bool:
        """Whether the words are the term as its author means it, by their capitals."""
        found = plain(words.text)
        if self.replaces and found in map(plain, betters):
            return False
        if term != term.lower():
            return found == plain(term)  # a term with capitals is meant with those capitals
        if self.replaces and any(fold(better) == term for better in betters):
            return not found.isupper()  # "aske bridge" = "Aske Bridge": whatever capitals are not those
        return not _in_name(text, words)

    def _pattern(self, article: "Article", pattern: Pattern) -> Iterator[Finding]:
        try:
            for match in pattern.compiled().finditer(article.text, timeout=REGEX_TIMEOUT):
                if match.start() == match.end():
                    continue
                words = Passage(match.start(), match.end(), match[0])
                better = self._better(match, pattern)
                yield self._report(words, (better,) if better else (), pattern.message or self.message)
        except TimeoutError:
            raise NewslintError(
                self.id, f"the expression {pattern.expression!r} took over {REGEX_TIMEOUT:g} s; make it simpler"
            ) from None

    def _better(self, match: "regex.Match[str]", pattern: Pattern) -> str:
        """What a match should be. Raises NewslintError for a group that there is not, or a broken escape."""
        import regex

        try:
            return match.expand(pattern.better) if pattern.better else ""
        except (IndexError, regex.error) as error:
            said = f"better = {pattern.better!r} does not suit its expression: {error}"
            raise NewslintError(self.id, said) from None

    def _report(self, words: Passage, betters: tuple[str, ...], message: str) -> Finding:
        if not self.replaces:
            why = betters[0] if betters else ""
            return self.finding(
                words,
                fill(message or "Avoid “{found}”{why}.", found=words.text, why=f": {why.rstrip('.')}" if why else ""),
            )
        shaped = tuple(_in_case_of(words.text, better) for better in betters)
        said = " or ".join(f"“{better}”" for better in shaped if better) or "nothing"
        text = fill(message or "Write {better} for “{found}”.", found=words.text, better=said)
        if self.safe and len(shaped) == 1:
            return self.finding(words, text, fix=shaped[0])
        return self.finding(words, text, suggest=shaped)


class ConsistentRule(TomlRule):
    """``consistent``: spellings that are each right, but not beside each other in one article."""

    groups: tuple[tuple[str, ...], ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(fold(term) for group in self.groups for term in group)

    def check(self, article: "Article") -> Iterator[Finding]:
        hits = [hit for hit in longest(article.hits(self.id)) if not article.in_quotation(hit)]
        if len({hit.phrase for hit in hits}) < 2:
            return
        for group in self.groups:
            members = {fold(term) for term in group}
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
                        hit, fill(text, found=words, better=main), suggest=_in_case_of(words, main), related=others
                    )


class LineRule(TomlRule):
    """``line``: lines that do not belong to the copy. A line that stands more than once is reported once."""

    pattern: LinePattern = LinePattern()
    claims_words = True
    furniture = True

    @property
    def phrases(self) -> tuple[str, ...]:
        return self.pattern.phrases

    def check(self, article: "Article") -> Iterator[Finding]:
        # In Markdown a line of this kind is mostly the desk's own, and published so.
        own = article.document.markup == "markdown"
        for finding in self._lines(article):
            yield finding._replace(severity=Severity.INFO) if own else finding

    def _lines(self, article: "Article") -> Iterator[Finding]:
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
            message = fill(self.message or "“{found}” does not belong to the copy.", found=found)
            yield Finding(
                self.id,
                message,
                Span(first.start, first.end),
                self.severity if first.sure else Severity.INFO,
                tuple(Related(Span(other.start, other.end), HERE_TOO, self.id) for other in others),
                Fix(tuple(Edit(without(text, match), "") for match in (first, *others))),
            )


def fold(term: str) -> str:
    """A term as the lexicon finds it."""
    return term.lower().replace("’", "'")


def _in_name(text: str, words: Passage) -> bool:
    """Whether words have a capital that the start of a sentence does not explain: “the Centre Party”."""
    if not words.text[:1].isupper() or (len(words.text) > 1 and words.text.isupper()):
        return False
    before = text[max(0, words.start - 2) : words.start]
    return before[-1:] in (" ", "-") and (before[:1].isalnum() or before[:1] in ",;&’'")


def longest(hits: "Iterable[Hit]") -> "Iterator[Hit]":
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
