"""What a check of the contract comes to."""

from dataclasses import dataclass


class BreachError(Exception):
    """An adapter does not keep to its contract; the text says how, in a sentence."""


class UnfitError(Exception):
    """A check does not fit an adapter; the text says why."""


@dataclass(frozen=True, slots=True)
class ContractResult:
    """One check of one adapter: ``problem`` says how it is broken, ``skipped`` why it does not fit; None both: kept."""

    check: str
    title: str
    problem: str | None = None
    skipped: str | None = None

    @property
    def kept(self) -> bool:
        """Whether this part of the contract is kept, as far as it can be told."""
        return self.problem is None
