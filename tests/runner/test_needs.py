"""What a case needs that a run may not have."""

import pytest

from oran_harness.runner.needs import ahead, first_edition, unmet, wants_stimulus
from oran_harness.steps import Peer
from tests.runner.scene import case


async def body(peer: Peer) -> None:
    """Nothing."""


@pytest.mark.parametrize(
    ("needs", "edition", "scheme", "stimuli", "reason"),
    [
        (("stimulus:subscribe",), "3.01", "tcp", (), "no stimulus: subscribe"),
        (("stimulus:subscribe",), "3.01", "tcp", ("delete",), "no stimulus: subscribe"),
        (("stimulus:subscribe",), "3.01", "tcp", ("subscribe",), None),
        (("stimulus:subscribe",), "3.01", "tcp", None, None),
        (("e2ap:3.01",), "2.03", "tcp", (), "needs E2AP 3.01 or later, and 2.03 is spoken here (--e2ap)"),
        (("e2ap:3.01",), "10.00", "tcp", (), None),
        (("transport:sctp",), "3.01", "tcp", (), "needs sctp://, and the SUT is reached by tcp://"),
        (("transport:sctp",), "3.01", "sctp", (), None),
        (("transport:sctp",), "3.01", "sctp+udp", (), None),
        (("transport:framing",), "1.1", "netconf+ssh", (), None),
        (
            ("transport:framing",),
            "1.1",
            "netconf+grpc",
            (),
            "needs octets in frames (netconf+ssh:// or netconf+tls://), and the SUT is reached by netconf+grpc://",
        ),
        (
            ("transport:tls",),
            "1.1",
            "netconf+ssh",
            (),
            "needs netconf+tls://, and the SUT is reached by netconf+ssh://",
        ),
        (("association.fresh", "procedure:Reset", "service-model:KPM"), "1.01", "tcp", (), None),
    ],
)
def test_unmet(
    needs: tuple[str, ...], edition: str, scheme: str, stimuli: tuple[str, ...] | None, reason: str | None
) -> None:
    """A sentence for what is lacking; what a SUT may refuse is for the case to see."""
    description = case(body, needs=needs).description
    assert unmet(description, edition, scheme, stimuli) == reason
    assert wants_stimulus(description) is needs[0].startswith("stimulus")


@pytest.mark.parametrize(
    ("need", "editions"), [("kpm:4.00", ["1.01", "2.03", "3.01"]), ("kpm:6.00", ["1.01", "2.03", "3.01", "5.00"])]
)
def test_ahead(need: str, editions: list[str]) -> None:
    """Beside those editions of E2AP our peers speak an earlier service model; a product may speak it all the same."""
    description = case(body, needs=(need,)).description
    assert [each for each in ("1.01", "2.03", "3.01", "5.00", "7.00") if ahead(description, each)] == editions
    assert unmet(description, "1.01", "tcp", ()) is None
    assert not ahead(case(body, needs=("e2ap:7.00",)).description, "1.01")


@pytest.mark.parametrize(
    ("needs", "edition"),
    [
        ((), "3.01"),
        (("stimulus:subscribe",), "3.01"),
        (("e2ap:5.00",), "7.00"),
        (("e2ap:8.00",), None),
        (("kpm:6.00",), "7.00"),
    ],
)
def test_the_first_edition(needs: tuple[str, ...], edition: str | None) -> None:
    """In the order of the editions that are asked for; none has what none has."""
    assert first_edition(case(body, needs=needs).description, ("3.01", "1.01", "7.00")) == edition


def test_a_transport_is_needed_in_every_edition() -> None:
    """What cannot be reached by it is possible in none."""
    description = case(body, needs=("transport:sctp",)).description
    assert first_edition(description, ("3.01",)) is None
    assert first_edition(description, ("3.01",), "sctp") == "3.01"
