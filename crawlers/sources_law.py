"""The sources of 법제처, in the order in which they are run."""

from types import MappingProxyType

from crawlers.admrul import ADMRUL
from crawlers.known import WEEK, KnownSource
from crawlers.law import EFLAW, LAW
from crawlers.law_changes import ARTICLE_CHANGES
from crawlers.law_deletions import DELETIONS
from crawlers.law_linked import DELEGATED_ORDINANCES, LAW_ORDINANCES, ORDINANCE_LAWS
from crawlers.law_links import AMENDED, DELEGATED, HIERARCHY, THREE_WAY
from crawlers.ordin import ORDIN

KEY = "law_key"
_OF_LAWS = ("laws",)
LAW_SOURCES = (
    KnownSource("law", "법제처 현행 법령", LAW, KEY, laws=True, named=True, recorded=True),
    KnownSource(
        "eflaw",
        "법제처 법령 연혁(과거·시행예정 포함)",
        EFLAW,
        KEY,
        WEEK,
        laws=True,
        named=True,
        recorded=True,
    ),
    KnownSource("ordin", "법제처 자치법규", ORDIN, KEY, WEEK, laws=True, named=True),
    KnownSource(
        "admrul",
        "법제처 행정규칙",
        ADMRUL,
        KEY,
        WEEK,
        named=True,
        asks=("words",),
        recorded=True,
        rereads=True,
    ),
    KnownSource("delegated", "법제처 위임 조문", DELEGATED, KEY, WEEK, named=True, asks=_OF_LAWS),
    KnownSource("hierarchy", "법제처 법령체계도", HIERARCHY, KEY, WEEK, named=True, asks=_OF_LAWS),
    KnownSource("three-way", "법제처 3단 비교", THREE_WAY, KEY, WEEK, named=True, asks=_OF_LAWS),
    KnownSource(
        "amended", "법제처 신구 비교", AMENDED, KEY, WEEK, named=True, asks=_OF_LAWS, recorded=True
    ),
    KnownSource("article-changes", "법제처 조문 변경", ARTICLE_CHANGES, KEY, recorded=True),
    KnownSource(
        "law-ordinances",
        "법제처 법령별 자치법규 연계",
        LAW_ORDINANCES,
        KEY,
        WEEK,
        named=True,
        asks=("names",),
    ),
    KnownSource(
        "ordinance-laws",
        "법제처 자치법규별 법령 연계",
        ORDINANCE_LAWS,
        KEY,
        WEEK,
        named=True,
        asks=("names",),
    ),
    KnownSource(
        "delegated-ordinances",
        "법제처 위임 자치법규 전체",
        DELEGATED_ORDINANCES,
        KEY,
        4 * WEEK,
        asks=("begins",),
    ),
    KnownSource(
        "deletions",
        "법제처 삭제 목록 (delHst)",
        DELETIONS,
        KEY,
        options=MappingProxyType({"days": "92"}),
    ),
)
