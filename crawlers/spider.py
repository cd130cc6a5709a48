"""The one spider: it lends the network to a source and sends on what comes of it."""

import logging
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import urlencode

import scrapy
from scrapy import Request
from scrapy.exceptions import IgnoreRequest

from crawlers.contract import Answer, Finished, Job, Message, Outcome, Source
from crawlers.forms import judge
from crawlers.secrets import Scrubber
from records.errors import Refused, SourceFault, Unreachable, WrongForm

Send = Callable[[Message], None]
logger = logging.getLogger(__name__)


class SourceSpider(scrapy.Spider):
    """Runs one `Source` for one `Job`; everything it learns goes through ``send``."""

    name = "source"

    def __init__(self, source: Source, job: Job, send: Send) -> None:
        super().__init__()
        self.source, self.job, self.send = source, job, send
        self._scrubber = Scrubber(source.parameter, job.key)

    async def start(self) -> AsyncIterator[Outcome]:
        """Yield each outcome; the last word is `Finished`, with the fault that ended the run."""
        fault: SourceFault | None = None
        try:
            async for outcome in self.source.crawl(self.fetch, self.job):
                yield outcome
        except SourceFault as found:
            fault = found
        except Exception as error:
            logger.exception("the source sent what its reader does not expect")
            fault = WrongForm(f"해석하지 못한 답이 왔습니다 ({type(error).__name__})")
        self.send(Finished(fault))

    async def fetch(self, path: str, params: Mapping[str, str]) -> Answer:
        """Ask, archive the answer whatever it is, and raise the leaf if its form is wrong."""
        address = f"{self.job.base_url}/{path}?{urlencode(params)}"
        response = await self._download(address)
        body = self._scrubber.body(response.body)
        answer = Answer(address, response.status, body, datetime.now(UTC))
        if body:
            self.send(answer)
        verdict = judge(answer.status, answer.body, self.source.expects)
        if verdict:
            raise verdict.fault
        return answer

    async def _download(self, address: str) -> scrapy.http.Response:
        key = {self.source.parameter: self.job.key} if self.source.parameter else {}
        request = Request(
            f"{address}&{urlencode(key)}",
            headers={"Referer": referer(self.job.base_url)},
            meta={"expects": self.source.expects, "pace": self.job.pace},
            dont_filter=True,
        )
        try:
            return await self.crawler.engine.download_async(request)
        except IgnoreRequest:
            raise Refused("출처의 robots.txt가 이 주소의 수집을 허용하지 않습니다") from None
        except Exception as error:
            reason = self._scrubber.text(str(error)) or "연결이 끊겼습니다"
            raise Unreachable(f"{type(error).__name__}: {reason}") from None


def referer(base_url: str) -> str:
    """The source's own front page: without a Referer requests may be reset.

    >>> referer("https://www.law.go.kr/DRF")
    'https://www.law.go.kr/'
    """
    scheme, _, rest = base_url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"
