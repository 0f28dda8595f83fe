"""What a rule's owners say of it: whether it is in force, who answers for it, why, since when and where it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    import datetime

DRAFT = "draft"  # tried in audits; elsewhere for information, where it is asked for by its name
LIVE = "live"
RETIRED = "retired"  # never runs; kept so that its name and reason are known
STATUSES = (DRAFT, LIVE, RETIRED)


class Standing(NamedTuple):
    """``since``: the day on which it went live. ``desks`` and ``language`` are its scope; empty: it holds everywhere.

    ``language`` is a BCP 47 tag such as en-GB.
    """

    status: str = LIVE
    owner: str = ""
    reason: str = ""
    since: datetime.date | None = None
    desks: tuple[str, ...] = ()
    language: str = ""

    @property
    def is_scoped(self) -> bool:
        return bool(self.desks or self.language)

    def suits(self, desk: str, language: str) -> bool:
        """Whether copy is in scope: of no known desk it is in no narrower one, of no known language it is English."""
        if self.desks and desk.casefold() not in {name.casefold() for name in self.desks}:
            return False
        said, wanted = (language or "en").casefold(), self.language.casefold()
        return not wanted or said == wanted or said.startswith(f"{wanted}-")

    @property
    def scope(self) -> str:
        """The scope in words, such as ``sport, culture; en-GB``; empty for everywhere."""
        return "; ".join(filter(None, (", ".join(self.desks), self.language)))

    def as_data(self) -> dict[str, Any]:
        """What is said, as plain data; what is not said is left out, but for the status."""
        said = {
            "status": self.status,
            "owner": self.owner,
            "reason": self.reason,
            "since": self.since.isoformat() if self.since else "",
            "scope": {"desk": list(self.desks), "language": self.language} if self.is_scoped else {},
        }
        return {key: value for key, value in said.items() if value}

    def in_words(self) -> list[tuple[str, str]]:
        """(label, words) of all that is said beyond that the rule is live."""
        rows = (
            ("Status", "" if self.status == LIVE else self.status),
            ("Owner", self.owner),
            ("Reason", self.reason),
            ("Since", self.since.isoformat() if self.since else ""),
            ("Scope", self.scope),
        )
        return [(label, words) for label, words in rows if words]


ORDINARY_STANDING = Standing()
