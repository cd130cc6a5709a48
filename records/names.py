"""Names of laws, as people write them: with or without spaces, with whatever dot.

>>> fold("부동산 가격공시에 관한 법률") == fold("부동산가격공시에관한법률")
True
>>> fold("서울특별시 세입ㆍ세출 조례") == fold("「서울특별시 세입·세출 조례」")
True
"""

import re
import unicodedata

_IGNORED = re.compile(r"[\s\x00-\x1f\ud800-\udfffㆍ·・‧⋅∙•᛫｡､･「」『』]")


def fold(name: str) -> str:
    """The name without spaces, interpuncts and brackets (nor code points that no name has)."""
    return _IGNORED.sub("", unicodedata.normalize("NFC", name)).casefold()
