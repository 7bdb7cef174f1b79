"""How much a requirement weighs."""

from enum import StrEnum


class Level(StrEnum):
    """``must`` for a "shall" of the text, ``should`` for everything weaker."""

    MUST = "must"
    SHOULD = "should"
