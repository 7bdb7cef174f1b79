"""What the harness does not read accuses no element."""

import pytest

from oran_harness.model import Verdict
from oran_harness.peers.actor import Actor
from oran_harness.peers.o1_provider.session import Session
from oran_harness.protocols.netconf import Rpc
from tests.conformance.o1.performing import performed, quick_provider

_LARGE = b" " * (17 * 1024 * 1024)
_DEEP = b"<a>" * 300 + b"</a>" * 300


@pytest.mark.parametrize("filling", [_LARGE, _DEEP], ids=["large", "deep"])
def test_a_reply_beyond_what_is_read_accuses_nobody(filling: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """No RFC sets a limit: the reply may be the right one."""

    def make() -> Actor:
        element = quick_provider()
        right = element.managed.manner.replies

        def replies(session: Session, rpc: Rpc | None, reply: bytes) -> tuple[bytes, ...]:
            return tuple(
                each.replace(b"</rpc-reply>", filling + b"</rpc-reply>") for each in right(session, rpc, reply)
            )

        monkeypatch.setattr(element.managed.manner, "replies", replies)
        return element

    outcome = performed("O1-GET-101", make).outcome
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONC
    assert "not read here" in outcome.reason
