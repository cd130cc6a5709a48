"""Every error u-council raises on purpose, as one tree.

    UCouncilError
    ├── Misuse                 the caller asked for something that does not exist
    │   ├── UnknownDocument
    │   ├── BadQuery
    │   ├── BadSetting
    │   │   └── NotPrepared    no database yet, or one of another release
    │   └── NotAllowed         the viewer may not look as someone who sees more
    ├── Unreadable             one file could not be read; the rest goes on
    │   ├── Empty              nothing in it
    │   ├── Truncated          it ends before its format says
    │   ├── Locked             a password or DRM keeps us out
    │   ├── Broken             not the format it claims to be
    │   ├── Unsupported        no reader for this format
    │   ├── TooLarge           over a limit of size, depth, count or memory
    │   │   └── TooLargeToBundle
    │   └── TookTooLong        over the time limit
    ├── SourceFault            a source answered, but not with what was asked
    │   ├── Refused            the key or address is not accepted
    │   ├── NotFound           the source has no such thing
    │   ├── EmptyAnswer        nothing, where something is due
    │   ├── WrongForm          HTML, an anti-bot page or a changed structure
    │   ├── Incomplete         fewer items than announced
    │   ├── Vanished           a great part of what is held is no longer there
    │   └── Unreachable        no answer after all retries
    └── StoreFault             a store behind us failed
        ├── DatabaseFault
        ├── OriginalMissing
        ├── EngineFault
        └── IndexOutdated

Each leaf carries ``advice``: what the operator does next, in Korean. ``code`` is the leaf's
name in snake case; it is what records and JSON keep.

>>> str(Locked("비밀번호가 걸린 문서"))
'비밀번호가 걸린 문서'
>>> Locked("x").code
'locked'
"""

import re


class UCouncilError(Exception):
    """Base of the tree. ``str()`` is the reason, ``advice`` the next step."""

    advice = "로그를 확인하고 다시 실행하세요."

    @property
    def code(self) -> str:
        """The leaf's name in snake case, as stored with a failure."""
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(self).__name__).lower()


class Misuse(UCouncilError):
    advice = "`ucouncil --help`로 사용법을 확인하세요."


class UnknownDocument(Misuse):
    advice = "문서 id를 확인하세요. `ucouncil search`가 id를 보여 줍니다."


class BadQuery(Misuse):
    advice = "검색식을 고치세요. 따옴표의 짝과 날짜 형식(2009-01-31)을 확인하세요."


class BadSetting(Misuse):
    advice = "ucouncil.toml 또는 UCOUNCIL_ 환경 변수를 고치세요."


class NotPrepared(BadSetting):
    advice = "`ucouncil init`을 실행하세요. 이미 들인 자료는 그대로 두고 데이터베이스만 맞춥니다."


class NotAllowed(Misuse):
    advice = "지금 보는 사람보다 덜 보는 역할로만 좁힐 수 있습니다."


class Unreadable(UCouncilError):
    advice = "원본을 열어 확인하고 다시 올리세요."


class Empty(Unreadable):
    advice = "빈 파일입니다. 보낸 곳에 다시 요청하세요."


class Truncated(Unreadable):
    advice = "파일이 중간에 끊겼습니다. 다시 내려받거나 보낸 곳에 요청하세요."


class Locked(Unreadable):
    advice = "암호를 푼 사본을 다시 올리세요."


class Broken(Unreadable):
    advice = "파일이 손상되었습니다. 원본 프로그램에서 열어 다시 저장한 뒤 올리세요."


class Unsupported(Unreadable):
    advice = "HWP, HWPX, PDF, DOCX, XLSX, PPTX, HTML, TXT, EML, ZIP으로 바꾸어 올리세요."


class TooLarge(Unreadable):
    advice = "파일을 나누어 올리거나 설정의 한도를 늘리세요."


class TooLargeToBundle(TooLarge):
    advice = "새 자료집에 나누어 담거나, 원본 없이 XLSX·DOCX·HWPX로 받으세요."


class TookTooLong(Unreadable):
    advice = "파일을 나누거나 UCOUNCIL_EXTRACT_SECONDS를 늘려 다시 올리세요."


class SourceFault(UCouncilError):
    advice = "`ucouncil sources`로 상태를 보고 잠시 뒤 다시 수집하세요."


class Refused(SourceFault):
    advice = "인증 키와 서버 IP 등록을 출처 기관에서 확인하세요."


class Forbidden(Refused):
    advice = (
        "출처 기관에 수집 허락을 구하세요. 끄려면 ucouncil.toml의 그 출처에 off = true를 적으세요."
    )


class NotFound(SourceFault):
    advice = "출처에 없는 자료입니다. 번호를 확인하세요."


class EmptyAnswer(SourceFault):
    advice = "출처가 빈 답을 보냈습니다. 잠시 뒤 다시 수집하세요."


class WrongForm(SourceFault):
    advice = (
        "출처의 화면이나 형식이 바뀌었을 수 있습니다. 설정의 주소를 보고, "
        "`ucouncil record 출처 폴더`로 온 답을 꺼내 확인하세요."
    )


class Incomplete(SourceFault):
    advice = "알린 건수보다 적게 받았습니다. 다시 수집하세요."


class Vanished(SourceFault):
    advice = (
        "출처의 목록을 열어 확인하세요. 정말 없어졌으면 `ucouncil crawl 출처 --accept-loss`로"
        " 한 번 받아들이고, 아니면 출처가 고칠 때까지 그대로 두세요."
    )


class Unreachable(SourceFault):
    advice = "네트워크와 출처의 점검 공지를 확인하세요."


class StoreFault(UCouncilError):
    advice = "`ucouncil status`로 저장소 상태를 확인하세요."


class DatabaseFault(StoreFault):
    advice = "DATABASE_URL과 데이터베이스 서버를 확인하세요."


class OriginalMissing(StoreFault):
    advice = "ORIGINALS_URL을 확인하고 백업에서 되살리세요."


class EngineFault(StoreFault):
    advice = "검색 엔진을 확인하고 `ucouncil index --rebuild`로 색인을 다시 만드세요."


class IndexOutdated(StoreFault):
    advice = "분석기나 색인 구조가 바뀌었습니다. `ucouncil index --rebuild`를 실행하세요."
