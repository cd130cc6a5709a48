"""Whether a text that was written between an amendment's promulgation and its effect means the
law as it still was, or as it was going to be.

지방재정법 was brought up to date in December 2021 for the 지방자치법 of January 2022: its
``제169조에 따른 행정협의회`` is the article of that number to come. What follows the citation
tells, where only one of the two articles speaks of it; otherwise nothing is certain.
"""

import re
from enum import Enum
from typing import Final

_WORD: Final = re.compile(r"[가-힣]{2,}")
_LOOKED_AT: Final = 4
_IDLE: Final = re.compile(
    r"따[른라르].*|의[한하].*|규정.*|관[한하].*|해당하.*|정[하한].*|불구하고|제외.*|포함.*|경우.*"
    r"|각[호각]의?|또는|본문|단서|[전후]단|외의|부분"
)
"""What follows any citation and says nothing of what is cited."""


class Meant(Enum):
    """Which text of an article a citation means."""

    THAT_DAY = "that day"
    TO_COME = "to come"
    EITHER = "either"


def meant(following: str, that_day: str, to_come: str) -> Meant:
    """What a citation followed by ``following`` means, of two texts under the number it names.

    >>> meant("에 따른 행정협의회를", "제169조(명령) 명한다", "제169조(행정협의회) 둔다")
    <Meant.TO_COME: 'to come'>
    """
    if not to_come:
        return Meant.THAT_DAY
    if not that_day:
        return Meant.TO_COME
    words = [word for word in _WORD.findall(following) if not _IDLE.fullmatch(word)]
    for word in words[:_LOOKED_AT]:
        for end in range(len(word), 1, -1):
            old, new = word[:end] in that_day, word[:end] in to_come
            if old != new:
                return Meant.THAT_DAY if old else Meant.TO_COME
            if old:
                break
    return Meant.EITHER
