"""A property judged once more: its examples are performed against what was recorded of them."""

from collections.abc import Iterable

from oran_harness.conformance.properties import Property
from oran_harness.drivers import RecordedExample, recorded_examples, replay
from oran_harness.model import Event, HistoryHeader, InputError, Verdict
from oran_harness.protocols.e2ap.deviation import Deviation
from oran_harness.runner.finds import Find
from oran_harness.runner.property_source import failed_once, replace_reason
from oran_harness.steps import CaseOutcome


def replay_property(property: Property, header: HistoryHeader, events: Iterable[Event]) -> CaseOutcome | None:
    """What the property came to, None if it held: as ``PropertySource`` concludes it from the same examples.

    An example that does something else than it did is an ``error``. Raises ``InputError`` for notes that a run would
    not have written.
    """
    tried: list[tuple[RecordedExample, CaseOutcome | None]] = []
    for example in recorded_examples(events, property.id):
        case = property.case(_deviations(example))
        performed = replay(case, example.setting, header, example.events, associations=example.associations)
        if performed.diverged is not None:
            return performed.outcome
        tried.append((example, performed.outcome))
    return _concluded(property, tried)


def _concluded(property: Property, tried: list[tuple[RecordedExample, CaseOutcome | None]]) -> CaseOutcome | None:
    """What failed last was tried once more, at the end."""
    failures = [outcome for _, outcome in tried[:-1] if outcome is not None and outcome.verdict is Verdict.FAIL]
    if not failures:
        return next((outcome for _, outcome in reversed(tried) if outcome is not None), None)
    example, again = tried[-1]
    if again is None:
        return failed_once(failures[-1])
    return replace_reason(again, Find.of(property, example.setting, _deviations(example), again).said)


def _deviations(example: RecordedExample) -> tuple[Deviation, ...]:
    try:
        return tuple(Deviation.from_json(each) for each in example.drawn)
    except (ValueError, TypeError) as error:
        raise InputError(f"Event {example.events[0].n} names deviations that there are not: {error}.") from error
