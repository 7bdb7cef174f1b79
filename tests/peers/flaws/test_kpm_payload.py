"""What flaws do to payloads of KPM."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from oran_harness.peers.flaws.kpm_payload import is_kpm, rewritten
from oran_harness.service_models.kpm.build import event_trigger
from oran_harness.service_models.payload import PayloadKind

TRIGGER = PayloadKind.EVENT_TRIGGER_DEFINITION


def slower(trigger: Any) -> Any:
    """A trigger of ten seconds."""
    name, content = trigger.event_definition_formats
    return replace(trigger, event_definition_formats=(name, replace(content, reporting_period=10_000)))


def test_rewritten() -> None:
    """In the edition that it is of."""
    assert rewritten(TRIGGER, event_trigger(1000, "3.00"), slower) == event_trigger(10_000, "3.00")


def test_what_cannot_be_rewritten_stays() -> None:
    """Nothing, what is none of KPM's, and a value that does not fit."""

    def too_slow(trigger: Any) -> Any:
        content = replace(trigger.event_definition_formats[1], reporting_period=-1)
        return replace(trigger, event_definition_formats=("eventDefinition-Format1", content))

    assert rewritten(TRIGGER, None, slower) is None
    assert rewritten(TRIGGER, b"", slower) == b""
    assert rewritten(TRIGGER, event_trigger(1000, "3.00"), too_slow) == event_trigger(1000, "3.00")


def test_whose_it_is() -> None:
    """KPM's, if it reads as such."""
    assert is_kpm(TRIGGER, event_trigger(1000, "3.00"))
    assert not is_kpm(TRIGGER, b"\xff" * 9)
    assert not is_kpm(TRIGGER, None)


@given(octets=st.binary(max_size=40))
def test_nothing_raises(octets: bytes) -> None:
    """Whatever the octets are."""
    assert rewritten(TRIGGER, octets, slower) is not None
