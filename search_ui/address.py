"""The state of a page is its address: what is read from it, and links that hold it.

>>> view = View(q="의정활동비", kinds=("bill", "audit"), page=2)
>>> view.link()
'./?q=%EC%9D%98%EC%A0%95%ED%99%9C%EB%8F%99%EB%B9%84&kind=bill%2Caudit&p=2'
>>> View.of(view.params()) == view
True
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Literal, cast
from urllib.parse import urlencode

from indexer.search.options import Options
from records.model import Kind

Sort = Literal["relevance", "newest", "oldest"]
SORTS: Final[dict[str, str]] = {"relevance": "관련도순", "newest": "최신순", "oldest": "오래된순"}
SIZES: Final = (10, 20, 50)
TODAY: Final = "today"
"""What stands for the meetings of today in an address."""

_NAMES: Final = {
    "kinds": "kind", "date_from": "from", "date_to": "to", "as_of": "asof", "page": "p",
}  # fmt: skip
"""Names in the address that differ from the fields'."""


@dataclass(frozen=True, slots=True)
class View:
    """One page of results as asked for. What is not valid in an address counts as not there.

    ``meet`` is the day of the meetings, or `TODAY`, where one searches while a meeting is on.
    """

    q: str = ""
    kinds: tuple[str, ...] = ()
    year: str | None = None
    committee: str | None = None
    agency: str | None = None
    member: str | None = None
    session: str | None = None
    date_from: date | None = None
    date_to: date | None = None
    as_of: date | None = None
    history: bool = False
    sort: Sort = "relevance"
    size: int = 10
    page: int = 1
    meet: str | None = None

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "View":
        """Read an address's parameters."""
        given = {name: params.get(_NAMES.get(name, name), "") for name in cls.__slots__}
        return cls(
            q=given["q"],
            kinds=tuple(k for k in given["kinds"].split(",") if k in set(Kind)),
            year=given["year"] or None,
            committee=given["committee"] or None,
            agency=given["agency"] or None,
            member=given["member"] or None,
            session=given["session"] or None,
            date_from=day_of(given["date_from"]),
            date_to=day_of(given["date_to"]),
            as_of=day_of(given["as_of"]),
            history=given["history"] == "1",
            sort=cast(Sort, given["sort"] if given["sort"] in SORTS else "relevance"),
            size=_one_of(given["size"], SIZES),
            page=_positive(given["page"]),
            meet=_meeting_day(given["meet"]),
        )

    def params(self) -> dict[str, str]:
        """The parameters of its address: only what differs from the plain page."""
        plain = View()
        changed = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != getattr(plain, field.name)
        }
        return {_NAMES.get(name, name): _written(value) for name, value in changed.items()}

    def link(self, **changes: Any) -> str:
        """The address of this view with ``changes``; a change leads to the first page."""
        changed = replace(self, **({"page": 1} | changes)) if changes else self
        return _address("./meeting" if changed.meet else "./", changed.params())

    def open(self, document: str, **place: object) -> str:
        """The address of a document opened from here; it keeps the way back."""
        at = {name: str(value) for name, value in place.items() if value is not None}
        return _address("./reader", {"doc": document} | at | self.params())

    def api(self, path: str, size: int | None = None) -> str:
        """The address under which the API is asked for the same; with ``size`` only about the
        query.

        >>> View(q="예산", as_of=date(2009, 2, 24)).api("explain")
        './api/v1/explain?q=%EC%98%88%EC%82%B0&as_of=2009-02-24&size=10'
        """
        if size is not None:
            return _address(f"./api/v1/{path}", {"q": self.q, "size": str(size)})
        own, options = self.params(), self.options()
        names = ("from", "to", "member", "committee", "agency", "year", "session")
        asked = {"q": self.q} | {name: own[name] for name in names if name in own}
        asked |= {"as_of": own["asof"]} if self.as_of else {}
        asked |= {"history": "true"} if self.history else {}
        asked |= {"sort": options.sort} if options.sort != "relevance" else {}
        asked |= {"size": str(options.size)}
        asked |= {"offset": str(options.offset)} if options.offset else {}
        return _address(f"./api/v1/{path}", [*asked.items(), *(("kind", k) for k in self.kinds)])

    @property
    def narrowed(self) -> bool:
        """Whether a condition stands beside the query."""
        return bool(
            self.kinds
            or self.year
            or self.committee
            or self.agency
            or self.member
            or self.session
            or self.date_from
            or self.date_to
        )

    def options(self) -> Options:
        """The same as `Searcher` takes it. Without a query the newest come first."""
        plain = self.sort == "relevance" and not self.q.strip()
        return Options(
            kinds=self.kinds,
            date_from=self.date_from,
            date_to=self.date_to,
            member=self.member,
            committee=self.committee,
            agency=self.agency,
            year=self.year,
            session=self.session,
            sort="newest" if plain else self.sort,
            size=self.size,
            offset=(self.page - 1) * self.size,
            as_of=self.as_of,
            history=self.history,
        )


def _address(path: str, params: Mapping[str, str] | Sequence[tuple[str, str]]) -> str:
    return f"{path}?{urlencode(params)}" if params else path


def _written(value: object) -> str:
    match value:
        case True:
            return "1"
        case tuple():
            return ",".join(value)
        case date():
            return value.isoformat()
    return str(value)


def day_of(text: str) -> date | None:
    """A day as 2009-02-24; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _meeting_day(text: str) -> str | None:
    return text if text == TODAY or day_of(text) else None


def _one_of(text: str, allowed: tuple[int, ...]) -> int:
    return int(text) if text in map(str, allowed) else allowed[0]


def _positive(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1
