"""Indexer: text out of files, Korean analysis, statutes, engines, search, and the worker."""
