"""How much an answer may be, and from where a file may come."""

from urllib.parse import urlsplit

from scrapy.exceptions import DownloadCancelledError
from twisted.internet.defer import CancelledError

from crawlers.contract import FILE, Job
from records.errors import TooLarge, UCouncilError, WrongForm

TOO_LARGE = (DownloadCancelledError, CancelledError)
"""How Scrapy ends a download that is over its limit."""
LARGEST = 64 * 1024 * 1024
"""Bytes of an answer that is no file."""
FILE_MEGABYTES = "30"


def largest_of(job: Job, expects: str) -> int:
    """Bytes that an answer may have; a council may set ``file_megabytes`` for files."""
    if expects != FILE:
        return LARGEST
    return int(float(job.options.get("file_megabytes", FILE_MEGABYTES)) * 1024 * 1024)


def too_large(largest: int, expects: str) -> UCouncilError:
    """The leaf for an answer of more than ``largest`` bytes."""
    words = f"한도 {largest / 1024 / 1024:g}MB를 넘습니다"
    return TooLarge(f"파일이 {words}") if expects == FILE else WrongForm(f"답이 {words}")


def same_site(address: str, base_url: str) -> bool:
    """Whether ``address`` is the source's own or of a neighbour under the same domain.

    >>> same_site("https://record.assembly.go.kr/1.pdf", "https://open.assembly.go.kr/portal")
    True
    >>> same_site("http://169.254.169.254/x", "https://open.assembly.go.kr/portal")
    False
    """
    host, own = urlsplit(address).hostname or "", urlsplit(base_url).hostname or ""
    domain = own.partition(".")[2] if own.count(".") > 1 and not own[-1].isdigit() else own
    return host in (own, domain) or host.endswith(f".{domain}")
