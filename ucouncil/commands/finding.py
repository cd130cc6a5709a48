"""``search``, ``suggest`` and ``evaluate``."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from indexer.search.as_json import as_json as results_json
from indexer.search.evaluate import evaluate as measure
from indexer.search.explain import Explanation
from indexer.search.options import Options
from indexer.search.results import Result, Results
from indexer.search.searcher import Searcher
from records.viewer import Viewer
from ucouncil.commands.options import Day, Settings, home_option, json_option, viewer_option
from ucouncil.council import Council
from ucouncil.output import emit, say


@click.command
@click.argument("query", default="")
@click.option("--kind", "kinds", multiple=True, help="자료 종류 (여러 번)")
@click.option("--from", "date_from", type=Day(), help="이날부터")
@click.option("--to", "date_to", type=Day(), help="이날까지")
@click.option("--member", help="의원")
@click.option("--committee", help="위원회")
@click.option(
    "--sort",
    type=click.Choice(["relevance", "newest", "oldest"]),
    default="relevance",
    show_default=True,
)
@click.option("--size", type=click.IntRange(0, 1000), default=10, show_default=True)
@click.option("--offset", type=click.IntRange(0), default=0)
@click.option("--as-of", type=Day(), help="이날 시행 중이던 법령에서 (기본 오늘)")
@click.option("--history", is_flag=True, help="연혁 포함")
@click.option("--batch", type=click.File(encoding="utf-8"), help="한 줄에 질의 하나")
@click.option("--explain", is_flag=True, help="왜 그 자리에 있는지")
@viewer_option
@json_option
@home_option
def search(
    settings: Settings,
    query: str,
    batch: Any,
    explain: bool,
    viewer: Viewer,
    as_json: bool,
    **chosen: Any,
) -> None:
    """찾습니다. 띄어 쓰면 모두, "…"는 글자 그대로, -낱말은 빼고."""
    options = Options(**chosen)
    with Council(settings) as council:
        if batch is not None:
            return _batch(council.searcher, batch, viewer, options)
        if not query.strip():
            raise click.UsageError("찾을 말을 적거나 --batch 파일을 주세요.")
        results = council.searcher.search(query, viewer, options)
        why = council.searcher.explain(query, viewer, options) if explain else ()
    _json(results, why) if as_json else _tell(results, why)
    return None


def _batch(searcher: Searcher, lines: Any, viewer: Viewer, options: Options) -> None:
    for line in lines:
        if query := line.strip():
            _json(searcher.search(query, viewer, options))


def _json(results: Results, why: Sequence[Explanation] = ()) -> None:
    answer = results_json(results)
    for hit, explanation in zip(answer["hits"], why, strict=False):
        hit["explain"] = {"reasons": explanation.reasons, "parts": dict(explanation.parts)}
    emit(answer)


def _tell(results: Results, why: Sequence[Explanation]) -> None:
    say(" · ".join(results.interpreted))
    groups = " · ".join(f"{name} {count:,}" for name, count in results.groups.items())
    say(
        f"{results.total:,}건" + (f" ({groups})" if groups else "") + f" · {results.took_ms:.0f} ms"
    )
    for number, hit in enumerate(results.hits, 1):
        _tell_hit(number, hit)
        for reason in why[number - 1].reasons if why else ():
            say(f"   · {reason}")
    if results.others:
        say(f"혹시 이것을 찾으셨나요? {' · '.join(results.others)}")
    if not results.hits:
        say("찾은 것이 없습니다. 낱말을 줄이거나, 띄어쓰기를 바꾸거나, OR를 써 보세요.")


def _tell_hit(number: int, hit: Result) -> None:
    day = hit.date.isoformat() if hit.date else "날짜 없음"
    lacks = f"  (없는 말: {', '.join(hit.missing)})" if hit.missing else ""
    say(f"\n{number}. {hit.title}  [{hit.kind}] {day}{lacks}\n   {hit.id}")
    for passage in hit.passages[:2]:
        place = f"{passage.page}쪽 " if passage.page else ""
        say(f"   {place}{_marked(passage.text, passage.marks)}")


def _marked(text: str, marks: tuple[tuple[int, int], ...]) -> str:
    """``text`` on one line with its marks in bold."""
    parts, at = [], 0
    for start, end in marks:
        parts += [text[at:start], click.style(text[start:end], bold=True)]
        at = end
    return " ".join("".join([*parts, text[at:]]).split())


@click.command
@click.argument("prefix")
@click.option("--size", type=click.IntRange(1, 100), default=8, show_default=True)
@viewer_option
@json_option
@home_option
def suggest(settings: Settings, prefix: str, size: int, viewer: Viewer, as_json: bool) -> None:
    """치는 말을 이어 줍니다. 초성과 쓰다 만 글자도 됩니다."""
    with Council(settings) as council:
        found = council.searcher.suggest(prefix, viewer, size)
    if as_json:
        return emit(found)
    for suggestion in found:
        say(suggestion.text)
    return None


@click.command
@click.option("--queries", required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--qrels", required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--as-of", type=Day(), default=None)
@viewer_option
@json_option
@home_option
def evaluate(
    settings: Settings,
    queries: Path,
    qrels: Path,
    as_of: date | None,
    viewer: Viewer,
    as_json: bool,
) -> None:
    """질의와 정답으로 Recall@k, MRR@10, nDCG@10을 잽니다. 실제 검색을 그대로 지납니다."""
    with Council(settings) as council:
        figures = measure(council.searcher, queries, qrels, viewer, Options(as_of=as_of, size=10))
    if as_json:
        return emit(figures)
    for name, value in figures.items():
        say(f"{name:<12} {value:.4f}")
    return None
