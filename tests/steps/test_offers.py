"""What our E2 node offers."""

import pytest

from oran_harness.checkers import Audit
from oran_harness.model import Event, EventKind, HistoryHeader, UsageError
from oran_harness.protocols.e2ap import elements as e
from oran_harness.protocols.e2ap import messages as m
from oran_harness.protocols.e2ap.codec import codec
from oran_harness.service_models import identify
from oran_harness.steps.offers import (
    KINDS,
    KPM_FUNCTION,
    RC_FUNCTION,
    another_component,
    configuration_update,
    function_item,
    model_edition,
    node_offer,
    service_update,
    setup_request,
)
from oran_harness.steps.transport_layer import tnl_of

EDITIONS = ("1.01", "2.03", "3.01", "5.00", "7.00")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_setup_is_beyond_reproach(edition: str, kind: str) -> None:
    """The E2 Setup request of every kind of node conforms to its edition, and no rule finds fault with it."""
    request = setup_request(node_offer(edition=edition, kind=kind, number=300), 7)
    octets = codec(edition).encode(request)
    assert codec(edition).decode(octets).conforms
    audit = Audit(HistoryHeader(1_767_225_600.0, {"e2-node": "e2-node", "near-rt-ric": "near-rt-ric"}))
    ends = ("1", "e2-node", "near-rt-ric")
    audit.feed(Event(1, 0.0, EventKind.UP, *ends))
    audit.feed(Event(2, 0.1, EventKind.OCTETS, *ends, stream=0, ppid=70, octets=octets))
    assert [each for each in audit.finish().findings if each.blame] == []


def test_the_functions_are_of_their_models() -> None:
    """KPM and RC have ids of their own, none of them 0, and the OIDs of their service models."""
    offer = node_offer()
    assert [each.ran_function_id for each in offer.functions] == [KPM_FUNCTION, RC_FUNCTION]
    models = [identify(each.ran_function_oid, each.ran_function_definition) for each in offer.functions]
    assert [model and model.key for model in models] == ["kpm", "rc"]
    assert 0 not in (KPM_FUNCTION, RC_FUNCTION)


def test_numbers_make_identities() -> None:
    """Nodes with different numbers, or of different kinds where that shows, have different ids."""
    ids = {node_offer(number=number, kind=kind).node_id for number in (1, 2) for kind in KINDS if kind != "cu-cp"}
    assert len(ids) == 8
    du = node_offer(kind="du", number=5).node_id[1]
    assert isinstance(du, e.GlobalE2node_gNB_ID)
    assert (du.gnb_du_id, du.gnb_cu_up_id, du.global_gnb_id.gnb_id[1]) == (5, None, (bytes.fromhex("00000050"), 28))


def test_the_plmn_is_told_in_digits() -> None:
    """Five digits and six, in the order of NGAP."""
    assert node_offer(plmn="26201").plmn == bytes.fromhex("62f210")
    assert node_offer(plmn="310260").plmn == bytes.fromhex("132006")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "box"},
        {"number": 0},
        {"number": 1 << 19},
        {"plmn": "0010"},
        {"plmn": "abcde"},
        {"service_models": ("ccc",)},
        {"edition": "9.99"},
        {"kpm": "9.99"},
    ],
)
def test_what_cannot_be_offered_is_told(wrong: dict[str, object]) -> None:
    """The caller's mistakes end in one sentence."""
    with pytest.raises(UsageError):
        setup_request(node_offer(**wrong), 1)  # type: ignore[arg-type]


def test_service_models_go_with_the_edition() -> None:
    """Unless told otherwise older editions of E2AP carry older service models."""
    assert [model_edition("kpm", each) for each in EDITIONS] == ["2.03", "2.03", "3.00", "5.00", "6.00"]
    assert [model_edition("rc", each) for each in EDITIONS] == ["1.03", "1.03", "1.03", "5.00", "5.00"]
    default, chosen = function_item("rc", "3.01"), function_item("rc", "3.01", spoken="5.00")
    assert default.ran_function_definition != chosen.ran_function_definition


def test_a_ready_definition_is_taken() -> None:
    """Whoever has a definition gives it."""
    offer = node_offer(service_models=("kpm",), definitions={"kpm": b"ready"})
    assert [each.ran_function_definition for each in offer.functions] == [b"ready"]
    assert function_item("kpm", "3.01", id=9, revision=4, definition=b"x") == e.RANfunction_Item(
        9, b"x", 4, offer.functions[0].ran_function_oid
    )


def test_the_first_edition_has_neither_ids_nor_components() -> None:
    """E2AP 1.01: no Transaction ID, no components in Setup, and only updates of them later."""
    offer = node_offer(edition="1.01")
    request = setup_request(offer, 7)
    assert (request.transaction_id, request.e2_node_component_config_addition) == (None, None)
    added = another_component(offer)
    update = configuration_update(offer, 7, added=(added,), updated=offer.components[:1], removed=(added,))
    assert len(update.e2_node_component_config_update or ()) == 2
    assert (update.transaction_id, update.e2_node_component_config_removal) == (None, None)
    assert service_update(offer, 7) == m.RICserviceUpdate()


@pytest.mark.parametrize("edition", EDITIONS[1:])
def test_updates_can_be_sent(edition: str) -> None:
    """Every list of both updates conforms to the edition; those that would be empty are left out."""
    offer = node_offer(edition=edition)
    address = tnl_of("sctp://192.0.2.1:36421")
    assert address is not None
    full = configuration_update(
        offer,
        8,
        added=(another_component(offer),),
        updated=offer.components,
        removed=offer.components[:1],
        identify=True,
        leaving=((address, address),),
    )
    changed = service_update(offer, 9, added=offer.functions, modified=offer.functions, deleted=offer.functions)
    for message in (full, changed, configuration_update(offer, 8), service_update(offer, 9)):
        octets = codec(edition).encode(message)
        assert codec(edition).decode(octets).message == message
    assert all(getattr(full, name) is not None for _, name in full.IES)
    assert configuration_update(offer, 8) == m.E2nodeConfigurationUpdate(8)
