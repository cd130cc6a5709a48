"""What a request may say, and who is asking. A parameter that does not exist is an error."""

import re
from datetime import date
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from indexer.search.options import Options
from records.errors import NotAllowed
from records.model import Kind
from records.viewer import Viewer
from search_ui.desk import desk

MOST: Final = 100
"""Items of one page."""
DEEPEST: Final = 9_900
"""The largest offset: with a page it ends at the ten thousandth item, as in every engine."""
LONGEST_QUERY: Final = 500
LONGEST_TEXT: Final = 300_000
"""Characters of a text to compare or to read citations from."""
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _day(value: Any) -> date:
    """Days are written 2009-02-24 and in no other way."""
    try:
        return date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except (TypeError, ValueError):
        raise ValueError("날짜는 2009-02-24처럼 씁니다") from None


def _truth(value: Any) -> bool:
    if value not in ("true", "false"):
        raise ValueError("true나 false여야 합니다")
    return bool(value == "true")


Day = Annotated[date, BeforeValidator(_day)]
Truth = Annotated[bool, BeforeValidator(_truth)]
PLAIN: Final = r"^[^\x00]*$"
"""No database takes NUL."""
Plain = Annotated[str, Field(pattern=PLAIN)]
Word = Annotated[Plain, Field(min_length=1, max_length=100)]
Name = Annotated[Plain, Field(min_length=1, max_length=300)]
_ROLE: Final = r"^(public|staff|researcher|operator|(member|committee)(:[^\x00:]{1,80})?)$"


class Asking(BaseModel):
    """What every request may say: as whom to look, if as someone who sees less."""

    model_config = ConfigDict(extra="forbid", validate_by_name=True, validate_by_alias=True)
    narrowed: str | None = Field(
        None,
        alias="as",
        pattern=_ROLE,
        description="덜 보는 사람으로 좁혀 봄 (public, member:m012)",
    )

    @property
    def viewer(self) -> Viewer:
        """The desk's viewer, or the narrower one asked for; raises `NotAllowed`."""
        own = desk().viewer
        if self.narrowed is None:
            return own
        asked = Viewer.parse(self.narrowed)
        if not sees_no_more(asked, own):
            raise NotAllowed(f"지금 보는 사람({own})은 ‘{asked}’로 볼 수 없습니다")
        return asked


def sees_no_more(asked: Viewer, own: Viewer) -> bool:
    """Whether every paper that ``asked`` may read is one that ``own`` may read.

    Staff read every paper that is not held, as operators do, but do not become operators.

    >>> sees_no_more(Viewer.parse("member:m1"), Viewer("staff"))
    True
    >>> sees_no_more(Viewer.parse("member:m1"), Viewer("member"))
    False
    """
    if asked == own or own.role == "operator":
        return True
    if own.role == "staff":
        return asked.role != "operator"
    return asked.tokens <= own.tokens


class Paged(Asking):
    """A request for a part of a list."""

    size: int = Field(10, ge=1, le=MOST, description="한 번에 받을 수")
    offset: int = Field(0, ge=0, le=DEEPEST, description="건너뛸 수")


class Searching(Paged):
    """Query and what narrows it, as on the command line."""

    q: Plain = Field(max_length=LONGEST_QUERY, description="검색식. 빈 글은 전부")
    kind: list[Kind] = Field([], max_length=len(Kind), description="자료 종류 (여러 번)")
    since: Day | None = Field(None, alias="from", description="이날부터")
    until: Day | None = Field(None, alias="to", description="이날까지")
    member: Word | None = Field(None, description="의원")
    committee: Word | None = Field(None, description="위원회")
    agency: Word | None = Field(None, description="기관")
    year: int | None = Field(None, ge=1, le=9999, description="해")
    session: int | None = Field(None, ge=1, le=99_999, description="회기")
    sort: Literal["relevance", "newest", "oldest"] = Field("relevance", description="차례")
    as_of: Day | None = Field(None, description="이날 시행 중이던 법령에서")
    history: Truth = Field(False, description="연혁 포함")

    @property
    def options(self) -> Options:
        """The same as search knows it."""
        return Options(
            kinds=tuple(kind.value for kind in self.kind),
            date_from=self.since,
            date_to=self.until,
            member=self.member,
            committee=self.committee,
            agency=self.agency,
            year=self.year,
            session=self.session,
            sort=self.sort,
            size=self.size,
            offset=self.offset,
            as_of=self.as_of,
            history=self.history,
        )


class Exporting(Asking):
    """As which file a collection is wanted."""

    form: Literal["xlsx", "docx", "hwpx", "zip"] = Field("xlsx", description="파일의 형식")


class Typing(Asking):
    """The beginning of a word."""

    prefix: Plain = Field(min_length=1, max_length=LONGEST_QUERY, description="치다 만 말")
    size: int = Field(8, ge=1, le=MOST, description="한 번에 받을 수")


class Relating(Asking):
    """A query whose company is asked for."""

    q: Plain = Field(min_length=1, max_length=LONGEST_QUERY, description="검색식")
    size: int = Field(8, ge=1, le=20, description="한 번에 받을 수")


class OnDay(Asking):
    """A paper, or a law as it was on a day."""

    as_of: Day | None = Field(None, description="법령: 이날 시행 중이던 글 (기본 오늘)")


class PagesOn(Paged):
    """The pages of a paper, or of a law as it was on a day."""

    as_of: Day | None = Field(None, description="법령: 이날 시행 중이던 글 (기본 오늘)")


class Marking(Paged):
    """Where a query stands in one paper."""

    q: Plain = Field(min_length=1, max_length=LONGEST_QUERY, description="검색식")
    as_of: Day | None = Field(None, description="이날 시행 중이던 법령에서")


class Article(OnDay):
    """A law, or one article of it."""

    article: Word | None = Field(None, description="제5조의2처럼")


class RestingOn(Paged):
    """What rests on a law, or on one article of it."""

    article: Word | None = Field(None, description="제5조의2처럼. 없으면 법령 전체")


class Between(Asking):
    """Two days."""

    since: Day = Field(alias="from", description="이날 시행 중이던 글에서")
    until: Day = Field(alias="to", description="이날 시행 중이던 글로")


class WatchingRepairs(Paged):
    """Whose citations to check."""

    law: Name | None = Field(None, description="이 법령의 조문만 (이름, 약칭 또는 id)")


class Watching(WatchingRepairs):
    """Whose articles to watch, and since when."""

    since: Day | None = Field(None, description="이날부터 시행된(될) 개정만")


class Drafts(BaseModel):
    """Two drafts of one law, as text in articles or statute Markdown."""

    model_config = ConfigDict(extra="forbid", strict=True)
    before: str = Field(max_length=LONGEST_TEXT, description="앞의 글 (제1조…)")
    after: str = Field(max_length=LONGEST_TEXT, description="뒤의 글")


class Citing(BaseModel):
    """A text to read citations from."""

    model_config = ConfigDict(extra="forbid", strict=True)
    text: str = Field(max_length=LONGEST_TEXT, description="읽을 글")
    date: Day | None = Field(None, description="이날의 법령 (기본 오늘)")
    within: Name | None = Field(None, description="이 글이 속한 법령의 이름")
