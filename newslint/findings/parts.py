"""A text longer than any article, read part by part, each with views of its own.

Of an article all sentences, names and figures are held at once, some hundred bytes for each of its characters, and some
rules hold every odd word against all of the text. A file of megabytes is no article but a volume of them: read in
parts it takes as long for each as they would. What stands in two of its parts is not compared.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newslint.article import Article
from newslint.model.block import Block
from newslint.model.document import Metadata
from newslint.model.expressions import expression
from newslint.model.span import SourceMap

# Characters of a part: over thirty thousand words, when long reads in magazines have ten.
LONGEST = 200_000
_WINDOW = 3_000  # characters before the end of a part in which a sentence is looked for that ends
_SENTENCE_END = expression(r"[.!?…][\"'”’»)\]]*(\s+)(?=[\"'“‘«(\[]?[A-Z])")


def parts_of(article: Article) -> Iterator[tuple[int, Article]]:
    """(where it begins, the part) in order; an article of usual length is the only part of itself."""
    text = article.text
    if len(text) <= LONGEST:
        yield 0, article
        return
    runs = list(_runs(text, article.blocks))
    starts = [0, *(run[0].start for run in runs[1:]), len(text)]
    for run, (start, end) in zip(runs, pairwise(starts), strict=True):
        yield start, _part(article, run, start, end)


def first_part(article: Article) -> Article:
    """The part that the article begins with; all of it, but for one that is no article."""
    return next(parts_of(article))[1]


def _part(article: Article, run: list[Block], start: int, end: int) -> Article:
    """A run of blocks as an article; the title and what else the file says is said of the first part only."""
    about = article.metadata if start == 0 else Metadata(date=article.metadata.date)
    blocks = tuple(block._replace(start=block.start - start, end=block.end - start) for block in run)
    document = article.document._replace(
        text=article.text[start:end], blocks=blocks, source_map=SourceMap(), metadata=about, comments=(), fields=()
    )
    part = Article(document, article.context)
    vars(part)["blocks"] = blocks  # their roles are told from all of the article
    return part


def _runs(text: str, blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks, as many together as make a part; one that is longer is cut after sentences."""
    run: list[Block] = []
    for block in blocks:
        for piece in _pieces(text, block):
            if run and piece.end - run[0].start > LONGEST:
                yield run
                run = []
            run.append(piece)
    if run:
        yield run


def _pieces(text: str, block: Block) -> Iterator[Block]:
    start, end = block.start, block.end
    while end - start > LONGEST:
        stop, after = _cut(text, start + LONGEST)
        yield block._replace(start=start, end=stop)
        start = after
    yield block._replace(start=start, end=end)


def _cut(text: str, limit: int) -> tuple[int, int]:
    """(end, start of what follows) where text is cut before ``limit``: after a sentence, else a word, else there."""
    low = limit - _WINDOW
    if last := deque(_SENTENCE_END.finditer(text, low, limit), maxlen=1):
        return last[0].span(1)
    space = text.rfind(" ", low, limit)
    return (space, space + 1) if space > low else (limit, limit)
