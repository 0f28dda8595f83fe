"""What an analysis takes of an article: its text, and the views that were worked out before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.numbers import Number
    from newslint.analysis.names.clashes import Clash
    from newslint.analysis.names.inventory import Inventory
    from newslint.analysis.names.people import Person
    from newslint.analysis.quotations.pairing import QuoteMark
    from newslint.analysis.quotations.quotes import Quote
    from newslint.analysis.speech.attributions import Attribution
    from newslint.analysis.text.sentences import Sentence
    from newslint.model.block import Block, Role
    from newslint.model.span import HasSpan

T = TypeVar("T")


class Views(Protocol):
    """``newslint.Article``, as far as analyses know it; see there for what each view holds."""

    text: str

    @property
    def blocks(self) -> tuple[Block, ...]: ...
    @property
    def sentences(self) -> tuple[Sentence, ...]: ...
    @property
    def dates(self) -> tuple[Date, ...]: ...
    @property
    def numbers(self) -> tuple[Number, ...]: ...
    @property
    def quote_marks(self) -> tuple[QuoteMark, ...]: ...
    @property
    def quotes(self) -> tuple[Quote, ...]: ...
    @property
    def name_inventory(self) -> Inventory: ...
    @property
    def misspellings(self) -> Mapping[str, str]: ...
    @property
    def name_clashes(self) -> tuple[Clash, ...]: ...
    @property
    def attributions(self) -> tuple[Attribution, ...]: ...
    @property
    def people(self) -> tuple[Person, ...]: ...

    def view(self, function: Callable[[Any], T]) -> T: ...
    def sentence_start(self, position: int) -> int: ...
    def block_at(self, position: int) -> Block | None: ...
    def role_at(self, position: int) -> Role | None: ...
    def in_quotation(self, span: HasSpan) -> bool: ...
