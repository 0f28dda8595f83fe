"""One page about an archive: what was found, by rule, section and month; names misspelt; rules that went live.

It needs nothing else, as the report page: its plots are drawn in the page itself, each with its figures in a table.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from newslint.archive.plots import Bar, Series, bars, lines
from newslint.archive.query import opened, short
from newslint.model.errors import NewslintError
from newslint.reporters.html_ import asset, content_hash, how_many, page_head

_RULES = 25
_SECTIONS = 12
_NAMES = 30
_DESKS = 4  # lines in a plot
_NO_SECTION = "(no section)"


class Live(NamedTuple):
    """A rule that says since when it is live."""

    rule: str
    since: datetime.date
    owner: str = ""


def page_of(archive: Path, live: Sequence[Live] = ()) -> str:
    """The page. ``live``: the rules whose trend is shown. Raises NewslintError for an archive that cannot be read."""
    import duckdb

    try:
        return _page(_Asked(archive), live)
    except duckdb.Error as error:
        raise NewslintError(str(archive), f"cannot be read: {short(error)}") from None


class _Asked:
    """The archive's answers, as rows."""

    def __init__(self, archive: Path) -> None:
        self._connection = opened(archive)

    def rows(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._connection.execute(question, list(values)).fetchall()


def _page(asked: _Asked, live: Sequence[Live]) -> str:
    ((articles, words, first, last),) = asked.rows("SELECT count(*), sum(words), min(date), max(date) FROM articles")
    ((findings, met),) = asked.rows("SELECT count(*), count(DISTINCT article) FROM findings")
    words = int(words or 0)
    heading = f"{how_many(findings, 'finding')} in {how_many(articles, 'article')}"
    style = asset("page.css") + Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    policy = f"default-src 'none'; style-src {content_hash(style)}; base-uri 'none'; form-action 'none'"
    days = f" · {first} to {last}" if first else ""
    parts = [
        f'<p class="slug">{words:,} words{days} · findings in {met:,} articles</p>',
        _by_rule(asked, words),
        _by_section(asked),
        _by_month(asked),
        _names(asked),
        _trends(asked, live),
    ]
    return (
        page_head(heading, style, policy)
        + f'<header class="top"><div><strong class="brand">newslint</strong><h1>{heading}</h1></div></header>\n'
        f'<main class="archive">\n{"".join(parts)}</main>\n</body>\n</html>\n'
    )


def _section(title: str, about: str, inner: str) -> str:
    return f'<section class="story"><h2>{escape(title)}</h2>\n<p class="about">{escape(about)}</p>\n{inner}</section>\n'


def _table(head: Sequence[str], rows: Sequence[Sequence[object]], *, folded: bool = True) -> str:
    cells = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    table = f'<div class="wide"><table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table></div>'
    return f"<details><summary>The figures</summary>{table}</details>\n" if folded else f"{table}\n"


def _by_rule(asked: _Asked, words: int) -> str:
    rows = asked.rows(
        "SELECT rule, mode(severity), count(*) AS many, count(DISTINCT article) FROM findings GROUP BY rule "
        "ORDER BY many DESC, rule"
    )
    if not rows:
        return _section("By rule", "Nothing was found.", "")
    longest = [Bar(rule, many, f"{many:,}", severity) for rule, severity, many, _ in rows[:_RULES]]
    drawn = bars(longest, "Findings by rule")
    rates = [(rule, severity, f"{many:,}", f"{met:,}", _rate(many, words)) for rule, severity, many, met in rows]
    about = f"{how_many(len(rows), 'rule')} found something{f'; the first {_RULES}' if len(rows) > _RULES else ''}."
    head = ("Rule", "Severity", "Findings", "Articles", "In 1,000 words")
    return _section("By rule", about, drawn + _table(head, rates))


def _rate(many: int, words: int) -> str:
    return f"{1000 * many / words:.3f}" if words else "0"


def _by_section(asked: _Asked) -> str:
    rows = asked.rows(
        "WITH many AS (SELECT article, count(*) AS found FROM findings GROUP BY article) "
        "SELECT section, count(*), sum(words), coalesce(sum(found), 0) FROM articles LEFT JOIN many USING (article) "
        "GROUP BY section ORDER BY sum(words) DESC, section"
    )
    if [row[0] for row in rows] in ([], [""]):
        return ""
    rows = [(name or _NO_SECTION, *rest) for name, *rest in rows]
    drawn = [Bar(name, 1000 * found / max(words, 1), _rate(found, words)) for name, _, words, found in rows[:_SECTIONS]]
    figures = [(name, f"{n:,}", f"{words:,}", f"{found:,}", _rate(found, words)) for name, n, words, found in rows]
    about = "Findings in 1,000 words, the largest sections first."
    head = ("Section", "Articles", "Words", "Findings", "In 1,000 words")
    return _section("By section", about, bars(drawn, "Findings in 1,000 words by section") + _table(head, figures))


_MONTHS = """
WITH many AS (SELECT article, count(*) AS found FROM findings {} GROUP BY article)
SELECT date_trunc('month', date) AS month, {} sum(words), coalesce(sum(found), 0)
FROM articles LEFT JOIN many USING (article) WHERE date IS NOT NULL GROUP BY ALL ORDER BY ALL
"""


def _by_month(asked: _Asked) -> str:
    rows = asked.rows(_MONTHS.format("", ""))
    if len(rows) < 2:
        return ""
    points = [(_month(month), 1000 * found / max(words, 1)) for month, words, found in rows]
    figures = [(f"{month:%Y-%m}", f"{words:,}", f"{found:,}", _rate(found, words)) for month, words, found in rows]
    drawn = lines([Series("all", points)], "Findings in 1,000 words by month")
    head = ("Month", "Words", "Findings", "In 1,000 words")
    return _section("By month", "Findings in 1,000 words.", drawn + _table(head, figures))


def _month(day: datetime.date) -> int:
    return day.year * 12 + day.month - 1


def _names(asked: _Asked) -> str:
    rows = asked.rows(
        "SELECT regexp_extract(words, '\\[\\[(.*?)\\]\\]', 1) AS form, count(*) AS many, count(DISTINCT article), "
        "mode(message) FROM findings WHERE rule LIKE 'names/%spelling' GROUP BY form ORDER BY many DESC, form LIMIT ?",
        _NAMES,
    )
    if not rows:
        return ""
    figures = [(form, f"{many:,}", f"{met:,}", message) for form, many, met, message in rows]
    table = _table(("As it stands", "Findings", "Articles", "What is said of it most"), figures, folded=False)
    return _section("Names most often misspelt", "By the rules of the family names that compare spellings.", table)


def _trends(asked: _Asked, live: Sequence[Live]) -> str:
    """What desks made of rules that went live: before and after, by section."""
    parts = [_trend(asked, rule) for rule in sorted(live, key=lambda rule: (rule.since, rule.rule))]
    parts = [part for part in parts if part]
    if not parts:
        return ""
    about = "Findings in 1,000 words by desk; the upright line is the day."
    return _section("Since rules went live", about, "".join(parts))


def _trend(asked: _Asked, live: Live) -> str:
    rows = asked.rows(_MONTHS.format("WHERE rule = ?", "section,"), live.rule)
    months = sorted({month for month, *_ in rows})
    if not any(found for *_, found in rows) or len(months) < 2:
        return ""
    sections: dict[str, dict[int, tuple[int, int]]] = {}
    for month, section, words, found in rows:
        sections.setdefault(section or _NO_SECTION, {})[_month(month)] = (int(words), int(found))
    largest = sorted(sections, key=lambda name: (-sum(words for words, _ in sections[name].values()), name))
    drawn = [
        Series(name, [(at, 1000 * found / max(words, 1)) for at, (words, found) in sorted(sections[name].items())])
        for name in largest[:_DESKS]
    ]
    day = _month(live.since) + (live.since.day - 1) / 31
    owner = f" · {escape(live.owner)}" if live.owner else ""
    title = f'<h3 class="rule-name"><code>{escape(live.rule)}</code> <small>since {live.since}{owner}</small></h3>'
    figures = [(name, *_before_after(asked, live, "" if name == _NO_SECTION else name)) for name in largest]
    table = _table(("Desk", "Before, in 1,000 words", "After"), figures, folded=False)
    return title + lines(drawn, f"{live.rule} by month and desk", mark=day) + table


def _before_after(asked: _Asked, live: Live, section: str) -> tuple[str, str]:
    rows = asked.rows(
        "WITH many AS (SELECT article, count(*) AS found FROM findings WHERE rule = ? GROUP BY article) "
        "SELECT date >= ?, sum(words), coalesce(sum(found), 0) FROM articles LEFT JOIN many USING (article) "
        "WHERE date IS NOT NULL AND coalesce(section, '') = ? GROUP BY ALL",
        live.rule, live.since, section,
    )  # fmt: skip
    said: Mapping[bool, str] = {bool(after): _rate(found, words) for after, words, found in rows}
    return said.get(False, "–"), said.get(True, "–")
