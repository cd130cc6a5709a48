"""Intake: from files as people have them to records.

>>> load_paths(records, extractor, [Path("요구자료")], Kind.REQUEST)     # doctest: +SKIP
LoadReport(loaded=212, unchanged=0, held=1, failed=(Fault(path='요구자료/3.hwp', …),))

Four readers, chosen by content (`registry`): statute Markdown, JSONL of National Assembly bills,
JSONL of documents, and any other file through the extractor. Every file, line of JSONL and
member of a ZIP or mail is accounted for: loaded, unchanged, held or failed with its reason.
"""

from indexer.intake.loader import load_paths
from indexer.intake.model import Fault, LoadReport

__all__ = ["Fault", "LoadReport", "load_paths"]
