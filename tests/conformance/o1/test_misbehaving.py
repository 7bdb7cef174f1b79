"""An element to which nothing is done; what each case finds otherwise is held by the calibration."""

from oran_harness.protocols.netconf import BASE
from tests.conformance.o1.misbehaving import MisbehavingProvider, Misbehaviour
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
