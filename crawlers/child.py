"""A run of Scrapy in a process of its own: Twisted's reactor cannot be started twice in one."""

import logging
import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection

from scrapy.crawler import AsyncCrawlerProcess

from crawlers.contract import Finished, Job, Message
from crawlers.secrets import Scrubber, ScrubbingFormatter
from crawlers.settings import settings_for
from crawlers.sources import SOURCES
from crawlers.spider import SourceSpider
from records.errors import Unreachable

GRACE = 10.0
"""Seconds a child has to end after its last word."""


def messages(job: Job) -> Iterator[Message]:
    """Run ``job`` in a spawned process and yield what it sends; the last is always `Finished`.

    A process that dies without a last word counts as `Unreachable`. Leaving the iterator early
    ends the process.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_crawl, args=(job, sender), name=f"crawl-{job.source}")
    process.start()
    sender.close()
    try:
        yield from _received(receiver)
        process.join(GRACE)
    finally:
        receiver.close()
        process.terminate()
        process.join()


def _received(receiver: "Connection[Message, Message]") -> Iterator[Message]:
    while True:
        try:
            message = receiver.recv()
        except EOFError:
            yield Finished(Unreachable("수집기가 도중에 멈췄습니다"))
            return
        yield message
        if isinstance(message, Finished):
            return


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
