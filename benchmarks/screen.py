"""From the last jamo to the results on screen, typed by composition in a real browser.

python -m benchmarks.screen --home HOME
"""

import argparse
import shutil
import sys
from pathlib import Path
from statistics import quantiles
from typing import Final

from playwright.sync_api import CDPSession, Page, sync_playwright

from benchmarks.bench import machine
from benchmarks.completing import states
from benchmarks.serving import served

_FLAGS: Final = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
QUERIES: Final = 200
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


def queries(count: int) -> list[tuple[str, str]]:
    """What stands in the box before, and the word typed by composition after it.

    >>> queries(2)
    [('', '주차장'), ('', '지방의회')]
    """
    words = _WORDS.split()
    return [
        (f"{words[(7 * n) % len(words)]} " if n >= len(words) else "", words[n % len(words)])
        for n in range(count)
    ]


def measure(page: Page, before: str, word: str) -> float:
    """Milliseconds from the last jamo of ``word`` until its results are drawn."""
    page.fill("#u-query", before)
    page.wait_for_timeout(400)
    page.focus("#u-query")
    session = page.context.new_cdp_session(page)
    *earlier, last = states(word)
    for state in earlier:
        _compose(session, state)
        page.wait_for_timeout(_PAUSE)
    page.evaluate(_WATCH, before + last)
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


def main() -> None:
    """Type every query and say how long it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screen")
    parser.add_argument("--home", type=Path, required=True)
    options = parser.parse_args()
    print(machine(), f"명령  python -m benchmarks.screen {' '.join(sys.argv[1:])}", sep="\n")
    with served(options.home) as app, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"http://127.0.0.1:{app.port}/")
        page.wait_for_selector(".u-card")
        page.wait_for_timeout(1500)
        taken = sorted(measure(page, *one) for one in queries(QUERIES))
        browser.close()
    cuts = quantiles(taken, n=100)
    print(f"{len(taken)} queries, ms: p50 {cuts[49]:.0f}, p95 {cuts[94]:.0f}, max {taken[-1]:.0f}")


if __name__ == "__main__":
    main()
