"""How the rows of `versions` keep a version: a short body, and contents by reference to texts.

Most articles stay the same from version to version, so each text is stored once, by SHA-256.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from records.codec import pack, sha256, unpack
from records.model import Article, Version
from records.sql import batches, insert_missing
from records.tables import law_texts, versions

DELETED = "삭제"
"""The state of a version that its source has taken back: it stays stored and is never read."""
_PARTS = ("reason", "preamble", "addenda", "annexes")
_HEADER: dict[str, Any] = {"reason": None, "preamble": "", "annexes": ""}


def header(version: Version) -> Version:
    """The version without its texts, but for the first line of its addenda: by that a whole
    amendment is told from a partial one (`timeline.renews`)."""
    first = version.addenda.lstrip().partition("\n")[0][:200]
    return replace(version, articles=(), addenda=first, **_HEADER)


def version_row(document_id: str, version: Version) -> dict[str, Any]:
    """The row of `versions` for ``version``."""
    body, contents = pack(header(version)), _contents(version)
    return {
        "document_id": document_id,
        "mst": version.mst,
        "effective": version.effective,
        "fingerprint": sha256(f"{body}\n{contents}"),
        "body": body,
        "contents": contents,
    }


def store_texts(connection: Connection, changed: Iterable[Version]) -> None:
    """Keep every text of the ``changed`` versions that is not kept yet."""
    found = {sha256(text): text for version in changed for text in _texts(version)}
    rows = [{"sha256": key, "text": pack(text)} for key, text in found.items()]
    for some in batches(rows):
        insert_missing(connection, law_texts, some)


def headers(connection: Connection, document_id: str) -> list[Version]:
    """All versions of a law without texts, but for those that were deleted."""
    query = select(versions.c.body).where(versions.c.document_id == document_id)
    found = [unpack(Version, body) for body in connection.execute(query).scalars()]
    return [version for version in found if version.status != DELETED]


def whole(connection: Connection, document_id: str, only: Version | None = None) -> list[Version]:
    """The versions of a law with texts: all, or the one whose header is ``only``."""
    query = select(versions.c.body, versions.c.contents)
    query = query.where(versions.c.document_id == document_id)
    if only is not None:
        query = query.where(versions.c.mst == only.mst, versions.c.effective == only.effective)
    found = [(unpack(Version, row.body), row.contents) for row in connection.execute(query)]
    rows = [(one, json.loads(contents)) for one, contents in found if one.status != DELETED]
    texts = _load_texts(connection, [key for _, contents in rows for key in _keys(contents)])
    return [_fill(version, contents, texts) for version, contents in rows]


def _texts(version: Version) -> Iterable[str]:
    yield from (article.text for article in version.articles)
    yield from (text for part in _PARTS if (text := getattr(version, part)))


def _contents(version: Version) -> str:
    articles = [[a.key, a.title, a.heading, sha256(a.text)] for a in version.articles]
    parts = {part: sha256(text) for part in _PARTS if (text := getattr(version, part))}
    return json.dumps({"articles": articles, **parts})


def _keys(contents: dict[str, Any]) -> Iterable[str]:
    yield from (article[3] for article in contents["articles"])
    yield from (contents[part] for part in _PARTS if part in contents)


def _load_texts(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for some in batches(list(dict.fromkeys(keys))):
        query = select(law_texts.c.sha256, law_texts.c.text).where(law_texts.c.sha256.in_(some))
        found.update((row.sha256, json.loads(row.text)) for row in connection.execute(query))
    return found


def _fill(version: Version, contents: dict[str, Any], texts: Mapping[str, str]) -> Version:
    articles = tuple(
        Article(key, title, texts[digest], heading)
        for key, title, heading, digest in contents["articles"]
    )
    parts: dict[str, Any] = {part: texts[contents[part]] for part in _PARTS if part in contents}
    return replace(version, articles=articles, **parts)
