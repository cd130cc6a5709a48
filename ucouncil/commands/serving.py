"""``serve``: the web app on loopback unless told otherwise."""

import socket

import click
import uvicorn

from crawlers.sources import SOURCES
from indexer.privacy.detect import in_query
from records.errors import BadSetting
from records.viewer import Viewer
from search_ui.asgi import application
from search_ui.desk import Desk, install
from ucouncil.approval import with_receiver
from ucouncil.columns import first_column
from ucouncil.commands.demonstration import DEMO_HOME, is_demonstration
from ucouncil.commands.options import Settings, home_option, viewer_option
from ucouncil.council import Council
from ucouncil.law_tools import Citer, Comparer
from ucouncil.memory import settled
from ucouncil.missed import Missed
from ucouncil.output import say
from ucouncil.pictures import Pictures
from ucouncil.radar_tool import Watcher
from ucouncil.settings import read_settings
from ucouncil.steward import Steward


@click.command
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), default=8501, show_default=True)
@click.option("--demo", is_flag=True, help="시연용 의회를 엶")
@viewer_option
@home_option
def serve(settings: Settings, host: str, port: int, demo: bool, viewer: Viewer) -> None:
    """웹 화면을 엽니다."""
    settings = read_settings(DEMO_HOME) if demo else settings
    with Council(settings) as council, _listen(host, port) as door:
        install(_desk(council, viewer))
        council.searcher.warm()
        settled()
        say(f"u-council이 열렸습니다: http://{host}:{door.getsockname()[1]}  (끝내기: Ctrl+C)")
        app = with_receiver(application(), council)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        server.run(sockets=[door])


def _desk(council: Council, viewer: Viewer) -> Desk:
    return Desk(
        records=council.records,
        searcher=council.searcher,
        viewer=viewer,
        render=Pictures(council.renderer),
        synthetic=is_demonstration(council.settings),
        compare=Comparer(),
        cite=Citer(council.records),
        watch=Watcher(council.records),
        missed=Missed(council.settings.home),
        column=lambda content: first_column(council.extractor, content),
        sources={name: source.title for name, source in SOURCES.items()},
        applied=lambda: council.engine.applied().revision,
        admin=Steward(council),
        mail=council.settings.smtp_url is not None,
        private=in_query,
    )


def _listen(host: str, port: int) -> socket.socket:
    """The door is opened before it is announced, so that the address said is one that answers."""
    try:
        return socket.create_server((host, port), backlog=128)
    except OSError as error:
        raise BadSetting(f"{host}:{port}에서 열 수 없습니다 ({error.strerror})") from None
