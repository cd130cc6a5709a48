"""``ucouncil intake``: a real home, a real reader of attachments, the real privacy gate."""

import json
from pathlib import Path

from click.testing import CliRunner
from replay.edoc import Letter, pack

from records.store import Records
from ucouncil.__main__ import cli


def test_packs_become_documents_that_are_found(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    Records.create(f"sqlite:///{home}/records.db", (home / "originals").as_uri()).close()
    inbox = home / "approval" / "in"
    inbox.mkdir(parents=True)
    page = "<html><body><p>거주자 우선 주차 27면</p></body></html>".encode()
    letter = Letter(attached=(("현황.html", page),))
    (inbox / "1.xml").write_bytes(pack(letter))
    (inbox / "2.xml").write_bytes(b"<pack>")

    result = CliRunner().invoke(
        cli, ["intake", "--settle", "0", "--json", "--home", str(home)], catch_exceptions=False
    )

    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["answer"], first["status"]) == ("receive", "loaded")
    assert (second["answer"], second["reason"] is not None) == ("fail", True)
    assert result.exit_code == 1
    with Records.open(f"sqlite:///{home}/records.db", (home / "originals").as_uri()) as records:
        assert "거주자 우선 주차 27면" in records.document(first["id"]).text
        assert [f.path for f in records.failures()] == [str(inbox / "2.xml")]
