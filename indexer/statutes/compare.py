"""Two versions of a law → what differs, and back: `apply` makes the new one of the old one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.statutes.alignment import rising
from indexer.statutes.changes import Change, ChangeKind, Comparison, PartChange
from indexer.statutes.likeness import is_stub
from indexer.statutes.outline import heading_paths, outline_text
from indexer.statutes.pairing import Pairs, pair
from records.model import Article, Version

_PARTS = {"제명": "name", "전문": "preamble", "부칙": "addenda", "별표": "annexes"}


def compare(before: Version, after: Version) -> Comparison:
    """What has to be done to ``before`` to get ``after``, in the order of the new version."""
    changes = tuple(_changes(before.articles, after.articles))
    parts = tuple(_parts(before, after))
    outline = after.outline if before.outline != after.outline else None
    return Comparison(before, after, changes, parts, outline)


def apply(found: Comparison, before: Version) -> Version:
    """``before`` with all that ``found`` says done to it: the text of the new version."""
    changed = {field: part.after for part in found.parts if (field := _PARTS.get(part.part))}
    outline = before.outline if found.outline is None else found.outline
    articles = _applied(found.changes, before.articles)
    paths = heading_paths(outline, len(articles))
    articles = tuple(replace(a, heading=path) for a, path in zip(articles, paths, strict=True))
    return replace(before, articles=articles, outline=outline, **changed)  # type: ignore[arg-type]


def _applied(changes: Sequence[Change], articles: Sequence[Article]) -> tuple[Article, ...]:
    old: list[Article | None] = list(articles)
    placed: list[tuple[int, Article]] = []
    for change in changes:
        stays = change.new if change.place is None else None
        if change.old_place is not None:
            old[change.old_place] = stays
        if change.new is not None and change.place is not None:
            placed.append((change.place, change.new))
    found = [article for article in old if article is not None]
    for place, article in sorted(placed, key=lambda one: one[0]):
        found.insert(place, article)
    return tuple(found)


def _changes(old: Sequence[Article], new: Sequence[Article]) -> Iterator[Change]:
    """The gone ones stand where they stood: before what followed them."""
    pairs = pair(old, new)
    sources = {j: i for i, j in pairs.items()}
    stays, headings = _staying(old, new, pairs), _Headings(old, new)
    gone = [i for i in range(len(old)) if i not in pairs]
    for j, article in enumerate(new):
        i = sources.get(j)
        if i is not None:
            while gone and gone[0] < i:
                yield _gone(old, gone.pop(0))
            place = None if j in stays else j
            yield from _paired(old[i], article, i, place, headings)
        else:
            kind = ChangeKind.DELETED if is_stub(article) else ChangeKind.ADDED
            yield Change(kind, None, article, None, j)
    yield from (_gone(old, i) for i in gone)


def _gone(old: Sequence[Article], i: int) -> Change:
    return Change(ChangeKind.DELETED, old[i], None, i)


def _paired(
    old: Article, new: Article, i: int, place: int | None, headings: "_Headings"
) -> Iterator[Change]:
    if old.key != new.key:
        kind = ChangeKind.RENUMBERED
    elif old.text != new.text:
        kind = _change_of_text(old, new)
    elif place is not None or headings.moved(old, new):
        kind = ChangeKind.MOVED
    else:
        return
    yield Change(kind, old, new, i, place)


def _change_of_text(old: Article, new: Article) -> ChangeKind:
    """``제5조 삭제 <…>`` is a deletion, and a text in its place a new article."""
    was, now = is_stub(old), is_stub(new)
    if was == now:
        return ChangeKind.CHANGED
    return ChangeKind.DELETED if now else ChangeKind.ADDED


def _staying(old: Sequence[Article], new: Sequence[Article], pairs: Pairs) -> set[int]:
    """The places in the new version of articles that keep their number and their order."""
    kept = sorted((i, j) for i, j in pairs.items() if old[i].key == new[j].key)
    return {kept[at][1] for at in rising([j for _, j in kept])}


class _Headings:
    """Whether an article stands under another 장 or 절 than before, both of which there were
    and are; a heading that was renamed or renumbered moves nothing."""

    def __init__(self, old: Sequence[Article], new: Sequence[Article]) -> None:
        self._known = {_name(a.heading) for a in old} & {_name(a.heading) for a in new}

    def moved(self, old: Article, new: Article) -> bool:
        was, now = _name(old.heading), _name(new.heading)
        return was != now and was in self._known and now in self._known


def _name(path: str) -> str:
    """The names in a heading path without numbers and notes."""
    return "".join(re.sub(r"제\d+[편장절관속](?:의\d+)*|<[^<>]*>|\s", "", path).split())


def _parts(before: Version, after: Version) -> Iterator[PartChange]:
    for part, field in _PARTS.items():
        texts = getattr(before, field), getattr(after, field)
        if texts[0] != texts[1]:
            yield PartChange(part, *texts)
    if before.outline != after.outline:
        yield PartChange("편제", outline_text(before), outline_text(after))
