"""``make bench-crawl``: long lists and a long statute over the wire, in time and memory.

Each size runs in a process of its own, so that its peak is its own: the crawler's (Scrapy) and
that of the process that writes the records are told apart. The server is a third.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from replay.canaries import KEY
from replay.law_server import LawServer
from replay.long_list import long_assembly, long_statute

from crawlers.run import crawl
from records.model import Privacy
from records.store import Records

ROOT = Path(__file__).resolve().parents[1]
LISTS = (1_000, 10_000, 100_000)
STATUTES = (70, 700, 7_000)
SERVERS: dict[str, Callable[[int], LawServer]] = {
    "assembly": long_assembly,
    "eflaw": lambda count: LawServer([long_statute(count)], KEY),
}


def served(source: str, count: int) -> None:
    """In the server's process: say the address, and serve until the pipe is closed."""
    with SERVERS[source](count) as server:
        print(server.url, flush=True)
        sys.stdin.read()


def measured(source: str, count: int, url: str) -> None:
    """In the measured process: two runs, the second of which finds nothing new."""
    with tempfile.TemporaryDirectory() as home:
        address, originals = f"sqlite:///{home}/records.db", f"{home}/originals"
        with Records.create(address, originals) as records:
            seconds = [_timed(source, records, url) for _ in range(2)]
    peaks = [resource.getrusage(who).ru_maxrss // 1024 for who in _WHO]
    used = sum(resource.getrusage(who).ru_utime for who in _WHO)
    print(json.dumps({"seconds": seconds, "peaks": peaks, "processor": round(used, 1)}))


def _timed(source: str, records: Records, url: str) -> float:
    began = time.monotonic()
    chosen = {"term": "22"}
    report = crawl(source, records, url, key=KEY, options=chosen, gate=lambda _: Privacy.CLEAR)
    if report.fault:
        raise SystemExit(f"{source}: {report.reason}")
    return round(time.monotonic() - began, 1)


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def measure(source: str, count: int) -> str:
    """One line of the report's table."""
    command = [sys.executable, "-m", "benchmarks.crawl_size", "--source", source]
    with subprocess.Popen(
        [*command, "--serve", str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as server:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        done = subprocess.run(
            [*command, "--measure", str(count), "--url", url],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
    if done.returncode:
        raise SystemExit(done.stderr)
    found = json.loads(done.stdout.splitlines()[-1])
    first, again = found["seconds"]
    parent, child = found["peaks"]
    used = found["processor"]
    rate = f"{2 * count / used:,.0f}"
    return f"| {count:,} | {first} | {again} | {used} | {rate} | {child} | {parent} |"


HEAD = (
    "| {} | first run, s | again, s | processor, s | a processor second "
    "| crawler, MB | records, MB |\n"
    "|---:|---:|---:|---:|---:|---:|---:|"
)


def report() -> str:
    """The whole report as Markdown."""
    machine = f"{date.today()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    lines = [
        "# make bench-crawl",
        "",
        f"{machine}, load {os.getloadavg()[0]:.0f} from other work. Peaks are of resident memory;",
        "both runs are in them and in the processor time, about 3 s of which is starting Scrapy.",
        "",
        "## A list of bills (열린국회정보, 1,000 rows a page, two services)",
        "",
        HEAD.format("items"),
        *(measure("assembly", count) for count in LISTS),
        "",
        "## A statute of one version (articles of about 500 letters)",
        "",
        HEAD.format("articles"),
        *(measure("eflaw", count) for count in STATUTES),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the report, and write it to ``--report``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--source", choices=sorted(SERVERS), help=argparse.SUPPRESS)
    parser.add_argument("--serve", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.serve:
        return served(chosen.source, chosen.serve)
    if chosen.measure:
        return measured(chosen.source, chosen.measure, chosen.url)
    text = report()
    print(text)
    if chosen.report:
        chosen.report.write_text(text, encoding="utf-8")
    return None


if __name__ == "__main__":
    main()
