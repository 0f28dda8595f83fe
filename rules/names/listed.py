"""A name that the item's metadata spell otherwise than its copy."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newslint import (
    Article,
    Block,
    Finding,
    Role,
    Rule,
    Severity,
    Span,
    Token,
    english,
    find_tokens,
    flags,
    kept,
    passes,
    token_texts,
)

# Shorter names differ by a letter too often by chance: Mali, Malta.
_SHORTEST = 5
_FIELDS = {"person": "people", "place": "places", "organisation": "organisations", "tag": "tags", "title": "title"}
# Fields that hold ordinary words, too.
_WORDY = ("tag", "title", "headline")
_AROUND = (Role.HEADLINE, Role.STANDFIRST, Role.CAPTION)


class Listed(Rule):
    """A name that the item's title, tags, or list of people, places or organisations spells otherwise.

    Agencies and content management systems keep such fields beside the copy; pages, links and alerts are made from
    them. The name must be missing from the copy, and exactly one name there must differ from it by one letter, or,
    where a name has several words and the others are the same, in one of them. A name in a headline, standfirst or
    caption is held against the story in the same way. Ordinary words in tags, titles and headlines are left alone.

    On 1,300 articles of other papers one finding: read 1, worth a look 1.
    """

    severity = Severity.INFO
    reads_quotes = True
    examples = (
        flags("---\nplaces: [Milbrige]\n---\n\n[[Millbrige]] is a town. The mayor spoke.\n", markup="markdown"),
        flags("---\npeople: [Tom Reed]\n---\n\n[[Tom Read]] is the mayor.\n", markup="markdown"),
        flags("---\ntitle: Lindqvist wins\n---\n\nTom [[Lindquist]] is the mayor.\n", markup="markdown"),
        flags("# Mayor [[Lindqist]] wins\n\nTom Lindqvist is the mayor. Lindqvist was glad.\n", markup="markdown"),
        passes("---\nplaces: [Korea]\n---\n\nThe Korean team arrived on Monday.\n", markup="markdown"),
        passes("---\nplaces: [Oakham]\n---\n\nThe mayor of Oakham spoke of Oakhan.\n", markup="markdown"),
        passes("---\ntags: [Elections, Fires]\n---\n\nElectrons and Wires met on Monday.\n", markup="markdown"),
        passes("---\npeople: [Tom Reed]\n---\n\nTom Reed met Tom Read.\n", markup="markdown"),
    )

    def check(self, article: Article) -> Iterable[Finding]:
        around = list(self._around(article))
        yield from around
        about = article.metadata
        rows = [(row.kind, row.name, row.field) for row in about.listed]
        if about.title:
            rows.append(("title", about.title, ""))
        if not rows:
            return
        # A title that is copy too is held against the rest.
        titles = [block for block in article.blocks if article.text[block.start : block.end] == about.title]
        copy = _Names(
            [token for token in article.tokens if not any(block.start <= token.start < block.end for block in titles)]
            if titles
            else article.tokens
        )
        known = [_letters(name) for kind, name, _ in rows if kind != "title"]
        said = {article.text[finding.start : finding.end] for finding in around}
        for kind, name, field in rows:
            where = _FIELDS.get(kind, kind) + (f" ({field})" if field else "")
            for word, span, text in (*copy.one_word(kind, name, known), *copy.whole(kind, name)):
                if word not in said:
                    said.add(word)
                    yield Finding(
                        self.id,
                        f"“{text}” is “{word}” in the item’s {where}: one of them is a slip.",
                        span,
                        self.severity,
                    )

    def _around(self, article: Article) -> Iterator[Finding]:
        """Names in headlines and captions that the story spells otherwise."""
        around = [block for block in article.blocks if block.role in _AROUND]
        if not around:
            return
        doubtful = [
            (block, token)
            for block in around
            for token in find_tokens(article.text, block.start, block.end)
            if len(token.text) >= _SHORTEST and token.text[0].isupper() and not english.is_word(token.text)
        ]
        if not doubtful:
            return
        prose = [block for block in article.blocks if block.is_prose]
        doubtful = [row for row in doubtful if not any(_has(article.text, block, row[1].text) for block in prose)]
        if not doubtful:
            return
        initials = {_letters(token.text)[:1] for _, token in doubtful}  # which a slip leaves as they are
        told = _Names(
            [
                Token(block.start + name.start, block.start + name.end, name.text)
                for block in prose
                for name in _names_in(article.text[block.start : block.end])
                if _letters(name.text[0])[:1] in initials
            ]
        )
        for block, token in doubtful:
            for word, span, text in told.one_word("headline", token.text, ()):
                if told.times(text) > 1:
                    where = block.role.value
                    message = f"“{word}” in the {where}, “{text}” in the story: one of them is a slip."
                    yield self.finding(token, message, related=[(span, f"“{text}” here")])


@kept
def _names_in(text: str) -> tuple[Token, ...]:
    """The words of a paragraph that have a capital."""
    return tuple([token for token in find_tokens(text) if token.text[:1].isupper()])


class _Names:
    """The words of the copy that have a capital."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._first: dict[str, Token] = {}
        self._times: Counter[str] = Counter()
        for token in tokens:
            if token.text[:1].isupper():
                letters = _letters(token.text)
                self._first.setdefault(letters, token)
                self._times[letters] += 1

    def times(self, word: str) -> int:
        return self._times[_letters(word)]

    def one_word(self, kind: str, name: str, known: Sequence[str]) -> Iterator[tuple[str, Span, str]]:
        """(word of a listed name, place, words) where just one word of the copy is nearly that word."""
        for word in name.split():
            key = _letters(word)
            if len(key) < _SHORTEST or key in self._first or not word[:1].isupper():
                continue
            if kind in _WORDY and english.is_word(key):
                continue
            near = [other for other in self._first if len(other) >= _SHORTEST and is_slip(other, key)]
            near = [other for other in near if not any(other in given for given in known)]
            if len(near) == 1 and not (kind in _WORDY and english.is_word(near[0])):
                token = self._first[near[0]]
                yield word.strip('.,:;!?"“”‘()|'), Span(token.start, token.end), token.text

    def whole(self, kind: str, name: str) -> Iterator[tuple[str, Span, str]]:
        """The same for a name of several words, of which the copy has all but one, and that nearly."""
        parts = [_letters(part) for part in name.split()]
        if kind in _WORDY or not 2 <= len(parts) <= 5:
            return
        found = []
        for at in range(len(self._tokens) - len(parts) + 1):
            here = self._tokens[at : at + len(parts)]
            odd = [(token, part) for token, part in zip(here, parts, strict=True) if _letters(token.text) != part]
            if not odd:
                return
            (token, part), *more = odd
            if not more and token.text[:1].isupper() and len(part) > 2 and is_slip(_letters(token.text), part):
                found.append(Span(here[0].start, here[-1].end))
        if found:
            start, end = found[0].start, found[0].end
            yield name, found[0], self._text(start, end)

    def _text(self, start: int, end: int) -> str:
        return " ".join(token.text for token in self._tokens if start <= token.start and token.end <= end)


def _has(text: str, block: Block, word: str) -> bool:
    """Whether a word is a token of a block; none reaches beyond the spaces around a place where the word stands."""
    at = text.find(word, block.start, block.end)
    while at >= 0:
        start = max(text.rfind(" ", block.start, at) + 1, block.start)
        end = text.find(" ", at, block.end)
        end = end if end >= 0 else block.end
        if word in token_texts(text, start, end):
            return True
        at = text.find(word, end, block.end)
    return False


def _letters(word: str) -> str:
    """A word as it is compared: USA.gov is USAGov, and Tom's is Tom."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    return word if word.isalnum() else "".join(char for char in word if char.isalnum())


def is_slip(one: str, two: str) -> bool:
    """Whether two words differ by one letter too many, too few, another, or by two that changed places."""
    if one[:1] != two[:1] or one == two:
        return False
    if len(one) == len(two):
        odd = [at for at in range(len(one)) if one[at] != two[at]]
        swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == two[odd[1]] and one[odd[1]] == two[odd[0]]
        return len(odd) == 1 or swapped
    short, long = sorted((one, two), key=len)
    if len(long) != len(short) + 1 or long.startswith(short):  # Korea and Korean, Roman and Romans
        return False
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
