"""Where a rule counts."""

from enum import StrEnum


class Scope(StrEnum):
    """``case``: the rule changes the verdict of the case it fires in; ``run``: it is a line of its own."""

    CASE = "case"
    RUN = "run"
