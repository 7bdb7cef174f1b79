"""The radio network that our E2 node's functions see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oran_harness.codec.asn1 import BitString
from oran_harness.peers.ran_functions.radio import AWAY_S, NEIGHBOURS_S, Quota, Radio, radio_of
from oran_harness.service_models.common.build import NodeType, ue_id
from oran_harness.service_models.common.cell_identity import begins_with
from oran_harness.service_models.common.elements import NR_CGI
from oran_harness.steps.offers import KINDS, node_offer


def test_life_begins_with_the_first_question() -> None:
    """What is there depends on the time since the first question, not on the clock's own zero."""
    early, late = Radio(seed=5), Radio(seed=5)
    early.age(0.0)
    late.age(8000.0)
    for now in range(100):
        assert early.ues(now) == late.ues(8000.0 + now)


@given(st.integers(0, 1000), st.floats(0, 1e6))
def test_ues_at_any_time(seed: int, now: float) -> None:
    """UEs 1 and 2 are there; numbers are unique, in range of the shortest UE-ID; cells are ours."""
    radio = Radio(seed=seed, cells=3, ues=8)
    radio.age(0.0)
    numbers = [ue.number for ue in radio.ues(now)]
    assert len(set(numbers)) == len(numbers)
    assert {1, 2} <= set(numbers)
    assert all(1 <= number <= 4095 for number in numbers)
    assert all(0 <= ue.cell < 3 for ue in radio.ues(now))


@given(st.integers(2, 7), st.floats(0, 1e5))
def test_the_way_back(slot: int, now: float) -> None:
    """The moment of a place in a life is when the life is at that place."""
    radio = Radio(seed=3, ues=8)
    radio.age(0.0)
    generation, place = radio.life(slot, now)
    assert radio.moment(slot, generation, place) == pytest.approx(now, abs=1e-6)


@pytest.mark.parametrize("kind", KINDS)
def test_cells_of_the_node(kind: str) -> None:
    """Cell identities begin with the node's ID, those of the neighbours do not; UE-IDs are of the node's variant."""
    offer = node_offer(kind=kind, number=77, plmn="310410")
    radio = radio_of(kind, offer.node_id)
    assert {cell[1].plmn_identity for cell in radio.cells} == {offer.plmn}
    assert not set(radio.cells) & set(radio.neighbours)
    assert [radio.cell_index(cell) for cell in radio.cells] == [0, 1]
    assert radio.cell_index(radio.neighbours[0]) is None
    assert radio.ue_id(1) == ue_id(kind, 1, plmn=offer.plmn)
    if kind != "enb":
        content = offer.node_id[1]
        own = content.global_gnb_id.gnb_id[1]  # type: ignore[union-attr]
        identities = [cell[1].nr_cell_identity for cell in radio.cells if isinstance(cell[1], NR_CGI)]
        assert len(identities) == 2
        assert all(begins_with(identity, own) for identity in identities)


def test_ues_are_found_by_their_ids() -> None:
    """A UE that is there is found by its UE-ID; not one that is not, nor by another node's kind of UE-ID."""
    radio = Radio(NodeType.DU)
    found = radio.find(ue_id("du", 2), 0.0)
    assert found is not None
    assert found.number == 2
    assert radio.find(ue_id("du", 4000), 0.0) is None
    assert radio.find(ue_id("gnb", 2), 0.0) is None
    assert radio.find(("gNB-DU-UEID", None), 0.0) is None  # type: ignore[arg-type]


def test_handover() -> None:
    """A UE that was moved stays where it was put, as long as it lives."""
    radio = Radio(cells=3)
    ue = radio.ues(0.0)[0]
    radio.hand_over(ue, 2, 0.0)
    assert radio.ues(50.0)[0].cell == 2
    (event,) = radio.caused
    assert event.caused
    assert event.ue is not None
    assert (event.ue.cell, event.id_change, radio.causes) == (2, 2, 1)


def test_release() -> None:
    """A permanent UE that was released comes back after a while; another one never does."""
    radio = Radio(seed=2)
    first = radio.ues(0.0)[0]
    assert radio.returns_at(0) is None
    radio.release(first, 1.0)
    assert radio.ue(0, 0.9) is not None
    assert radio.ue(0, 1.0) is None
    assert radio.ue(0, 1.0 + AWAY_S) == first
    assert radio.returns_at(0) == 1.0 + AWAY_S
    now, guest = next((step / 10, ue) for step in range(200) for ue in radio.ues(step / 10) if ue.slot > 1)
    radio.release(guest, now)
    assert guest.number not in {ue.number for step in range(100) for ue in radio.ues(now + step / 10)}


def test_flows_and_quotas() -> None:
    """A flow's 5QI can be changed; quotas are kept by slice."""
    radio = Radio()
    ue = radio.ues(0.0)[1]
    radio.change_flow(ue, 5)
    assert [each.five_qi for each in radio.ues(1.0)[:2]] == [9, 5]
    radio.set_quota(ue.slice, Quota(0, 50, 0), 1.0)
    assert radio.quotas == {(ue.slice.sst, ue.slice.sd): Quota(0, 50, 0)}


def test_neighbours_change_in_turn() -> None:
    """One cell's neighbours change at a time, and their version grows by one."""
    radio = Radio(cells=2)
    radio.age(0.0)
    versions = [[radio.neighbour_version(cell, step * NEIGHBOURS_S) for cell in (0, 1)] for step in range(5)]
    assert versions == [[1, 1], [2, 1], [2, 2], [3, 2], [3, 3]]


def test_what_radios_are_made_for() -> None:
    """A node's ID of any length, and at least the permanent UEs."""
    radio = Radio(node_id=BitString(b"\xff\xff\xff\xff", 32), ues=0)
    assert len(radio.ues(0.0)) == 2
    assert radio.cells[0] != radio.neighbours[0]
