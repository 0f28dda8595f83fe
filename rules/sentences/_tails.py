"""Paragraphs of prose that end without their stop."""

import re
from collections.abc import Iterator

from newslint import Article, Block, NamedTuple, english, expression

from ._stops import CLOSERS, OPEN_ENDED, STOPS, TITLES, words


class Tail(NamedTuple):
    """The words after the last full stop of a paragraph that ends without one.

    ``alone``: the paragraph holds no earlier sentence. ``above_lead``: it stands where a standfirst may stand.
    ``unfinished``: its last word needs another one after it.
    """

    start: int
    end: int
    words: list[str]
    alone: bool
    above_lead: bool
    unfinished: bool


# What ends a paragraph in good order: a stop, a colon that leads on, a dash that breaks off, a bracket, an emoji ...
_DONE = STOPS + ":;-–—)]>}*|/=_%&"
_CREDIT = expression(r"\b(?:photograph|photo|image|picture|video|credit|illustration|source)s?\s?[:/]", re.IGNORECASE)
_LINK = expression(r"://|\w\.(?:com|org|net|gov|uk|au|io|ly|co)\b|[@#]\w|[Rr]ead [Mm]ore$|[-–] video")
_NUMBERED = expression(r"\W*(?:\d{1,2}[.)]?|[a-z][.)]|[ivx]{1,5}[.)])\s")
# "Ann Roe, miller", "Ann Roe, head of the mill": a name, and what she is, of which a second comma would tell more.
_SIGNED_BY = expression(
    r"""
    (?:[A-Z][\w.'’-]*\s){1,4}[A-Z][\w.'’-]*,\s  # the name
    (?!(?:who|which|whose|where|an?|the)\b)[a-z][^,]*  # what she is; "a miller" begins a sentence that goes on
    """,
    re.VERBOSE,
)
_SIGNED = expression(r"[.!?…][\"'”’»)\]]*\s+[-–—]")
_SAYS = words("says said")
_HEADLINE = 18  # words
_LABEL = 4  # words
_NEAR = 50_000  # a pull quote stands no farther from its original
_JOINED = words("and by of the in for with et y de")


def tails(article: Article) -> Iterator[Tail]:
    """Tails of the running copy; where paragraphs without a stop are a habit (lists, verse) only plainly open ones."""
    text, blocks = article.text, article.blocks
    prose = [number for number, block in enumerate(blocks) if block.is_prose]
    odd = [number for number in prose if not _is_done(text, blocks[number])]
    if not odd:
        return
    lead = next((n for n in prose if _is_done(text, blocks[n]) and blocks[n].end - blocks[n].start > 60), len(blocks))
    habit = len(odd) > 3 and len(odd) * 4 > len(prose)
    for number in odd:
        tail = _tail(article, number, only_open=habit, above_lead=number < lead)
        if tail is not None:
            yield tail


def _is_done(text: str, block: Block) -> bool:
    last = text[block.end - 1]
    if last in CLOSERS:
        inner = text[max(block.start, block.end - 4) : block.end].rstrip(CLOSERS + "“‘")
        return not inner or inner[-1] in _DONE + ","
    return last in _DONE or not (last.isalnum() or last == ",")


def _tail(article: Article, number: int, *, only_open: bool, above_lead: bool) -> Tail | None:
    text, block = article.text, article.blocks[number]
    line = text.rfind("\n", block.start, block.end) + 1 or block.start
    start = max(line, article.sentence_start(block.end - 1))
    parts = text[start : block.end].split()
    if not parts:
        return None
    if not any(c.isalnum() for c in parts[-1]) or _NUMBERED.match(text, block.start, block.end):
        return None
    last = parts[-1].strip(CLOSERS + ",“‘(")
    is_open = (last.lower() in OPEN_ENDED and not last.isupper()) or last in TITLES or parts[-1].endswith(",")
    is_open |= last.endswith("ly") and len(parts) > 1 and parts[-2] in english.MODALS  # "he would strongly"
    if last in _SAYS and _closes_headline(parts):
        return None
    if not is_open and (only_open or _needs_no_stop(text, start, block, parts)):
        return None
    if _marked(text, start, block, parts):
        return None
    if parts[-1].endswith(",") and _opens_quote(article, number + 1):
        return None
    return Tail(start, block.end, parts, start == line, above_lead, is_open)


def _closes_headline(parts: list[str]) -> bool:
    """Whether "..., council says" closes a headline: a comma, who says so, and the verb."""
    return len(parts) < _HEADLINE and any(part.endswith((",", "’", "'", "”", '"')) for part in parts[-5:-2])


def _opens_quote(article: Article, number: int) -> bool:
    return number < len(article.blocks) and article.text[article.blocks[number].start] in "“\"‘'"


def _marked(text: str, start: int, block: Block, parts: list[str]) -> bool:
    """Links, hashtags, credits and list marks."""
    if (
        parts[0][0] in "-–—•*·▪([#@<"
        or _SIGNED.search(text, start, block.end)
        or _CREDIT.search(text, start, block.end)
    ):
        return True
    head = min(block.start + 60, start)
    return bool(_LINK.search(text, start, block.end) or _LINK.search(text, block.start, head))


def is_signed(text: str, start: int, block: Block) -> bool:
    """Whether the end of a paragraph from ``start`` on names the one whose words it holds: "Ann Roe, miller"."""
    words = text[start : block.end]
    quoted = text[block.start] in "“\"‘'" or text[start - 2 : start - 1] in CLOSERS
    return _SIGNED_BY.fullmatch(words) is not None and (quoted or len(words.split()) <= _LABEL)


def _needs_no_stop(text: str, start: int, block: Block, parts: list[str]) -> bool:
    """Signatures, headings of two parts, and pull quotes that stand in the story as well."""
    if (
        start > block.start
        and text[block.start : start].rstrip(CLOSERS + "“‘ \n\xa0")[-1:] != "."
        and block.end - block.start < 150
    ):
        return True  # "Was it fair? The fans say no"
    if start > block.start and is_signed(text, start, block):
        return True
    last = len(parts)
    while last and (not parts[last - 1][0].islower() or parts[last - 1] in _JOINED):
        last -= 1
    if (last == 0 and _is_signature(text, block, parts)) or any(part.startswith("—") for part in parts[last:]):
        return True
    said = " ".join(parts[max(0, last - 7) : last])
    return last > 6 and text.count(said, max(0, start - _NEAR), block.end + _NEAR) > 1


def _is_signature(text: str, block: Block, parts: list[str]) -> bool:
    """Whether capitalised words sign a piece (ANN ROE, Ann Roe and Sam Lee, PTI) rather than begin a sentence."""
    first = parts[0].strip(CLOSERS + ",“‘(")
    if len(parts) == 1:
        return len(first) > 1 and first.isupper()
    return first not in TITLES and first.lower() not in OPEN_ENDED and f" {first.lower()} " not in text[: block.end]
