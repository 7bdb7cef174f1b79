"""Asks the SUT for a sign of life on a fresh association, at E2 under another identity than any case has."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from oran_harness.adapters.adapter import Health
from oran_harness.drivers.history import History
from oran_harness.drivers.live import GoneCall, perform_live
from oran_harness.drivers.performance import outcome_text
from oran_harness.drivers.reach import Reach
from oran_harness.drivers.setting import Performed, Setting
from oran_harness.model import CaseDescription, Level, Role, Verdict
from oran_harness.protocols.e2ap.messages import E2setupFailure, E2setupRequest, E2setupResponse, ErrorIndication
from oran_harness.steps import Peer
from oran_harness.steps.answers import BREATH_S, setup_response
from oran_harness.steps.case import Body, Case
from oran_harness.steps.offers import node_offer, setup_request

PROBE = "probe"
"""The word that the note of a probe's result begins with, before a colon."""
PLMN = "00102"
"""Another PLMN than that of the nodes of cases: a RIC that tells each node the node's own PLMN is found out by it."""
FIRST_NUMBER = 1 << 18
"""The peers of probes are numbered from here on, those of cases below it."""


async def probe_live(setting: Setting, reach: Reach, history: History, gone: GoneCall | None = None) -> Health:
    """Whether the SUT answers E2 Setup (at O1: says hello) on a fresh association. It goes on in ``history``.

    ``gone`` is as ``perform_live`` has it.
    """
    number = FIRST_NUMBER + setting.number % FIRST_NUMBER
    probed = replace(setting, number=number)
    performed = await perform_live(probe(setting.role), probed, reach, history=history, gone=gone)
    health = health_of(performed)
    history.note(f"{PROBE}: {health.detail}")
    return health


def probe(role: Role) -> Case:
    """The probe of a SUT in that role, as a case that drivers perform."""
    body, clause = _PROBES[role]
    description = CaseDescription("PROBE", "The SUT lives", clause, Level.MUST, role)
    return Case(description, body, __name__)


def health_of(performed: Performed) -> Health:
    """What a probe says of the SUT."""
    if performed.outcome is None:
        return Health(True, "the SUT answers on a fresh association")
    return Health(False, f"no sign of life on a fresh association: {outcome_text(performed.outcome)}")


async def _probe_ric(peer: Peer) -> None:
    await peer.open()
    number = None if peer.edition == "1.01" else peer.new_transaction_id()
    await peer.send(setup_request(node_offer(edition=peer.edition, number=peer.number, plmn=PLMN), number))
    # Whatever it thinks of the Setup: it lives.
    await peer.expect(E2setupResponse, E2setupFailure, ErrorIndication, otherwise=Verdict.INCONC)


async def _probe_node(peer: Peer) -> None:
    await peer.open()
    request = await peer.expect(E2setupRequest, otherwise=Verdict.INCONC)
    response = setup_response(request, edition=peer.edition)
    if response is not None:
        await peer.send(response)
        # A node that loses an end right behind the response would not come back to the next case.
        await peer.pause(BREATH_S)


async def _probe_netconf(ours: Any) -> None:
    """A manager's or an element's: loaded with what O1 needs where one is performed."""
    await ours.open()
    await ours.greet(otherwise=Verdict.INCONC)


_PROBES: Mapping[Role, tuple[Body, str]] = {
    Role.E2_NODE: (_probe_node, "O-RAN.WG3.E2AP 8.3.1"),
    Role.NEAR_RT_RIC: (_probe_ric, "O-RAN.WG3.E2AP 8.3.1"),
    Role.O1_PROVIDER: (_probe_netconf, "RFC 6241 8.1"),
    Role.O1_MANAGER: (_probe_netconf, "RFC 6241 8.1"),
}
