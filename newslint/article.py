"""An article: clean text, its blocks, and the analyses that rules share.

Every view is computed when a rule first asks for it and then kept; a rule that needs no people does not pay for them.
"""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.model.block import Block, Role
from newslint.model.document import Comment, Document, Metadata
from newslint.model.name_table import HouseNames
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import HasSpan, SourceMap

if TYPE_CHECKING:
    import datetime

    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.numbers import Number
    from newslint.analysis.names.clashes import Clash
    from newslint.analysis.names.inventory import Inventory
    from newslint.analysis.names.people import Person
    from newslint.analysis.page.lines import Line
    from newslint.analysis.page.reader_lines import ReaderLine
    from newslint.analysis.quotations.pairing import QuoteMark
    from newslint.analysis.quotations.quotes import Quote
    from newslint.analysis.speech.attributions import Attribution
    from newslint.analysis.tagger.tagger import Tagged
    from newslint.analysis.text.sentences import Sentence
    from newslint.analysis.text.tokens import Token
    from newslint.model.phrase_index import Hit, PhraseIndex


T = TypeVar("T")


class Transcript(NamedTuple):
    """A transcript or document that the article quotes from: its name for messages, and its words."""

    name: str
    text: str


class Context(NamedTuple):
    """What a run knows about an article beside its document.

    ``phrases``: all phrases of all rules of the run. ``house``: how the house spells names. ``transcripts``:
    what the quotations are checked against. ``date``, ``desk`` and ``language``: of an article that does not give its
    own.
    """

    phrases: "PhraseIndex | None" = None
    house: HouseNames = HouseNames()
    transcripts: tuple[Transcript, ...] = ()
    date: "datetime.date | None" = None
    desk: str = ""
    language: str = ""


_NOTHING_MORE = Context()


