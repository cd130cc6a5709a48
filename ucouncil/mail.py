"""Sending mail through the council's own server, set as one address.

``smtps://name:password@host:465`` speaks TLS from the start; ``smtp://host:587`` turns to TLS
where the server offers it, and never sends a password without.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from records.errors import BadSetting, Unreachable

_SECONDS: Final = 20
_FORM: Final = "UCOUNCIL_SMTP_URL은 smtp(s)://서버:문, UCOUNCIL_MAIL_FROM은 메일 주소여야 합니다"


class Post:
    """An open way to the mail server. Errors never carry the password."""

    def __init__(self, server: smtplib.SMTP, sender: str) -> None:
        self._server, self._sender = server, sender

    def send(self, to: str, subject: str, text: str) -> None:
        """Send one letter; raises `Unreachable` when the server does not take it."""
        letter = EmailMessage()
        letter["From"], letter["To"] = self._sender, to
        letter["Subject"] = " ".join(subject.split())
        letter["Auto-Submitted"] = "auto-generated"
        letter.set_content(text)
        try:
            self._server.send_message(letter)
        except (smtplib.SMTPException, OSError) as error:
            raise Unreachable(f"메일을 보내지 못했습니다 ({type(error).__name__})") from None


@contextmanager
def post_office(address: str, sender: str) -> Iterator[Post]:
    """Open the server of ``address``. Raises `BadSetting` or `Unreachable`; neither says the
    password."""
    where, port = _where(address)
    if where.scheme not in ("smtp", "smtps") or not where.hostname or "@" not in sender:
        raise BadSetting(_FORM)
    try:
        server = _connect(where.scheme == "smtps", where.hostname, port)
    except (smtplib.SMTPException, OSError) as error:
        raise Unreachable(f"메일 서버에 닿지 못했습니다 ({type(error).__name__})") from None
    with server:
        if where.username:
            _sign_in(server, unquote(where.username), unquote(where.password or ""))
        yield Post(server, sender)


def _where(address: str) -> tuple[SplitResult, int]:
    try:
        where = urlsplit(address)
        return where, where.port or 0
    except ValueError:
        raise BadSetting(_FORM) from None


def _connect(tls: bool, host: str, port: int) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if tls:
        return smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=context)
    server = smtplib.SMTP(host, port, timeout=_SECONDS)
    server.ehlo()
    if server.has_extn("starttls"):
        server.starttls(context=context)
        server.ehlo()
    return server


def _sign_in(server: smtplib.SMTP, name: str, password: str) -> None:
    if not isinstance(server.sock, ssl.SSLSocket):
        raise BadSetting("메일 서버가 TLS를 쓰지 않아 암호를 보내지 않습니다. smtps://로 정하세요.")
    try:
        server.login(name, password)
    except smtplib.SMTPException as error:
        raise Unreachable(f"메일 서버에 들어가지 못했습니다 ({type(error).__name__})") from None
