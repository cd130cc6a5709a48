"""The one spider: it lends the network to a source and sends on what comes of it."""

import logging
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import UTC, datetime
from urllib.parse import quote, urlencode, urlsplit

import scrapy
from scrapy import Request
from scrapy.exceptions import IgnoreRequest

from crawlers.addresses import whole_address
from crawlers.contract import FILE, KEY_HERE, Alive, Answer, Finished, Job, Message, Outcome, Source
from crawlers.forms import judge
from crawlers.limits import TOO_LARGE, largest_of, same_site, too_large
from crawlers.secrets import Scrubber
from records.errors import BadSetting, Forbidden, SourceFault, Unreachable, WrongForm

Send = Callable[[Message], None]
Redact = Callable[[bytes], bytes]
"""Takes personal contact fields out of an answer before it is archived and read."""
logger = logging.getLogger(__name__)


class SourceSpider(scrapy.Spider):
    """Runs one `Source` for one `Job`; everything it learns goes through ``send``."""

    name = "source"

    def __init__(self, source: Source, job: Job, send: Send, redact: Redact) -> None:
        super().__init__()
        self.source, self.job, self.send, self.redact = source, job, send, redact
        self._scrubber = Scrubber(source.parameter, job.key)

    async def start(self) -> AsyncIterator[Outcome]:
        """Yield each outcome; the last word is `Finished`, with the fault that ended the run."""
        fault: SourceFault | BadSetting | None = None
        try:
            async for outcome in self.source.crawl(self.fetch, self.job):
                yield outcome
        except (SourceFault, BadSetting) as found:
            fault = found
        except Exception as error:
            logger.exception("the source sent what its reader does not expect")
            fault = WrongForm(f"해석하지 못한 답이 왔습니다 ({type(error).__name__})")
        self.send(Finished(fault))

    async def fetch(
        self, path: str, params: Mapping[str, str], expects: str | None = None
    ) -> Answer:
        """Ask, archive the answer whatever it is, and raise the leaf if its form is wrong.

        A file is kept byte for byte; everything else without keys and contacts.
        """
        expects = expects or self.source.expects
        address = whole_address(self.job.base_url, path, params)
        if expects == FILE and not same_site(address, self.job.base_url):
            raise WrongForm(f"출처 밖의 주소라 받지 않습니다: {urlsplit(address).hostname}")
        try:
            response = await self._download(address, expects)
        finally:
            self.send(Alive())
        body = self._cleaned(response.status, response.body, expects)
        answer = Answer(address, response.status, body, datetime.now(UTC))
        if body:
            self.send(answer)
        verdict = judge(answer.status, answer.body, expects)
        if verdict:
            raise verdict.fault
        return answer

    def _cleaned(self, status: int, body: bytes, expects: str) -> bytes:
        if expects == FILE and judge(status, body, FILE) is None:
            if self._scrubber.holds_key(body):
                raise WrongForm("파일에 출처의 인증 키가 들어 있습니다")
            return body
        return self.redact(self._scrubber.body(body))

    async def _download(self, address: str, expects: str) -> scrapy.http.Response:
        largest = largest_of(self.job, expects)
        request = Request(
            with_key(address, self.source.parameter, self._key_for(address)),
            headers={"Referer": referer(self.job.base_url)},
            meta={"expects": expects, "pace": self.job.pace, "download_maxsize": largest},
            dont_filter=True,
        )
        try:
            return await self.crawler.engine.download_async(request)
        except IgnoreRequest:
            raise Forbidden("출처의 robots.txt가 이 주소의 수집을 허용하지 않습니다") from None
        except TOO_LARGE:
            raise too_large(largest, expects) from None
        except Exception as error:
            raise Unreachable(self._scrubber.text(no_answer(error))) from None

    def _key_for(self, address: str) -> str | None:
        """The key is told to the source's own address and to no other."""
        return self.job.key if address.startswith(self.job.base_url) else None


def no_answer(error: Exception) -> str:
    """Why there is no answer, in words; with the error's own where it has not been met before.

    >>> no_answer(TimeoutError("x"))
    '출처와의 연결이 끊겼습니다 (TimeoutError: x)'
    """
    name = type(error).__name__
    return _NO_ANSWER.get(name) or f"출처와의 연결이 끊겼습니다 ({name}: {error})"


_NO_ANSWER = {
    "CannotResolveHostError": "출처의 주소를 찾지 못했습니다",
    "DownloadConnectionRefusedError": "출처가 연결을 받지 않습니다",
    "DownloadTimeoutError": "출처가 제때 답하지 않았습니다",
    "ResponseDataLossError": "출처의 답이 끝까지 오지 않았습니다",
}
"""By the names of Scrapy's errors."""


def with_key(address: str, parameter: str | None, key: str | None) -> str:
    """The address as it is sent: the key in its path, or in its query.

    >>> with_key("http://a.kr/{key}/json/S/1/5/", None, "k1")
    'http://a.kr/k1/json/S/1/5/'
    """
    address = address.replace(KEY_HERE, quote(key or "", safe=""))
    if not (parameter and key):
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({parameter: key})}"


def referer(base_url: str) -> str:
    """The source's own front page: without a Referer requests may be reset.

    >>> referer("https://www.law.go.kr/DRF")
    'https://www.law.go.kr/'
    """
    scheme, _, rest = base_url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/"
