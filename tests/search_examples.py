"""A small council on the real embedded engine, with papers for several readers."""

from collections.abc import Iterable
from datetime import date
from itertools import count

from indexer.engines.seam import DocumentUnits, Engine
from indexer.korean.analyser import Analyser
from indexer.units import document_units, statute_units
from records.model import (
    FOREVER,
    Article,
    ArticleInForce,
    Document,
    Kind,
    Passage,
    Statute,
    Version,
    Visibility,
)
from records.visibility import readers_of

_NUMBERS = count(1)


def paper(
    name: str,
    text: str,
    *,
    title: str = "문서",
    kind: Kind = Kind.BILL,
    visibility: Visibility = Visibility.PUBLIC,
    **fields: object,
) -> Document:
    """A document of one page a line of ``text``."""
    passages = tuple(
        Passage(n, line, page=n + 1) for n, line in enumerate(text.strip().splitlines())
    )
    return Document(
        id=f"t:{name}",
        kind=kind,
        title=title,
        visibility=visibility,
        passages=passages,
        revision=next(_NUMBERS),
        **fields,  # type: ignore[arg-type]
    )


def law(name: str, texts: Iterable[tuple[date, date, str]], law_id: str = "000001") -> Statute:
    """A law whose one article had ``texts`` one after the other."""
    versions = tuple(
        Version(law_id, f"m{n}", start, name, "법률", articles=(Article("제41조", "요구", text),))
        for n, (start, _, text) in enumerate(texts)
    )
    return Statute(law_id, name, "법률", versions, revision=next(_NUMBERS))


def fill(engine: Engine, analyser: Analyser, papers: Iterable[Document | DocumentUnits]) -> None:
    """Make ``papers`` searchable."""
    batch = [
        one if isinstance(one, DocumentUnits) else document_units(one, readers_of(one), analyser)
        for one in papers
    ]
    engine.apply(batch, max(one.revision for one in batch))


def law_units(statute: Statute, analyser: Analyser) -> DocumentUnits:
    """The units of a public law."""
    ends = [version.effective for version in statute.versions[1:]] + [FOREVER]
    articles = [
        ArticleInForce(statute.id, article, version.effective, end, version.mst)
        for version, end in zip(statute.versions, ends, strict=True)
        for article in version.articles
    ]
    return statute_units(statute, articles, ("operator", "public"), analyser)
