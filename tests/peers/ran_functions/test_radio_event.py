"""What happens in the radio network, and what of it can be seen."""

from oran_harness.peers.ran_functions.radio_event import (
    Ue,
    arrival,
    departure,
    handover,
    node_changed,
    suspension,
)
from oran_harness.service_models.common.build import s_nssai

UE = Ue(2, 3, 1, s_nssai(1), 9, True)


def test_states_and_changes() -> None:
    """Each event of a UE has the RRC state and the change of RC 7.3.5 that belong to it, in the UE's cell."""
    told = [(event.state, event.id_change, event.ue, event.cell, event.at) for event in events()]
    assert told == [
        ("rrc-connected", 1, UE, 1, 1.0),
        (None, 2, UE, 1, 2.0),
        ("rrc-inactive", None, UE, 1, 3.0),
        ("rrc-idle", 4, UE, 1, 4.0),
    ]
    changed = node_changed(0, 2, 5.0)
    assert (changed.ue, changed.cell, changed.node_change, changed.at) == (None, 0, 2, 5.0)


def test_call_processes_and_messages() -> None:
    """Setup, handover and release pass their breakpoints; RRC messages have the directions of their channels."""
    passed = [event.call_processes for event in events()]
    assert passed == [((5, 1), (2, 1)), ((3, 1), (3, 2), (3, 3)), (), ((5, 3),)]
    for event in events():
        for message in event.messages:
            assert message.octets
            assert message.of_rrc == message.kind.endswith("DCCH")
            assert message.incoming == (message.kind != "dL-DCCH")


def test_guaranteed_bit_rates() -> None:
    """5QI 1 has a guaranteed bit rate, 9 has none (TS 23.501 table 5.7.4-1)."""
    assert not UE.guaranteed
    assert Ue(2, 3, 1, s_nssai(1), 1, True).guaranteed


def events() -> tuple:  # type: ignore[type-arg]
    return arrival(UE, 1.0), handover(UE, 2.0), suspension(UE, 3.0), departure(UE, 4.0)
