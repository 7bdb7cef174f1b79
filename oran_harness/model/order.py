"""In which order the cases of a run are performed."""

from enum import StrEnum


class Order(StrEnum):
    """The order of a run, as the command line has it."""

    DECLARED = "declared"
    """By their modules, as they are declared."""
    REVERSED = "reversed"
    """The other way round."""
    RANDOM = "random"
    """Shuffled; the run's seed decides how."""
