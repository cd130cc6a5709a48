"""The processes that `benchmarks.kills` kills: each says a line after every step it has made.

python -m benchmarks.kill_child crawl SOURCE HOME URL KEY OPTIONS
python -m benchmarks.kill_child folder HOME
python -m benchmarks.kill_child receiver HOME
"""

import json
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from crawlers.enclosed import Reading
from records.model import Document, Passage, Privacy
from records.store import Records

TOKEN = "canary-token-0001"


def say(line: str) -> None:
    """At once, so that who reads it knows how far this process is."""
    print(line, flush=True)


def clear(_: Document) -> Privacy:
    return Privacy.CLEAR


def read(_name: str, content: bytes) -> Reading:
    """Stands for the extractor: the first line drawn in a PDF of the replay."""
    text = content.partition(b"Td (")[2].partition(b")")[0].decode()
    return Reading("application/pdf", (Passage(0, text, page=1),))


def opened(home: str) -> Records:
    return Records.open(f"sqlite:///{home}/records.db", f"{home}/originals")


def crawled(source: str, home: str, url: str, key: str, options: str) -> None:
    from crawlers.run import crawl

    with opened(home) as records:
        chosen = json.loads(options)
        report = crawl(
            source,
            records,
            url,
            key=key or None,
            options=chosen,
            gate=clear,
            read=read,
            progress=say,
        )
    sys.exit(f"{report.fault}: {report.reason}" if report.fault else 0)


def swept(home: str) -> None:
    from crawlers.approval.folder import Folder
    from crawlers.approval.intake import Intake

    with opened(home) as records:
        place = Folder(Path(home) / "edoc", Intake(records, read, clear), settle=0)
        say("ready")
        for name, answer in place.sweep():
            say(f"{name} {answer.kind}")


def received(home: str) -> None:
    import uvicorn
    from starlette.applications import Starlette

    from crawlers.approval.intake import Intake
    from crawlers.approval.receiver import routes

    with opened(home) as records, socket.create_server(("127.0.0.1", 0)) as door:
        mounted = routes(Intake(records, read, clear), TOKEN, Path(home) / "failed")
        server = uvicorn.Server(uvicorn.Config(Starlette(routes=mounted), log_level="error"))
        say(f"http://127.0.0.1:{door.getsockname()[1]}")
        server.run(sockets=[door])


if __name__ == "__main__":
    parts: dict[str, Callable[..., None]]
    parts = {"crawl": crawled, "folder": swept, "receiver": received}
    parts[sys.argv[1]](*sys.argv[2:])
