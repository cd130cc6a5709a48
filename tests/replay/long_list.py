"""Lists of any length, made row by row as they are asked for, and statutes of any length."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from replay.canaries import KEY
from replay.site import AssemblyServer, Row
from replay.statutes import version
from replay.town_assembly import bill_rows, proposed_rows

from records.model import Article, Version


@dataclass(frozen=True)
class LongTable(Sequence[Row]):
    """``length`` rows after the first that ``make`` gives, each with a number of its own."""

    length: int
    make: Callable[[int], list[dict[str, object]]]

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self._row(n) for n in range(*at.indices(self.length))]
        return self._row(at)

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, range(self.length))

    def _row(self, number: int) -> Row:
        name = f"{number:07d}"
        return self.make(1)[0] | {"BILL_ID": f"PRC_{name}", "BILL_NO": f"22{name}"}


def long_assembly(length: int) -> AssemblyServer:
    """열린국회정보 with so many bills."""
    bills, proposed = LongTable(length, bill_rows), LongTable(length, proposed_rows)
    return AssemblyServer({"TVBPMBILL11": bills, "nzmimeepazxkubdpn": proposed}, KEY)


def long_statute(count: int) -> Version:
    """A version of the statute 900001 with so many articles of about 500 letters."""
    articles = tuple(
        Article(f"제{n}조", f"제목 {n}", f"제{n}조(제목 {n}) " + "가상의 규정을 둔다. " * 40)
        for n in range(1, count + 1)
    )
    return version("100099", date(2026, 1, 1), "현행", articles, outline=())
