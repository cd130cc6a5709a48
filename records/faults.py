"""What the database driver says, in words an operator can act on, without its secrets.

Neither a statement nor its values nor the address go into the message: they may hold a
password or personal data.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from records.errors import DatabaseFault

_BY_MESSAGE = (
    ("database is locked", "다른 작업이 데이터베이스를 쓰고 있어 기다리다 그만두었습니다"),
    ("disk is full", "디스크가 가득 차서 저장하지 못했습니다"),
    ("no space left", "디스크가 가득 차서 저장하지 못했습니다"),
    ("disk i/o error", "디스크를 읽거나 쓰지 못했습니다"),
    ("readonly database", "데이터베이스 파일에 쓸 권한이 없습니다"),
    ("unable to open database", "데이터베이스 파일을 열 수 없습니다"),
    ("not a database", "데이터베이스 파일이 아니거나 손상되었습니다"),
    ("malformed", "데이터베이스 파일이 손상되었습니다"),
    ("no such table", "데이터베이스에 필요한 표가 없습니다"),
)
_BY_STATE = (
    ("53100", "디스크가 가득 차서 저장하지 못했습니다"),
    ("53300", "데이터베이스 서버의 연결 수가 다 찼습니다"),
    ("28", "데이터베이스 서버가 계정을 받아들이지 않습니다"),
    ("3D", "데이터베이스 서버에 그런 데이터베이스가 없습니다"),
    ("42P01", "데이터베이스에 필요한 표가 없습니다"),
    ("42501", "데이터베이스 계정에 권한이 없습니다"),
    ("40", "동시에 쓰던 다른 작업과 부딪쳤습니다. 다시 실행하세요"),
    ("57P", "데이터베이스 서버가 연결을 끊었습니다"),
    ("08", "데이터베이스 서버와 연결이 끊어졌습니다"),
)


@contextmanager
def plain_faults() -> Iterator[None]:
    """Turn any database error into `DatabaseFault` with a Korean reason."""
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseFault(_reason(error)) from error


def _reason(error: SQLAlchemyError) -> str:
    if isinstance(error, PoolTimeout):
        return "데이터베이스 연결을 기다리다 그만두었습니다"
    if not isinstance(error, DBAPIError) or error.orig is None:
        return f"데이터베이스 오류 ({type(error).__name__})"
    state = getattr(error.orig, "sqlstate", None) or ""
    message = str(error.orig).lower()
    for start, reason in _BY_STATE:
        if state.startswith(start):
            return reason
    for part, reason in _BY_MESSAGE:
        if part in message:
            return reason
    if error.connection_invalidated or _never_reached(error.orig):
        return "데이터베이스 서버와 연결하지 못했거나 연결이 끊어졌습니다"
    return f"데이터베이스 오류 ({type(error.orig).__name__})"


def _never_reached(cause: BaseException) -> bool:
    """psycopg gives a state to all that a server says: without one none was reached."""
    return hasattr(cause, "sqlstate") and cause.sqlstate is None
