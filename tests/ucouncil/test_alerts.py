"""`ucouncil alerts`: mail through a real server on loopback, once, with the owner's rights."""

import socketserver
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from records.errors import BadSetting
from records.model import Document, Kind, Passage, Visibility
from records.store import Records
from ucouncil.council import Council
from ucouncil.mail import post_office
from ucouncil.settings import read_settings


@dataclass
class Box:
    """A mail server: what it took, and whether it takes anything."""

    letters: list[EmailMessage] = field(default_factory=list)
    port: int = 0
    full: bool = False


@pytest.fixture
def box() -> Iterator[Box]:
    taken = Box()

    class Hear(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 box")
            for line in self.rfile:
                word = line[:4].upper().strip()
                if word == b"DATA":
                    self.say("354 go")
                    self.take()
                elif word == b"QUIT":
                    return self.say("221 bye")
                else:
                    self.say("452 full" if word == b"RCPT" and taken.full else "250 ok")
            return None

        def take(self) -> None:
            content = b""
            for line in self.rfile:
                if line == b".\r\n":
                    break
                content += line.removeprefix(b".") if line.startswith(b"..") else line
            letter = message_from_bytes(content, policy=policy.default)
            assert isinstance(letter, EmailMessage)
            taken.letters.append(letter)
            self.say("250 taken")

        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Hear) as server:
        taken.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield taken
        server.shutdown()
        thread.join()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Two searches to be mailed, then a public paper and one for staff."""
    settings = read_settings(tmp_path / "home")
    settings.home.mkdir()
    with Records.create(settings.database, settings.originals) as records:
        for owner in ("staff", "member:m012"):
            records.save_search(owner, "주차장\u2028소식", "q=%EC%A3%BC%EC%B0%A8%EC%9E%A5", 0)
        for one in records.saved_searches():
            where = f"{one.owner.replace(':', '-')}@council.example"
            records.mail_search(one.id, one.owner, where)
        records.put([paper("a", "열린 주차장\r\nBcc: x@evil.example", Visibility.PUBLIC)])
        records.put([paper("b", "직원의 주차장", Visibility.STAFF)])
    with Council(settings, writer=True) as council:
        council.worker.run()
    return settings.home


def paper(name: str, title: str, visibility: Visibility) -> Document:
    passages = (Passage(0, "주차장을 넓힌다."),)
    return Document(f"test:{name}", Kind.REPORT, title, visibility=visibility, passages=passages)


@pytest.fixture
def mailing(box: Box, monkeypatch: pytest.MonkeyPatch) -> Box:
    monkeypatch.setenv("UCOUNCIL_SMTP_URL", f"smtp://127.0.0.1:{box.port}")
    monkeypatch.setenv("UCOUNCIL_MAIL_FROM", "u-council@council.example")
    monkeypatch.setenv("UCOUNCIL_PUBLIC_URL", "https://search.council.example")
    return box


def test_each_owner_hears_once_of_what_they_may_read(home: Path, mailing: Box, ucouncil) -> None:
    done = ucouncil("alerts")
    assert done.returncode == 0, done.stderr
    texts = {letter["To"]: letter.get_content() for letter in mailing.letters}
    assert set(texts) == {"staff@council.example", "member-m012@council.example"}
    assert "직원의 주차장" in texts["staff@council.example"]
    assert "직원의 주차장" not in texts["member-m012@council.example"]
    assert "https://search.council.example/reader?doc=test%3Aa" in texts["staff@council.example"]
    subjects = {letter["Subject"] for letter in mailing.letters}
    assert subjects == {
        "[u-council] 주차장 소식: 새 자료 2건",
        "[u-council] 주차장 소식: 새 자료 1건",
    }
    assert not any(letter["Bcc"] for letter in mailing.letters)
    assert "새 자료 없음" in ucouncil("alerts").stdout
    assert len(mailing.letters) == 2


def test_what_was_not_taken_is_told_and_sent_the_next_time(
    home: Path, mailing: Box, ucouncil
) -> None:
    mailing.full = True
    refused = ucouncil("alerts")
    assert refused.returncode == 1
    assert "메일을 보내지 못했습니다" in refused.stdout
    mailing.full = False
    assert ucouncil("alerts", "--json").returncode == 0
    assert len(mailing.letters) == 2


def test_a_password_is_neither_sent_in_the_open_nor_shown(
    home: Path, mailing: Box, ucouncil, monkeypatch: pytest.MonkeyPatch
) -> None:
    for address in (
        f"smtp://name:s3cret@127.0.0.1:{mailing.port}",
        f"smtps://name:s3cret@127.0.0.1:{mailing.port}",
        "smtp://name:s3cret@127.0.0.1:1",
        "imap://name:s3cret@127.0.0.1",
        "smtp://name:s3cret@127.0.0.1:port",
    ):
        monkeypatch.setenv("UCOUNCIL_SMTP_URL", address)
        done = ucouncil("alerts")
        assert done.returncode in (1, 2), address
        assert "s3cret" not in done.stdout + done.stderr
        assert "→" in done.stderr
    assert mailing.letters == []


def test_without_a_server_it_says_which_setting_is_missing(home: Path, ucouncil) -> None:
    done = ucouncil("alerts")
    assert done.returncode == 2
    assert "UCOUNCIL_SMTP_URL" in done.stderr


@pytest.mark.parametrize("sender", ["", "no address"])
def test_a_sender_that_is_no_address(sender: str) -> None:
    with pytest.raises(BadSetting), post_office("smtp://127.0.0.1:1", sender):
        pass
