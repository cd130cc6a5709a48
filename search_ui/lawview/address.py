"""The state of the law page is its address.

>>> place = LawPlace("law:009946", article="제5조", day=date(2009, 2, 24))
>>> place.link()
'./law?id=law%3A009946&article=%EC%A0%9C5%EC%A1%B0&day=2009-02-24'
>>> LawPlace.of(place.params()) == place
True
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final, Literal
from urllib.parse import urlencode

from search_ui.address import day_of

Show = Literal["text", "compare", "three", "resting"]
SHOWN: Final[dict[Show, str]] = {
    "text": "조문",
    "compare": "신구대비",
    "three": "3단 비교",
    "resting": "기대는 자료",
}
"""The faces of a law and what each is called."""


@dataclass(frozen=True, slots=True)
class LawPlace:
    """A law (or, without ``id``, a search for one by ``name``), one article of it, the ``day``
    whose text is meant and the day ``before`` with which it is compared."""

    id: str = ""
    article: str | None = None
    day: date | None = None
    before: date | None = None
    show: Show = "text"
    inline: bool = False
    name: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "LawPlace":
        """Read an address's parameters; what is not valid counts as not there."""
        before = day_of(params.get("before", ""))
        show = params.get("show", "compare" if before else "text")
        return cls(
            id=params.get("id", ""),
            article=params.get("article") or None,
            day=day_of(params.get("day", "")),
            before=before,
            show=next((face for face in SHOWN if face == show), "text"),
            inline=params.get("inline") == "1",
            name=params.get("name", ""),
        )

    def params(self) -> dict[str, str]:
        """The parameters of its address: only what differs from the plain page."""
        plain = LawPlace(show="compare" if self.before else "text")
        changed = {
            field.name: getattr(self, field.name)
            for field in fields(self)
            if getattr(self, field.name) != getattr(plain, field.name)
        }
        return {name: _written(value) for name, value in changed.items()}

    def link(self, **changes: Any) -> str:
        """The address of this place with ``changes``."""
        params = replace(self, **changes).params()
        return f"./law?{urlencode(params)}" if params else "./law"


def _written(value: object) -> str:
    return "1" if value is True else str(value)
