"""How a pair is brought together."""

from dataclasses import dataclass

from oran_harness.interop.pairs.pair import COMING_BACK_S


@dataclass(frozen=True, slots=True)
class Steering:
    """The E2AP edition, seconds that an answer may take, seconds until the two are set up again, and a seed."""

    edition: str
    timeout: float = 5.0
    patience: float = COMING_BACK_S
    seed: int = 0
