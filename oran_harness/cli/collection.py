"""How often Python looks for reference cycles while a long recording is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG = 50_000
"""Objects, between two looks at the youngest; Python's own 700 are fewer than one report of many UEs is made of."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for cycles less often meanwhile, and not among what is loaded already.

    A message leaves hardly any cycles, but is made of thousands of objects, and schemas of hundreds of thousands that
    stay: to look through them again and again takes a sixth of the time.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
