"""Sources as a council sets them: its own addresses, rhythm and names, in a file and not in code."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from replay.canaries import KEY
from replay.edoc import Letter, pack
from replay.site import Town
from replay.town import town

from crawlers.sources import SOURCES
from records.model import Document, Kind
from records.store import Records
from ucouncil.__main__ import cli

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def served() -> Iterator[Town]:
    with town() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, from which nobody beyond this machine can be asked by mistake."""
    for scheme in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(scheme, "http://127.0.0.1:9")
    Records.create(f"sqlite:///{tmp_path}/records.db", (tmp_path / "originals").as_uri()).close()
    return tmp_path


def ucouncil(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--home", str(home)], catch_exceptions=False)


def asked(home: Path, *words: str) -> Any:
    return json.loads(ucouncil(home, *words, "--json").stdout)


def opened(home: Path) -> Records:
    return Records.open(f"sqlite:///{home}/records.db", (home / "originals").as_uri())


def configure(home: Path, text: str) -> None:
    (home / "ucouncil.toml").write_text(text, encoding="utf-8")


def test_a_law_without_sources_asks_the_statute_sources_only(home: Path, served: Town) -> None:
    configure(
        home, f'law_key = "{KEY}"\nclik_key = "{KEY}"\n[sources.clik-bill]\nrasmbly_id = "002001"\n'
    )
    reports = asked(home, "crawl", "--law", "900001", "--base-url", served.url)
    assert [one["source"] for one in reports] == ["law", "eflaw", "ordin"]


def test_each_source_takes_its_own_key(home: Path, served: Town) -> None:
    configure(
        home,
        f'clik_key = "{KEY}"\nassembly_key = "wrong-canary-000"\n'
        f'[sources.clik-bill]\nrasmbly_id = "002001"\nbase_url = "{served.url}"\n'
        f'[sources.assembly]\nterm = 22\nbase_url = "{served.url}"\n'
        f'[sources.assembly-members]\nbase_url = "{served.url}"\n'
        f"[sources.assembly-schedule]\noff = true\n",
    )
    reports = {one["source"]: one for one in asked(home, "crawl")}
    assert reports.keys() == {"clik-bill", "assembly", "assembly-members"}
    assert (reports["clik-bill"]["fault"], reports["clik-bill"]["loaded"]) == (None, 5)
    assert reports["assembly"]["fault"] == "refused"
    with opened(home) as records:
        assert "clik-bill:CLIKB0001" in records.documents(["clik-bill:CLIKB0001"])


def test_what_a_key_alone_turns_on(home: Path) -> None:
    """Whoever runs all sources under a key in a test asks each of these: give each an address."""
    configure(home, f'law_key = "{KEY}"\nassembly_key = "{KEY}"\nclik_key = "{KEY}"\n')
    on = [one["source"] for one in asked(home, "sources") if one["on"]]
    assert on == [
        *("law", "eflaw", "ordin", "article-changes", "deletions"),
        *("assembly-members", "assembly-schedule"),
    ]


def test_a_second_invented_council_needs_a_file_and_no_code(home: Path, served: Town) -> None:
    pages = served.sites["/"]
    pages.pages = {  # type: ignore[attr-defined]
        "/kr/assembly/late.do?pageNum=1": "<div class='board'><table><tr class='line'><td>1</td>"
        "<td>제9대</td><td>제101회</td><td>2차</td><td><a href='/r?key=77'>산업건설위원회</a></td>"
        "<td>2026.04.01</td></tr></table></div>",
        "/kr/assembly/late.do?pageNum=2": "<div class='board'></div>",
        "/record/recordView.do": "<div class='text'><p>○위원장 나가상  개의합니다.</p></div>",
    }
    configure(
        home,
        'council_name = "가상군의회"\ncouncil_code = "4999000"\n'
        'committees = ["산업건설위원회"]\n[sources.smc-minutes]\nevery_hours = 12\n'
        f'base_url = "{served.url}"\n"minutes.rows" = ".board tr.line"\n'
        '"minutes.canvas" = "//*[@class=\'text\']"\n',
    )
    (report,) = asked(home, "crawl")
    assert (report["source"], report["fault"], report["loaded"]) == ("smc-minutes", None, 1)
    with opened(home) as records:
        paper = records.document("smc-minutes:77")
        assert (paper.session, paper.committee) == (101, "산업건설위원회")
        assert paper.passages[0].speaker == "위원장 나가상"
    inbox = home / "approval" / "in"
    inbox.mkdir(parents=True)
    letter = Letter(body="<p>산업건설위원회 관련</p>")
    (inbox / "1.xml").write_bytes(pack(letter))
    taken = asked(home, "intake", "--settle", "0")
    with opened(home) as records:
        assert records.document(taken["id"]).committee == "산업건설위원회"
    answer = (home / "approval" / "out" / "receive_1.xml").read_bytes()
    assert b"<send-orgcode>4999000</send-orgcode>" in answer


def test_sources_say_how_they_are_and_what_to_do(home: Path, served: Town) -> None:
    configure(
        home,
        f'clik_key = "{KEY}"\n[sources.clik-bill]\nrasmbly_id = "002001"\nevery_hours = 6\n'
        f'base_url = "{served.url}"\n[sources.assembly]\nterm = 22\n',
    )
    states = {one["source"]: one for one in asked(home, "sources")}
    assert states["clik-bill"]["next_run"] is not None
    assert states["assembly"]["missing"] == ["assembly_key"]
    assert states["press"]["missing"] == ["feeds|sitemaps"]
    assert not states["press"]["on"]

    assert [one["source"] for one in asked(home, "crawl", "--due")] == ["clik-bill"]
    state = {one["source"]: one for one in asked(home, "sources")}["clik-bill"]
    assert (state["announced"], state["held"], state["fault"]) == (5, 5, None)
    assert state["last_success"]
    assert state["last_new"]
    assert asked(home, "crawl", "--due") == []

    served.sites["/openapi"].key = "another"
    assert ucouncil(home, "crawl", "clik-bill").exit_code == 1
    told = ucouncil(home, "sources").stdout
    assert "실패: 출처의 답 ERROR01" in told
    assert "→ 인증 키와 서버 IP 등록을" in told


def test_what_the_settings_lack_is_said_and_is_no_fault_of_the_source(
    home: Path, served: Town
) -> None:
    configure(home, f'[sources.admrul]\nbase_url = "{served.url}"\n')
    told = ucouncil(home, "crawl", "admrul", "clik-bill").stdout
    assert "admrul: 실패: 출처 admrul에 words 설정이 없습니다" in told
    assert "인증 키 UCOUNCIL_CLIK_KEY가 없습니다 → ucouncil.toml" in told
    states = {one["source"]: one for one in asked(home, "sources")}
    assert states["admrul"]["fault"] == states["clik-bill"]["fault"] == "bad_setting"
    assert states["admrul"]["advice"].startswith("ucouncil.toml")


def test_a_great_loss_is_told_with_the_word_that_accepts_it(home: Path, served: Town) -> None:
    configure(
        home,
        f'assembly_key = "{KEY}"\n[sources.assembly]\nterm = 22\nbase_url = "{served.url}"\n',
    )
    with opened(home) as records:
        records.put([Document(f"assembly22:OLD{n}", Kind.BILL, "옛 의안") for n in range(20)])
    told = ucouncil(home, "crawl", "assembly").stdout
    assert "가진 25건 가운데 20건이 목록에서 사라졌습니다" in told
    assert "`ucouncil crawl 출처 --accept-loss`" in told
    assert "--accept-loss" in ucouncil(home, "sources").stdout
    assert ucouncil(home, "crawl", "--accept-loss").exit_code == 2
    (report,) = asked(home, "crawl", "assembly", "--accept-loss")
    assert (report["fault"], report["withdrawn"]) == (None, 20)
    (report,) = asked(home, "crawl", "assembly")
    assert (report["fault"], report["withdrawn"]) == (None, 0)


def test_robots_txt_is_kept_to_where_pages_are_for_people(home: Path, served: Town) -> None:
    pages = served.sites["/"]
    pages.pages["/robots.txt"] = "User-agent: *\nDisallow: /sanction\n"  # type: ignore[attr-defined]
    configure(home, f'[sources.opengov]\nbase_url = "{served.url}"\n')
    told = ucouncil(home, "crawl", "opengov").stdout
    assert "robots.txt가 이 주소의 수집을 허용하지 않습니다 → 출처 기관에 수집 허락을" in told
    assert not any("page" in one for one in pages.requests)


def test_the_text_of_an_attached_file_is_found_with_its_page(home: Path, served: Town) -> None:
    configure(home, f'[sources.opengov]\nbase_url = "{served.url}"\n')
    (report,) = asked(home, "crawl", "opengov")
    assert (report["fault"], report["loaded"]) == (None, 3)
    assert ucouncil(home, "index").exit_code == 0
    found = asked(home, "search", "Parking 102")
    (hit,) = [one for one in found["hits"] if one["id"] == "opengov:102"]
    assert {one["page"] for one in hit["passages"] if "Parking 102" in one["text"]} == {1}


def test_the_schedule_tells_of_each_run_as_it_ends(home: Path, served: Town) -> None:
    configure(
        home,
        f'clik_key = "{KEY}"\n[sources.clik-bill]\nrasmbly_id = "002001"\n'
        f'base_url = "{served.url}"\n',
    )
    command = [sys.executable, "-m", "ucouncil", "crawl", "--watch", "--json", "--home", str(home)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as watching:
        assert watching.stdout is not None
        report = json.loads(watching.stdout.readline())
        watching.send_signal(signal.SIGKILL)
    assert (report["source"], report["fault"], report["loaded"]) == ("clik-bill", None, 5)


def test_real_answers_can_be_recorded_without_the_key(
    home: Path, served: Town, tmp_path: Path
) -> None:
    configure(home, f'law_key = "{KEY}"\n[sources.eflaw]\nbase_url = "{served.url}"\n')
    folder = tmp_path / "recorded"
    assert ucouncil(home, "record", "eflaw", str(folder), "--law", "900001").exit_code == 0
    lines = [json.loads(line) for line in (folder / "index.jsonl").read_text().splitlines()]
    assert len(lines) == 5
    said = b"".join(path.read_bytes() for path in folder.iterdir())
    assert KEY.encode() not in said


def test_the_page_about_sources_names_each_of_them() -> None:
    page = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == list(SOURCES)
    for row, known in zip(rows, SOURCES.values(), strict=True):
        assert (f"UCOUNCIL_{(known.key or '').upper()}" in row) == (known.key is not None)
        for asks in known.asks:
            assert all(f"`{name}`" in row for name in asks.split("|"))
