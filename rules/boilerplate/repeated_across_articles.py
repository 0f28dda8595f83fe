"""boilerplate/repeated-across-articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

from newslint import Article, Finding, Group, GroupRule, Role, Severity, Span, flags, lines_at_ends, passes

try:  # by way of hashlib it brings all of OpenSSL, which takes as long to load as the article to read
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

# (key, head or tail, the line, its start, its end), as lists, for they may come back from a cache.
_Row = tuple[str, str, str, int, int]
_SHORT = 40
_STORY = "The {} council met on Monday, and the mayor said that the {} would be mended by the summer."
_LINES = "\n=====\n".join(
    f"{_STORY.format(town, thing)}\n\n{{}}"
    for town, thing in (("Hull", "bridge"), ("York", "pier"), ("Bath", "hall"), ("Wells", "road"), ("Ely", "clock"))
)


class RepeatedAcrossArticles(GroupRule):
    """The same line stands at the same end of many articles.

    What a site prints around every story recurs when its stories are linted together, whatever its words are. Bylines
    and datelines recur too and are left alone. `newslint learn lines FOLDER` writes such lines as a TOML pack, so that
    they are found in a single article as well. In an archive, whose pages have changed over the years, a line is
    reported that stands in twenty articles, and in one of five thousand. Mend: delete the line.

    On 1.3 million words as published: no finding.
    On an archive of 5,788 articles: 5 lines, in 178 of them, and all 5 of the page.
    """

    severity = Severity.WARNING
    examples = (
        flags(_LINES.format(*["[[The Example has been printed in Oxford since 1871.]]"] * 5)),
        passes(_LINES.format(*["The Example has been printed in Oxford since 1871."] * 2, "", "", "")),
        passes(_LINES.format("By Jane Miller", "By Jane Miller", "By Jane Miller", "By Jane Miller", "By Jane Miller")),
    )

    # A line is reported when it stands in at least so many articles,
    least_articles: int = 5
    # and in at least this share of those that are linted together; a line that looks like a person's name needs more.
    least_share: float = 0.3
    least_share_of_names: float = 0.8
    # In an archive (`newslint archive compare`) in at least so many articles, and this share.
    least_in_archive: int = 20
    least_share_in_archive: float = 0.0002
    # So many lines at either end are looked at, up to so many characters long.
    lines_at_end: int = 12
    longest: int = 400

    def collect(self, article: Article) -> list[list[Any]]:
        """Rows of the article's first and last lines."""
        ends = zip(("head", "tail"), lines_at_ends(article.lines, self.lines_at_end), strict=True)
        return [
            [_digest(end, line.text), end, line.text, line.start, line.end]
            for end, lines in ends
            for line in lines
            if not line.chrome and len(line.text) <= self.longest and not _belongs(article, line.block, line.text)
        ]

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        many = sum(group.counts.values())
        if many < max(self.least_in_archive, self.least_share_in_archive * group.articles):
            return
        for article, (_, end, text, start, stop) in group.rows:
            if not _may_be_name(text) and any(map(str.isalpha, _key(text))):
                yield article, self._told(end, text, start, stop, many, group.articles)

    def compare(self, values: dict[str, object]) -> Iterator[tuple[str, Finding]]:
        counts = Counter(key for value in values.values() for key in {row[0] for row in cast(list[_Row], value)})
        for name, value in values.items():
            seen: set[int] = set()
            for key, end, text, start, stop in cast(list[_Row], value):
                if start not in seen and self._is_enough(text, counts[key], len(values)):
                    seen.add(start)
                    yield name, self._told(end, text, start, stop, counts[key], len(values))

    def _told(self, end: str, text: str, start: int, stop: int, many: int, articles: int) -> Finding:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        where = "head" if end == "head" else "end"
        message = f"“{shown}” stands at the {where} of {many} of {articles} articles: it belongs to the page."
        return self.finding(Span(start, stop), message, suggest="")

    def learn(self, values: dict[str, object]) -> str:
        counts: Counter[str] = Counter()
        for value in values.values():
            counts.update({_folded(text) for _, _, text, _, _ in cast(list[_Row], value) if "'''" not in text})
        first = {_folded(text): text for value in values.values() for _, _, text, _, _ in cast(list[_Row], value)}
        lines = [line for line in sorted(counts) if self._is_enough(first[line], counts[line], len(values))]
        return _toml(lines, len(values)) if lines else ""

    def _is_enough(self, text: str, many: int, articles: int) -> bool:
        least = self.least_share_of_names if _may_be_name(text) else self.least_share
        return many >= self.least_articles and many >= least * articles


def _belongs(article: Article, block: int, text: str) -> bool:
    return article.blocks[block].role in (Role.BYLINE, Role.DATELINE) or text.lower().startswith("by ")


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _digest(end: str, text: str) -> str:
    """What lines that are the same, at the same end, have in common: short, for an archive holds many."""
    return blake2b(f"{end} {_key(text)}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _key(text: str) -> str:
    """The line as it is compared: without case, and in a short line with all numbers alike ("12 comments")."""
    folded = _folded(text)
    if len(folded) > _SHORT:
        return folded
    return " ".join(["0" if any(map(str.isdigit, word)) else word for word in folded.split()])


def _may_be_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 4 and all(word[:1].isupper() and word.replace("-", "").isalpha() for word in words)


def _toml(lines: list[str], articles: int) -> str:
    """A rule of kind `line` that finds each of ``lines`` where it fills a line."""
    listed = "\n".join(lines)
    import json

    marked = json.dumps(f"The mayor signed the law on Friday.\n\n[[{lines[0]}]]", ensure_ascii=False)
    return f"""kind    = "line"
summary = "Lines that our own site prints around every story."
manual  = "Learned from {articles} articles. Take out a line that belongs to the copy, add those that are missing."
message = "“{{found}}” is printed around every story of our site; it is not copy."
whole   = '''
{listed}
'''
[[example]]
flags  = {marked}
[[example]]
passes = "The mayor signed the law on Friday."
[[example]]
passes = "The law, which the council passed on Monday, takes effect in July."
"""
