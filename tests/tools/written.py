"""The generated modules, written once for all tests of a process."""

import functools

from packages import packages

from tests.specs.schemas import SPECS


@functools.cache
def written() -> dict[str, str]:
    """Each generated module: its path in the checkout and its text. Not to be changed."""
    return packages(SPECS)
