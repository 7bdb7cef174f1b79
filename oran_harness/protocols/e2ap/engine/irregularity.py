"""What a message did that its state does not provide for."""

from dataclasses import dataclass

from oran_harness.model.level import Level
from oran_harness.model.role import Role
from oran_harness.protocols.e2ap.engine.irregularity_kind import IrregularityKind


@dataclass(frozen=True, slots=True)
class Irregularity:
    """One departure from the procedures, as a value: rules judge it later.

    ``by`` is the role that broke the rule, None where that is not settled. ``certain`` is False where something that
    an observer cannot see may explain it: a crossing, another stream, a request that was given up and repeated.
    """

    kind: IrregularityKind
    by: Role | None
    message: str
    expected: str
    actual: str
    certain: bool = True

    @property
    def open(self) -> bool:
        """Whether nobody may be accused of it: the text leaves it open, or the evidence does."""
        return self.kind.open or not self.certain

    @property
    def level(self) -> Level | None:
        """The weight of the broken rule; None where the text leaves it open."""
        return self.kind.level
