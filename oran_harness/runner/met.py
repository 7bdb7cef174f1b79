"""What a meeting with a SUT came to."""

from dataclasses import dataclass

from oran_harness.model import Diagnosis, Introduction


@dataclass(frozen=True, slots=True)
class Met:
    """Who the SUT says it is, and why it cannot be tested, None each where it is not so."""

    introduction: Introduction | None = None
    diagnosis: Diagnosis | None = None
