"""The state of the pictures' page is its address.

>>> GlancePlace("bill", "demo:bill-2026-001").link()
'./glance?show=bill&id=demo%3Abill-2026-001'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlencode

Show = Literal["requests", "bill", "around"]
SHOWN: Final[dict[Show, str]] = {
    "requests": "의원요구자료",
    "bill": "의안의 흐름",
    "around": "조문의 둘레",
}
"""The pictures and what each is called."""


@dataclass(frozen=True, slots=True)
class GlancePlace:
    """Which picture, and of what: a paper's id, or a law's with ``#제5조``."""

    show: Show = "requests"
    id: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "GlancePlace":
        """Read an address's parameters; what is not valid counts as not there."""
        asked = params.get("show", "")
        show: Show = next((one for one in SHOWN if one == asked), "requests")
        return cls(show, params.get("id", ""))

    def link(self) -> str:
        """Its address."""
        given = {"show": self.show if self.show != "requests" else "", "id": self.id}
        params = {name: value for name, value in given.items() if value}
        return f"./glance?{urlencode(params)}" if params else "./glance"
