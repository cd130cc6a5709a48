"""The examples in the docstrings of analysis, units and privacy are true."""

import doctest
import importlib
import pkgutil

import pytest

import indexer.korean
import indexer.privacy

MODULES = [
    *(name for _, name, _ in pkgutil.walk_packages(indexer.korean.__path__, "indexer.korean.")),
    *(name for _, name, _ in pkgutil.walk_packages(indexer.privacy.__path__, "indexer.privacy.")),
    "indexer.units_fields",
    "indexer.units_text",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
