"""One line of a law list of 법제처: which version of which law there is to fetch."""

from dataclasses import dataclass
from datetime import date
from xml.etree.ElementTree import Element

from crawlers.markup import day, text_of
from records.errors import WrongForm
from records.names import fold


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a law list: a version by its `key` and what is said of it."""

    law_id: str
    mst: str
    effective: date
    name: str
    abbreviation: str
    status: str
    promulgated: str
    number: str
    ministry: str

    @property
    def key(self) -> tuple[str, str, date]:
        return self.law_id, self.mst, self.effective


def read_row(item: Element) -> Row:
    """Read ``<law>`` of a ``law`` or ``eflaw`` list."""
    row = Row(
        law_id=text_of(item, "법령ID"),
        mst=text_of(item, "법령일련번호"),
        effective=day(text_of(item, "시행일자"), "시행일자"),
        name=text_of(item, "법령명한글"),
        abbreviation=text_of(item, "법령약칭명"),
        status=text_of(item, "현행연혁코드"),
        promulgated=text_of(item, "공포일자"),
        number=text_of(item, "공포번호"),
        ministry=text_of(item, "소관부처명"),
    )
    if not (row.law_id and row.mst and row.name):
        raise WrongForm("목록의 항목에 법령ID, 법령일련번호 또는 법령명이 없습니다")
    return row


def is_id(name: str) -> bool:
    """Whether ``name`` is a 법령ID (six digits, zeros kept) and not a law's name."""
    return len(name) == 6 and name.isdecimal()


def mentions(row: Row, wanted: str) -> bool:
    """Whether a row may answer a query for ``wanted`` (a folded name)."""
    return wanted in fold(row.name) or wanted in fold(row.abbreviation)
