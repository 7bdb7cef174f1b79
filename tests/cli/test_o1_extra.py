"""Whether what O1 needs is there."""

import importlib.util
from unittest import mock

import pytest

from oran_harness.cli.o1_extra import demand_o1
from oran_harness.model import UsageError


def test_what_is_missing_is_named() -> None:
    """With how to get it."""
    with (
        mock.patch.object(importlib.util, "find_spec", lambda name: None if name == "lxml" else name),
        pytest.raises(UsageError, match=r"O1 needs lxml; install them by pip install 'oran-harness\[o1\]'"),
    ):
        demand_o1()
