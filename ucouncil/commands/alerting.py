"""``alerts``: mail what saved searches have found since the last time. For cron."""

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass

import click

from records.errors import BadSetting, UCouncilError
from records.searches import SavedSearch
from records.viewer import Viewer
from search_ui.work.feeds import summary
from search_ui.work.news import News, news, view_of
from search_ui.work.pinning import link_of
from ucouncil.commands.options import Settings, home_option, json_option
from ucouncil.council import Council
from ucouncil.mail import Post, post_office
from ucouncil.output import emit, say


@dataclass(frozen=True, slots=True)
class Alert:
    """What became of one saved search: its news, and the fault when it was not sent."""

    search: str
    owner: str
    new: int
    sent: bool
    fault: str | None = None


@click.command
@json_option
@home_option
def alerts(settings: Settings, as_json: bool) -> None:
    """저장한 검색의 새 자료를 메일로 알립니다 (cron에서)."""
    with Council(settings) as council, ExitStack() as stack:
        wanted = [one for one in council.records.saved_searches() if one.email]
        post = stack.enter_context(_post(settings)) if wanted else None
        done = [_alert(council, post, one, settings.public_url) for one in wanted if post]
    if as_json:
        emit(done)
    else:
        for line in _lines(done):
            say(line)
    sys.exit(0 if all(one.fault is None for one in done) else 1)


def _post(settings: Settings) -> AbstractContextManager[Post]:
    if settings.smtp_url is None:
        raise BadSetting("UCOUNCIL_SMTP_URL이 없어 메일을 보낼 수 없습니다")
    return post_office(settings.smtp_url.get_secret_value(), settings.mail_from)


def _alert(council: Council, post: Post, saved: SavedSearch, home: str) -> Alert:
    """Send what is new to one owner, with the owner's rights; only what was sent is done with."""
    upto = council.engine.applied().revision
    try:
        viewer = Viewer.parse(saved.owner)
        found = news(council.records, council.searcher, view_of(saved), viewer, saved.mailed, upto)
        if found.count and saved.email:
            post.send(
                saved.email,
                f"[u-council] {saved.name}: 새 자료 {found.said}",
                letter(saved, found, home),
            )
        council.records.mailed_search(saved.id, saved.owner, upto)
    except UCouncilError as error:
        return Alert(saved.name, saved.owner, 0, False, f"{error} → {error.advice}")
    return Alert(saved.name, saved.owner, found.count, found.count > 0)


def letter(saved: SavedSearch, found: News, home: str) -> str:
    """The text of the mail."""
    base = f"{home.rstrip('/')}/" if home else ""
    lines = [
        f"저장한 검색 “{saved.name}”에 새로 들어오거나 바뀐 자료가 {found.said} 있습니다.",
        "",
    ]
    for paper in found.papers:
        lines += [f"· {' '.join(paper.title.split())}", f"  {summary(paper)}"]
        lines += [f"  {base}{link_of(paper.id).removeprefix('./')}"] if base else []
    if found.count > len(found.papers):
        lines += ["", f"그 밖에 {found.count - len(found.papers):,}건이 더 있습니다."]
    lines += ["", f"모두 보기: {base}?{saved.address}"] if base else []
    return "\n".join([*lines, "", "그만 받으려면 ‘저장한 검색’ 화면에서 메일 주소를 지우세요.", ""])


def _lines(done: list[Alert]) -> Iterator[str]:
    for one in done:
        outcome = one.fault or (f"새 자료 {one.new:,}건을 알림" if one.sent else "새 자료 없음")
        yield f"{one.search} ({one.owner}): {outcome}"
    if not done:
        yield "메일로 알릴 저장한 검색이 없습니다"
