"""Press: RSS and Atom feeds and news sitemaps of outlets, and the council's own 보도자료.

The addresses are the council's to set (``feeds``, ``sitemaps``: one a line). What the feed
itself offers is kept, with the link to the rest: whole articles belong to their publishers.
"""

import hashlib
import time
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

import feedparser
from lxml import html

from crawlers.contract import Answer, Fetch, Harvest, Job, Outcome, guarded
from crawlers.markup import parse, text_of
from records.errors import BadSetting, EmptyAnswer, WrongForm
from records.model import Document, Kind, Passage, Visibility

_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


@dataclass(frozen=True, slots=True)
class Press:
    """Every feed and sitemap is one thing that is brought or lost."""

    name: str = "press"
    home: str = "https://www.smc.seoul.kr"
    parameter: str | None = None
    expects: str = "xml"

    async def crawl(self, fetch: Fetch, job: Job) -> AsyncIterator[Outcome]:
        """A harvest a feed."""
        feeds, maps = _lines(job, "feeds"), _lines(job, "sitemaps")
        if not feeds and not maps:
            raise BadSetting("출처 press에 feeds나 sitemaps 설정이 없습니다 (ucouncil.toml)")
        for address in feeds:
            yield await guarded(address, self._feed(fetch, job, address))
        for address in maps:
            yield await guarded(address, self._map(fetch, job, address))

    def names_in(self, asked: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
        """Feeds come from the settings."""
        return ()

    async def _feed(self, fetch: Fetch, job: Job, address: str) -> Harvest:
        return _harvest(address, read_feed(await fetch(address, {})), job.since)

    async def _map(self, fetch: Fetch, job: Job, address: str) -> Harvest:
        return _harvest(address, read_sitemap(await fetch(address, {})), job.since)


def _lines(job: Job, name: str) -> list[str]:
    return job.options.get(name, "").split()


def _harvest(address: str, found: tuple[Document, ...], since: date | None) -> Harvest:
    if not found:
        raise EmptyAnswer(f"기사가 한 건도 없습니다: {address}")
    young = tuple(one for one in found if not (since and one.date and one.date < since))
    unique = tuple({one.id: one for one in young}.values())
    return Harvest(address, len(unique), len(unique), documents=unique)


def read_feed(answer: Answer) -> tuple[Document, ...]:
    """The entries of RSS or Atom."""
    feed = feedparser.parse(answer.body)  # type: ignore[attr-defined, no-untyped-call]
    if not feed.version:
        raise WrongForm("RSS나 Atom이 아닙니다")
    outlet = str(feed.feed.get("title", "")).strip()
    return tuple(_entry(entry, outlet) for entry in feed.entries)


def _entry(entry: Mapping[str, object], outlet: str) -> Document:
    link, title = str(entry.get("link", "")), _plain(str(entry.get("title", "")))
    if not link or not title:
        raise WrongForm("기사에 제목이나 주소가 없습니다")
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    day = (
        date(when.tm_year, when.tm_mon, when.tm_mday)
        if isinstance(when, time.struct_time)
        else None
    )
    summary = _plain(str(entry.get("summary", "")))
    return _article(link, title, day, outlet, [line for line in summary.splitlines() if line])


def read_sitemap(answer: Answer) -> tuple[Document, ...]:
    """The articles of a news sitemap; entries without a news title are other pages."""
    root = parse(answer.body)
    if root.tag != f"{_MAP}urlset":
        raise WrongForm(f"사이트맵이 아닙니다: <{root.tag.rpartition('}')[2]}>")
    found = []
    for url in root.iterfind(f"{_MAP}url"):
        news = url.find(f"{_NEWS}news")
        if news is None:
            continue
        title, link = text_of(news, f"{_NEWS}title"), text_of(url, f"{_MAP}loc")
        day = _iso(text_of(news, f"{_NEWS}publication_date"))
        outlet = text_of(news, f"{_NEWS}publication/{_NEWS}name")
        found.append(_article(link, title, day, outlet, []))
    return tuple(found)


def _article(
    link: str, title: str, day: date | None, outlet: str, lines: Iterable[str]
) -> Document:
    texts = (title, *lines)
    return Document(
        id=f"press:{hashlib.sha256(link.encode()).hexdigest()[:16]}",
        kind=Kind.PRESS,
        title=title,
        date=day,
        agency=outlet or urlsplit(link).hostname,
        visibility=Visibility.PUBLIC,
        source="press",
        source_url=link,
        passages=tuple(Passage(n, text, heading=n == 0) for n, text in enumerate(texts)),
    )


def _plain(text: str) -> str:
    """Text without the tags that feeds carry."""
    if not text.strip():
        return ""
    words = "".join(str(part) for part in html.fromstring(f"<div>{text}</div>").itertext())
    return "\n".join(" ".join(line.split()) for line in words.splitlines() if line.strip())


def _iso(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


PRESS = Press()
