"""The sources of papers: the National Assembly, local councils, the city, the press."""

from types import MappingProxyType

from crawlers import opengov, redaction
from crawlers.assembly import ASSEMBLY_BILLS, ASSEMBLY_MEMBERS, CONTACT
from crawlers.assembly_minutes import ASSEMBLY_MINUTES
from crawlers.assembly_schedule import ASSEMBLY_SCHEDULE
from crawlers.clik import CLIK_BILLS, CLIK_MINUTES
from crawlers.clik_members import CLIK_MEMBERS
from crawlers.clik_members import CONTACT as CLIK_CONTACT
from crawlers.clik_policy import CLIK_POLICY, WRITER
from crawlers.data_seoul import CONTACT_COLUMNS, DATA_SEOUL
from crawlers.known import PAGES, WEEK, KnownSource
from crawlers.press import PRESS
from crawlers.smc_bills import BILLS
from crawlers.smc_members import MEMBERS
from crawlers.smc_minutes import MINUTES
from crawlers.smc_videos import VIDEOS

_OF_COUNCIL, _OF_TERM = ("rasmbly_id",), ("term",)
ASSEMBLY_SOURCES = (
    KnownSource(
        "assembly",
        "열린국회정보 의안",
        ASSEMBLY_BILLS,
        "assembly_key",
        asks=_OF_TERM,
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
        "assembly-schedule",
        "열린국회정보 일정",
        ASSEMBLY_SCHEDULE,
        "assembly_key",
        recorded=True,
    ),
    KnownSource(
        "assembly-minutes", "열린국회정보 회의록", ASSEMBLY_MINUTES, "assembly_key", asks=_OF_TERM
    ),
)
CLIK_SOURCES = (
    KnownSource("clik-minutes", "CLIK 지방의회 회의록", CLIK_MINUTES, "clik_key", asks=_OF_COUNCIL),
    KnownSource("clik-bill", "CLIK 지방의회 의안", CLIK_BILLS, "clik_key", asks=_OF_COUNCIL),
    KnownSource(
        "clik-members",
        "CLIK 지방의회 의원",
        CLIK_MEMBERS,
        "clik_key",
        WEEK,
        redact=redaction.json_fields(*CLIK_CONTACT),
        asks=_OF_COUNCIL,
    ),
    KnownSource(
        "clik-policy",
        "CLIK 정책정보",
        CLIK_POLICY,
        "clik_key",
        WEEK,
        redact=redaction.json_fields(WRITER),
        asks=("region",),
    ),
)
PAGE_SOURCES = (
    KnownSource(
        "smc-minutes",
        "의회 누리집 회의록",
        MINUTES,
        delay=5,
        robots=True,
        options=PAGES,
        untold=True,
    ),
    KnownSource(
        "smc-bill",
        "의회 누리집 의안",
        BILLS,
        delay=5,
        robots=True,
        options=PAGES,
        asks=_OF_TERM,
        rereads=True,
        untold=True,
    ),
    KnownSource(
        "smc-members",
        "의회 누리집 의원",
        MEMBERS,
        hours=WEEK,
        delay=5,
        robots=True,
        redact=redaction.contacts,
        asks=("menu",),
    ),
    KnownSource(
        "smc-video",
        "의회 누리집 회의 영상",
        VIDEOS,
        delay=5,
        robots=True,
        options=MappingProxyType({"pages": "3"}),
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
        untold=True,
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
