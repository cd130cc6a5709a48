"""What holds for any content: round trips, idempotence, intervals."""

import string
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from fixtures_postgres import fresh_database
from hypothesis import given, settings
from hypothesis import strategies as st

from records.codec import pack, unpack
from records.model import (
    FOREVER,
    Article,
    Attachment,
    Document,
    Kind,
    Passage,
    Privacy,
    Version,
    Visibility,
)
from records.store import Records
from records.timeline import articles_in_force, in_force, intervals
from records.viewer import ROLES, Viewer
from records.visibility import may_read, readers_of

words = st.text(max_size=20)
"""Any code points, NUL and lone surrogates included."""
maybe = st.none() | words
passages = st.builds(
    Passage,
    order=st.integers(0, 9),
    text=words,
    page=st.none() | st.integers(1, 9),
    article=maybe,
    cell=maybe,
    speaker=maybe,
    heading=st.booleans(),
)
documents = st.builds(
    Document,
    id=st.text(string.ascii_lowercase, min_size=1, max_size=3).map("test:{}".format),
    kind=st.sampled_from(Kind),
    title=words,
    date=st.none() | st.dates(),
    number=maybe,
    session=st.none() | st.integers(1, 999),
    members=st.lists(words, max_size=3).map(tuple),
    disclosure=maybe,
    visibility=st.sampled_from(Visibility),
    readers=st.lists(words, max_size=2).map(tuple),
    privacy=st.sampled_from(Privacy),
    attachments=st.lists(
        st.builds(Attachment, words, words, words, st.integers(0, 9)), max_size=2
    ).map(tuple),
    notes=st.lists(words, max_size=2).map(tuple),
    synthetic=st.booleans(),
    passages=st.lists(passages, max_size=4).map(tuple),
)
days = st.integers(0, 20).map(lambda n: date(2000, 1, 1) + timedelta(days=n))
versions = st.builds(
    Version,
    law_id=st.just("000001"),
    mst=st.sampled_from("123456"),
    effective=days,
    name=st.just("법"),
    kind=st.just("법률"),
    promulgated=st.none() | days,
    number=st.none() | st.integers(1, 99).map("제{}호".format),
    revision_kind=st.sampled_from([None, "제정", "일부개정", "폐지", "타법폐지", "폐지제정"]),
    outline=st.lists(st.tuples(st.integers(0, 3), words), max_size=2).map(tuple),
    articles=st.lists(
        st.builds(Article, st.sampled_from(["제1조", "제2조"]), maybe, st.sampled_from("가나다")),
        max_size=4,
    ).map(tuple),
)
histories = st.lists(versions, max_size=8, unique_by=lambda one: (one.mst, one.effective))


@given(documents)
def test_a_document_survives_packing(document):
    assert unpack(Document, pack(document)) == document
    pack(document).encode()


@given(versions)
def test_a_version_survives_packing(one):
    assert unpack(Version, pack(one)) == one


@pytest.fixture(scope="session")
def fresh_sqlite(tmp_path_factory):
    @contextmanager
    def make():
        yield f"sqlite:///{tmp_path_factory.mktemp('property')}/records.db"

    return make


@pytest.fixture(scope="session")
def fresh_postgres(postgres_cluster):
    return lambda: fresh_database(postgres_cluster)


@pytest.mark.parametrize("kind", ["fresh_sqlite", "fresh_postgres"])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_stored_is_given_and_twice_is_once(kind, data, request):
    papers, laws = data.draw(st.lists(documents, max_size=6)), data.draw(histories)
    newest = {paper.id: paper for paper in papers}
    fresh = request.getfixturevalue(kind)
    with fresh() as url, Records.create(url, "memory://properties") as records:
        records.put(papers)
        records.put_versions(laws)
        last = records.last_revision()
        stored = records.documents(newest)
        assert {pack(_settled(one)) for one in stored.values()} == {
            pack(_settled(one)) for one in newest.values()
        }
        assert not laws or set(records.statute("000001").versions) == set(laws)
        records.put(newest.values())
        records.put_versions(laws)
        assert records.last_revision() == last


def _settled(document: Document) -> Document:
    """Without what the store decides."""
    return replace(document, revision=0, privacy=Privacy.CLEAR)


@given(histories, days)
def test_intervals_never_overlap_and_only_a_repeal_leaves_a_gap(history, day):
    spans = intervals(history)
    for before, after in pairwise(spans):
        assert before.since < before.to <= after.since
    if spans:
        assert spans[-1].since < spans[-1].to
    repealed = any("폐지" in (one.revision_kind or "") for one in history)
    if history and not repealed:
        assert spans[0].since == min(one.effective for one in history)
        assert spans[-1].to == FOREVER
        assert all(a.to == b.since for a, b in pairwise(spans))
    found = in_force(history, day)
    assert found == next((s.version for s in spans if s.since <= day < s.to), None)


@given(histories, days)
def test_each_day_has_exactly_the_articles_of_its_version(history, day):
    found = in_force(history, day)
    expected = sorted((one.key, one.text) for one in found.articles) if found else []
    runs = [
        one for one in articles_in_force(history) if one.effective_from <= day < one.effective_to
    ]
    assert sorted((one.article.key, one.article.text) for one in runs) == expected


@given(histories)
def test_merged_neighbours_never_touch_with_the_same_text(history):
    runs = articles_in_force(history)
    assert [r.effective_from for r in runs] == sorted(r.effective_from for r in runs)
    for one in runs:
        same = [
            r
            for r in runs
            if r.article.key == one.article.key and r.article.text == one.article.text
        ]
        starts = sum(r.effective_from == one.effective_to for r in same)
        ends = sum(r.effective_to == one.effective_to for r in same)
        assert starts == 0 or ends == 0


@given(documents)
def test_nobody_reads_what_is_held_and_the_operator_all_else(document):
    held = document.privacy is Privacy.HELD
    assert (readers_of(document) == ()) is held
    assert may_read(Viewer("operator"), document) is not held
    if document.visibility is Visibility.PUBLIC and not held:
        assert all(may_read(Viewer(role), document) for role in ROLES)
