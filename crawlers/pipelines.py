"""Where outcomes leave Scrapy: over a pipe to the process that holds the records."""

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from crawlers.contract import Outcome
from crawlers.spider import Send, SourceSpider


class Deliver:
    """Item pipeline: sends each outcome on as it comes, so that one law is held at a time."""

    def __init__(self, send: Send) -> None:
        self._send = send

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not isinstance(crawler.spider, SourceSpider):
            raise NotConfigured
        return cls(crawler.spider.send)

    def process_item(self, item: Outcome) -> Outcome:
        self._send(item)
        return item
