"""A law as units: one for each text of each article, with the days it was in force.

Ids: ``law:009946#제5조의2@20251001`` for one text from that day, and, where an article had
several texts, ``law:009946#제5조의2@*`` for all of them together, which a search through history
counts once. Addenda (부칙) and annexes (별표) are units like articles.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from indexer.engines.seam import DocumentUnits, Unit
from indexer.korean.analyser import Analyser
from indexer.korean.forward import encode
from indexer.statutes.appendices import appendices
from indexer.units_fields import keywords, passage_unit, unit_payload
from indexer.units_text import Analysed, Slice, analysed, document_texts, slices, stretches
from records.model import FOREVER, Article, ArticleInForce, Kind, Passage, Statute, Version
from records.statute_view import ADDENDA
from records.timeline import articles_in_force, nearest, today


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of an article, analysed. ``id`` is its unit's."""

    id: str
    hit_id: str
    article: ArticleInForce
    body: list[Analysed]
    pieces: list[Slice]


def statute_units(
    statute: Statute,
    articles: Sequence[ArticleInForce],
    readers: tuple[str, ...],
    analyser: Analyser,
    cites: Mapping[str, tuple[str, ...]] | None = None,
) -> DocumentUnits:
    """The units of a law and their passages. ``articles`` are its texts with their days; the
    ``group`` of all is the law's document id. ``cites`` are the articles that a text cites: by
    hit id those of the text that is shown today, by unit id those of the others, each as of its
    time. No ``readers``, no units."""
    if not readers:
        return DocumentUnits(statute.document_id, statute.revision)
    law = _Law(statute, readers, analyser, cites or {})
    by_key: dict[str, list[ArticleInForce]] = {}
    for article in (*articles, *articles_in_force(map(appendices, statute.versions))):
        by_key.setdefault(article.article.key, []).append(article)
    units: list[Unit] = []
    passages: list[Unit] = []
    if not by_key:
        units.append(law.name_only())
    for texts in by_key.values():
        new_units, new_passages = law.article(texts)
        units += new_units
        passages += new_passages
    return DocumentUnits(statute.document_id, statute.revision, tuple(units), tuple(passages))


