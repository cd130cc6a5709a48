"""The state of the radar's page is its address.

>>> place = RadarPlace(law="지방자치법", since=date(2022, 1, 13), show="repairs")
>>> RadarPlace.of(place.params()) == place
True
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal
from urllib.parse import urlencode

from search_ui.address import day_of

Show = Literal["alerts", "repairs"]
SHOWN: Final[dict[Show, str]] = {"alerts": "바뀐 조문", "repairs": "고칠 인용"}


@dataclass(frozen=True, slots=True)
class RadarPlace:
    """Which of the two lists; of one ``law`` by name or id, of amendments from ``since`` on, of
    citing papers of one ``kind``; ``page`` counts from 1."""

    show: Show = "alerts"
    law: str = ""
    since: date | None = None
    kind: str = ""
    page: int = 1

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "RadarPlace":
        """Read an address's parameters; what is not valid counts as not there."""
        show, page = params.get("show", ""), params.get("p", "")
        return cls(
            show="repairs" if show == "repairs" else "alerts",
            law=params.get("law", "").strip()[:300],
            since=day_of(params.get("since", "")),
            kind=params.get("kind", ""),
            page=max(1, int(page)) if page.isdecimal() and len(page) < 7 else 1,
        )

    def params(self) -> dict[str, str]:
        """The parameters of its address: only what differs from the plain page."""
        values = {
            "show": self.show if self.show != "alerts" else "",
            "law": self.law,
            "since": self.since.isoformat() if self.since else "",
            "kind": self.kind,
            "p": str(self.page) if self.page > 1 else "",
        }
        return {name: value for name, value in values.items() if value}

    def link(self, **changes: Any) -> str:
        """The address with ``changes``; a change leads to the first page."""
        return _address("./radar", replace(self, **({"page": 1} | changes)).params())

    def file(self) -> str:
        """The address of the workbook."""
        params = self.params()
        return _address(
            "./api/v1/radar.xlsx", {k: params[k] for k in ("law", "since") if k in params}
        )


def _address(path: str, params: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(params)}" if params else path
