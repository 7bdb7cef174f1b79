"""What tests of the kit have in common."""

import gc
import warnings
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def what_broken_adapters_leave_is_put_away() -> Iterator[None]:
    """Adapters that are broken on purpose leave processes behind: no later test is to answer for them."""
    yield
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
