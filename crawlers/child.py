"""A run of Scrapy in a process of its own: Twisted's reactor cannot be started twice in one."""

import logging
import multiprocessing
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.contract import Alive, Finished, Job, Message, Pace
from crawlers.middlewares import LONGEST
from crawlers.secrets import Scrubber, ScrubbingFormatter
from crawlers.settings import settings_for
from crawlers.sources import SOURCES
from crawlers.spider import SourceSpider
from records.errors import Unreachable

JITTER = 1.5
"""Scrapy waits up to so many times the delay between two requests."""
BEAT = 30.0
"""Seconds between two signs of life while an answer is waited for."""
GRACE = 10.0
"""Seconds a child has to end after its last word, or after it was asked to."""
MARGIN = 120.0
"""Seconds for what is not asking: to begin, and to read what came."""


def silence(pace: Pace) -> float:
    """Seconds after which a child that says nothing hangs: it speaks after each request, so that
    is every try of one at its longest, with the longest wait and the delay before it.

    >>> silence(Pace(delay=20, tries=6, timeout=60)) == 6 * (60 + 120 + 30) + MARGIN
    True
    """
    return pace.tries * (pace.timeout + LONGEST + JITTER * pace.delay) + MARGIN


def messages(job: Job) -> Iterator[Message]:
    """Run ``job`` in a spawned process and yield what it sends; the last is always `Finished`.

    A process that dies without a last word, or says nothing for longer than `silence`, counts as
    `Unreachable`. Leaving the iterator early ends the process.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_crawl, args=(job, sender), name=f"crawl-{job.source}")
    process.start()
    sender.close()
    try:
        yield from _received(receiver, silence(job.pace))
        process.join(GRACE)
    finally:
        receiver.close()
        _end(process)


def _end(process: BaseProcess) -> None:
    """A process that hangs may not hear that it is to end."""
    process.terminate()
    process.join(GRACE)
    process.kill()
    process.join()


def _received(receiver: "Connection[Message, Message]", longest: float) -> Iterator[Message]:
    while True:
        yield from _waited(receiver, longest)
        try:
            message = receiver.recv() if receiver.poll() else _hangs(longest)
        except EOFError:
            message = Finished(Unreachable("수집기가 도중에 멈췄습니다"))
        yield message
        if isinstance(message, Finished):
            return


def _waited(receiver: "Connection[Message, Message]", longest: float) -> Iterator[Alive]:
    """Wait for a message, at most so long, with a sign of life now and then: a long wait for one
    answer is no killed run."""
    until = time.monotonic() + longest
    while not receiver.poll(max(0.0, min(BEAT, until - time.monotonic()))):
        if time.monotonic() >= until:
            return
        yield Alive()


def _hangs(seconds: float) -> Finished:
    return Finished(Unreachable(f"수집기가 {seconds:.0f}초 동안 기척이 없어 끝냈습니다"))


def _crawl(job: Job, sender: "Connection[Message, Message]") -> None:
    """In the child: log without keys, and crawl."""
    known = SOURCES[job.source]
    _log(Scrubber(known.source.parameter, job.key))
    process = AsyncCrawlerProcess(settings_for(job, known.robots))
    process.crawl(SourceSpider, source=known.source, job=job, send=sender.send, redact=known.redact)
    process.start()


def _log(scrubber: Scrubber) -> None:
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    handler.setFormatter(ScrubbingFormatter(scrubber))
    logging.basicConfig(handlers=[handler], force=True)
    logging.captureWarnings(True)
