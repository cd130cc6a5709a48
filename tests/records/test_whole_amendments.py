"""A whole amendment replaces what was promulgated before it, even what was still to take effect."""

from datetime import date
from pathlib import Path

from indexer.statutes.markdown import read_markdown
from records.model import Version
from records.store import Records
from records.timeline import in_force, intervals


def version(number: str, promulgated: date, effective: date, first_addendum: str) -> Version:
    return Version(
        "001656",
        number,
        effective,
        "지방자치법",
        "법률",
        promulgated=promulgated,
        number=number,
        addenda=f"부칙 <제{first_addendum}호,1988.4.6>",
    )


EARLIER = version("08338", date(2007, 4, 6), date(2008, 4, 7), "4004")
WHOLE = version("08423", date(2007, 5, 11), date(2007, 5, 11), "8423")
LATER = version("08852", date(2008, 2, 29), date(2008, 2, 29), "8423")


def test_the_law_of_february_2009_is_not_the_text_a_whole_amendment_had_replaced() -> None:
    assert in_force([EARLIER, WHOLE, LATER], date(2009, 2, 24)) == LATER
    assert EARLIER not in [span.version for span in intervals([LATER, EARLIER, WHOLE])]


def test_what_is_promulgated_after_a_whole_amendment_and_takes_effect_later_still_counts() -> None:
    staged = version("08435", date(2007, 5, 17), date(2008, 1, 1), "8423")
    found = [span.version.number for span in intervals([WHOLE, staged, LATER])]
    assert found == ["08423", "08435", "08852"]


def test_the_records_know_it_too(samples: Path, tmp_path: Path) -> None:
    folder = samples / "law-history" / "지방자치법" / "법률"
    versions = [read_markdown(path.read_text(encoding="utf-8")) for path in folder.glob("*.md")]
    with Records.create(f"sqlite:///{tmp_path}/r.db", str(tmp_path / "originals")) as records:
        records.put_versions(versions)
        assert {one.status for one in records.put_versions(versions)} == {"unchanged"}
        found = records.version("001656", date(2009, 2, 24))
        today = records.version("001656", date(2026, 11, 22))
        whole = {one.number: one.addenda for one in records.statute("001656").versions}
    assert found is not None
    assert found.number == "08852"
    assert next(a.title for a in found.articles if a.key == "제41조") == "행정사무 감사권 및 조사권"
    assert today is not None
    assert today.number == "21447"
    assert whole == {one.number: one.addenda for one in versions}
