"""Clean peers are clean over every transport; kernel SCTP has tests/kernel_sctp/test_smoke.py."""

from dataclasses import replace
from pathlib import Path

import pytest

from oran_harness import conformance
from oran_harness.adapters import Addresses, BoundedAdapter
from oran_harness.model import Role
from oran_harness.peers.actor import Actor
from oran_harness.peers.e2_node import E2Node, NodeConfig
from oran_harness.peers.near_rt_ric import NearRtRic, RicConfig
from oran_harness.runner import Options, SingleCase, Target
from oran_harness.runner.journal import Journal
from oran_harness.runner.wire import Wire, free_port
from oran_harness.steps import Claims
from oran_harness.transports import own_loopback
from tests.runner.scene import HostedAdapter, perform
from tests.transports.certificates import Issuer
from tests.transports.userland_sctp.places import NEEDED

SMOKE = {
    Role.NEAR_RT_RIC: ("SETUP-101", "SETUP-123", "RESET-101", "SERVUPD-101", "SUB-101", "IND-104", "NEG-101"),
    Role.E2_NODE: ("SETUP-206", "RESET-204", "SUB-201", "SUBDEL-201", "CTRL-201", "CONNUPD-204", "NEG-201"),
}
"""Large messages, several associations, losses of them, and reports that go on."""


def uri(scheme: str, folder: Path) -> str:
    """Where to meet. With ``grpcs`` both ends show a certificate."""
    if scheme == "memory":
        return f"memory://{folder.name}"
    host = own_loopback() if scheme == "sctp+udp" else "127.0.0.1"
    place = f"{scheme}://{host}:{free_port(scheme)}"
    if scheme != "grpcs":
        return place
    issuer = Issuer(folder, "issuer")
    files = issuer.issue("both")
    return f"{place}?ca={issuer.ca}&cert={files.cert}&key={files.key}"


def clean(role: Role, scheme: str) -> Actor:
    """The reference peer."""
    return NearRtRic(RicConfig()) if role is Role.NEAR_RT_RIC else E2Node(NodeConfig(scheme=scheme))


class Certified(HostedAdapter):
    """A node is told where we listen, not what it has to show there: that is its own affair."""

    def __init__(self, role: Role, uri: str) -> None:
        super().__init__(lambda: clean(role, uri.partition(":")[0]))
        self._shown = uri.partition("?")[2]

    async def start(self, addresses: Addresses) -> None:
        """With its certificate."""
        if addresses.peer is not None and self._shown:
            addresses = replace(addresses, peer=f"{addresses.peer.partition('?')[0]}?{self._shown}")
        await super().start(addresses)


@pytest.mark.parametrize("scheme", ["memory", "tcp", "grpc", "grpcs", pytest.param("sctp+udp", marks=NEEDED)])
@pytest.mark.parametrize("role", SMOKE)
def test_clean_peers_are_clean(role: Role, scheme: str, tmp_path: Path) -> None:
    """Every verdict of a smoke suite is a pass, and nothing else is said of the peer."""
    place = uri(scheme, tmp_path)
    wire = Wire(place, sut_connects=role is Role.E2_NODE)
    adapter = BoundedAdapter(Certified(role, place))
    target = Target(role, "hosted", None, wire, Claims(), adapter, Journal(), True, None)
    # In memory nobody has an address to tell, and with an address alone nobody has a certificate to show.
    addressed = scheme in ("tcp", "grpc", "sctp+udp")
    chosen = [f"E2AP-{id}" for id in SMOKE[role] if id != "CONNUPD-204" or addressed]
    outcome, _ = perform([SingleCase(conformance.find(id)) for id in chosen], target, options=Options())
    assert {each.id: (each.verdict.value, each.reason) for each in outcome.results} == dict.fromkeys(
        chosen, ("pass", "")
    )
