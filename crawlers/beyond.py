"""Lists that announce no total and were not turned to their end: said until they are."""

from crawlers.outcomes import Turned
from records.errors import Incomplete
from records.failures import Failure
from records.store import Records

_PLACE = "목록"


def is_beyond(failure: Failure, source: str) -> bool:
    """Whether this says that the list of ``source`` was not turned to its end."""
    return failure.path.startswith(f"{source}:{_PLACE} ")


def note_turned(turned: Turned, source: str, records: Records) -> tuple[str, str] | None:
    """Note where the list was left, or forget that it ever was; the place and the reason."""
    for failure in records.failures():
        if is_beyond(failure, source):
            records.resolve_failure(failure.path)
    if turned.whole:
        return None
    place = f"{_PLACE} {turned.pages}쪽 다음"
    reason = f"목록을 {turned.pages}쪽까지만 넘겨, 그보다 오래된 것은 아직 받지 않았습니다"
    advice = (
        f"ucouncil.toml의 [sources.{source}]에서 pages를 {turned.pages}보다 크게 적고"
        f" 다시 모으세요: `ucouncil crawl {source}`"
    )
    records.fail(f"{source}:{place}", Incomplete(reason).code, reason, advice)
    return place, reason


def left_at(source: str, records: Records) -> int | None:
    """The page at which the list was left; None when it was not, or to its end."""
    for failure in records.failures():
        if is_beyond(failure, source):
            digits = failure.path.rpartition(f"{_PLACE} ")[2].partition("쪽")[0]
            return int(digits) if digits.isdecimal() else None
    return None
