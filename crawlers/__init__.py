"""Crawlers: a Scrapy project, one module a source, each on the same contract."""
