"""The nodes that cases play towards a RIC, and how they see that it took no harm."""

from collections.abc import Sequence

import pytest

from oran_harness.conformance.e2ap import ric_scenery as scenery
from oran_harness.conformance.preambles import prepared
from oran_harness.model import CaseDescription, Level, Role, Verdict
from oran_harness.peers.actor import Command, End, Happening, Up
from oran_harness.protocols.e2ap import messages as m
from oran_harness.steps import Peer
from oran_harness.steps.case import Body, Case
from oran_harness.steps.causes import cause
from tests.conformance.e2ap.misbehaving_ric import (
    MisbehavingRic,
    Misbehaviour,
    complains,
    dies,
    ends,
    ends_all,
    of,
    puts,
    refuses_setup,
)
from tests.conformance.e2ap.performing_ric import Told, perform

ERROR = of(m.ErrorIndication)
NODE = Peer(Role.E2_NODE, "3.01", number=5)


def told(body: Body, misbehaviour: Misbehaviour | None = None) -> Told:
    """What comes of a body after E2 Setup."""
    description = CaseDescription("TEST-001", "t", "c", Level.MUST, Role.NEAR_RT_RIC)
    return perform(Case(description, prepared(body, ()), "tests"), misbehaviour)


async def says_something(node: Peer) -> str | None:
    await node.send(m.ErrorIndication(cause=cause("misc/unspecified", node.edition)))
    return node.here


def takes_one_association() -> Misbehaviour:
    """It closes every association but the first at once."""

    def meets(ric: MisbehavingRic, happening: Happening) -> Sequence[Command] | Happening:
        further = isinstance(happening, Up) and len(ric.risen) > 1
        return (End(happening.association),) if further and isinstance(happening, Up) else happening

    return Misbehaviour(meets=meets)


def test_siblings_are_nodes_of_their_own() -> None:
    """Another identity, and another PLMN: who copies a PLMN from the node shows it."""
    offers = [scenery.our_offer(NODE, sibling=sibling) for sibling in range(5)]
    assert len({str(offer.node_id) for offer in offers}) == 5
    assert offers[0].plmn != offers[1].plmn == offers[4].plmn


def test_the_first_edition_has_no_transactions() -> None:
    """There is no TransactionID before 2.03."""
    assert scenery.new_transaction(Peer(Role.E2_NODE, "1.01")) is None
    assert scenery.new_transaction(Peer(Role.E2_NODE, "2.03")) is not None


def test_words() -> None:
    """Messages are told with their causes."""
    failure = m.E2setupFailure(1, ("misc", "om-intervention"))
    assert scenery.says(failure) == "E2setupFailure with cause misc / om-intervention"
    assert scenery.says(m.ResetResponse(1)) == "ResetResponse with no cause"


def test_an_exchange_wants_the_ids_back() -> None:
    """An answer under another TransactionID is found at once, not by waiting."""

    async def body(node: Peer) -> None:
        await scenery.exchange(node, m.ResetRequest(9, cause("misc/unspecified", "3.01")), m.ResetResponse)

    assert told(body).body is Verdict.PASS
    found = told(body, puts(m.ResetResponse, transaction_id=8))
    assert found.body is Verdict.FAIL
    assert found.performed.events[-1].t < 1


@pytest.mark.parametrize("misbehaviour", [complains(ERROR), ends(ERROR), ends(ERROR, how="abort"), dies(ERROR)])
def test_unmoved_finds_every_reaction(misbehaviour: Misbehaviour) -> None:
    """An Error Indication, a close, an abort, a crash."""

    async def body(node: Peer) -> None:
        await scenery.unmoved(node, await says_something(node), "an Error Indication")

    assert told(body).body is Verdict.PASS
    assert told(body, misbehaviour).body is Verdict.FAIL


@pytest.mark.parametrize("misbehaviour", [dies(ERROR), ends_all(ERROR)])
def test_unharmed_looks_at_others(misbehaviour: Misbehaviour) -> None:
    """A bystander that is dropped is harm."""

    async def body(node: Peer) -> None:
        bystander = node.here
        await scenery.open_another(node)
        await says_something(node)
        await scenery.unharmed(node, bystander, "an Error Indication")

    assert told(body).body is Verdict.PASS
    assert told(body, misbehaviour).body is Verdict.FAIL


@pytest.mark.parametrize("misbehaviour", [complains(ERROR), ends(ERROR)])
def test_unharmed_does_not_look_at_the_one_that_is_at_fault(misbehaviour: Misbehaviour) -> None:
    """What becomes of that association is open."""

    async def body(node: Peer) -> None:
        bystander = node.here
        await scenery.open_another(node)
        await says_something(node)
        await scenery.unharmed(node, bystander, "an Error Indication")

    assert told(body, misbehaviour).body is Verdict.PASS


def test_a_probe_may_be_refused() -> None:
    """E2 SETUP FAILURE for yet another node is a sign of life."""

    async def body(node: Peer) -> None:
        await scenery.unharmed(node, node.here, "nothing")

    assert told(body, refuses_setup(nth=2)).body is Verdict.PASS


def test_a_second_node_that_is_refused_says_nothing() -> None:
    """A RIC for one node only cannot be judged by what it does with two."""

    async def body(node: Peer) -> None:
        await scenery.open_another(node)

    found = told(body, refuses_setup(nth=2))
    assert found.body is Verdict.INCONC
    assert "refuses a second node" in found.judgement.reason


def test_survives_needs_no_bystander() -> None:
    """The association in question may end, if the RIC goes on."""

    async def body(node: Peer) -> None:
        await scenery.survives(node, await says_something(node), "an Error Indication")

    assert told(body, ends(ERROR)).body is Verdict.PASS
    assert told(body, dies(ERROR)).body is Verdict.FAIL


def test_who_answers_no_probe_is_found() -> None:
    """A RIC that takes no second association, or does not answer there, is told as such."""

    async def body(node: Peer) -> None:
        await scenery.unharmed(node, node.here, "nothing")

    assert told(body, takes_one_association()).body is Verdict.FAIL


def test_setting_up_wants_success() -> None:
    """A refusal of what must succeed is a fail."""

    async def body(node: Peer) -> None:
        association = await node.open()
        await scenery.set_up(node, scenery.our_offer(node, sibling=1), association=association)

    assert told(body).body is Verdict.PASS
    assert told(body, refuses_setup(nth=2)).body is Verdict.FAIL
