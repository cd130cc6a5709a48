"""서울 열린데이터광장: the rows of one open data set, a paper each.

Which set, and which of its columns are the id, title and day, is the council's to set
(``service``, ``id``, ``title``, ``date``, ``kind``): no set of the council's own is known.
"""

import re
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass

from crawlers.contract import KEY_HERE, Everything, Fetch, Harvest, Job, Outcome
from crawlers.lists import Page, pages
from crawlers.open_data import read_rows
from crawlers.rows import Fields
from records.errors import EmptyAnswer
from records.model import Document, Kind, Passage, Visibility

ROWS = 1000
CONTACT_COLUMNS = "TEL|PHONE|FAX|MAIL|전화|연락처|휴대|메일"
"""Names of columns that hold contacts: they are not kept."""


@dataclass(frozen=True, slots=True)
class DataSeoul:
    """One data set by its options."""

    name: str = "data-seoul"
    home: str = "http://openapi.seoul.go.kr:8088"
    parameter: str | None = None
    expects: str = "json"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a page."""
        service, ids = job.option("service"), set[str]()

        async def turn(number: int) -> Page[Fields]:
            first = (number - 1) * ROWS + 1
            path = f"{KEY_HERE}/json/{service}/{first}/{number * ROWS}/"
            return read_rows(await fetch(path, {}), service)

        async for page in pages(turn):
            if page.total == 0:
                raise EmptyAnswer(f"{service} 자료가 0건입니다")
            found = tuple(read_row(row, job) for row in page.rows)
            announced = page.total if not ids else 0
            ids.update(one.id for one in found)
            yield Harvest(service, announced, len(found), documents=found)
        yield Everything(f"data-seoul:{service}-", frozenset(ids))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """A list is read as a whole."""
        return ()


def read_row(row: Fields, job: Job) -> Document:
    """One row, its columns a line each."""
    title = row.need(job.option("title"))
    lines = [
        f"{n}: {v}" for n, v in row.values if v and not re.search(CONTACT_COLUMNS, n, re.IGNORECASE)
    ]
    column = job.options.get("date", "")
    return Document(
        id=f"data-seoul:{job.option('service')}-{row.need(job.option('id'))}",
        kind=Kind(job.options.get("kind") or Kind.OTHER),
        title=title,
        date=row.day(column) if column else None,
        agency="서울특별시",
        visibility=Visibility.PUBLIC,
        source="data-seoul",
        passages=tuple(Passage(n, line, heading=n == 0) for n, line in enumerate((title, *lines))),
    )


DATA_SEOUL = DataSeoul()
