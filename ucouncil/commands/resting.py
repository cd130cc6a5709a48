"""What rests on a law or one of its articles, for ``law --cited-by``."""

from itertools import groupby

from records.model import Document, Relation, RelationKind, Statute
from records.store import Records
from ucouncil.output import emit, say

_WORDS = {
    RelationKind.CITES: "인용",
    RelationKind.AMENDS: "개정",
    RelationKind.DELEGATES: "위임",
}


def tell_resting(records: Records, statute: Statute, article: str | None, as_json: bool) -> None:
    """Print the papers, bills, ordinances and articles that cite, amend or carry it out."""
    target = f"{statute.document_id}#{article}" if article else statute.document_id
    found = records.resting_on(target)
    papers = records.documents({one.source.partition("#")[0] for one in found})
    rows = [_row(one, papers) for one in found]
    if as_json:
        return emit({"target": target, "relations": rows})
    say(f"{statute.name} {article or ''} — 기대는 곳 {len({row['source'] for row in rows})}")
    rows.sort(key=lambda row: (row["year"], row["source"]), reverse=True)
    for year, group in groupby(rows, key=lambda row: row["year"]):
        say(f"\n{year or '날짜 없음'}")
        for title, kind in dict.fromkeys((row["title"], row["kind_korean"]) for row in group):
            say(f"  [{kind}] {title}")
    return None


def _row(one: Relation, papers: dict[str, Document]) -> dict[str, str]:
    document_id, _, article = one.source.partition("#")
    paper = papers.get(document_id)
    title = f"{paper.title if paper else document_id} {article}".strip()
    return {
        "source": one.source,
        "kind": one.kind.value,
        "kind_korean": _WORDS[one.kind],
        "title": title,
        "document_kind": paper.kind.value if paper else "",
        "year": str(paper.date.year) if paper and paper.date else "",
        "target": one.target,
    }
