"""The rule that accuses ourselves: a rule or a part of the harness that breaks is no verdict on any product."""

from collections.abc import Iterator

from oran_harness.checkers.observation import HarnessFailed
from oran_harness.checkers.rule import Breach, rule
from oran_harness.model import Level


@rule(
    id="HARNESS-FAILED",
    title="The harness can judge what it sees",
    clause="none: this is about oran-harness itself",
    level=Level.SHOULD,
    hint="This is a fault of oran-harness, not of a product: please report it with the recording. What the named part "
    "would have judged at this event is not judged; everything else is.",
    blames="oran-harness",
)
def harness_failed(seen: HarnessFailed) -> Iterator[Breach]:
    """Whatever a product sends, every rule comes to a judgement."""
    yield Breach(
        blame="harness",
        message=f"{seen.where} broke on event {seen.event.n}: {seen.error}",
        expected="a judgement",
        actual=seen.error,
        key=seen.where,
    )
