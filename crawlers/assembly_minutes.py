"""열린국회정보 minutes: the sittings of the house and of its committees, their text as a PDF.

A row is one item of an agenda; the rows of one sitting are one paper. The service takes a year
for its day. The PDF lies with a neighbour of the source and is fetched as an attached file.
"""

from collections.abc import AsyncIterator, Iterator

from crawlers.assembly import AssemblySource, listed
from crawlers.contract import Fetch, Harvest, Job, Outcome, guarded
from crawlers.files import Files, Link
from crawlers.rows import Fields
from records.errors import EmptyAnswer
from records.model import Document, Kind, Passage, Relation, RelationKind, Visibility

PLENARY, COMMITTEES = "nzbyfwhwaoanttzje", "ncwgseseafwbuheph"


async def _minutes(fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
    files, empty = Files(fetch, job), True
    for service in (PLENARY, COMMITTEES):
        for year in _years(job):
            sittings = await _sittings(fetch, service, job.option("term"), year)
            empty = empty and not sittings
            for key, rows in sittings.items():
                yield await _sitting(job, key, rows, files)
    if empty:
        raise EmptyAnswer("회의록 목록이 0건입니다")


def _years(job: Job) -> Iterator[int]:
    """The years of the days that are asked for; ``from_year`` says where a first run begins."""
    first = job.since.year if job.since else int(job.options.get("from_year", job.today.year))
    yield from range(first, job.today.year + 1)


async def _sittings(
    fetch: Fetch, service: str, term: str, year: int
) -> dict[str, tuple[Fields, ...]]:
    """The rows of each sitting of a year; a year in which nobody sat has none."""
    params = {"DAE_NUM": term, "CONF_DATE": str(year)}
    found: dict[str, tuple[Fields, ...]] = {}
    async for page in listed(fetch, service, params, may_be_empty=True):
        for row in page.rows:
            key = row["CONF_ID"] or row.need("CONFER_NUM")
            found[key] = (*found.get(key, ()), row)
    return found


async def _sitting(job: Job, key: str, rows: tuple[Fields, ...], files: Files) -> Outcome:
    if f"assembly-minutes:{key}" in job.known:
        return Harvest(key, 1, 1, held=1)
    return await guarded(key, _paper(key, rows, files))


async def _paper(key: str, rows: tuple[Fields, ...], files: Files) -> Harvest:
    paper, first = read_sitting(key, rows), rows[0]
    links = [Link(f"{paper.title}.pdf", first["PDF_LINK_URL"])] if first["PDF_LINK_URL"] else []
    came = await files.of(paper.id, links)
    videos = dict.fromkeys(row["VOD_LINK_URL"] for row in rows if row["VOD_LINK_URL"])
    seen = tuple(Relation(paper.id, RelationKind.RECORDED, address) for address in videos)
    return Harvest(key, 1, 1, documents=(paper,), files=came, relations=seen)


def read_sitting(key: str, rows: tuple[Fields, ...]) -> Document:
    """One sitting: its head and its agenda; what was said stands in the file."""
    first = rows[0]
    title = " ".join(f"{first.need('TITLE')} 회의록".split())
    agenda = [row["SUB_NAME"] for row in rows if row["SUB_NAME"]]
    lines = [title, f"회의 종류: {first['CLASS_NAME']}", *agenda]
    return Document(
        id=f"assembly-minutes:{key}",
        kind=Kind.MINUTES,
        title=title,
        date=first.day("CONF_DATE"),
        committee=first["COMM_NAME"] or None,
        agency="국회",
        visibility=Visibility.PUBLIC,
        source="assembly-minutes",
        source_url=first["CONF_LINK_URL"] or None,
        passages=tuple(Passage(n, line, heading=n == 0) for n, line in enumerate(lines)),
    )


ASSEMBLY_MINUTES = AssemblySource("assembly-minutes", _minutes)
