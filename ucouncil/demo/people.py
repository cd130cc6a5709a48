"""The invented council of 한빛시: members (two of one name), sessions, districts."""

from datetime import date

from records.model import Member, Session

CITY = "한빛시"
COUNCIL = "한빛시의회"
TERM = 9
DISTRICTS = (
    "가온동", "누리동", "여울동", "새빛동", "솔마루동", "물결동", "달빛동", "해오름동",
)  # fmt: skip
NAMESAKE = "김한결"
"""Two members bear it: told apart by district, never by name alone."""
_NAMES = (
    "김한결", "이새봄", "박다온", "최이든", "정나래", "강보람", "조은솔", "윤슬기",
    "장미르", "임가람", "한여름", "오하늘", "서라온", "신바다", "권별이", "황누리",
    "안소담", "송나린", "류단비", "전해솔", "홍시온", "고은결", "문빛나", "김한결",
)  # fmt: skip
_PARTIES = ("한마음당", "푸른들당", "무소속")
COMMITTEES = (
    "교통위원회", "보건복지위원회", "교육청소년위원회", "환경수자원위원회",
    "도시건설위원회", "문화체육위원회", "기획재정위원회", "행정안전위원회",
)  # fmt: skip
SESSIONS = (
    Session(301, "임시회", date(2026, 2, 3), date(2026, 2, 12)),
    Session(302, "임시회", date(2026, 4, 7), date(2026, 4, 16)),
    Session(303, "정례회", date(2026, 6, 2), date(2026, 6, 24)),
    Session(304, "임시회", date(2026, 9, 1), date(2026, 9, 10)),
    Session(305, "정례회", date(2026, 11, 3), date(2026, 12, 18)),
)


def make_members() -> tuple[Member, ...]:
    """Three members a committee; the two namesakes sit in different ones."""
    return tuple(
        Member(
            id=f"m{number:03d}",
            name=name,
            hanja="金韓潔" if number == 1 else None,
            terms=(TERM - 1, TERM) if number % 3 == 0 else (TERM,),
            district=DISTRICTS[(number * 3) % len(DISTRICTS)],
            party=_PARTIES[number % len(_PARTIES)],
            committees=(COMMITTEES[(number - 1) // 3],),
        )
        for number, name in enumerate(_NAMES, 1)
    )


def label(member: Member) -> str:
    """The name as papers index it: with the district where the name alone does not identify."""
    return f"{member.name}({member.district})" if member.name == NAMESAKE else member.name
