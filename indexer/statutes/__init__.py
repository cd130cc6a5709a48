"""Statutes: text to structure, citations, versions, comparison."""
