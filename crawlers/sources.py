"""The table of sources: what each is called, which key it needs, how often and how politely."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from crawlers import opengov, redaction
from crawlers.admrul import ADMRUL
from crawlers.assembly import ASSEMBLY_BILLS, ASSEMBLY_MEMBERS, CONTACT
from crawlers.clik import CLIK_BILLS, CLIK_MINUTES
from crawlers.contract import Source
from crawlers.data_seoul import CONTACT_COLUMNS, DATA_SEOUL
from crawlers.law import EFLAW, LAW
from crawlers.law_changes import ARTICLE_CHANGES
from crawlers.law_links import AMENDED, DELEGATED, HIERARCHY, THREE_WAY
from crawlers.ordin import ORDIN
from crawlers.press import PRESS
from crawlers.smc_bills import BILLS
from crawlers.smc_minutes import MINUTES

DAY, WEEK = 24.0, 168.0
"""Hours."""
PAGES: Mapping[str, str] = MappingProxyType({"pages": "20"})
"""How many pages of a list a run turns at most, where a source announces no total."""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """One line of `ucouncil sources`.

    ``key`` names the setting that holds its key; ``hours`` is its rhythm unless a council sets
    another; ``delay`` the seconds between requests. ``robots`` says that robots.txt is obeyed
    (pages for people, not APIs under a key). ``redact`` takes contact fields out of answers.
    ``laws`` says that it brings statutes, ``named`` that it takes names. ``asks`` are the
    options without which it cannot run. ``recorded`` says that its reader was held against
    recordings of the real service, not against its description only. ``rereads`` says that it
    asks for papers that are held as well, so that files they keep need not come again.
    """

    name: str
    title: str
    source: Source
    key: str | None = None
    hours: float = DAY
    delay: float = 1.0
    robots: bool = False
    laws: bool = False
    named: bool = False
    redact: redaction.Redact = redaction.untouched
    options: Mapping[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    recorded: bool = False
    rereads: bool = False

    @property
    def home(self) -> str:
        return self.source.home


_ALL = (
    KnownSource("law", "법제처 현행 법령", LAW, "law_key", laws=True, named=True, recorded=True),
    KnownSource(
        "eflaw",
        "법제처 법령 연혁(과거·시행예정 포함)",
        EFLAW,
        "law_key",
        WEEK,
        laws=True,
        named=True,
        recorded=True,
    ),
    KnownSource("ordin", "법제처 자치법규", ORDIN, "law_key", WEEK, laws=True, named=True),
    KnownSource(
        "admrul",
        "법제처 행정규칙",
        ADMRUL,
        "law_key",
        WEEK,
        named=True,
        asks=("words",),
        recorded=True,
        rereads=True,
    ),
    KnownSource(
        "delegated", "법제처 위임 조문", DELEGATED, "law_key", WEEK, named=True, asks=("laws",)
    ),
    KnownSource(
        "hierarchy", "법제처 법령체계도", HIERARCHY, "law_key", WEEK, named=True, asks=("laws",)
    ),
    KnownSource(
        "three-way", "법제처 3단 비교", THREE_WAY, "law_key", WEEK, named=True, asks=("laws",)
    ),
    KnownSource(
        "amended",
        "법제처 신구 비교",
        AMENDED,
        "law_key",
        WEEK,
        named=True,
        asks=("laws",),
        recorded=True,
    ),
    KnownSource("article-changes", "법제처 조문 변경", ARTICLE_CHANGES, "law_key", recorded=True),
    KnownSource(
        "assembly",
        "열린국회정보 의안",
        ASSEMBLY_BILLS,
        "assembly_key",
        asks=("term",),
        recorded=True,
    ),
    KnownSource(
        "assembly-members",
        "열린국회정보 의원",
        ASSEMBLY_MEMBERS,
        "assembly_key",
        WEEK,
        redact=redaction.json_fields(*sorted(CONTACT)),
        recorded=True,
    ),
    KnownSource(
        "clik-minutes",
        "CLIK 지방의회 회의록",
        CLIK_MINUTES,
        "clik_key",
        asks=("rasmbly_id",),
    ),
    KnownSource("clik-bill", "CLIK 지방의회 의안", CLIK_BILLS, "clik_key", asks=("rasmbly_id",)),
    KnownSource("smc-minutes", "의회 누리집 회의록", MINUTES, delay=5, robots=True, options=PAGES),
    KnownSource(
        "smc-bill",
        "의회 누리집 의안",
        BILLS,
        delay=5,
        robots=True,
        options=PAGES,
        asks=("term",),
    ),
    KnownSource(
        "opengov",
        "서울 정보소통광장 결재문서",
        opengov.OPENGOV,
        delay=20,
        robots=True,
        redact=opengov.redact,
        options=PAGES,
        recorded=True,
    ),
    KnownSource(
        "data-seoul",
        "서울 열린데이터광장",
        DATA_SEOUL,
        "data_seoul_key",
        WEEK,
        redact=redaction.json_columns(CONTACT_COLUMNS),
        asks=("service", "id", "title"),
    ),
    KnownSource("press", "언론·의회 보도자료", PRESS, hours=1, delay=2, asks=("feeds|sitemaps",)),
)

SOURCES: Mapping[str, KnownSource] = MappingProxyType({known.name: known for known in _ALL})
"""By name, in the order in which a run without names takes them."""
