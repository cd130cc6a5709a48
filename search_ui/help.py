"""What people are told in Korean: how to ask, and what to try when nothing is found."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from search_ui.address import View

OPERATORS: Final = [
    {
        "title": "낱말",
        "rows": [
            ["지방의회 조례", "두 낱말이 모두 있는 자료 (조사는 빼고 찾습니다)"],
            ['"의정활동비 지급"', "글자 그대로 이어진 자료"],
            ["예산 -추경", "추경이 있는 자료는 빼고"],
            ["주차장 OR 주차시설", "둘 가운데 하나라도 있는 자료"],
            ["ㅈㅊㅈ", "초성으로"],
        ],
    },
    {
        "title": "조건",
        "rows": [
            ["종류:의안", "의안, 요구자료, 행감, 회의록, 법률, 조례 …"],
            ["의원:김○○", "그 의원의 자료"],
            ["위원회:교통", "그 위원회의 자료"],
            ["기관:도시교통실", "그 기관의 자료"],
            ["회기:213", "제213회 자료"],
            ["기간:2009-01..2009-03", "그 사이에 나온 자료"],
            ["조문:지방자치법제41조", "그 조문을 인용한 자료"],
            ["시점:2009-02-24", "그날의 법령"],
        ],
    },
    {
        "title": "단축키",
        "rows": [
            ["?", "이 도움말 (검색창이 비어 있을 때에도)"],
            ["/", "검색창으로"],
            ["↑ ↓ · Enter", "이어 쓸 말 고르기"],
            ["Esc", "이어 쓸 말 닫기, 다시 Esc로 지우기"],
            ["↓ 또는 Enter", "결과로, 다시 Enter로 열기"],
            ["↑ ↓", "결과 사이를 오가기"],
            ["n · p", "본문에서 다음·이전 검색어"],
            ["← →", "본문에서 앞·뒤 쪽"],
            ["f", "이 자료 안에서 찾기 (Enter 다음, Shift+Enter 이전)"],
            ["Esc", "본문에서 결과로, 결과에서 검색창으로 돌아가기"],
        ],
    },
]
"""The help behind the button beside the box: sections of (what to type, what it does)."""

_NAMED: Final = 3
"""Sources that are named before the rest is counted."""
_EXAMPLES: Final = ("의정활동비", '"주민참여예산"', "종류:의안 주차장", "지방자치법 제41조")


def examples(view: View) -> list[dict[str, str]]:
    """Before the first letter: what can be asked."""
    if view.q.strip() or view.narrowed:
        return []
    return [{"text": text, "href": View(q=text).link()} for text in _EXAMPLES]


def nothing_there() -> dict[str, Any]:
    """When there is no paper at all for this reader."""
    return {
        "tone": "calm",
        "title": "아직 볼 수 있는 자료가 없습니다",
        "text": "자료를 넣으면 여기에서 입력하는 대로 찾습니다.",
        "tips": [],
    }


def nothing_found(view: View, near: bool, stale: Sequence[str] = ()) -> dict[str, Any]:
    """What to try when no paper has all the words; links do it at once. With ``stale`` sources
    that is no proof that there is none."""
    if not view.q.strip() and not view.narrowed:
        return nothing_there()
    if stale:
        names = ", ".join(f"「{title}」" for title in stale[:_NAMED])
        more = f" 밖 {len(stale) - _NAMED}곳" if len(stale) > _NAMED else ""
        return {
            "tone": "unsure",
            "title": "찾지 못했지만 없다고 할 수 없습니다",
            "text": f"{names}{more}을(를) 요즘 새로 받지 못했습니다. 그 출처에서 확인하세요.",
            "tips": _wider(view) + _other_words(view),
        }
    return {
        "tone": "calm",
        "title": "모든 낱말이 있는 자료가 없습니다",
        "text": "아래에 일부 낱말이 빠진 자료를 보입니다." if near else "이렇게 해 보세요.",
        "tips": _wider(view) + _other_words(view),
    }


def page_past_the_end(view: View, last: int) -> dict[str, Any]:
    """An address with a page that there is not (any more)."""
    tip = {"text": f"마지막 쪽({last}쪽)으로", "href": view.link(page=last)}
    title = f"{view.page}쪽에는 자료가 없습니다"
    return {"tone": "calm", "title": title, "text": "", "tips": [tip]}


def _wider(view: View) -> list[dict[str, str]]:
    bare = View(q=view.q, sort=view.sort, size=view.size)
    tips = []
    if replace(view, page=1) != bare:
        tips.append({"text": "왼쪽에서 고른 조건을 모두 풀고 찾기", "href": bare.link()})
    if not view.history:
        tips.append({"text": "지난 법령(연혁)까지 찾기", "href": view.link(history=True)})
    return tips


def _other_words(view: View) -> list[dict[str, str]]:
    words = [word for word in view.q.replace('"', " ").split() if word != "OR"]
    tips = []
    if '"' in view.q:
        unquoted = view.q.replace('"', "")
        tips.append({"text": f"따옴표 없이 찾기: {unquoted}", "href": view.link(q=unquoted)})
    if len(words) > 1:
        tips += [{"text": f"“{word}”만 찾기", "href": view.link(q=word)} for word in words[:4]]
    tips.append({"text": "맞춤법을 살피거나 더 짧은 낱말, 다른 이름으로 찾아 보세요."})
    return tips
