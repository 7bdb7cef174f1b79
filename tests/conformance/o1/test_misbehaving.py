"""What a few cases find that no flaw is about; what the others find is held by the calibration."""

from collections.abc import Callable

import pytest

from oran_harness.codec.xml import Element
from oran_harness.peers.actor import Happening, Over, Up
from oran_harness.protocols.netconf import BASE, Rpc
from tests.conformance.o1.found import demand_found
from tests.conformance.o1.misbehaving import MisbehavingProvider, Misbehaviour, greeting
from tests.conformance.o1.performing import performed

ERROR = (
    f'<rpc-error xmlns="{BASE}"><error-type>application</error-type><error-tag>operation-failed</error-tag>'
    "<error-severity>error</error-severity></rpc-error>"
)


def test_no_misbehaviour_is_no_fault() -> None:
    """An element to which nothing is done passes under the wrapper too."""
    for id in ("O1-HELLO-108", "O1-RPC-110", "O1-LOCK-110", "O1-DEFAULTS-107"):
        assert performed(id, lambda: MisbehavingProvider(Misbehaviour())).outcome is None
        plain = Misbehaviour(asks=lambda _, rpc: rpc.octets, says=lambda _, message, __: message)
        assert performed(id, lambda plain=plain: MisbehavingProvider(plain)).outcome is None  # type: ignore[misc]


def without_capability(part: str) -> Callable[[Element], None]:
    def edit(root: Element) -> None:
        for each in root.findall("{*}capabilities/{*}capability"):
            if part in each.text:
                each.getparent().remove(each)

    return edit


def serves_newest(it: MisbehavingProvider, happening: Happening) -> bool:
    """Once another session has come and gone, nobody is listened to."""
    if isinstance(happening, Over):
        it.count("over")
    return "over" in it.counts and not isinstance(happening, Up | Over)


def falls_asleep(it: MisbehavingProvider, message: bytes, request: Rpc | None) -> bytes | None:
    """Only the hello is ever said."""
    return message if request is None else None


FAULTS: dict[str, Misbehaviour] = {
    "O1-SESSION-108": Misbehaviour(falls_asleep),
    "O1-SESSION-109": Misbehaviour(meets=serves_newest),
    "O1-SCHEMA-110": greeting(without_capability(":yang-library:")),
}
"""What each case finds."""


@pytest.mark.parametrize("id", FAULTS)
def test_the_fault_is_found(id: str) -> None:
    """The case fails, the element is blamed, and a sentence says what was wrong."""
    demand_found(performed(id, lambda: MisbehavingProvider(FAULTS[id])).outcome)
