"""The cast: who is in the story, and every form of each name."""

from newslint.model.named_tuple import NamedTuple


class Mention(NamedTuple):
    """One name as it stands, honorific and title left out of ``text`` and span."""

    start: int
    end: int
    text: str
    honorific: str = ""
    title: str = ""


class Person(NamedTuple):
    """A member of the cast. ``name`` is the fullest form; ``mentions`` are in the order of the article.

    ``title`` is what the article calls the person: a title before the name, or the words after it ("a judge").
    """

    name: str
    mentions: tuple[Mention, ...]
    title: str = ""

    @property
    def first(self) -> Mention:
        return self.mentions[0]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the fullest form."""
        return tuple(self.name.split())
