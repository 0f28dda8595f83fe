"""A heading that points the other way than the first sentence: "Mill slides into loss" over "returned to profit"."""

from collections.abc import Iterator

from newslint import Article, Role, Sentence, Span, english, expression

from ._figures import DOWN, UP

# Forms that say as often where something is, or how much of it there is, as which way it goes.
_VAGUE = frozenset(
    "more less up down lost cut cuts lower higher contract contracted advance advanced raise lift broke".split()
)
_UP = (UP | {"profit", "profits"}) - _VAGUE
_DOWN = (DOWN | {"loss", "losses"}) - _VAGUE
_WORD = expression(r"[A-Za-z][\w’'-]*")
_LEAST_SHARED = 2


def turned_headings(article: Article) -> Iterator[tuple[Span, Span]]:
    """The words of a heading and of the first sentence, each with one way only, of one subject."""
    headings = [block for block in article.blocks if block.role in (Role.HEADLINE, Role.STANDFIRST)]
    if not headings:
        return
    lead = next((one for one in article.sentences if article.role_at(one.start) is Role.BODY), None)
    if lead is None:
        return
    way, there = _way(lead.text, lead.start)
    if there is None:
        return
    for block in headings:
        text = article.text[block.start : block.end]
        other, here = _way(text, block.start)
        if here is not None and other != way and block.start <= lead.start and _of_one_subject(text, lead):
            yield here, there


def _way(text: str, at: int) -> tuple[bool, Span | None]:
    """Whether a sentence goes up, and the word that says so; no word where none does, or two differ."""
    ways, first = set(), None
    for word in _WORD.finditer(text):
        form = word[0].lower()
        if form in _UP or form in _DOWN:
            ways.add(form in _UP)
            first = first or Span(at + word.start(), at + word.end())
    return (ways.pop(), first) if len(ways) == 1 else (False, None)


def _of_one_subject(heading: str, lead: Sentence) -> bool:
    """Whether both begin with one name or noun, and share more."""
    words, others = _WORD.findall(heading), _WORD.findall(lead.text)
    shared = {word for word in words if word in others and len(word) > 2}
    return len(shared) >= _LEAST_SHARED and words[0] in others[:3] and not english.is_opener(words[0])
