"""Kills of e-approval intake: the folder's sweep, and the receiver over HTTP."""

import random
import signal
import threading
import time
from pathlib import Path

import httpx
from replay.edoc import Letter, pack

from benchmarks.kill_child import TOKEN, opened
from benchmarks.kills import AFTER, Kill, Tell, child, lines_of, new_home

PACKS = 6
"""Packs to a kill of the intake; every tenth of them is broken."""


def letters(count: int) -> list[Letter]:
    """Packs with a number of their own, and one attached file each."""
    base = Letter(attached=(("표.txt", b"x"),))
    return [base.but(doc_id=f"61100000{n:05d}", number=f"과-{n}") for n in range(count)]


def _id(number: int) -> str:
    return f"edoc:6110000-61100000{number:05d}-2026"


def folder_kills(moments: int, chance: random.Random, work: Path, tell: Tell) -> list[Kill]:
    """Kills of the folder's sweep, one after the other over the same packs."""
    home, count = new_home(work, "folder"), moments * PACKS
    inbox, out = home / "edoc" / "in", home / "edoc" / "out"
    inbox.mkdir(parents=True)
    for n, letter in enumerate(letters(count)):
        (inbox / f"{n:05d}.xml").write_bytes(pack(letter) if n % 10 else b"<pack>")
    rounds = []
    for _ in range(moments):
        at = chance.randint(1, PACKS)
        with child("folder", str(home)) as running:
            lines_of(running, at)
            time.sleep(chance.uniform(0, AFTER))
        said = [int(p.stem.removeprefix("receive_")) for p in out.glob("receive_*.xml")]
        rounds.append(Kill("folder", f"{len(said)} acknowledged", _missing(home, said)))
        tell(f"  folder after {rounds[-1].moment}: {rounds[-1].wrong or 'whole'}")
    with child("folder", str(home)) as running:
        lines_of(running)
    good = [n for n in range(count) if n % 10]
    done = {name: len(list((home / "edoc" / name).iterdir())) for name in ("in", "done", "failed")}
    right = {"in": 0, "done": len(good), "failed": count - len(good)}
    wrong = None if done == right else f"the folders have {done}"
    rounds.append(Kill("folder", "end", wrong or _doubled(home, good)))
    return rounds


def receiver_kills(moments: int, chance: random.Random, work: Path, tell: Tell) -> list[Kill]:
    """Kills of the HTTP receiver while a pack is under way; what had no answer is sent again."""
    home, waiting = new_home(work, "receiver"), list(enumerate(letters(moments * PACKS)))
    rounds, acknowledged = [], list[int]()
    for _ in range(moments):
        with child("receiver", str(home)) as running:
            assert running.stdout is not None
            url = running.stdout.readline().strip()
            at = len(acknowledged) + chance.randint(0, PACKS - 1)
            while len(acknowledged) < at and waiting:
                _send(url, waiting, acknowledged)
            last = threading.Thread(target=_send, args=(url, waiting, acknowledged))
            last.start()
            time.sleep(chance.uniform(0, AFTER))
            running.send_signal(signal.SIGKILL)
            last.join()
        rounds.append(
            Kill("receiver", f"{len(acknowledged)} acknowledged", _missing(home, acknowledged))
        )
        tell(f"  receiver after {rounds[-1].moment}: {rounds[-1].wrong or 'whole'}")
    with child("receiver", str(home)) as running:
        assert running.stdout is not None
        url = running.stdout.readline().strip()
        while waiting:
            _send(url, waiting, acknowledged)
    rounds.append(Kill("receiver", "end", _doubled(home, list(range(moments * PACKS)))))
    return rounds


def _send(url: str, waiting: list[tuple[int, Letter]], acknowledged: list[int]) -> None:
    """Send the first pack; it waits on unless it is acknowledged."""
    if not waiting:
        return
    number, letter = waiting[0]
    head = {"Authorization": f"Bearer {TOKEN}"}
    try:
        with httpx.Client(base_url=url, trust_env=False, timeout=60) as client:
            answer = client.post("/api/approval/packs", content=pack(letter), headers=head)
    except httpx.TransportError:
        return
    if answer.status_code == 200:
        waiting.pop(0)
        acknowledged.append(number)


def _missing(home: Path, numbers: list[int]) -> str | None:
    """What was acknowledged and is not stored, with its file and original."""
    with opened(str(home)) as records:
        found = records.documents([_id(n) for n in numbers])
        for n in numbers:
            if _id(n) not in found:
                return f"{_id(n)} is acknowledged and not stored"
            for file in found[_id(n)].attachments:
                records.originals.get(file.sha256)
    return None


def _doubled(home: Path, numbers: list[int]) -> str | None:
    with opened(str(home)) as records:
        held = sorted(one for one, _, _ in records.revisions())
    wanted = sorted(map(_id, numbers))
    return None if held == wanted else f"{len(held)} papers of {len(wanted)}"