class Article:
    """Clean text and its views, complete at birth and frozen. Offsets are code points of ``text``.

    ``source_map`` leads back to the file. Raises AttributeError for whoever assigns to it.
    """

    document: Document
    context: Context
    text: str
    source_map: SourceMap
    metadata: Metadata
    comments: tuple[Comment, ...]
    house: HouseNames
    transcripts: tuple[Transcript, ...]

    def __init__(self, document: Document, context: Context = _NOTHING_MORE) -> None:
        metadata = document.metadata
        vars(self).update(
            document=document,
            context=context,
            text=document.text,
            source_map=document.source_map,
            metadata=metadata if metadata.date else metadata._replace(date=context.date),
            comments=document.comments,
            house=context.house,
            transcripts=context.transcripts,
        )

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an article is frozen: {name!r} cannot be set; make Article(document, context)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"an article is frozen: {name!r} cannot be deleted")

    @property
    def desk(self) -> str:
        """The desk or section that the article names, or that it is taken to be of; empty if neither is known."""
        return self.metadata.section or self.context.desk

    @property
    def language(self) -> str:
        """The language that the article names, or that it is taken to be in, a BCP 47 tag; empty if not known."""
        return self.metadata.language or self.context.language

    @property
    def is_plain(self) -> bool:
        """Whether the format has no markup of its own for words, so that what looks like Markdown was left over."""
        return self.document.markup != "markdown"

    @cached_property
    def _views(self) -> dict[Callable[..., Any], Any]:
        return {}

    def view(self, function: "Callable[[Article], T]") -> T:
        """What a pure function of an article returns, worked out once and shared by all who ask."""
        views = self._views
        if function not in views:
            views[function] = function(self)
        return views[function]  # type: ignore[no-any-return]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks in order, with roles told apart in plain text too."""
        from newslint.analysis.page.roles import assign_roles

        return assign_roles(self.text, self.document.blocks)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, of the same length: every offset holds in both."""
        lower = self.text.lower()
        if len(lower) == len(self.text):
            return lower
        return "".join(c if len(c.lower()) != 1 else c.lower() for c in self.text)

    @cached_property
    def tokens(self) -> "tuple[Token, ...]":
        from newslint.analysis.text.tokens import find_tokens

        return find_tokens(self.text)

    @cached_property
    def sentences(self) -> "tuple[Sentence, ...]":
        from newslint.analysis.text.sentences import find_sentences

        return find_sentences(self.text, self.blocks)

    def sentence_start(self, position: int) -> int:
        """Where the sentence begins that holds the character at ``position``."""
        from newslint.analysis.text.sentences import sentence_start

        return sentence_start(self.sentences, position)

    @cached_property
    def lines(self) -> "tuple[Line, ...]":
        """The lines of all blocks, each with its place before, in or after the story."""
        from newslint.analysis.page.lines import find_lines

        return find_lines(self.text, self.blocks)

    @cached_property
    def reader_lines(self) -> "tuple[ReaderLine, ...]":
        """The lines that may speak to readers, each with the log-odds that it does."""
        from newslint.analysis.page.reader_lines import find_reader_lines

        return find_reader_lines(self.lines, self.blocks, own=self.document.markup == "markdown")

    @cached_property
    def _tagged(self) -> "dict[tuple[int, int], tuple[Tagged, ...]]":
        return {}

    def tagged(self, span: HasSpan) -> "tuple[Tagged, ...]":
        """The tokens of a sentence, or of any stretch of one, with their parts of speech, when first asked for."""
        key = (span.start, span.end)
        if key not in self._tagged:
            from newslint.analysis.tagger.tagger import tagged

            self._tagged[key] = tagged(self.text, span.start, span.end)
        return self._tagged[key]

    def finite_verbs(self, span: HasSpan) -> "tuple[Token, ...]":
        """The finite verbs of a sentence, or of any stretch of one."""
        from newslint.analysis.tagger.features import FINITE

        return tuple([token for token, tag in self.tagged(span) if tag in FINITE])

    def has_finite_verb(self, span: HasSpan) -> bool:
        """Whether a sentence has a finite verb; for most, a look at the words answers without the tagger."""
        from newslint.analysis.tagger.tagger import has_finite_verb

        return has_finite_verb(self.text[span.start : span.end])

    @cached_property
    def quote_marks(self) -> "tuple[QuoteMark, ...]":
        """Every quotation mark with its direction and, where there is one, its partner."""
        from newslint.analysis.quotations.paragraphs import find_marks

        return find_marks(self.text, self.blocks)

    @cached_property
    def quotes(self) -> "tuple[Quote, ...]":
        from newslint.analysis.quotations.quotes import find_quotes

        return find_quotes(self.text, self.blocks, self.quote_marks)

    @cached_property
    def people(self) -> "tuple[Person, ...]":
        from newslint.analysis.names.persons import find_persons

        return find_persons(self)

    @cached_property
    def name_inventory(self) -> "Inventory":
        """Every capitalised word, and where each form stands."""
        from newslint.analysis.names.inventory import find_inventory

        return find_inventory(self.text)

    @cached_property
    def name_clashes(self) -> "tuple[Clash, ...]":
        """Names spelled two ways, the odd form of each told."""
        from newslint.analysis.names.clashes import find_clashes

        return find_clashes(self)

    @cached_property
    def steady_names(self) -> tuple[str, ...]:
        """Words that have a capital wherever they stand, mid-sentence too, and are no ordinary words."""
        from newslint.analysis.names.steady import steady_names

        return steady_names(self.name_inventory)

    @cached_property
    def misspellings(self) -> Mapping[str, str]:
        """Odd form of a word -> the form that the article uses otherwise."""
        return {clash.odd: clash.usual for clash in self.name_clashes}

    @cached_property
    def _mentions(self) -> "tuple[list[int], list[tuple[int, Person]]]":
        rows = sorted((m.start, m.end, n) for n, person in enumerate(self.people) for m in person.mentions)
        return [start for start, _, _ in rows], [(end, self.people[n]) for _, end, n in rows]

    def person_at(self, span: HasSpan) -> "Person | None":
        """The member of the cast whose name stands in, or around, ``span``."""
        from bisect import bisect_left

        starts, rows = self._mentions
        index = bisect_left(starts, span.start)
        if index < len(starts) and starts[index] < span.end:
            return rows[index][1]
        if index and rows[index - 1][0] > span.start:
            return rows[index - 1][1]
        return None

    @cached_property
    def attributions(self) -> "tuple[Attribution, ...]":
        from newslint.analysis.speech.attributions import find_attributions
        from newslint.analysis.speech.cast_links import linked

        return linked(self, find_attributions(self))

    @cached_property
    def dates(self) -> "tuple[Date, ...]":
        from newslint.analysis.figures.dates import find_dates

        return find_dates(self.text)

    @cached_property
    def numbers(self) -> "tuple[Number, ...]":
        from newslint.analysis.figures.numbers import find_numbers

        return find_numbers(self.text)

    @cached_property
    def _hits(self) -> "Mapping[str, tuple[Hit, ...]]":
        return self.context.phrases.hits(self.lower) if self.context.phrases is not None else {}

    def hits(self, rule_id: str) -> "tuple[Hit, ...]":
        """Where the phrases of a rule stand, found for all rules in one pass."""
        return self._hits.get(rule_id, ())

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, position: int) -> Block | None:
        """The block that holds the character at ``position``."""
        from bisect import bisect_right

        index = bisect_right(self._block_starts, position) - 1
        if index < 0 or position >= self.blocks[index].end:
            return None
        return self.blocks[index]

    def role_at(self, position: int) -> Role | None:
        block = self.block_at(position)
        return block.role if block else None

    @cached_property
    def _quoted(self) -> tuple[list[int], list[int]]:
        quotes = [quote for quote in self.quotes if quote.guarded and quote.level == 0]
        return [quote.start for quote in quotes], [quote.end for quote in quotes]

    def in_quotation(self, span: HasSpan) -> bool:
        """Whether ``span`` lies wholly between quotation marks (or in a block quotation)."""
        from bisect import bisect_right

        starts, ends = self._quoted
        index = bisect_right(starts, span.start) - 1
        if index >= 0 and starts[index] < span.start and span.end < ends[index]:
            return True
        return self.role_at(span.start) is Role.QUOTE
