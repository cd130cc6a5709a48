"""Scrapy's settings for all sources. Pace, retries and the log level come with each job."""

from typing import Any

from crawlers.contract import Job

USER_AGENT = "u-council/0.1 (council document search; +https://www.smc.seoul.kr)"


def settings_for(job: Job, robots: bool = False) -> dict[str, Any]:
    """The settings of one run.

    ``robots`` obeys robots.txt: for pages made for people. The open APIs are offered for
    programs under a key, and some forbid all robots at the host's root for the pages beside.
    """
    return {
        "ROBOTSTXT_OBEY": robots,
        "USER_AGENT": USER_AGENT,
        "DOWNLOAD_DELAY": job.pace.delay,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_TIMEOUT": job.pace.timeout,
        "DOWNLOAD_WARNSIZE": 0,
        "RETRY_ENABLED": False,
        "REDIRECT_ENABLED": False,
        "COOKIES_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "HTTPPROXY_ENABLED": not job.local,
        "TELNETCONSOLE_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
        "STATS_DUMP": False,
        "LOG_ENABLED": False,
        "HTTPERROR_ALLOW_ALL": True,
        "DOWNLOADER_MIDDLEWARES": {"crawlers.middlewares.AskAgain": 550},
        "ITEM_PIPELINES": {"crawlers.pipelines.Deliver": 100},
    }
