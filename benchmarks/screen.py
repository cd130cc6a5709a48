"""From the last jamo to the results on screen, typed by composition in a real browser.

ucouncil serve --port 8501 &
python -m benchmarks.screen http://127.0.0.1:8501/
"""

import shutil
import sys
from statistics import quantiles
from typing import Final

from playwright.sync_api import CDPSession, Page, sync_playwright

_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_PAUSE: Final = 120
"""Milliseconds between two jamo: a fast typist."""
_WORDS: Final = (
    "주차장 지방의회 조례 예산 의정활동비 공무원 도로교통 환경영향평가 보조금 건축허가 지방자치 "
    "국가유산 개인정보 행정심판 손해배상 재산세 학교급식 어린이집 소방시설 하수도 상수도 도시계획 "
    "재개발 토지보상 과태료 벌칙 위원회 청문 정보공개 기록물 선거 감사 계약 입찰 수수료 허가취소 "
    "영업정지 노인복지 장애인 청소년 문화재 산림 농지 수질오염 폐기물 대기환경 교통안전 "
    "자동차 철도 항만"
)
_WATCH: Final = """query => {
  const box = document.querySelector("#u-query")
  window.shown = new Promise((done) => box.addEventListener("input", () => {
    const start = performance.now()
    const look = () => document.querySelector("#u-results").dataset.query === query
      ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look)
    look()
  }, { once: true }))
}"""


def states(word: str) -> list[str]:
    """What an input method shows while ``word`` is typed.

    >>> states("조례")
    ['ㅈ', '조', '조ㄹ', '조례']
    """
    shown: list[str] = []
    for at, syllable in enumerate(word):
        initial, rest = divmod(ord(syllable) - 0xAC00, 588)
        open_syllable = chr(0xAC00 + initial * 588 + rest // 28 * 28)
        steps = dict.fromkeys((_INITIALS[initial], open_syllable, syllable))
        shown += [word[:at] + step for step in steps]
    return shown


def measure(page: Page, word: str) -> float:
    """Milliseconds from the last jamo of ``word`` until its results are drawn."""
    page.fill("#u-query", "")
    page.wait_for_timeout(400)
    page.focus("#u-query")
    session = page.context.new_cdp_session(page)
    *before, last = states(word)
    for state in before:
        _compose(session, state)
        page.wait_for_timeout(_PAUSE)
    page.evaluate(_WATCH, last)
    _compose(session, last)
    shown: float = page.evaluate("window.shown")
    session.send("Input.insertText", {"text": word})
    session.detach()
    return shown


def _compose(session: CDPSession, text: str) -> None:
    size = len(text)
    session.send(
        "Input.imeSetComposition", {"text": text, "selectionStart": size, "selectionEnd": size}
    )


def main(address: str) -> None:
    """Type every word and say how long it took."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        page.wait_for_selector(".u-card")
        page.wait_for_timeout(1500)
        taken = sorted(measure(page, word) for word in _WORDS.split())
        browser.close()
    cuts = quantiles(taken, n=100)
    print(
        f"{len(taken)} words: p50 {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms, max {taken[-1]:.0f} ms"
    )


if __name__ == "__main__":
    main(sys.argv[1])
