"""Minutes: who speaks. ``○위원장 김한결`` or ``○김한결 의원`` begins a speech.

>>> speaker_of("○김한결 의원  질문하겠습니다.")
'김한결 의원'
>>> speaker_of("○ 추진 위원회 구성") is None
True
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from records.model import Passage

_NAME = r"[가-힣○]{2,5}"
_POST = (
    r"[가-힣·ㆍ]*(?:의장|위원장|위원|의원|시장|군수|구청장|도지사|교육감|국장|과장|실장|본부장|담당관|처장|소장"
    r"|단장|감사관|기획관|대변인|원장|사장|관장|서장|팀장|참고인|증인|진술인|장관|차관|청장|총장|총리)"
    r"(?:직무대리|직무대행|대리)?"
)
_MARK = r"^[○◯〇]"
_ROLL = r"(?!출석|참석|결석|불참|청가)"
_SPEAKERS = (
    re.compile(rf"{_MARK}\s?({_POST}\s+{_NAME})(?=\s|$)"),
    re.compile(rf"{_MARK}\s?({_ROLL}{_NAME}\s?{_POST})(?=\s|$)"),
)
_OTHER_MARK = re.compile(rf"{_MARK}[^\s○]")


def speaker_of(line: str) -> str | None:
    """The speaker whom ``line`` names, post and name as written; None for any other line."""
    found = next(filter(None, (pattern.match(line) for pattern in _SPEAKERS)), None)
    return " ".join(found[1].split()) if found else None


def as_speeches(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages of minutes with a speech a passage (a page of a speech, where pages are).

    A line with the mark that names nobody (``○출석위원``) ends a speech.
    """
    speeches: list[Passage] = []
    speaker: str | None = None
    for passage in passages:
        named = speaker_of(passage.text)
        if named or passage.heading or _OTHER_MARK.match(passage.text):
            speaker = named
        if not named and speaker and _continues(speeches[-1], passage, speaker):
            speeches[-1] = replace(speeches[-1], text=f"{speeches[-1].text}\n{passage.text}")
        else:
            speeches.append(replace(passage, order=len(speeches), speaker=speaker))
    return tuple(speeches)


def _continues(speech: Passage, passage: Passage, speaker: str) -> bool:
    same_place = speech.page == passage.page and not speech.cell and not passage.cell
    return speech.speaker == speaker and same_place
