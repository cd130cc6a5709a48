"""The examples in the docstrings of records are true."""

import doctest
import importlib
import pkgutil

import pytest

import records

MODULES = [
    name
    for _, name, _ in pkgutil.walk_packages(records.__path__, "records.")
    if not name.startswith("records.migrations")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
