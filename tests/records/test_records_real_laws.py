"""The whole histories of real laws: nothing lost between the source's text and the store."""

from collections import defaultdict
from datetime import timedelta

import pytest

from indexer.statutes.markdown import read_markdown
from records.timeline import in_force


@pytest.fixture(scope="session")
def histories(samples):
    """Every version in the samples' law histories, by law (an act, its decree, its rule)."""
    found = defaultdict(list)
    for file in sorted((samples / "law-history").rglob("*.md")):
        version = read_markdown(file.read_text("utf-8"))
        found[version.law_id].append(version)
    return found


def test_every_version_of_every_law_comes_back_whole(records, histories):
    for versions in histories.values():
        records.put_versions(versions)
        statute = records.statute(versions[0].law_id)
        given = {(one.mst, one.effective): one for one in versions}
        assert {(one.mst, one.effective): one for one in statute.versions} == given


def test_on_the_first_day_of_each_version_its_articles_are_in_force(records, histories):
    for versions in histories.values():
        records.put_versions(versions)
        runs = records.articles_in_force(f"law:{versions[0].law_id}")
        for day in {one.effective + timedelta(days=n) for one in versions for n in (-1, 0)}:
            version = in_force(versions, day)
            expected = [(one.key, one.text) for one in version.articles] if version else []
            found = [r.article for r in runs if r.effective_from <= day < r.effective_to]
            assert sorted((one.key, one.text) for one in found) == sorted(expected)


def test_laws_are_found_by_every_name_they_had(records, histories):
    for law_id, versions in histories.items():
        records.put_versions(versions)
        for name in {one.name.replace(" ", "") for one in versions}:
            assert law_id in {one.id for one in records.find_statutes(name)}
