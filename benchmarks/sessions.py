"""Thirty people typing at once, on two processes of the app behind a proxy.

python -m benchmarks.sessions --home HOME [--sessions 30] [--seconds 120]

Each session is a websocket as the browser opens it; it types four syllables a second for two
seconds in every twenty. As in the search box one search is under way at a time, and what was typed
meanwhile replaces what waits: stale keystrokes are dropped, and counted. Measured is the time from
a burst's last syllable until its results have come. The proxy is a relay of connections, taking
the processes in turn: a websocket stays with its process.
"""

import argparse
import asyncio
import random
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from benchmarks.bench import machine
from benchmarks.costs import percentiles
from benchmarks.serving import served

PROCESSES: Final = 2
EVERY: Final = 20.0
"""Seconds from burst to burst."""
SYLLABLES: Final = 8
A_SYLLABLE: Final = 0.25
PATIENCE: Final = 30.0
WORDS: Final = (
    "주차장 요금표", "행정사무감사자료", "어린이보호구역내", "시내버스준공영제",
    "의정활동비지급액", "미세먼지저감대책", "전통시장전기설비", "공유재산변상금액",
    "하천생태복원사업", "작은도서관운영비",
)  # fmt: skip
"""What is typed: eight syllables each."""
_MB: Final = 2**20


@dataclass(slots=True)
class Tally:
    """What the sessions saw: seconds a burst, keystrokes sent and dropped, faults."""

    waits: list[float] = field(default_factory=list)
    sent: int = 0
    dropped: int = 0
    faults: list[str] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sessions")
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--sessions", type=int, default=30)
    parser.add_argument("--seconds", type=float, default=120.0)
    options = parser.parse_args()
    print(machine(), f"명령  python -m benchmarks.sessions {' '.join(sys.argv[1:])}", sep="\n")
    asyncio.run(_measure(options.home, options.sessions, options.seconds))


async def _measure(home: Path, sessions: int, seconds: float) -> None:
    tally = Tally()
    async with AsyncExitStack() as open_:
        apps = [open_.enter_context(served(home)) for _ in range(PROCESSES)]
        port = await open_.enter_async_context(_relay([one.port for one in apps]))
        await _warm(port)
        empty = sum(one.memory for one in apps)
        until = time.monotonic() + seconds
        async with asyncio.TaskGroup() as group:
            for number in range(sessions):
                group.create_task(_session(port, number, sessions, until, tally))
        full = sum(one.memory for one in apps)
    print(f"\n{sessions}명, {seconds:.0f}초, 프로세스 {PROCESSES}개, {len(tally.waits)}번 침")
    print(f"마지막 글자에서 결과까지 ms, p50 | p95 | p99: {percentiles(tally.waits)}")
    print(f"보낸 글자 {tally.sent}, 낡아서 보내지 않은 글자 {tally.dropped}")
    print(f"메모리 MB: 처음 {empty / _MB:.0f}, 한 사람에 {(full - empty) / sessions / _MB:.1f}")
    print(f"오류 {len(tally.faults)}", *tally.faults[:5], sep="\n")


async def _session(port: int, number: int, sessions: int, until: float, tally: Tally) -> None:
    """One person: opens the page, then types a burst in every `EVERY` seconds."""
    chosen = random.Random(number)
    await asyncio.sleep(EVERY * number / sessions)
    try:
        async with _opened(port) as socket:
            await _ask(socket, "")
            while time.monotonic() < until:
                start = time.monotonic()
                await asyncio.wait_for(_burst(socket, chosen.choice(WORDS), tally), PATIENCE)
                await asyncio.sleep(max(0.0, EVERY - (time.monotonic() - start)))
    except (OSError, TimeoutError, RuntimeError) as error:
        tally.faults.append(f"{number}: {error!r}")


async def _burst(socket: ClientConnection, word: str, tally: Tally) -> None:
    """Type ``word``; what is typed while a search is under way replaces what waits."""
    typed = Typed()
    typing = asyncio.create_task(_type(word, typed, tally))
    while not typing.done() or typed.waiting:
        await typed.changed.wait()
        text, typed.waiting = typed.waiting, ""
        typed.changed.clear()
        if text:
            tally.sent += 1
            await _ask(socket, text)
    tally.waits.append(time.monotonic() - typed.last)


@dataclass(slots=True)
class Typed:
    """What stands in the box and was not asked yet, and when the last key was hit."""

    waiting: str = ""
    last: float = 0.0
    changed: asyncio.Event = field(default_factory=asyncio.Event)


async def _type(word: str, typed: Typed, tally: Tally) -> None:
    for size in range(1, SYLLABLES + 1):
        tally.dropped += bool(typed.waiting)
        typed.waiting, typed.last = word[:size], time.monotonic()
        typed.changed.set()
        if size < SYLLABLES:
            await asyncio.sleep(A_SYLLABLE)


async def _ask(socket: ClientConnection, text: str) -> None:
    """Send the address as the page does; return when the page is drawn with its results."""
    asked = BackMsg()
    asked.rerun_script.query_string = urlencode({"q": text}) if text else ""
    await socket.send(asked.SerializeToString())
    drawn = False
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await socket.recv(decode=False))
        if answer.WhichOneof("type") == "delta":
            drawn = drawn or answer.delta.new_element.bidi_component.component_name == "result_list"
        elif answer.WhichOneof("type") == "script_finished":
            if not drawn:
                raise RuntimeError("결과 없이 끝난 화면")
            return


def _opened(port: int) -> connect:
    return connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        origin=None,
        max_size=None,
        proxy=None,
    )


async def _warm(port: int) -> None:
    """The first page of a process makes what all later ones share."""
    for _ in range(PROCESSES):
        async with _opened(port) as socket:
            await _ask(socket, "")
            await _ask(socket, "예산")


@asynccontextmanager
async def _relay(ports: Sequence[int]) -> AsyncIterator[int]:
    """A proxy of whole connections, taking ``ports`` in turn."""
    turns = cycle(ports)

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", next(turns))
        await asyncio.gather(_pipe(reader, back), _pipe(there, writer))

    server = await asyncio.start_server(relay, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def _pipe(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    writer.close()


if __name__ == "__main__":
    main()
