"""How a case's body ends before its last line."""

from dataclasses import dataclass

from oran_harness.model.verdict import Verdict


@dataclass
class CaseOutcome(Exception):
    """The body's verdict, raised where it is settled.

    ``requirement``, ``expected`` and ``actual`` are sentences for the person who has to mend it; ``reason`` tells why
    a verdict is neither pass nor fail; ``blame`` is a role or ``"harness"``, None for the SUT's role on a fail;
    ``of_adapter`` tells that an adapter did not do what it was asked.
    """

    verdict: Verdict
    reason: str = ""
    requirement: str = ""
    expected: str = ""
    actual: str = ""
    blame: str | None = None
    event: int | None = None
    of_adapter: bool = False

    def __post_init__(self) -> None:
        super().__init__(self.reason or self.requirement)


def check(condition: bool, requirement: str, *, expected: object, actual: object) -> None:
    """Fail the case with ``requirement``, ``expected`` and ``actual`` unless ``condition`` holds."""
    if not condition:
        raise CaseOutcome(Verdict.FAIL, requirement=requirement, expected=_text(expected), actual=_text(actual))


def inconclusive(reason: str) -> CaseOutcome:
    """The outcome to raise when nothing can be said about the SUT."""
    return CaseOutcome(Verdict.INCONC, reason=reason)


def not_applicable(reason: str) -> CaseOutcome:
    """The outcome to raise when what the case needs cannot be had with this SUT, which is nothing against it."""
    return CaseOutcome(Verdict.SKIP, reason=reason)


def unsupported(reason: str) -> CaseOutcome:
    """The outcome to raise when the SUT properly shows that it does not have what the case is about."""
    return CaseOutcome(Verdict.UNSUPPORTED, reason=reason)


def _text(value: object) -> str:
    return value if isinstance(value, str) else repr(value)
