"""``cite``: the citations of a text, a JSON line each."""

from datetime import date

import click

from indexer.statutes.cite.held import RecordsLaws, names_in
from indexer.statutes.cite.model import Within
from indexer.statutes.cite.reader import read_citations
from indexer.statutes.cite.resolve import resolve
from indexer.statutes.cite.within import within_of, within_title
from records.errors import UnknownDocument
from records.timeline import nearest, today
from ucouncil.commands.laws import find_law
from ucouncil.commands.options import Day, Settings, home_option
from ucouncil.commands.texts import text_of
from ucouncil.council import Council
from ucouncil.output import emit


@click.command
@click.argument("file")
@click.option("--date", "day", type=Day(), help="글의 날짜: 그날의 법령으로 풉니다 (기본 오늘)")
@click.option("--within", metavar="LAW", help="글이 이 법령의 조문일 때 그 이름")
@click.option("--json", "_as_json", is_flag=True, hidden=True)
@home_option
def cite(
    settings: Settings, file: str, day: date | None, within: str | None, _as_json: bool
) -> None:
    """글의 법령 인용을 찾아 법령 ID와 조문으로 풉니다(한 줄에 JSON 하나)."""
    text = text_of(settings, file)
    with Council(settings) as council:
        names, laws = names_in(council.records), RecordsLaws(council.records)
        around = _within(council, within, day or today()) if within else None
        for one in resolve(read_citations(text, names, around), laws, day):
            emit(one.as_json())


def _within(council: Council, name: str, day: date) -> Within:
    """The statute around the text; of one that is not held only the name is known."""
    try:
        statute = find_law(council.records, name)
    except UnknownDocument:
        return within_title(name)
    version = council.records.version(statute.document_id, day) or nearest(statute.versions, day)
    return within_of(version) if version else within_title(name)