class _Law:
    """Makes the units of one law."""

    def __init__(
        self,
        statute: Statute,
        readers: tuple[str, ...],
        analyser: Analyser,
        cites: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._statute = statute
        self._cites = cites
        self._readers = readers
        self._analyser = analyser
        self._kind = Kind.ORDINANCE if statute.ordinance else Kind.STATUTE
        self._by_mst = {version.mst: version for version in statute.versions}
        self._shown = nearest(statute.versions, today())

    def article(self, texts: list[ArticleInForce]) -> tuple[list[Unit], list[Unit]]:
        """The units and passages of one article: a unit a text, and one of all if several."""
        analysed_texts = list(self._analysed(texts))
        alone = len(texts) == 1
        spans = ("point",) if alone else ("point", "apart")
        units = [self._unit(text.id, [text], spans) for text in analysed_texts]
        whole = f"{analysed_texts[0].hit_id}@*"
        passages = [
            passage if alone else _also_in(passage, whole)
            for text, unit in zip(analysed_texts, units, strict=True)
            for passage in self._passages(text, unit)
        ]
        if not alone:
            units.append(self._unit(whole, analysed_texts, ("gathered",)))
        return units, passages

    def name_only(self) -> Unit:
        """The unit of a law that never had a text in force; found only through history."""
        version, own = self._statute.versions[-1], self._statute.document_id
        days = ("date", "effective_from", "effective_to")
        titles = [(version.name, self._analyser.read(version.name))]
        return Unit(
            id=own,
            document=own,
            revision=self._statute.revision,
            texts=document_texts(titles, []),
            forward=encode(titles, []),
            keywords=self._keywords(version, version.effective, ("gathered",)),
            days=dict.fromkeys(days, version.effective.toordinal()),
            payload=unit_payload(own, version.name, self._kind.value, version.effective, {}),
        )

    def _analysed(self, texts: Iterable[ArticleInForce]) -> Iterator[_Text]:
        seen: dict[str, int] = {}
        for found in texts:
            hit_id = f"{self._statute.document_id}#{found.article.key}"
            own = f"{hit_id}@{found.effective_from:%Y%m%d}"
            seen[own] = seen.get(own, 0) + 1
            unit_id = own if seen[own] == 1 else f"{own}~{seen[own]}"
            key = found.article.key
            shown = ADDENDA if key.startswith(ADDENDA) else key
            passage = Passage(0, found.article.text, article=shown)
            runs = [(run, analysed(run, self._analyser)) for run in stretches([passage])]
            body = [part for _, parts in runs for part in parts]
            pieces = [piece for run, parts in runs for piece in slices(run, parts)]
            yield _Text(unit_id, hit_id, found, body, pieces)

    def _unit(self, unit_id: str, texts: list[_Text], spans: tuple[str, ...]) -> Unit:
        """A unit of ``texts`` of one article; the newest names it and dates it."""
        newest = max(texts, key=lambda text: text.article.effective_from)
        version = self._version(newest.article)
        first = min(text.article.effective_from for text in texts)
        last = max(text.article.effective_to for text in texts)
        since = newest.article.effective_from
        titles = list(self._titles(newest.article))
        body = [part for text in texts for part in text.body]
        return Unit(
            id=unit_id,
            document=self._statute.document_id,
            revision=self._statute.revision,
            texts=document_texts(titles, body),
            forward=encode(titles, body),
            keywords=self._keywords(version, since, spans, tuple(self._cited(texts))),
            days={
                "date": since.toordinal(),
                "effective_from": first.toordinal(),
                "effective_to": _last_day(last).toordinal(),
            },
            payload=unit_payload(
                newest.hit_id,
                _title(version, newest.article.article),
                self._kind.value,
                since,
                _details(version, newest.article.article, first, last),
            ),
        )

    def _cited(self, texts: list[_Text]) -> Iterator[str]:
        for text in texts:
            yield from self._cites.get(text.id, ())
            if self._is_shown(text.article):
                yield from self._cites.get(text.hit_id, ())

    def _is_shown(self, article: ArticleInForce) -> bool:
        """Whether this is the article's text today; an addendum is, however old."""
        shown = self._shown
        if shown is None or article.article.key.startswith(ADDENDA):
            return True
        return article.effective_from <= shown.effective < article.effective_to

    def _passages(self, text: _Text, unit: Unit) -> list[Unit]:
        title = _title(self._version(text.article), text.article.article)
        return [passage_unit(unit, n, piece, title) for n, piece in enumerate(text.pieces)]

    def _version(self, article: ArticleInForce) -> Version:
        return self._by_mst[article.mst]

    def _titles(self, article: ArticleInForce) -> Iterator[Analysed]:
        version = self._version(article)
        lines = (_title(version, article.article), version.abbreviation, article.article.heading)
        return ((line, self._analyser.read(line)) for line in lines if line)

    def _keywords(
        self, version: Version, since: date, spans: tuple[str, ...], cites: tuple[str, ...] = ()
    ) -> dict[str, tuple[str, ...]]:
        return keywords(
            document=(self._statute.document_id,),
            group=(self._statute.document_id,),
            kind=(self._kind.value,),
            year=(f"{since.year:04}",),
            agency=(version.ministry or "",),
            source=("ordin" if self._statute.ordinance else "law",),
            readers=self._readers,
            cites=cites,
            span=spans,
        )


def _title(version: Version, article: Article) -> str:
    name = f"{version.name} {article.key}"
    return f"{name}({article.title})" if article.title else name


def _details(version: Version, article: Article, first: date, last: date) -> dict[str, str]:
    shown = {
        "law": version.name,
        "article": article.key,
        "law_kind": version.kind,
        "agency": version.ministry,
        "number": version.number,
        "heading": article.heading,
        "effective_from": first.isoformat(),
        "effective_to": None if last == FOREVER else _last_day(last).isoformat(),
    }
    return {name: value for name, value in shown.items() if value}


def _last_day(exclusive: date) -> date:
    return exclusive if exclusive == FOREVER else exclusive - timedelta(days=1)


def _also_in(passage: Unit, whole: str) -> Unit:
    """``passage`` as one of the unit of all texts too, for a search through history."""
    found = {
        **passage.keywords,
        "group": (*passage.keywords["group"], whole),
        "span": ("point",),
    }
    return replace(passage, keywords=found)
